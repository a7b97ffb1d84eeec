import { gammaDensity, normalUpper } from "../foundation/index.ts";

/**
 * P(T > t) of the noncentral t distribution with `df` ≥ 1 and noncentrality `shift`, by Simpson's rule over
 * s = √(χ²/df): ∫ P(Z > t·s − shift) f(s) ds. Absolute accuracy about 1e-9, enough for power.
 */
export function noncentralTUpper(t: number, df: number, shift: number): number {
  if (df > 1e6) return normalUpper(t - shift);
  const spread = 9 / Math.sqrt(2 * df);
  const low = Math.max(0, 1 - spread);
  const high = 1 + spread;
  const steps = 240;
  const h = (high - low) / steps;
  const integrand = (s: number): number =>
    s <= 0 ? 0 : normalUpper(t * s - shift) * df * s * gammaDensity((df * s * s) / 2, df / 2);
  let total = integrand(low) + integrand(high);
  for (let i = 1; i < steps; i++) total += (i % 2 === 1 ? 4 : 2) * integrand(low + i * h);
  return Math.min(1, Math.max(0, (total * h) / 3));
}
