import { findRoot } from "../optimise/find-root.ts";
import { logBinomialTerm } from "../special/deviance.ts";
import { incompleteBeta } from "../special/incomplete-beta.ts";

/** P(X ≤ x) of Beta(a, b). */
export const betaCdf = (x: number, a: number, b: number): number => incompleteBeta(a, b, x).lower;

/** Density of Beta(a, b) at 0 < x < 1. */
export const betaDensity = (x: number, a: number, b: number): number =>
  x <= 0 || x >= 1 ? 0 : (Math.exp(logBinomialTerm(a, a + b, x, 1 - x)) * ((a * b) / (a + b))) / (x * (1 - x));

/** x with P(X ≤ x) = p of Beta(a, b); found on the logit scale so that both ends keep their accuracy. */
export function betaQuantile(p: number, a: number, b: number): number {
  if (p <= 0) return 0;
  if (p >= 1) return 1;
  const miss = (logit: number): number => {
    const odds = Math.exp(-Math.abs(logit));
    const [small, large] = [odds / (1 + odds), 1 / (1 + odds)];
    const { lower, upper } = logit < 0 ? incompleteBeta(a, b, small, large) : incompleteBeta(a, b, large, small);
    if (p <= 0.5) return lower > 0 ? Math.log(lower / p) : -1e3;
    return upper > 0 ? -Math.log(upper / (1 - p)) : 1e3;
  };
  if (miss(-740) > 0) return 0;
  if (miss(740) < 0) return 1;
  return 1 / (1 + Math.exp(-findRoot(miss, -740, 740)));
}

/** P(X ≤ x) of the F distribution with d1 and d2 degrees of freedom. */
export const fCdf = (x: number, d1: number, d2: number): number =>
  x <= 0 ? 0 : incompleteBeta(d1 / 2, d2 / 2, (d1 * x) / (d1 * x + d2), d2 / (d1 * x + d2)).lower;

/** P(X > x) of the F distribution. */
export const fUpper = (x: number, d1: number, d2: number): number =>
  x <= 0 ? 1 : incompleteBeta(d1 / 2, d2 / 2, (d1 * x) / (d1 * x + d2), d2 / (d1 * x + d2)).upper;

/** P(X = k) of Binomial(n, p). */
export function binomialProbability(k: number, n: number, p: number): number {
  if (p <= 0) return k === 0 ? 1 : 0;
  if (p >= 1) return k === n ? 1 : 0;
  return Math.exp(logBinomialTerm(k, n, p, 1 - p));
}

/** P(X ≤ k) of Binomial(n, p). */
export function binomialCdf(k: number, n: number, p: number): number {
  if (k < 0) return 0;
  return k >= n ? 1 : incompleteBeta(k + 1, n - k, p).upper;
}

/** P(X ≥ k) of Binomial(n, p). */
export function binomialUpper(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  return k > n ? 0 : incompleteBeta(k, n - k + 1, p).lower;
}
