import { logPoissonTerm } from "../special/deviance.ts";
import { incompleteGamma } from "../special/incomplete-gamma.ts";
import { invertPositive } from "./invert.ts";

/** Density of the gamma distribution with shape k and scale θ at x > 0. */
export const gammaDensity = (x: number, shape: number, scale = 1): number =>
  x <= 0 ? 0 : (Math.exp(logPoissonTerm(shape, x / scale)) * shape) / x;

/** P(X ≤ x) of the gamma distribution with shape k and scale θ. */
export const gammaCdf = (x: number, shape: number, scale = 1): number => incompleteGamma(shape, x / scale).lower;

/** x with P(X ≤ x) = p of the gamma distribution. */
export function gammaQuantile(p: number, shape: number, scale = 1): number {
  if (p <= 0) return 0;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  return scale * invertPositive((x) => incompleteGamma(shape, x), p, 1 - p, shape);
}

/** P(X ≤ x) of χ² with `df` degrees of freedom. */
export const chiSquaredCdf = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).lower;

/** P(X > x) of χ², accurate in the right tail: the p-value of a χ² test. */
export const chiSquaredUpper = (x: number, df: number): number => incompleteGamma(df / 2, x / 2).upper;

/** x with P(X ≤ x) = p of χ². */
export const chiSquaredQuantile = (p: number, df: number): number => gammaQuantile(p, df / 2, 2);

/** P(X ≤ k) of a Poisson variable with the given mean. */
export const poissonCdf = (k: number, mean: number): number =>
  k < 0 ? 0 : incompleteGamma(Math.floor(k) + 1, mean).upper;

/** P(X ≥ k) of a Poisson variable with the given mean. */
export const poissonUpper = (k: number, mean: number): number =>
  k <= 0 ? 1 : incompleteGamma(Math.ceil(k), mean).lower;

/** P(X = k) of a Poisson variable. */
export const poissonProbability = (k: number, mean: number): number =>
  mean === 0 ? (k === 0 ? 1 : 0) : Math.exp(logPoissonTerm(k, mean));
