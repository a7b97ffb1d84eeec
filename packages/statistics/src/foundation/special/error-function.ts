const TWO_OVER_ROOT_PI = 1.1283791670955126;
const ONE_OVER_ROOT_PI = 0.5641895835477563;

/** erf(x) for |x| < 1.5 by a series of positive terms (DLMF 7.6.2). */
function erfSeries(x: number): number {
  const square = x * x;
  let term = x;
  let total = x;
  for (let n = 1; n < 200; n++) {
    term *= (2 * square) / (2 * n + 1);
    total += term;
    if (Math.abs(term) < 1e-17 * Math.abs(total)) break;
  }
  return TWO_OVER_ROOT_PI * Math.exp(-square) * total;
}

/** e^{x²} erfc(x) for x ≥ 1.5 by its continued fraction, evaluated from the tail (DLMF 7.9.1). */
function scaledErfcTail(x: number): number {
  const depth = Math.ceil(12 + 220 / (x * x));
  let fraction = x;
  for (let k = depth; k >= 1; k--) fraction = x + k / 2 / fraction;
  return ONE_OVER_ROOT_PI / fraction;
}

/** e^{−x²} with the rounding error of x² taken out. */
function expMinusSquare(x: number): number {
  const head = Math.round(x * 256) / 256;
  return Math.exp(-head * head) * Math.exp(-(x - head) * (x + head));
}

/** Error function. */
export function erf(x: number): number {
  if (Math.abs(x) < 1.5) return erfSeries(x);
  const tail = x > 27 || x < -27 ? 0 : expMinusSquare(x) * scaledErfcTail(Math.abs(x));
  return x > 0 ? 1 - tail : tail - 1;
}

/** Complementary error function 1 − erf(x), accurate in the far right tail. */
export function erfc(x: number): number {
  if (x < 1.5) return 1 - erf(x);
  return x > 27.3 ? 0 : expMinusSquare(x) * scaledErfcTail(x);
}

/** e^{x²} erfc(x) for x ≥ 0: the tail without underflow. */
export function scaledErfc(x: number): number {
  return x < 1.5 ? Math.exp(x * x) * erfc(x) : scaledErfcTail(x);
}
