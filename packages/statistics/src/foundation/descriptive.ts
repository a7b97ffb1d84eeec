/** Sum with Neumaier's compensation: exact to the last bit or two even when terms cancel. */
export function sum(values: ArrayLike<number>): number {
  let total = 0;
  let lost = 0;
  for (let i = 0; i < values.length; i++) {
    const x = values[i] ?? 0;
    const t = total + x;
    lost += Math.abs(total) >= Math.abs(x) ? total - t + x : x - t + total;
    total = t;
  }
  return total + lost;
}

/** Arithmetic mean of a non-empty series. */
export const mean = (values: ArrayLike<number>): number => sum(values) / values.length;

/** Variance with divisor n − `ddof` (two passes, corrected; the sample variance by default). */
export function variance(values: ArrayLike<number>, ddof = 1): number {
  const m = mean(values);
  let squares = 0;
  let drift = 0;
  for (let i = 0; i < values.length; i++) {
    const d = (values[i] ?? 0) - m;
    squares += d * d;
    drift += d;
  }
  return Math.max(0, (squares - (drift * drift) / values.length) / (values.length - ddof));
}

/** Square root of `variance`. */
export const standardDeviation = (values: ArrayLike<number>, ddof = 1): number => Math.sqrt(variance(values, ddof));

/** Sample covariance (divisor n − 1) of two series of equal length. */
export function covariance(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const mx = mean(x);
  const my = mean(y);
  let total = 0;
  for (let i = 0; i < x.length; i++) total += ((x[i] ?? 0) - mx) * ((y[i] ?? 0) - my);
  return total / (x.length - 1);
}

/** Pearson correlation; 0 when either series is constant. */
export function correlation(x: ArrayLike<number>, y: ArrayLike<number>): number {
  const scale = Math.sqrt(variance(x) * variance(y));
  return scale > 0 ? Math.max(-1, Math.min(1, covariance(x, y) / scale)) : 0;
}

/** Ascending copy as typed array (typed-array sort is numeric and fast). */
export const sorted = (values: ArrayLike<number>): Float64Array => Float64Array.from(values).sort();

/** Quantile of an ascending series by linear interpolation (Hyndman-Fan type 7, the default of R and NumPy). */
export function quantileOfSorted(ascending: ArrayLike<number>, p: number): number {
  const position = (ascending.length - 1) * p;
  const below = Math.floor(position);
  const low = ascending[below] ?? Number.NaN;
  const high = ascending[below + 1] ?? low;
  return low + (high - low) * (position - below);
}

/** Quantile of an unordered series, type 7. */
export const quantile = (values: ArrayLike<number>, p: number): number => quantileOfSorted(sorted(values), p);

/** Middle value. */
export const median = (values: ArrayLike<number>): number => quantile(values, 0.5);

/** Median absolute deviation from the median, unscaled (×1.4826 estimates a normal's standard deviation). */
export function medianAbsoluteDeviation(values: ArrayLike<number>): number {
  const middle = median(values);
  return median(Float64Array.from(values, (x) => Math.abs(x - middle)));
}
