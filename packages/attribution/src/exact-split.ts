/**
 * Splits `total` in proportion to `weights` so that the parts, added in any order, give exactly `total`.
 * The parts are whole multiples of `unit`; what rounding leaves goes to the largest remainders, ties to the earlier.
 */
function splitByUnit(weights: ArrayLike<number>, total: number, unit: number): Float64Array {
  const n = weights.length;
  let all = 0;
  for (let i = 0; i < n; i++) all += weights[i] ?? 0;
  const parts = new Float64Array(n);
  if (total === 0 || !(all > 0)) return parts;
  const units = total / unit;
  const remainder = new Float64Array(n);
  let left = units;
  for (let i = 0; i < n; i++) {
    const exact = ((weights[i] ?? 0) / all) * units;
    const whole = Math.floor(exact);
    parts[i] = whole;
    remainder[i] = exact - whole;
    left -= whole;
  }
  const order = Array.from(remainder.keys()).filter((i) => (weights[i] ?? 0) > 0);
  order.sort((a, b) => (remainder[b] ?? 0) - (remainder[a] ?? 0) || a - b);
  for (let k = 0; left > 0 && order.length > 0; k = (k + 1) % order.length) {
    const i = order[k] ?? 0;
    parts[i] = (parts[i] ?? 0) + 1;
    left -= 1;
  }
  for (let k = order.length - 1; left < 0; k = k > 0 ? k - 1 : order.length - 1) {
    const i = order[k] ?? 0;
    if ((parts[i] ?? 0) === 0) continue;
    parts[i] = (parts[i] ?? 0) - 1;
    left += 1;
  }
  return parts.map((p) => p * unit);
}

/**
 * Splits a total into parts that are multiples of the total's last binary digit: their sum is exact in floating
 * point, in any order, and each part is within 2⁻⁵² of the total from its real value.
 */
export function splitExactly(weights: ArrayLike<number>, total: number): Float64Array {
  if (!(total > 0)) return new Float64Array(weights.length);
  let exponent = Math.floor(Math.log2(total));
  if (2 ** exponent > total) exponent -= 1;
  return splitByUnit(weights, total, 2 ** (exponent - 52));
}

/** Splits an integer amount of minor units into integers that add up to it (largest remainder). */
export const splitMinor = (weights: ArrayLike<number>, totalMinor: number): Float64Array =>
  splitByUnit(weights, totalMinor, 1);
