import type { Range } from "../../foundation/index.ts";

const Z = 1.959963984540054;

/** Wilson's 95 % interval of a share (1927): sound for small n and for shares near 0 and 1. */
export function wilsonInterval(hits: number, n: number): Range {
  if (n <= 0) return [0, 1];
  const share = hits / n;
  const spread = (Z * Math.sqrt((share * (1 - share) + (Z * Z) / (4 * n)) / n)) / (1 + (Z * Z) / n);
  const centre = (share + (Z * Z) / (2 * n)) / (1 + (Z * Z) / n);
  return [Math.max(0, centre - spread), Math.min(1, centre + spread)];
}
