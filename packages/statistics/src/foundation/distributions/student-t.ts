import { incompleteBeta } from "../special/incomplete-beta.ts";
import { invertPositive } from "./invert.ts";
import { normalQuantile, normalUpper } from "./normal.ts";

/** Degrees of freedom beyond which Student's t equals the normal to double precision. */
const NORMAL_DF = 1e12;

/** P(T > t) of Student's t with `df` > 0 degrees of freedom (need not be whole), accurate in the right tail. */
export function studentTUpper(t: number, df: number): number {
  if (t < 0) return 1 - studentTUpper(-t, df);
  if (df > NORMAL_DF) return normalUpper(t);
  if (t === Number.POSITIVE_INFINITY) return 0;
  const square = t * t;
  return 0.5 * incompleteBeta(df / 2, 0.5, df / (df + square), square / (df + square)).lower;
}

/** P(T ≤ t). */
export const studentTCdf = (t: number, df: number): number =>
  t < 0 ? studentTUpper(-t, df) : 1 - studentTUpper(t, df);

/** Two-sided p-value P(|T| ≥ |t|). */
export const studentTTwoSided = (t: number, df: number): number => Math.min(1, 2 * studentTUpper(Math.abs(t), df));

/** t with P(T ≤ t) = p, 0 < p < 1. */
export function studentTQuantile(p: number, df: number): number {
  if (p <= 0) return Number.NEGATIVE_INFINITY;
  if (p >= 1) return Number.POSITIVE_INFINITY;
  if (p === 0.5) return 0;
  if (df > NORMAL_DF) return normalQuantile(p);
  if (p < 0.5) return -upperQuantile(p, df);
  return upperQuantile(1 - p, df);
}

/** t > 0 with P(T > t) = tail, tail < ½: inverts the distribution of |T|. */
function upperQuantile(tail: number, df: number): number {
  const start = Math.max(1e-8, -normalQuantile(tail));
  const absolute = (t: number): { lower: number; upper: number } => {
    const { lower, upper } = incompleteBeta(df / 2, 0.5, df / (df + t * t), (t * t) / (df + t * t));
    return { lower: upper, upper: lower };
  };
  return invertPositive(absolute, 1 - 2 * tail, 2 * tail, start);
}
