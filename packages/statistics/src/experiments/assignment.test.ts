import { GrowthBook } from "@growthbook/growthbook";
import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { createRandom, drawInteger } from "../foundation/index.ts";
import {
  type AllocationPlan,
  assignVariation,
  bucketOf,
  bucketRanges,
  fnv1a32,
  type HashVersion,
} from "./assignment.ts";
import { checkSampleRatio } from "./sample-ratio.ts";

/** Variation the SDK chooses, −1 when the unit is left out. */
function sdkVariation(plan: AllocationPlan, unit: string): number {
  const sdk = new GrowthBook({ attributes: { id: unit } });
  const { namespace } = plan;
  const result = sdk.run({
    key: plan.seed,
    variations: plan.weights.map((_, i) => i) as [number, number, ...number[]],
    weights: [...plan.weights],
    hashVersion: plan.hashVersion ?? 2,
    ...(plan.coverage === undefined ? {} : { coverage: plan.coverage }),
    ...(namespace ? { namespace: [namespace.name, ...namespace.range] as [string, number, number] } : {}),
  });
  sdk.destroy();
  return result.inExperiment ? result.variationId : -1;
}

const PLANS: readonly Omit<AllocationPlan, "seed" | "hashVersion">[] = [
  { weights: [0.5, 0.5] },
  { weights: [0.334, 0.333, 0.333], coverage: 0.7 },
  { weights: [0.1, 0.2, 0.3, 0.4], coverage: 0.35 },
  { weights: [1, 0] },
  { weights: [0.5, 0.5], namespace: { name: "首页", range: [0.2, 0.65] } },
  { weights: [0.9, 0.1], coverage: 0.5, namespace: { name: "checkout", range: [0, 0.5] } },
];

describe("assignment", () => {
  it("hashes like the reference vectors of FNV-1a (Fowler, Noll, Vo)", () => {
    expect(["", "a", "foobar"].map(fnv1a32)).toEqual([0x811c9dc5, 0xe40c292c, 0xbf9cf968]);
  });

  it.each([1, 2] as const)("agrees with the GrowthBook SDK for hash version %i", (hashVersion: HashVersion) => {
    const random = createRandom(hashVersion);
    let compared = 0;
    for (const [p, plan] of PLANS.entries()) {
      for (let i = 0; i < 150; i++) {
        const unit = i % 3 === 0 ? `客户${drawInteger(random, 1e6)}` : `${drawInteger(random, 1e9)}`;
        const full: AllocationPlan = { ...plan, hashVersion, seed: `实验-${p}-${i % 7}` };
        expect(unwrap(assignVariation(full, unit)).variation ?? -1).toBe(sdkVariation(full, unit));
        compared += 1;
      }
    }
    expect(compared).toBe(900);
  });

  it("splits by the weights, and independently between experiments", () => {
    const units = Array.from({ length: 20_000 }, (_, i) => `u${i}`);
    const plan = (seed: string): AllocationPlan => ({ seed, weights: [0.2, 0.3, 0.5] });
    const first = units.map((u) => unwrap(assignVariation(plan("a"), u)).variation ?? -1);
    const counts = [0, 1, 2].map((v) => first.filter((x) => x === v).length);
    expect(unwrap(checkSampleRatio(counts, [0.2, 0.3, 0.5])).mismatch).toBe(false);
    const inBoth = units.filter(
      (u, i) => first[i] === 0 && unwrap(assignVariation(plan("b"), u)).variation === 0,
    ).length;
    expect(Math.abs(inBoth - 800)).toBeLessThan(4 * Math.sqrt(800));
  });

  it("raising the coverage moves nobody who takes part already", () => {
    for (let i = 0; i < 2000; i++) {
      const at = (coverage: number) =>
        unwrap(assignVariation({ seed: "s", weights: [0.5, 0.5], coverage }, `u${i}`)).variation;
      const before = at(0.3);
      if (before !== null) expect(at(0.8)).toBe(before);
    }
  });

  it("keeps experiments of one namespace apart", () => {
    const within = (from: number, to: number, unit: string) =>
      unwrap(
        assignVariation({ seed: `${from}`, weights: [0.5, 0.5], namespace: { name: "n", range: [from, to] } }, unit),
      ).variation;
    let taken = 0;
    for (let i = 0; i < 1000; i++) {
      const [a, b] = [within(0, 0.4, `u${i}`), within(0.4, 1, `u${i}`)];
      expect(a !== null && b !== null).toBe(false);
      if (a !== null || b !== null) taken += 1;
    }
    expect(taken).toBe(1000);
  });

  it("places in thousandths or ten-thousandths", () => {
    expect(bucketOf("s", "u", 1) * 1000).toBeCloseTo(Math.round(bucketOf("s", "u", 1) * 1000), 9);
    expect(bucketOf("s", "u", 2) * 10_000).toBeCloseTo(Math.round(bucketOf("s", "u", 2) * 10_000), 9);
  });

  it.each([
    [bucketRanges([1]), "statistics/one-group"],
    [bucketRanges([0.5, 0.6]), "statistics/out-of-range"],
    [bucketRanges([0.5, Number.NaN]), "statistics/not-finite"],
    [bucketRanges([1.5, -0.5]), "statistics/out-of-range"],
    [bucketRanges([0.5, 0.5], 1.2), "statistics/out-of-range"],
    [assignVariation({ seed: "s", weights: [0.5, 0.5] }, ""), "statistics/empty-input"],
  ])("refuses by name %#", (result, code) => {
    expect(result.ok ? "ok" : result.error.definition.code).toBe(code);
  });
});
