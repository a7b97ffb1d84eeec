/** A value v·e^scale that may be beyond the range of a double. */
interface Scaled {
  value: number;
  slope: number;
  scale: number;
}

const LARGE = 1e200;

/** Gauss series of ₂F₁ and its derivative at 0 ≤ z ≤ ½, rescaled when terms grow. */
function gaussSeries(a: number, b: number, c: number, z: number): Scaled {
  let term = 1;
  let value = 1;
  let slope = 0;
  let scale = 0;
  for (let k = 0; k < 1_000_000; k++) {
    const factor = ((a + k) * (b + k)) / ((c + k) * (k + 1));
    slope += term * factor * (k + 1);
    term *= factor * z;
    value += term;
    if (Math.abs(value) > LARGE || Math.abs(slope) > LARGE) {
      value /= LARGE;
      slope /= LARGE;
      term /= LARGE;
      scale += Math.log(LARGE);
    }
    const small = 1e-17 * Math.abs(value);
    if (Math.abs(term) <= small && Math.abs(factor * z) < 1) {
      if (term === 0 || Math.abs(term * factor * (k + 2)) <= 1e-17 * Math.abs(slope)) break;
    }
  }
  return { value, slope, scale };
}

/** One Taylor step of the hypergeometric differential equation from z to z + h, |h| ≤ (1 − z)/2 (DLMF 15.10.1). */
function taylorStep(a: number, b: number, c: number, z: number, h: number, at: Scaled): Scaled {
  let previous = at.value;
  let current = at.slope * h;
  let value = previous + current;
  let slope = current;
  let scale = at.scale;
  const lead = z * (1 - z);
  for (let n = 0; n < 100_000; n++) {
    const first = ((1 - 2 * z) * n + c - (a + b + 1) * z) * (n + 1);
    const next = ((n + a) * (n + b) * previous * h * h - first * current * h) / (lead * (n + 1) * (n + 2));
    previous = current;
    current = next;
    value += next;
    slope += next * (n + 2);
    if (Math.abs(value) > LARGE || Math.abs(slope) > LARGE) {
      value /= LARGE;
      slope /= LARGE;
      previous /= LARGE;
      current /= LARGE;
      scale += Math.log(LARGE);
    }
    const size = Math.max(Math.abs(next * (n + 2)), Math.abs(previous * (n + 1)));
    if (size <= 1e-17 * Math.abs(slope) && size <= 1e-17 * Math.abs(value)) break;
  }
  return { value, slope: slope / h, scale };
}

/** ₂F₁ on [0, 1) as value·e^scale: the Gauss series up to ½, then Taylor steps that halve the distance to 1. */
function onUnitInterval(a: number, b: number, c: number, z: number): Scaled {
  if (z <= 0.5) return gaussSeries(a, b, c, z);
  let at = gaussSeries(a, b, c, 0.5);
  let here = 0.5;
  while (here < z) {
    const step = Math.min(z - here, (1 - here) / 2);
    at = taylorStep(a, b, c, here, step, at);
    here = z - here <= (1 - here) / 2 ? z : here + step;
  }
  return at;
}

/**
 * ln ₂F₁(a, b; c; z) for a, b, c > 0 and 0 ≤ z < 1, where the function is ≥ 1; does not overflow.
 */
export function logHypergeometric2F1(a: number, b: number, c: number, z: number): number {
  const { value, scale } = onUnitInterval(a, b, c, z);
  return Math.log(value) + scale;
}

/**
 * Gauss's hypergeometric function ₂F₁(a, b; c; z) for real z < 1 and c not in {0, −1, −2, …}.
 * For z < 0 Pfaff's transformation is applied first (DLMF 15.8.1).
 */
export function hypergeometric2F1(a: number, b: number, c: number, z: number): number {
  if (z < 0) return (1 - z) ** -a * hypergeometric2F1(a, c - b, c, z / (z - 1));
  const { value, scale } = onUnitInterval(a, b, c, z);
  return value * Math.exp(scale);
}
