import { mean, variance } from "../../foundation/index.ts";

/**
 * Split R̂ of Gelman and others: 1 when halves of all chains agree; above about 1.1 the draws are not yet trustworthy.
 * @param chains draws of one quantity by chain
 */
export function splitRHat(chains: readonly ArrayLike<number>[]): number {
  const halves = chains.flatMap((chain) => {
    const values = Float64Array.from(chain);
    const middle = Math.floor(values.length / 2);
    return [values.subarray(0, middle), values.subarray(middle, 2 * middle)];
  });
  const n = halves[0]?.length ?? 0;
  if (n < 4) return Number.POSITIVE_INFINITY;
  const within = mean(halves.map((half) => variance(half)));
  const between = variance(halves.map((half) => mean(half)));
  if (within === 0) return between === 0 ? 1 : Number.POSITIVE_INFINITY;
  return Math.sqrt((n - 1) / n + between / within);
}
