import { logPoissonTerm } from "./deviance.ts";

/** Σ x^k/((a+1)…(a+k)), k ≥ 0. */
function lowerSeries(a: number, x: number): number {
  let term = 1;
  let total = 1;
  for (let k = 1; k < 100_000; k++) {
    term *= x / (a + k);
    total += term;
    if (term < 1e-17 * total) break;
  }
  return total;
}

/** Continued fraction of Γ(a, x) e^x x^{−a} by Lentz's method (DLMF 8.9.2). */
function upperFraction(a: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - a;
  let c = 1 / tiny;
  let d = 1 / (Math.abs(b) < tiny ? tiny : b);
  let h = d;
  for (let i = 1; i < 100_000; i++) {
    const an = -i * (i - a);
    b += 2;
    const denominator = an * d + b;
    d = 1 / (Math.abs(denominator) < tiny ? tiny : denominator);
    const ratio = b + an / c;
    c = Math.abs(ratio) < tiny ? tiny : ratio;
    const change = d * c;
    h *= change;
    if (Math.abs(change - 1) < 1e-16) break;
  }
  return h;
}

/**
 * Regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 − P, each with its own relative accuracy.
 * @param a > 0 @param x ≥ 0
 */
export function incompleteGamma(a: number, x: number): { lower: number; upper: number } {
  if (x <= 0) return { lower: 0, upper: 1 };
  if (x === Number.POSITIVE_INFINITY) return { lower: 1, upper: 0 };
  const term = Math.exp(logPoissonTerm(a, x));
  if (x < a + 1) {
    const lower = Math.min(1, term * lowerSeries(a, x));
    return { lower, upper: 1 - lower };
  }
  const upper = Math.min(1, term * a * upperFraction(a, x));
  return { lower: 1 - upper, upper };
}
