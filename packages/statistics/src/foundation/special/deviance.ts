import { stirlingError } from "./gamma.ts";

/** x ln(x/m) + m − x without cancellation when x is near m; x ≥ 0, m > 0 (Loader 2000, `bd0`). */
export function deviance(x: number, m: number): number {
  if (x === 0) return m;
  if (Math.abs(x - m) >= 0.1 * (x + m)) return x * Math.log(x / m) + m - x;
  const v = (x - m) / (x + m);
  let total = (x - m) * v;
  let power = 2 * x * v;
  for (let k = 1; k < 1000; k++) {
    power *= v * v;
    const next = total + power / (2 * k + 1);
    if (next === total) return next;
    total = next;
  }
  return total;
}

const LOG_TWO_PI = 1.8378770664093453;

/** ln(e^−m m^x/Γ(x+1)) for real x ≥ 0, m > 0: the Poisson probability by Loader's saddle-point form. */
export function logPoissonTerm(x: number, m: number): number {
  if (x === 0) return -m;
  return -stirlingError(x) - deviance(x, m) - 0.5 * (LOG_TWO_PI + Math.log(x));
}

/** ln of Γ(n+1)/(Γ(x+1)Γ(n−x+1)) p^x q^{n−x} for real 0 ≤ x ≤ n, q = 1 − p: Loader's saddle-point form. */
export function logBinomialTerm(x: number, n: number, p: number, q: number): number {
  const y = n - x;
  if (x === 0) return n === 0 ? 0 : p < 0.1 ? n * Math.log1p(-p) : n * Math.log(q);
  if (y === 0) return q < 0.1 ? n * Math.log1p(-q) : n * Math.log(p);
  const errors = stirlingError(n) - stirlingError(x) - stirlingError(y);
  const drift = deviance(x, n * p) + deviance(y, n * q);
  return errors - drift - 0.5 * (LOG_TWO_PI + Math.log(x) + Math.log1p(-x / n));
}
