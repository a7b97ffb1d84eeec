import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, logBeta, numericGradient, refuse } from "../../foundation/index.ts";
import {
  checkHistories,
  groupHistories,
  type PurchaseHistories,
  type PurchaseHistory,
} from "../histories/purchase-histories.ts";
import { maximiseLikelihood, parameterInterval } from "./maximise-likelihood.ts";

/** α, β: beta distribution of the chance to buy at an opportunity; γ, δ: of the chance to leave before one. */
export interface BgBbParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly delta: number;
}

/** Model for purchases at fixed opportunities: a yearly gift, a monthly box, an event. */
export interface BgBbModel {
  readonly parameters: BgBbParameters;
  logLikelihood(history: PurchaseHistory): number;
  /** P(still active at opportunity n + 1). */
  probabilityAlive(history: PurchaseHistory): number;
  /** E[purchases in the next `opportunities`]. */
  expectedPurchases(history: PurchaseHistory, opportunities: number): number;
}

/**
 * BG/BB with given parameters. In the history, `repeats` is the number of opportunities used, `recency` the last used
 * one, `age` the number of opportunities.
 * @see Fader, Hardie and Shang (2010), "Customer-base analysis in a discrete-time noncontractual setting"
 */
export function bgBb(parameters: BgBbParameters): BgBbModel {
  const { alpha, beta, gamma, delta } = parameters;
  const logAliveMass = ({ repeats, age }: PurchaseHistory): number =>
    logBeta(alpha + repeats, beta + age - repeats) -
    logBeta(alpha, beta) +
    logBeta(gamma, delta + age) -
    logBeta(gamma, delta);
  const logLikelihood = (history: PurchaseHistory): number => {
    const { repeats, recency, age } = history;
    let mass = Math.exp(logAliveMass(history));
    for (let last = recency; last < age; last++) {
      const buying = logBeta(alpha + repeats, beta + last - repeats) - logBeta(alpha, beta);
      mass += Math.exp(buying + logBeta(gamma + 1, delta + last) - logBeta(gamma, delta));
    }
    return Math.log(mass);
  };
  const probabilityAlive = (history: PurchaseHistory): number => {
    const next = (delta + history.age) / (gamma + delta + history.age);
    return Math.exp(logAliveMass(history) - logLikelihood(history)) * next;
  };
  return {
    parameters,
    logLikelihood,
    probabilityAlive,
    expectedPurchases: (history, opportunities) => {
      const { repeats, age } = history;
      const buys = (alpha + repeats) / (alpha + beta + age);
      let [stay, expected] = [1, 0];
      for (let k = 1; k <= opportunities; k++) {
        stay *= (delta + age + k - 1) / (gamma + delta + age + k - 1);
        expected += stay * buys;
      }
      return Math.exp(logAliveMass(history) - logLikelihood(history)) * expected;
    },
  };
}

export interface FittedBgBbModel extends BgBbModel {
  readonly fit: Estimate<BgBbParameters>;
  readonly totalLogLikelihood: number;
}

/** Fits the BG/BB by maximum likelihood; `repeats`, `recency` and `age` are whole numbers of opportunities. */
export function fitBgBb(histories: PurchaseHistories): Estimated<FittedBgBbModel> {
  const checked = checkHistories(histories);
  if (!checked.ok) return checked;
  const grouped = groupHistories(histories);
  const whole = [grouped.recency, grouped.age].every((column) => column.every(Number.isInteger));
  if (!whole || grouped.repeats.some((x, i) => x > (grouped.recency[i] ?? 0))) {
    return refuse("notWhole", "opportunities are counted in whole numbers, and each is used at most once");
  }
  const n = grouped.weights.reduce((a, b) => a + b, 0);
  const rows = Array.from(grouped.repeats, (repeats, i) => ({
    weight: grouped.weights[i] ?? 0,
    history: { repeats, recency: grouped.recency[i] ?? 0, age: grouped.age[i] ?? 0 },
  }));
  const named = (v: ArrayLike<number>): BgBbParameters => ({
    alpha: v[0] ?? 1,
    beta: v[1] ?? 1,
    gamma: v[2] ?? 1,
    delta: v[3] ?? 1,
  });
  const objective = (logParameters: Float64Array): number => {
    const model = bgBb(named(logParameters.map((v) => Math.exp(v))));
    return -rows.reduce((sum, row) => sum + row.weight * model.logLikelihood(row.history), 0) / n;
  };
  const found = maximiseLikelihood({
    names: ["alpha", "beta", "gamma", "delta"],
    full: (logParameters, gradient) => {
      gradient.set(numericGradient(objective, logParameters));
      return objective(logParameters);
    },
    starts: [
      [0, 0, 0, 0],
      [0, 0, -1, 1],
      [1, 1, -1, 2],
    ],
    n,
  });
  const { estimate, interval } = parameterInterval(found.logParameters, found.covariance);
  return ok({
    ...bgBb(named(estimate)),
    totalLogLikelihood: found.logLikelihood,
    fit: {
      estimate: named(estimate),
      interval: interval === null ? null : [named(interval[0]), named(interval[1])],
      level: interval === null ? null : 0.95,
      method: "bg-bb-maximum-likelihood",
      n,
      warnings: found.warnings,
    },
  });
}
