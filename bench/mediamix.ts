import { pathToFileURL } from "node:url";
import { unwrap } from "@yutu/kernel";
import {
  allocateBudget,
  type BudgetChannel,
  createRandom,
  drawNormal,
  fitMediaMix,
  type MediaMixData,
  saturationCurve,
} from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";

/** A market with five channels over the given number of weeks. */
function drawMarket(weeks: number): MediaMixData {
  const random = createRandom(weeks);
  const series = (f: (t: number) => number) => Float64Array.from({ length: weeks }, (_, t) => f(t));
  const channels = Array.from({ length: 5 }, (_, i) => {
    const spend = series(() => (random.uniform() < 0.4 ? 0 : 5000 * random.uniform()));
    return { name: `channel ${i}`, exposure: spend.map((s) => s * 40), spend };
  });
  const outcome = series((t) => {
    const media = channels.reduce((sum, { spend }) => sum + (4000 * (spend[t] ?? 0)) / ((spend[t] ?? 0) + 3000), 0);
    return 60_000 + media + 4000 * Math.sin((2 * Math.PI * t) / 52) + drawNormal(random, 0, 2000);
  });
  return { outcome, periodDays: 7, firstDay: 18_000, channels };
}

const drawChannels =
  (slopes: readonly number[], more: Partial<BudgetChannel> = {}) =>
  (n: number): BudgetChannel[] => {
    const random = createRandom(n);
    return Array.from({ length: n }, (_, i) => ({
      id: `channel ${String(i).padStart(3, "0")}`,
      curve: saturationCurve(1000 + 9000 * random.uniform(), {
        kind: "hill",
        half: 200_000 * (0.2 + random.uniform()),
        slope: slopes[i % slopes.length] ?? 1,
      }),
      minimumMinor: 0,
      maximumMinor: 2_000_000,
      ...more,
    }));
  };

const spend = (channels: readonly BudgetChannel[]) =>
  unwrap(allocateBudget({ budgetMinor: 150_000 * channels.length, channels }));

/** Times the model and the optimiser. */
export function benchMediaMix(): BenchRow[] {
  return [
    measure(
      "fit, weeks of five channels",
      [104, 416],
      drawMarket,
      (data) => unwrap(fitMediaMix(data, { random: createRandom(1) })),
      1,
    ),
    measure("allocate, concave channels", [10, 80], drawChannels([0.7, 1]), spend),
    measure("allocate, S-shaped channels", [10, 80], drawChannels([0.7, 1, 1.8, 3]), spend),
    measure(
      "allocate, steps and minimum buys",
      [10, 80],
      drawChannels([1, 2], { stepMinor: 5000, minimumBuyMinor: 50_000 }),
      spend,
    ),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printRows("Media mix and budget", benchMediaMix());
}
