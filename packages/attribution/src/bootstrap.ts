import { ok } from "@yutu/kernel";
import {
  checkBetween,
  drawPoisson,
  type Estimated,
  quantile,
  type Random,
  refuse,
  type Warning,
  warning,
} from "@yutu/statistics";
import type { Attribution, ChannelCredit, PathModel } from "./attribution.ts";
import type { PathCounts } from "./journeys/path-counts.ts";

/** Settings of `withBootstrapInterval`. */
export interface BootstrapOptions {
  readonly random: Random;
  /** Resamples; default 200. */
  readonly replicates?: number;
  /** Default 0.95. */
  readonly level?: number;
}

/**
 * Adds an interval per channel to a path-based model: journeys are resampled by Poisson counts of each distinct path
 * (the Poisson bootstrap), the model is refitted, and the quantiles of the shares are applied to the totals.
 * Counts below ten per path are resampled as they are; the value per conversion of a path is held fixed.
 */
export function withBootstrapInterval(
  paths: PathCounts,
  model: PathModel,
  options: BootstrapOptions,
): Estimated<Attribution> {
  const { random, replicates = 200, level = 0.95 } = options;
  const checked = checkBetween(level, 0, 1, "level");
  if (!checked.ok) return checked;
  if (!Number.isInteger(replicates) || replicates < 20) {
    return refuse("tooFew", `${replicates} resamples are too few for an interval, use 20 or more`, { replicates });
  }
  const fitted = model(paths);
  if (!fitted.ok) return fitted;
  const credits = fitted.value.estimate;
  const conversionShares = credits.map(() => new Float64Array(replicates));
  const valueShares = credits.map(() => new Float64Array(replicates));
  let kept = 0;
  for (let r = 0; r < replicates; r++) {
    const sample = resample(paths, random);
    const refitted = sample.totalConversions > 0 ? model(sample) : null;
    if (!refitted?.ok) continue;
    refitted.value.estimate.forEach((credit, i) => {
      const value = sample.totalValueMinor > 0 ? credit.valueMinor / sample.totalValueMinor : 0;
      conversionShares[i]?.fill(credit.share, kept, kept + 1);
      valueShares[i]?.fill(value, kept, kept + 1);
    });
    kept += 1;
  }
  if (kept < 20) return refuse("tooFew", "too few resamples contain a conversion", { kept });
  const at = (p: number): ChannelCredit[] =>
    credits.map((credit, i) => {
      const share = quantile(conversionShares[i]?.subarray(0, kept) ?? [0], p);
      const value = quantile(valueShares[i]?.subarray(0, kept) ?? [0], p);
      return {
        channel: credit.channel,
        conversions: share * paths.totalConversions,
        valueMinor: Math.round(value * paths.totalValueMinor),
        share,
      };
    });
  const tail = (1 - level) / 2;
  const warnings: Warning[] = [...fitted.value.warnings];
  if (paths.totalConversions < 30) {
    const detail = `${paths.totalConversions} conversions: intervals by resampling are too narrow`;
    warnings.push(warning("attribution/few-conversions", detail, { conversions: paths.totalConversions }));
  }
  return ok({ ...fitted.value, interval: [at(tail), at(1 - tail)], level, warnings });
}

/** Draws new counts and drops the paths that received none. */
function resample(paths: PathCounts, random: Random): PathCounts {
  const conversions = paths.conversions.map((c) => (c > 0 ? drawPoisson(random, c) : 0));
  const nulls = paths.nulls.map((c) => (c > 0 ? drawPoisson(random, c) : 0));
  const kept = Array.from(conversions.keys()).filter((i) => (conversions[i] ?? 0) + (nulls[i] ?? 0) > 0);
  const offsets = new Uint32Array(kept.length + 1);
  const codes = new Uint32Array(paths.codes.length);
  kept.forEach((i, k) => {
    const path = paths.codes.subarray(paths.offsets[i] ?? 0, paths.offsets[i + 1] ?? 0);
    const at = offsets[k] ?? 0;
    codes.set(path, at);
    offsets[k + 1] = at + path.length;
  });
  const pick = (from: Float64Array): Float64Array => Float64Array.from(kept, (i) => from[i] ?? 0);
  const valueMinor = Float64Array.from(kept, (i) => {
    const before = paths.conversions[i] ?? 0;
    return before > 0 ? Math.round(((paths.valueMinor[i] ?? 0) / before) * (conversions[i] ?? 0)) : 0;
  });
  const total = (values: Float64Array): number => values.reduce((a, b) => a + b, 0);
  return {
    ...paths,
    offsets,
    codes: codes.subarray(0, offsets[kept.length] ?? 0),
    conversions: pick(conversions),
    nulls: pick(nulls),
    valueMinor,
    totalConversions: total(conversions),
    totalNulls: total(nulls),
    totalValueMinor: total(valueMinor),
  };
}
