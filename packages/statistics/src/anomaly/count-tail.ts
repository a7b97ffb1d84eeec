import { betaCdf } from "../foundation/distributions/beta-family.ts";
import { poissonCdf, poissonUpper } from "../foundation/distributions/gamma-family.ts";

/**
 * −log₁₀ of the two-ended chance of a count this far from its expectation: Poisson, or negative binomial when counts
 * vary more than their mean. A shop that sells 2 a day and sells 5 today is not an incident; one that sells 200 and sells 500 is.
 * @param mean expected count, ≥ 0 (a zero is read as half a count); @param dispersion variance/mean, ≤ 1 means Poisson
 */
export function countSurprise(count: number, mean: number, dispersion: number): number {
  const centre = Math.max(mean, 0.5);
  const chance = count >= centre ? upperTail(count, centre, dispersion) : lowerTail(count, centre, dispersion);
  return Math.min(300, Math.max(0, -Math.log10(Math.max(chance, 1e-300))));
}

/** P(X ≥ k); negative binomial with variance = dispersion·mean through the regularised incomplete beta. */
function upperTail(count: number, mean: number, dispersion: number): number {
  const k = Math.ceil(count);
  if (k <= 0) return 1;
  if (dispersion <= 1.001) return poissonUpper(k, mean);
  return betaCdf((dispersion - 1) / dispersion, k, mean / (dispersion - 1));
}

/** P(X ≤ k). */
function lowerTail(count: number, mean: number, dispersion: number): number {
  const k = Math.floor(count);
  if (k < 0) return 1e-300;
  if (dispersion <= 1.001) return poissonCdf(k, mean);
  return betaCdf(1 / dispersion, mean / (dispersion - 1), k + 1);
}
