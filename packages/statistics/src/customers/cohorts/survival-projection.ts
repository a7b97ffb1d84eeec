import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, logBeta, numericGradient, refuse } from "../../foundation/index.ts";
import { maximiseLikelihood, parameterInterval } from "../purchasing/maximise-likelihood.ts";

/** Shifted beta-geometric survival of subscribers: each renewal is refused with an own chance drawn from Beta(α, β). */
export interface SurvivalProjection {
  readonly fit: Estimate<{ readonly alpha: number; readonly beta: number }>;
  /** Share still there after t renewals. */
  survival(renewals: number): number;
  /** Chance to renew at renewal t (1, 2, …) of those still there: rises, because the fickle leave first. */
  retentionRate(renewal: number): number;
}

/** Survival for given parameters. */
const survivalOf = (alpha: number, beta: number, renewals: number): number =>
  Math.exp(logBeta(alpha, beta + renewals) - logBeta(alpha, beta));

function checkSurvivors(counts: readonly number[]): Estimated<readonly number[]> {
  if (counts.length === 0) return refuse("emptyInput", "there are no counts");
  if (counts.length < 3) return refuse("tooFew", "at least two renewals are needed to project", { n: counts.length });
  if (!counts.every(Number.isFinite)) return refuse("notFinite", "a count is not a finite number");
  if (counts.some((count) => count < 0)) return refuse("negativeCount", "a count is negative");
  const n = counts[0] ?? 0;
  if (n === 0) return refuse("allZero", "the cohort is empty");
  if (counts.some((count, t) => t > 0 && count > (counts[t - 1] ?? 0))) {
    return refuse("outOfRange", "survivors cannot grow: a customer who left does not come back in this model");
  }
  if (counts.at(-1) === n) return refuse("constantSeries", "nobody has left yet, so leaving cannot be projected");
  return ok(counts);
}

/**
 * Fits the shifted beta-geometric model to the numbers of customers of one cohort still there after 0, 1, 2, … renewals
 * and projects beyond. For contracts with renewals only; for free buying use the purchase models.
 * @see Fader and Hardie (2007), "How to project customer retention", Journal of Interactive Marketing 21, 76–90
 */
export function projectSurvival(survivors: ArrayLike<number>): Estimated<SurvivalProjection> {
  const checked = checkSurvivors(Array.from(survivors));
  if (!checked.ok) return checked;
  const counts = checked.value;
  const n = counts[0] ?? 0;
  const objective = (logParameters: Float64Array): number => {
    const [alpha = 1, beta = 1] = logParameters.map((v) => Math.exp(v));
    let sum = (counts.at(-1) ?? 0) * Math.log(survivalOf(alpha, beta, counts.length - 1));
    for (let t = 1; t < counts.length; t++) {
      const left = (counts[t - 1] ?? 0) - (counts[t] ?? 0);
      const logLeaving = logBeta(alpha + 1, beta + t - 1) - logBeta(alpha, beta);
      if (left > 0) sum += left * logLeaving;
    }
    return -sum / n;
  };
  const found = maximiseLikelihood({
    names: ["alpha", "beta"],
    full: (logParameters, gradient) => {
      gradient.set(numericGradient(objective, logParameters));
      return objective(logParameters);
    },
    starts: [
      [0, 0],
      [-1, 1],
      [2, 3],
    ],
    n,
  });
  const { estimate, interval } = parameterInterval(found.logParameters, found.covariance);
  const named = (v: Float64Array) => ({ alpha: v[0] ?? 1, beta: v[1] ?? 1 });
  const { alpha, beta } = named(estimate);
  return ok({
    survival: (renewals) => survivalOf(alpha, beta, renewals),
    retentionRate: (renewal) => (beta + renewal - 1) / (alpha + beta + renewal - 1),
    fit: {
      estimate: { alpha, beta },
      interval: interval === null ? null : [named(interval[0]), named(interval[1])],
      level: interval === null ? null : 0.95,
      method: "shifted-beta-geometric-maximum-likelihood",
      n,
      warnings: found.warnings,
    },
  });
}
