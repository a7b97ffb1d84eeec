import { mean, quantile } from "../foundation/descriptive.ts";
import { normalQuantile } from "../foundation/distributions/normal.ts";
import { blend, type Fold } from "./rolling-origin.ts";

/** How many spreads below and above the forecast the interval ends lie. */
export interface Multipliers {
  readonly below: number;
  readonly above: number;
}

/** Weight of the normal distribution against the rehearsed errors, in errors. */
const PRIOR_ERRORS = 15;

/** Errors of a blend in units of its spread, step by step. */
function scaledErrors(fold: Fold, weights: readonly number[]): number[] {
  const points = blend(fold.points, weights);
  const spreads = blend(fold.spreads, weights);
  return fold.actual.flatMap((value, step) => {
    const spread = spreads[step] ?? 0;
    return value === null || spread <= 0 ? [] : [(value - (points[step] ?? 0)) / spread];
  });
}

/**
 * Split conformal calibration (Vovk et al. 2005) of the models' spreads on the rehearsals: the ends are quantiles of the
 * scaled errors with the finite-sample correction, shrunk towards the normal ones while errors are few.
 */
export function calibrate(folds: readonly Fold[], weights: readonly number[], level: number): Multipliers {
  const z = normalQuantile((1 + level) / 2);
  const errors = folds.flatMap((fold) => scaledErrors(fold, weights));
  const n = errors.length;
  if (n === 0) return { below: z, above: z };
  const p = Math.min(1, ((1 + level) / 2) * (1 + 1 / n));
  const trust = n / (n + PRIOR_ERRORS);
  const end = (values: readonly number[]): number => Math.max(0, trust * quantile(values, p) + (1 - trust) * z);
  return { below: end(errors.map((error) => -error)), above: end(errors) };
}

/** Interval coverage in rehearsal: each fold judged with ends calibrated on the other folds. Null with fewer than two. */
export function rehearsedCoverage(folds: readonly Fold[], weights: readonly number[], level: number): number | null {
  if (folds.length < 2) return null;
  const inside: number[] = [];
  folds.forEach((fold, k) => {
    const { below, above } = calibrate(
      folds.filter((_, other) => other !== k),
      weights,
      level,
    );
    for (const error of scaledErrors(fold, weights)) inside.push(error >= -below && error <= above ? 1 : 0);
  });
  return inside.length > 0 ? mean(inside) : null;
}
