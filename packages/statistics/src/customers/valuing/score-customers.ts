import { ok } from "@yutu/kernel";
import {
  dot,
  type Estimate,
  type Estimated,
  type Matrix,
  multiplyVector,
  refuse,
  type Warning,
  warning,
} from "../../foundation/index.ts";
import { historyAt, type PurchaseHistories } from "../histories/purchase-histories.ts";
import { type FittedPurchaseModel, purchaseModelOf } from "../purchasing/fit-purchase-model.ts";
import type { PurchaseModel } from "../purchasing/purchase-model.ts";
import { type FittedSpendingModel, gammaGamma, type SpendingModel } from "../spending/gamma-gamma.ts";
import { checkValueOptions, discountedPurchases, type LifetimeValueOptions } from "./lifetime-value.ts";

/** Scores in columns, one row per customer of the histories. */
export interface CustomerScores {
  /** P(still a customer). */
  readonly alive: Float64Array;
  /** E[purchases] within the horizon. */
  readonly expectedPurchases: Float64Array;
  /**
   * P(no purchase within the horizon). Unlike 1 − P(alive), which the BG/NBD sets to 0 for every one-time buyer, it
   * rises with silence for everybody, so a list sorted by it is sensible.
   */
  readonly churn: Float64Array;
}

/** Scores all customers for the coming `horizon` (in the model's time unit). */
export function scoreCustomers(
  model: PurchaseModel,
  histories: PurchaseHistories,
  horizon: number,
): Estimated<CustomerScores> {
  if (!(horizon > 0) || !Number.isFinite(horizon)) return refuse("outOfRange", "the horizon must be positive");
  if (histories.repeats.length === 0) return refuse("emptyInput", "there are no customers");
  const n = histories.repeats.length;
  const scores = { alive: new Float64Array(n), expectedPurchases: new Float64Array(n), churn: new Float64Array(n) };
  for (let i = 0; i < n; i++) {
    const history = historyAt(histories, i);
    scores.alive[i] = model.probabilityAlive(history);
    scores.expectedPurchases[i] = model.expectedPurchases(history, horizon);
    scores.churn[i] = 1 - model.probabilityOfPurchase(history, horizon);
  }
  return ok(scores);
}

/** Lifetime value of each customer in minor units; one-time buyers get everybody's mean spend. */
export function valueCustomers(
  model: PurchaseModel,
  spending: SpendingModel,
  histories: PurchaseHistories,
  meanValueMinor: ArrayLike<number>,
  options: LifetimeValueOptions,
): Estimated<Float64Array> {
  const checked = checkValueOptions(options);
  if (!checked.ok) return checked;
  if (meanValueMinor.length !== histories.repeats.length) {
    return refuse("lengthMismatch", "histories and mean values differ in length");
  }
  if (histories.repeats.length === 0) return refuse("emptyInput", "there are no customers");
  if (!Number.isFinite(spending.expectedValue(0, 0))) {
    const detail = "the mean spend of the spending model does not exist (q ≤ 1), so one-time buyers have no value";
    return refuse("notConverged", detail);
  }
  return ok(
    histories.repeats.map((x, i) => {
      const perPurchase = spending.expectedValue(x, meanValueMinor[i] ?? 0);
      return discountedPurchases(model, historyAt(histories, i), options) * perPurchase * options.margin;
    }),
  );
}

/** Customers evaluated for the standard error of the total. */
const DELTA_ROWS = 1000;

/**
 * Value of the whole customer base with a 95 % interval for the uncertainty of the fitted parameters (delta method on
 * their logarithms). Chance in the customers' own future behaviour is not part of the interval.
 */
export function customerBaseValue(
  model: FittedPurchaseModel,
  spending: FittedSpendingModel,
  histories: PurchaseHistories,
  meanValueMinor: ArrayLike<number>,
  options: LifetimeValueOptions,
): Estimated<Estimate> {
  const values = valueCustomers(model, spending, histories, meanValueMinor, options);
  if (!values.ok) return values;
  const total = values.value.reduce((sum, value, i) => sum + value * (histories.weights?.[i] ?? 1), 0);
  const relativeError = relativeErrorOfTotal(model, spending, histories, meanValueMinor, options);
  const warnings: Warning[] = [...model.fit.warnings, ...spending.fit.warnings];
  if (relativeError === null) {
    warnings.push(warning("customers/no-interval", "the parameters have no covariance, so the value has no interval"));
  }
  const factor = Math.exp(1.959963984540054 * (relativeError ?? 0));
  return ok({
    estimate: total,
    interval: relativeError === null ? null : [total / factor, total * factor],
    level: relativeError === null ? null : 0.95,
    method: `${model.kind}-gamma-gamma-delta`,
    n: values.value.length,
    warnings,
  });
}

/** Standard error of ln(total), from a systematic sample of customers. */
function relativeErrorOfTotal(
  model: FittedPurchaseModel,
  spending: FittedSpendingModel,
  histories: PurchaseHistories,
  meanValueMinor: ArrayLike<number>,
  options: LifetimeValueOptions,
): number | null {
  if (model.logCovariance === null || spending.logCovariance === null) return null;
  const stride = Math.max(1, Math.floor(histories.repeats.length / DELTA_ROWS));
  const rows = Array.from(histories.repeats.keys()).filter((i) => i % stride === 0);
  const logTotal = (purchase: PurchaseModel, spend: SpendingModel): number =>
    Math.log(
      rows.reduce((sum, i) => {
        const history = historyAt(histories, i);
        const perPurchase = spend.expectedValue(history.repeats, meanValueMinor[i] ?? 0);
        return sum + discountedPurchases(purchase, history, options) * perPurchase;
      }, 0),
    );
  const logPurchase = model.parameterNames.map((name) => Math.log(model.parameters[name] ?? 1));
  const { p, q, nu } = spending.parameters;
  const logSpend = [Math.log(p), Math.log(q), Math.log(nu)];
  const byPurchase = slopes(logPurchase, (v) => logTotal(purchaseModelOf(model.kind, v.map(Math.exp)), spending));
  const bySpend = slopes(logSpend, ([a = 0, b = 0, c = 0]) =>
    logTotal(model, gammaGamma({ p: Math.exp(a), q: Math.exp(b), nu: Math.exp(c) })),
  );
  const variance = quadratic(model.logCovariance, byPurchase) + quadratic(spending.logCovariance, bySpend);
  return Number.isFinite(variance) ? Math.sqrt(variance) : null;
}

const slopes = (at: readonly number[], f: (v: number[]) => number): number[] =>
  at.map((_, i) => {
    const moved = (step: number): number[] => at.map((v, j) => (i === j ? v + step : v));
    return (f(moved(1e-3)) - f(moved(-1e-3))) / 2e-3;
  });

const quadratic = (matrix: Matrix, v: readonly number[]): number => dot(v, multiplyVector(matrix, v));
