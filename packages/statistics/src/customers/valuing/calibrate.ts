import { ok } from "@yutu/kernel";
import {
  drawInteger,
  type Estimate,
  type Estimated,
  quantileOfSorted,
  type Random,
  type Range,
  refuse,
} from "../../foundation/index.ts";
import { wilsonInterval } from "../cohorts/proportion-interval.ts";
import {
  type CustomerSummaries,
  summariseTransactions,
  type Transaction,
} from "../histories/summarise-transactions.ts";
import { type FittedPurchaseModel, fitPurchaseModel } from "../purchasing/fit-purchase-model.ts";
import type { PurchaseModelKind } from "../purchasing/purchase-model.ts";
import { areaUnderCurve, brierScore } from "./ranking-quality.ts";
import { scoreCustomers } from "./score-customers.ts";

export interface CalibrationOptions {
  readonly kind: PurchaseModelKind;
  /** Last day the model may see. */
  readonly splitDay: number;
  /** Last day of the hold-out. */
  readonly endDay: number;
  readonly unitDays?: number;
  /** Resamples customers for the intervals. */
  readonly random: Random;
}

/** Customers of one group: what the model said and what they did in the hold-out. */
export interface CalibrationRow {
  /** Repeats before the split (the last group is "or more"), or decile number from 1 (lowest prediction). */
  readonly group: number;
  readonly customers: number;
  readonly predictedMean: number;
  readonly actualMean: number;
}

/** Customers with about equal predicted chance to buy, and the share that did. */
export interface ReliabilityBin {
  readonly customers: number;
  readonly predictedShare: number;
  readonly actualShare: number;
  readonly interval: Range;
}

/** The model card of a buying model: how well it foretold a period it had not seen. */
export interface Calibration {
  readonly model: FittedPurchaseModel;
  /** Predicted over actual purchases of the hold-out, minus 1. */
  readonly relativeError: Estimate;
  readonly predictedTotal: number;
  readonly actualTotal: number;
  readonly byRepeats: readonly CalibrationRow[];
  readonly byDecile: readonly CalibrationRow[];
  /** Mean absolute error per customer, beside that of "goes on as before" (repeats / age × hold-out). */
  readonly meanAbsoluteError: number;
  readonly naiveMeanAbsoluteError: number;
  /** Chance that a customer who bought again had the higher predicted chance. */
  readonly buyAgainAuc: number | null;
  readonly brier: number;
  /** Brier score of predicting the overall share for everybody. */
  readonly baseBrier: number;
  readonly reliability: readonly ReliabilityBin[];
}

const TOP_GROUP = 7;
const RESAMPLES = 300;

/** Fits a model on the days up to the split and compares its forecast with the days after. */
export function calibratePurchaseModel(
  transactions: readonly Transaction[],
  options: CalibrationOptions,
): Estimated<Calibration> {
  const { splitDay, endDay, unitDays = 7 } = options;
  if (!(endDay > splitDay)) return refuse("outOfRange", "the hold-out must end after the split", { splitDay, endDay });
  const summaries = summariseTransactions(transactions, { endDay: splitDay, unitDays });
  if (!summaries.ok) return summaries;
  const model = fitPurchaseModel(options.kind, summaries.value);
  if (!model.ok) return model;
  const horizon = (endDay - splitDay) / unitDays;
  const scored = scoreCustomers(model.value, summaries.value, horizon);
  if (!scored.ok) return scored;
  const actual = holdOutPurchases(transactions, summaries.value, splitDay, endDay);
  const actualTotal = actual.reduce((a, b) => a + b, 0);
  if (actualTotal === 0) return refuse("allZero", "nobody bought in the hold-out, so there is nothing to compare with");
  const predicted = scored.value.expectedPurchases;
  const naive = summaries.value.repeats.map((x, i) => (x / Math.max(1, summaries.value.age[i] ?? 1)) * horizon);
  const bought = actual.map((count) => Math.min(1, count));
  const chance = scored.value.churn.map((churn) => 1 - churn);
  const share = bought.reduce((a, b) => a + b, 0) / bought.length;
  return ok({
    model: model.value,
    relativeError: relativeError(predicted, actual, options, [
      ...model.value.fit.warnings,
      ...summaries.value.warnings,
    ]),
    predictedTotal: predicted.reduce((a, b) => a + b, 0),
    actualTotal,
    byRepeats: rowsBy(
      summaries.value.repeats.map((x) => Math.min(x, TOP_GROUP)),
      predicted,
      actual,
    ),
    byDecile: rowsBy(decilesOf(predicted), predicted, actual),
    meanAbsoluteError: meanAbsoluteError(predicted, actual),
    naiveMeanAbsoluteError: meanAbsoluteError(naive, actual),
    buyAgainAuc: areaUnderCurve(chance, bought),
    brier: brierScore(chance, bought),
    baseBrier: share * (1 - share),
    reliability: reliabilityBins(chance, bought),
  });
}

/** Purchase days of each known customer after the split; days without positive value do not count. */
function holdOutPurchases(
  transactions: readonly Transaction[],
  summaries: CustomerSummaries,
  splitDay: number,
  endDay: number,
): Float64Array {
  const row = new Map(summaries.customerIds.map((id, i) => [id, i]));
  const days = new Map<string, { at: number; value: number }>();
  let valued = false;
  for (const { customerId, day, valueMinor } of transactions) {
    const at = row.get(customerId);
    if (at === undefined || day <= splitDay || day > endDay) continue;
    valued ||= valueMinor !== undefined;
    const key = `${at}:${Math.floor(day)}`;
    const known = days.get(key) ?? { at, value: 0 };
    known.value += valueMinor ?? 0;
    days.set(key, known);
  }
  const actual = new Float64Array(summaries.customerIds.length);
  for (const { at, value } of days.values()) if (!valued || value > 0) actual[at] = (actual[at] ?? 0) + 1;
  return actual;
}

function relativeError(
  predicted: Float64Array,
  actual: Float64Array,
  options: CalibrationOptions,
  warnings: Estimate["warnings"],
): Estimate {
  const n = predicted.length;
  const ratioOf = (next: (i: number) => number): number => {
    let [p, a] = [0, 0];
    for (let i = 0; i < n; i++) {
      const row = next(i);
      p += predicted[row] ?? 0;
      a += actual[row] ?? 0;
    }
    return a > 0 ? p / a - 1 : 0;
  };
  const resampled = Float64Array.from({ length: RESAMPLES }, () =>
    ratioOf(() => drawInteger(options.random, n)),
  ).sort();
  return {
    estimate: ratioOf((i) => i),
    interval: [quantileOfSorted(resampled, 0.025), quantileOfSorted(resampled, 0.975)],
    level: 0.95,
    method: `${options.kind}-hold-out-bootstrap`,
    n,
    warnings,
  };
}

const meanAbsoluteError = (predicted: Float64Array, actual: Float64Array): number =>
  predicted.reduce((sum, p, i) => sum + Math.abs(p - (actual[i] ?? 0)), 0) / predicted.length;

function decilesOf(values: Float64Array): Float64Array {
  const order = Array.from(values.keys()).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const deciles = new Float64Array(values.length);
  order.forEach((row, rank) => {
    deciles[row] = Math.floor((rank * 10) / order.length) + 1;
  });
  return deciles;
}

function rowsBy(groups: Float64Array, predicted: Float64Array, actual: Float64Array): CalibrationRow[] {
  const rows = new Map<number, { customers: number; predicted: number; actual: number }>();
  groups.forEach((group, i) => {
    const row = rows.get(group) ?? { customers: 0, predicted: 0, actual: 0 };
    row.customers += 1;
    row.predicted += predicted[i] ?? 0;
    row.actual += actual[i] ?? 0;
    rows.set(group, row);
  });
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([group, row]) => ({
      group,
      customers: row.customers,
      predictedMean: row.predicted / row.customers,
      actualMean: row.actual / row.customers,
    }));
}

function reliabilityBins(chance: Float64Array, bought: Float64Array): ReliabilityBin[] {
  const groups = decilesOf(chance);
  return rowsBy(groups, chance, bought).map((row) => ({
    customers: row.customers,
    predictedShare: row.predictedMean,
    actualShare: row.actualMean,
    interval: wilsonInterval(Math.round(row.actualMean * row.customers), row.customers),
  }));
}
