import { quantile } from "../foundation/descriptive.ts";

/**
 * −log₁₀ of the chance of a residual this large, by a Weibull tail P(|r| > x) = exp(−(x/s)^k) through the median and the
 * 90 % quantile of |r|: both lie in the middle of the distribution, so up to a tenth of anomalies does not widen the
 * yardstick they are measured with. Normal noise has k ≈ 1.35 there, Laplace noise 1; k is kept in [0.6, 1.5].
 * @param smallest least believable median of |r|, so that nearly perfect fits do not alarm at rounding
 */
export function robustSurprise(residuals: ArrayLike<number>, smallest: number): (residual: number) => number {
  const sizes = Float64Array.from(residuals, Math.abs);
  const half = Math.max(quantile(sizes, 0.5), smallest);
  const most = Math.max(quantile(sizes, 0.9), half * 1.001);
  const shape = Math.min(1.5, Math.max(0.6, Math.log(Math.LN10 / Math.LN2) / Math.log(most / half)));
  const scale = most / Math.LN10 ** (1 / shape);
  return (residual) => (Math.abs(residual) / scale) ** shape / Math.LN10;
}
