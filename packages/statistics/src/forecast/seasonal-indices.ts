import { mean } from "../foundation/descriptive.ts";

/** Centred moving average over one full season (2×m for even m); NaN-free: ends repeat the nearest average. */
export function seasonalTrend(y: ArrayLike<number>, period: number): Float64Array {
  const n = y.length;
  const half = Math.floor(period / 2);
  const trend = new Float64Array(n);
  const even = period % 2 === 0;
  for (let t = half; t < n - half; t++) {
    let total = 0;
    for (let k = -half; k <= half; k++) total += (y[t + k] ?? 0) * (even && Math.abs(k) === half ? 0.5 : 1);
    trend[t] = total / period;
  }
  const [first, last] = [half, n - half - 1];
  for (let t = 0; t < first; t++) trend[t] = trend[first] ?? 0;
  for (let t = last + 1; t < n; t++) trend[t] = trend[last] ?? 0;
  return trend;
}

/**
 * Seasonal indices of the classical decomposition, one per phase of the first observation's season; additive ones sum
 * to 0, multiplicative ones average 1. Needs at least two seasons.
 */
export function seasonalIndices(y: ArrayLike<number>, period: number, kind: "A" | "M"): Float64Array {
  const trend = seasonalTrend(y, period);
  const half = Math.floor(period / 2);
  const byPhase: number[][] = Array.from({ length: period }, () => []);
  for (let t = half; t < y.length - half; t++) {
    const [value, level] = [y[t] ?? 0, trend[t] ?? 0];
    byPhase[t % period]?.push(kind === "A" ? value - level : level > 0 ? value / level : 1);
  }
  const neutral = kind === "A" ? 0 : 1;
  const raw = Float64Array.from(byPhase, (values) => (values.length === 0 ? neutral : mean(values)));
  const centre = mean(raw);
  if (kind === "A") return raw.map((index) => index - centre);
  return raw.map((index) => (centre > 0 ? Math.max(index / centre, 1e-6) : 1));
}

/** Autocorrelation at a lag. */
export function autocorrelation(y: ArrayLike<number>, lag: number): number {
  const middle = mean(y);
  let [cross, square] = [0, 0];
  for (let t = 0; t < y.length; t++) {
    const deviation = (y[t] ?? 0) - middle;
    square += deviation * deviation;
    if (t >= lag) cross += deviation * ((y[t - lag] ?? 0) - middle);
  }
  return square > 0 ? cross / square : 0;
}

/**
 * The seasonality test of the Theta method (Assimakopoulos and Nikolopoulos 2000): autocorrelation at the season above
 * its 90 % limit under no seasonality. Needs three seasons.
 */
export function isSeasonal(y: ArrayLike<number>, period: number): boolean {
  if (period < 2 || y.length < 3 * period) return false;
  let squares = 0;
  for (let lag = 1; lag < period; lag++) squares += autocorrelation(y, lag) ** 2;
  return autocorrelation(y, period) > 1.645 * Math.sqrt((1 + 2 * squares) / y.length);
}
