import { erf, erfc } from "../special/error-function.ts";

const ROOT_TWO = Math.SQRT2;
const ONE_OVER_ROOT_TWO_PI = 0.3989422804014327;

/** Density of the standard normal distribution. */
export const normalDensity = (z: number): number => ONE_OVER_ROOT_TWO_PI * Math.exp(-0.5 * z * z);

/** Φ(z), accurate in the left tail. */
export const normalCdf = (z: number): number =>
  z < -1 ? 0.5 * erfc(-z / ROOT_TWO) : z > 1 ? 1 - 0.5 * erfc(z / ROOT_TWO) : 0.5 + 0.5 * erf(z / ROOT_TWO);

/** 1 − Φ(z), accurate in the right tail. */
export const normalUpper = (z: number): number => normalCdf(-z);

/** First guess of the upper quantile, |error| < 4.5e-4 (Abramowitz and Stegun 26.2.23). */
function upperQuantileGuess(p: number): number {
  const t = Math.sqrt(-2 * Math.log(p));
  const numerator = 2.515517 + t * (0.802853 + t * 0.010328);
  return t - numerator / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
}

/** z with Φ(z) = p, 0 < p < 1; ±∞ at the ends. A rational guess sharpened by two Halley steps. */
export function normalQuantile(p: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  if (p > 0.5) return -normalQuantile(1 - p);
  let x = upperQuantileGuess(p);
  for (let i = 0; i < 3; i++) {
    const miss = p > 0.25 ? 0.5 - p - 0.5 * erf(x / ROOT_TWO) : 0.5 * erfc(x / ROOT_TWO) - p;
    const u = miss / normalDensity(x);
    x += u / (1 - 0.5 * x * u);
  }
  return -x;
}
