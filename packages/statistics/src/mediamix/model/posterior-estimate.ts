import { type Estimate, quantileOfSorted, sorted, type Warning } from "../../foundation/index.ts";

/** Mean of posterior draws with the central 95 % interval. `n` is the number of periods behind the model. */
export function posteriorEstimate(draws: ArrayLike<number>, n: number, warnings: readonly Warning[] = []): Estimate {
  const ascending = sorted(draws);
  const estimate = ascending.reduce((a, b) => a + b, 0) / ascending.length;
  const interval = [quantileOfSorted(ascending, 0.025), quantileOfSorted(ascending, 0.975)] as const;
  return { estimate, interval, level: 0.95, method: "media-mix-posterior", n, warnings };
}
