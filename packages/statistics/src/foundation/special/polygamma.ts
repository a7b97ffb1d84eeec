/** B₂ₖ/(2k) and B₂ₖ for the asymptotic series of ψ and ψ′ (DLMF 5.11.2, 5.15.8). */
const DIGAMMA = [
  0.08333333333333333, -0.008333333333333333, 0.003968253968253968, -0.004166666666666667, 0.007575757575757576,
  -0.02109279609279609, 0.08333333333333333,
];
const BERNOULLI = [
  0.1666666666666667, -0.03333333333333333, 0.02380952380952381, -0.03333333333333333, 0.07575757575757576,
  -0.2531135531135531, 1.166666666666667,
];

const horner = (coefficients: readonly number[], x: number): number => coefficients.reduceRight((t, c) => t * x + c, 0);

/** ψ(x) = d ln Γ(x)/dx for x > 0. */
export function digamma(x: number): number {
  let y = x;
  let shift = 0;
  while (y < 10) {
    shift -= 1 / y;
    y += 1;
  }
  const inverseSquare = 1 / (y * y);
  return shift + Math.log(y) - 0.5 / y - inverseSquare * horner(DIGAMMA, inverseSquare);
}

/** ψ′(x) for x > 0. */
export function trigamma(x: number): number {
  let y = x;
  let shift = 0;
  while (y < 10) {
    shift += 1 / (y * y);
    y += 1;
  }
  const inverseSquare = 1 / (y * y);
  return shift + 1 / y + 0.5 * inverseSquare + (inverseSquare / y) * horner(BERNOULLI, inverseSquare);
}
