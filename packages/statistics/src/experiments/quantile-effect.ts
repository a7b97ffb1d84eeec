import { ok } from "@yutu/kernel";
import {
  checkBetween,
  checkVaryingSeries,
  drawBeta,
  type Estimate,
  type Estimated,
  quantileOfSorted,
  type Random,
  refuse,
  sorted,
  type Warning,
  warning,
} from "../foundation/index.ts";
import type { EffectScale } from "./effect.ts";

export interface QuantileOptions {
  /** Which quantile, e.g. 0.9. */
  readonly p: number;
  readonly random: Random;
  /** Resamples; default 2,000. */
  readonly replicates?: number;
  readonly scale?: EffectScale;
  readonly level?: number;
}

/** Effect on a quantile of the metric. */
export interface QuantileEffect extends Estimate {
  readonly scale: EffectScale;
  readonly control: number;
  readonly treatment: number;
  /** Two-sided, from the share of resamples on the other side of zero; never below 1/(replicates + 1). */
  readonly pValue: number;
}

/**
 * Quantile (type 7) of one bootstrap resample of an ascending series, without resampling: the k-th smallest of n draws
 * has the rank of the k-th uniform order statistic, Beta(k, n − k + 1), and the next one follows from it.
 */
function resampledQuantile(ascending: Float64Array, p: number, random: Random): number {
  const n = ascending.length;
  const position = (n - 1) * p;
  const k = Math.floor(position) + 1;
  const first = drawBeta(random, k, n - k + 1);
  const at = (u: number): number => ascending[Math.min(n - 1, Math.floor(u * n))] ?? 0;
  const low = at(first);
  const part = position - Math.floor(position);
  if (part === 0 || k >= n) return low;
  const next = first + (1 - first) * drawBeta(random, 1, n - k);
  return low + part * (at(next) - low);
}

/**
 * Difference of a quantile between two arms with one value per unit, by the bootstrap (percentile interval).
 * Values of the same unit must be reduced to one first; events treated as units make the interval too narrow.
 */
export function compareQuantiles(
  control: ArrayLike<number>,
  treatment: ArrayLike<number>,
  options: QuantileOptions,
): Estimated<QuantileEffect> {
  const { p, random, replicates = 2000, scale = "absolute", level = 0.95 } = options;
  for (const checked of [checkBetween(p, 0, 1, "quantile"), checkBetween(level, 0, 1, "level")]) {
    if (!checked.ok) return checked;
  }
  for (const checked of [checkVaryingSeries(control, 2, "control"), checkVaryingSeries(treatment, 2, "treatment")]) {
    if (!checked.ok) return checked;
  }
  if (!Number.isInteger(replicates) || replicates < 100) {
    return refuse("tooFew", `${replicates} resamples are too few, use 100 or more`, { replicates });
  }
  const a = sorted(control);
  const b = sorted(treatment);
  const base = quantileOfSorted(a, p);
  const reached = quantileOfSorted(b, p);
  if (scale === "relative" && base === 0) {
    return refuse("outOfRange", "the control's quantile is zero, so a relative effect does not exist");
  }
  const effect = (x: number, y: number): number => (scale === "absolute" ? y - x : (y - x) / Math.abs(x || base));
  const draws = new Float64Array(replicates);
  let below = 0;
  let above = 0;
  for (let r = 0; r < replicates; r++) {
    const drawn = effect(resampledQuantile(a, p, random), resampledQuantile(b, p, random));
    draws[r] = drawn;
    if (drawn <= 0) below += 1;
    if (drawn >= 0) above += 1;
  }
  draws.sort();
  const tail = (1 - level) / 2;
  return ok({
    estimate: effect(base, reached),
    interval: [quantileOfSorted(draws, tail), quantileOfSorted(draws, 1 - tail)],
    level,
    method: "bootstrap-quantile",
    n: a.length + b.length,
    warnings: tailWarnings(Math.min(a.length, b.length), p),
    scale,
    control: base,
    treatment: reached,
    pValue: Math.min(1, (2 * (Math.min(below, above) + 1)) / (replicates + 1)),
  });
}

function tailWarnings(n: number, p: number): Warning[] {
  const inTail = n * Math.min(p, 1 - p);
  if (inTail >= 10) return [];
  const detail = `only about ${inTail.toFixed(1)} units of the smaller arm lie beyond the quantile`;
  return [warning("experiments/small-sample", detail, { n, p })];
}
