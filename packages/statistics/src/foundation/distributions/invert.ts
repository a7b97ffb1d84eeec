import { findRoot } from "../optimise/find-root.ts";

/**
 * Inverts a cumulative distribution: finds x > 0 where `lower(x)` = p, or `upper(x)` = q = 1 − p in the right half, so
 * that both tails keep their relative accuracy. Works on ln x, hence for any scale.
 * @param start a positive first guess
 */
export function invertPositive(
  cdf: (x: number) => { lower: number; upper: number },
  p: number,
  q: number,
  start: number,
): number {
  const miss = (logX: number): number => {
    const { lower, upper } = cdf(Math.exp(logX));
    if (p <= 0.5) return lower > 0 ? Math.log(lower / p) : -1e3;
    return upper > 0 ? -Math.log(upper / q) : 1e3;
  };
  let low = Math.log(start);
  let high = low;
  for (let step = 0.5; miss(low) > 0 && low > -744; step *= 2) low = Math.max(-744, low - step);
  for (let step = 0.5; miss(high) < 0 && high < 709; step *= 2) high = Math.min(709, high + step);
  if (miss(low) > 0) return 0;
  if (miss(high) < 0) return Number.POSITIVE_INFINITY;
  return Math.exp(findRoot(miss, low, high));
}
