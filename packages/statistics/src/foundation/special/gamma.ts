/** ζ(k) − 1 for k = 2, 3, …: coefficients of the Taylor series of ln Γ at 2 (DLMF 5.7.3). */
const ZETA_MINUS_ONE = [
  0.6449340668482264, 0.2020569031595943, 0.08232323371113819, 0.03692775514336993, 0.01734306198444914,
  0.008349277381922827, 0.00407735619794434, 0.002008392826082214, 9.945751278180853e-4, 4.941886041194646e-4,
  2.460865533080483e-4, 1.227133475784891e-4, 6.124813505870483e-5, 3.058823630702049e-5, 1.528225940865187e-5,
  7.63719763789976e-6, 3.81729326499984e-6, 1.908212716553939e-6, 9.53962033872796e-7, 4.769329867878066e-7,
  2.38450502727733e-7, 1.192199259653111e-7, 5.960818905125948e-8, 2.980350351465228e-8, 1.490155482836504e-8,
  7.45071178983543e-9, 3.725334024788457e-9, 1.862659723513049e-9,
];
const EULER_GAMMA = 0.5772156649015329;
const HALF_LOG_TWO_PI = 0.9189385332046728;

/** B₂ₖ/(2k(2k−1)): Stirling's series (DLMF 5.11.1). */
const STIRLING = [
  0.08333333333333333, -0.002777777777777778, 7.936507936507937e-4, -5.952380952380953e-4, 8.417508417508417e-4,
  -0.001917526917526918, 0.00641025641025641, -0.02955065359477124,
];

/** ln Γ(2 + z) for |z| ≤ ½; exact zeros at z = −1 and 0 keep their relative accuracy. */
function logGammaNearTwo(z: number): number {
  let power = -z;
  let total = z * (1 - EULER_GAMMA);
  for (let k = 2; k < ZETA_MINUS_ONE.length + 2; k++) {
    power *= -z;
    total += (power * (ZETA_MINUS_ONE[k - 2] ?? 0)) / k;
  }
  return total;
}

/** ln Γ(x) − [(x − ½) ln x − x + ½ ln 2π] for x ≥ 10. */
function stirlingTail(x: number): number {
  const inverseSquare = 1 / (x * x);
  let total = 0;
  for (let i = STIRLING.length - 1; i >= 0; i--) total = total * inverseSquare + (STIRLING[i] ?? 0);
  return total / x;
}

/**
 * Natural logarithm of the gamma function for x > 0, about 15 correct digits, also near its zeros at 1 and 2.
 * Source: NIST DLMF 5.7 and 5.11.
 */
export function logGamma(x: number): number {
  if (x < 0.5) return logGammaNearTwo(x) - Math.log(x) - Math.log1p(x);
  if (x <= 1.5) return logGammaNearTwo(x - 1) - Math.log1p(x - 1);
  if (x <= 2.5) return logGammaNearTwo(x - 2);
  if (x < 10) {
    let product = 1;
    let y = x;
    while (y > 2.5) {
      y -= 1;
      product *= y;
    }
    return Math.log(product) + logGammaNearTwo(y - 2);
  }
  return (x - 0.5) * Math.log(x) - x + HALF_LOG_TWO_PI + stirlingTail(x);
}

/** Error of Stirling's formula, ln Γ(n + 1) − [(n + ½) ln n − n + ½ ln 2π], n > 0 (Loader 2000). */
export function stirlingError(n: number): number {
  if (n >= 10) return stirlingTail(n);
  return logGamma(n + 1) - ((n + 0.5) * Math.log(n) - n + HALF_LOG_TWO_PI);
}

/** ln B(a, b) for a, b > 0, without cancellation when one of them is large. */
export function logBeta(a: number, b: number): number {
  const small = Math.min(a, b);
  const large = Math.max(a, b);
  if (small >= 10) {
    const tails = stirlingTail(small) + stirlingTail(large) - stirlingTail(small + large);
    const h = small / large;
    return (
      HALF_LOG_TWO_PI - 0.5 * Math.log(large) + (small - 0.5) * Math.log(h / (1 + h)) - large * Math.log1p(h) + tails
    );
  }
  if (large >= 10) {
    const tails = stirlingTail(large) - stirlingTail(small + large);
    return (
      logGamma(small) + tails + small - small * Math.log(small + large) + (large - 0.5) * -Math.log1p(small / large)
    );
  }
  return logGamma(small) + logGamma(large) - logGamma(small + large);
}

/** ln C(n, k) for real 0 ≤ k ≤ n. */
export const logChoose = (n: number, k: number): number => -Math.log(n + 1) - logBeta(n - k + 1, k + 1);
