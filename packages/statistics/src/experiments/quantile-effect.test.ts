import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import {
  createRandom,
  drawExponential,
  drawInteger,
  drawNormal,
  quantile,
  standardDeviation,
} from "../foundation/index.ts";
import { compareEventQuantiles } from "./clustered-quantile.ts";
import { compareQuantiles } from "./quantile-effect.ts";

const sample = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);

describe("quantile effects", () => {
  it("gives the same interval as plain resampling", () => {
    const random = createRandom("plain");
    const a = sample(80, () => drawExponential(random));
    const b = sample(120, () => drawExponential(random, 0.7));
    const quick = unwrap(compareQuantiles(a, b, { p: 0.9, random: createRandom("quick"), replicates: 8000 }));
    const resample = (values: readonly number[]) => values.map(() => values[drawInteger(random, values.length)] ?? 0);
    const plain = sample(4000, () => quantile(resample(b), 0.9) - quantile(resample(a), 0.9));
    const spread = standardDeviation(plain);
    expect(Math.abs((quick.interval?.[0] ?? 0) - quantile(plain, 0.025))).toBeLessThan(0.15 * spread);
    expect(Math.abs((quick.interval?.[1] ?? 0) - quantile(plain, 0.975))).toBeLessThan(0.15 * spread);
    expect(quick.estimate).toBeCloseTo(quantile(b, 0.9) - quantile(a, 0.9), 12);
  });

  it("covers the true difference of medians and of 90 % quantiles", () => {
    const random = createRandom("quantile coverage");
    for (const p of [0.5, 0.9]) {
      const truth = -Math.log(1 - p) * (1 / 0.8 - 1);
      let covered = 0;
      for (let i = 0; i < 200; i++) {
        const a = sample(250, () => drawExponential(random));
        const b = sample(250, () => drawExponential(random, 0.8));
        const [low, high] = unwrap(compareQuantiles(a, b, { p, random, replicates: 300 })).interval ?? [1, 0];
        if (low <= truth && truth <= high) covered += 1;
      }
      expect(covered / 200).toBeGreaterThan(0.9);
    }
  });

  it("repeats with its seed and finds a clear effect", () => {
    const random = createRandom(5);
    const a = sample(500, () => drawNormal(random, 100, 10));
    const b = sample(500, () => drawNormal(random, 110, 10));
    const run = () => unwrap(compareQuantiles(a, b, { p: 0.5, random: createRandom(1), scale: "relative" }));
    expect(run()).toEqual(run());
    expect(run().pValue).toBeLessThan(0.01);
    expect(run().estimate).toBeCloseTo(0.1, 1);
  });

  it("widens the interval when events belong to few units", () => {
    const random = createRandom("clusters");
    const events = (shift: number) => {
      const values: number[] = [];
      const units: number[] = [];
      for (let unit = 0; unit < 60; unit++) {
        const own = drawNormal(random, shift, 3);
        for (let k = 0; k < 20; k++) {
          values.push(own + drawNormal(random));
          units.push(unit);
        }
      }
      return { values, units };
    };
    const [a, b] = [events(0), events(0)];
    const width = (r: { interval: readonly [number, number] | null }) =>
      (r.interval?.[1] ?? 0) - (r.interval?.[0] ?? 0);
    const clustered = unwrap(compareEventQuantiles(a, b, { p: 0.5, random }));
    const naive = unwrap(compareQuantiles(a.values, b.values, { p: 0.5, random }));
    expect(width(clustered)).toBeGreaterThan(2.5 * width(naive));
    expect(clustered.n).toBe(120);
  });

  it("refuses by name", () => {
    const random = createRandom(1);
    const code = (a: number[], b: number[], p = 0.5) => {
      const result = compareQuantiles(a, b, { p, random });
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect([code([], [1, 2]), code([1, 1], [1, 2]), code([1, Number.NaN], [1, 2]), code([1, 2], [1, 2], 1)]).toEqual([
      "statistics/empty-input",
      "statistics/constant-series",
      "statistics/not-finite",
      "statistics/out-of-range",
    ]);
  });
});
