import { medianAbsoluteDeviation } from "../foundation/descriptive.ts";

/** A bend of the level: slower or faster growth than before. */
export interface TrendChange {
  /** First slot of the new slope. */
  readonly at: number;
  /** Change per slot before and after. */
  readonly before: number;
  readonly after: number;
  /** Difference in standard errors. */
  readonly strength: number;
}

interface Line {
  readonly slope: number;
  /** Variance of the slope for unit noise. */
  readonly variance: number;
}

/** Least squares slope of the slots from … to (exclusive); prefix sums make it constant time. */
function lineOver(sums: readonly [Float64Array, Float64Array], from: number, to: number): Line {
  const n = to - from;
  const [values, moments] = sums;
  const total = (values[to] ?? 0) - (values[from] ?? 0);
  const moment = (moments[to] ?? 0) - (moments[from] ?? 0);
  const centre = from + (n - 1) / 2;
  const squares = (n * (n * n - 1)) / 12;
  return { slope: (moment - centre * total) / squares, variance: 1 / squares };
}

/** Noise of a level series after a short moving line, inflated for the correlation of neighbours. */
function noiseOf(y: ArrayLike<number>): number {
  const bends: number[] = [];
  for (let t = 1; t + 1 < y.length; t++) bends.push((y[t] ?? 0) - ((y[t - 1] ?? 0) + (y[t + 1] ?? 0)) / 2);
  return Math.max((1.4826 * medianAbsoluteDeviation(bends)) / Math.sqrt(1.5), 1e-12);
}

/**
 * Bends where the slopes of the `window` slots before and after differ by more than `leastStrength` standard errors and
 * enough to matter over the window. Slopes of long series are judged against how slopes usually differ in this series.
 * @param level a series without season and level shifts; @param smallest least change of level over a window
 */
export function findTrendChanges(
  level: ArrayLike<number>,
  window: number,
  smallest: number,
  leastStrength = 5,
): TrendChange[] {
  const n = level.length;
  if (n < 2 * window + 2) return [];
  const sums = [new Float64Array(n + 1), new Float64Array(n + 1)] as const;
  for (let t = 0; t < n; t++) {
    sums[0][t + 1] = (sums[0][t] ?? 0) + (level[t] ?? 0);
    sums[1][t + 1] = (sums[1][t] ?? 0) + t * (level[t] ?? 0);
  }
  const differences = Float64Array.from({ length: n - 2 * window + 1 }, (_, i) => {
    return lineOver(sums, i + window, i + 2 * window).slope - lineOver(sums, i, i + window).slope;
  });
  const error = noiseOf(level) * Math.sqrt(2 * lineOver(sums, 0, window).variance);
  const usual = n >= 6 * window ? 1.4826 * medianAbsoluteDeviation(differences) : 0;
  const found: TrendChange[] = [];
  differences.forEach((difference, i) => {
    const size = Math.abs(difference);
    const strength = size / Math.max(error, usual / 2);
    if (strength < leastStrength || size * window < smallest) return;
    const near = differences.subarray(Math.max(0, i - window), i + window + 1);
    if (
      near.some((other, k) => Math.abs(other) > size || (Math.abs(other) === size && Math.max(0, i - window) + k < i))
    )
      return;
    const at = i + window;
    const [before, after] = [lineOver(sums, i, at).slope, lineOver(sums, at, at + window).slope];
    found.push({ at, before, after, strength });
  });
  return found;
}
