import { pathToFileURL } from "node:url";
import { unwrap } from "@yutu/kernel";
import {
  assignVariation,
  compareArms,
  compareEventQuantiles,
  compareQuantiles,
  compareRatesBayesian,
  covariateSums,
  createRandom,
  cupedArms,
  drawExponential,
  drawInteger,
  meanArmOf,
  proportionArm,
  ratioArmOf,
  type SequentialState,
  sampleSize,
  sequentialLook,
} from "@yutu/statistics";
import { type BenchRow, measure, printRows } from "./measure.ts";

const SIZES = [100_000, 1_000_000] as const;

/** Skewed values per unit, with a covariate, for two arms. */
function drawUnits(n: number): Record<"a" | "b" | "x" | "y" | "units", Float64Array> {
  const random = createRandom(n);
  const draw = (rate: number): Float64Array => Float64Array.from({ length: n }, () => drawExponential(random, rate));
  const units = Float64Array.from({ length: n }, () => drawInteger(random, n / 10));
  return { a: draw(1), b: draw(0.98), x: draw(1), y: draw(1), units };
}

const sameSize = (n: number): number => n;

/** How many of `n` units an experiment gives to the control. */
function assignUnits(n: number): number {
  const plan = { seed: "spring", weights: [0.4, 0.3, 0.3], coverage: 0.9 };
  let control = 0;
  for (let i = 0; i < n; i++) if (unwrap(assignVariation(plan, `customer-${i}`)).variation === 0) control += 1;
  return control;
}

/** Looks at an experiment again and again, as a reader of its page does. */
function lookRepeatedly(looks: number): SequentialState | null {
  let state: SequentialState | null = null;
  for (let i = 1; i <= looks; i++) {
    const arm = (successes: number) => unwrap(proportionArm({ n: i * 100, successes }));
    state = unwrap(sequentialLook(arm(i * 10), arm(i * 11), state)).state;
  }
  return state;
}

function planSizes(count: number): void {
  const baseline = { kind: "mean", mean: 10, sd: 20 } as const;
  for (let i = 1; i <= count; i++) unwrap(sampleSize({ baseline }, { scale: "relative", size: 0.01 + (i % 50) / 500 }));
}

const benchMeans = (): BenchRow[] => [
  measure("Welch on raw values", SIZES, drawUnits, ({ a, b }) =>
    compareArms(unwrap(meanArmOf(a)), unwrap(meanArmOf(b)), { scale: "relative" }),
  ),
  measure("ratio metric on raw values", SIZES, drawUnits, ({ a, b, x, y }) =>
    compareArms(unwrap(ratioArmOf(a, x)), unwrap(ratioArmOf(b, y))),
  ),
  measure("CUPED on raw values", SIZES, drawUnits, ({ a, b, x, y }) =>
    cupedArms([unwrap(covariateSums(a, x)), unwrap(covariateSums(b, y))]),
  ),
];

const benchQuantiles = (): BenchRow[] => [
  measure("90 % quantile, 2,000 resamples", SIZES, drawUnits, ({ a, b }) =>
    compareQuantiles(a, b, { p: 0.9, random: createRandom(1) }),
  ),
  measure("90 % event quantile, 100 resamples", [20_000, 200_000], drawUnits, ({ a, b, units }) =>
    compareEventQuantiles(
      { values: a, units },
      { values: b, units },
      { p: 0.9, random: createRandom(1), replicates: 100 },
    ),
  ),
];

const benchRates = (): BenchRow[] => [
  measure("beta-binomial by units", SIZES, sameSize, (n) =>
    compareRatesBayesian(
      unwrap(proportionArm({ n, successes: n / 10 })),
      unwrap(proportionArm({ n, successes: n / 10 + n / 1000 })),
    ),
  ),
  measure("always-valid looks", [1000, 10_000], sameSize, lookRepeatedly),
];

/** Times the readings of an experiment by the number of units. */
export function benchExperiments(): BenchRow[] {
  return [
    measure("assign units", SIZES, sameSize, assignUnits),
    ...benchMeans(),
    ...benchQuantiles(),
    ...benchRates(),
    measure("sample sizes", [100, 1000], sameSize, planSizes),
  ];
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  printRows("Experiments (units)", benchExperiments());
}
