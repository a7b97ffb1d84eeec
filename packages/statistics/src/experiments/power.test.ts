import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, drawNormal } from "../foundation/index.ts";
import { meanArmOf } from "./arm.ts";
import { experimentDuration } from "./duration.ts";
import { minimumDetectableEffect, power, sampleSize } from "./power.ts";
import type { Design } from "./power-design.ts";
import { compareArms } from "./welch.ts";

const unit: Design = { baseline: { kind: "mean", mean: 0, sd: 1 } };
const absolute = (size: number) => ({ scale: "absolute", size }) as const;

describe("power and sample size against R and SciPy", () => {
  it("two means", () => {
    // R: power.t.test(n = 20, delta = 1, sd = 1) 0.8689528; power.t.test(power = .90, delta = 1) n = 22.02110
    expect(unwrap(power(unit, absolute(1), 20)).estimate).toBeCloseTo(0.8689528, 7);
    expect(unwrap(sampleSize(unit, absolute(1), 0.9)).estimate).toBe(23);
    // Cohen 1988, table 2.4.1: d = .5, two-sided .05, power .80 needs 64 per arm
    expect(unwrap(sampleSize(unit, absolute(0.5))).estimate).toBe(64);
    // SciPy nct
    expect(unwrap(power(unit, absolute(0.5), 64)).estimate).toBeCloseTo(0.80145862336793, 8);
    expect(unwrap(power(unit, absolute(0.3), 10)).estimate).toBeCloseTo(0.09271618651002972, 8);
    expect(unwrap(power({ ...unit, ratio: 2 }, absolute(0.6), 30)).estimate).toBeCloseTo(0.7561370353712537, 8);
  });

  it("two proportions", () => {
    // R: power.prop.test(n = 50, p1 = .50, p2 = .75) 0.7401659; power = .90 needs n = 76.65294
    const design: Design = { baseline: { kind: "proportion", rate: 0.5 } };
    expect(unwrap(power(design, absolute(0.25), 50)).estimate).toBeCloseTo(0.740166, 6);
    expect(unwrap(sampleSize(design, absolute(0.25), 0.9)).estimate).toBe(77);
    expect(unwrap(power(design, { scale: "relative", size: 0.5 }, 50)).estimate).toBeCloseTo(0.740166, 6);
  });

  it("matches simulated experiments", () => {
    const random = createRandom("power");
    let found = 0;
    for (let i = 0; i < 600; i++) {
      const draw = (n: number, m: number) => unwrap(meanArmOf(Array.from({ length: n }, () => drawNormal(random, m))));
      if (unwrap(compareArms(draw(25, 0), draw(50, 0.7))).pValue < 0.05) found += 1;
    }
    const promised = unwrap(power({ ...unit, ratio: 2 }, absolute(0.7), 25)).estimate;
    expect(Math.abs(found / 600 - promised)).toBeLessThan(4 * Math.sqrt((promised * (1 - promised)) / 600));
  });

  it("sample size, power and smallest effect agree with each other", () => {
    const designs = fc.record({
      baseline: fc.oneof(
        fc.record({ kind: fc.constant("proportion" as const), rate: fc.double({ min: 0.01, max: 0.5, noNaN: true }) }),
        fc.record({
          kind: fc.constant("mean" as const),
          mean: fc.double({ min: 1, max: 100, noNaN: true }),
          sd: fc.double({ min: 0.5, max: 200, noNaN: true }),
        }),
      ),
      ratio: fc.double({ min: 0.5, max: 3, noNaN: true }),
      varianceReduction: fc.double({ min: 0, max: 0.6, noNaN: true }),
      sequentialTuning: fc.constantFrom(undefined, 5000),
    });
    fc.assert(
      fc.property(designs, fc.double({ min: 0.03, max: 0.5, noNaN: true }), ({ sequentialTuning, ...rest }, size) => {
        const design: Design = sequentialTuning === undefined ? rest : { ...rest, sequentialTuning };
        const target = { scale: "relative", size } as const;
        const n = unwrap(sampleSize(design, target)).estimate;
        expect(unwrap(power(design, target, n)).estimate).toBeGreaterThan(0.8 - 1e-6);
        if (n > 3) expect(unwrap(power(design, target, n - 1)).estimate).toBeLessThan(0.8 + 1e-6);
        expect(unwrap(minimumDetectableEffect(design, n)).estimate).toBeLessThan(size * (1 + 1e-6));
      }),
      { numRuns: 40 },
    );
  });

  it("watching, more comparisons and less variance move the size as they should", () => {
    const target = { scale: "relative", size: 0.1 } as const;
    const design: Design = { baseline: { kind: "proportion", rate: 0.1 } };
    const size = (extra: Partial<Design>) => unwrap(sampleSize({ ...design, ...extra }, target)).estimate;
    const plain = size({});
    expect(size({ sequentialTuning: 30_000 })).toBeGreaterThan(1.3 * plain);
    expect(size({ comparisons: 3 })).toBeGreaterThan(plain);
    expect(size({ varianceReduction: 0.4 })).toBeCloseTo(0.6 * plain, -1);
    expect(size({ twoSided: false })).toBeLessThan(plain);
  });

  it.each([
    [sampleSize(unit, absolute(0)), "statistics/out-of-range"],
    [sampleSize(unit, absolute(Number.NaN)), "statistics/not-finite"],
    [sampleSize({ baseline: { kind: "proportion", rate: 0.9 } }, absolute(0.2)), "statistics/out-of-range"],
    [sampleSize({ baseline: { kind: "proportion", rate: 0 } }, absolute(0.2)), "statistics/out-of-range"],
    [sampleSize({ baseline: { kind: "mean", mean: 1, sd: 0 } }, absolute(1)), "statistics/out-of-range"],
    [sampleSize(unit, absolute(1), 0.01), "statistics/out-of-range"],
    [sampleSize(unit, absolute(1e-9)), "statistics/infeasible"],
    [power(unit, absolute(1), 1), "statistics/too-few"],
    [minimumDetectableEffect(unit, 100), "statistics/out-of-range"],
  ])("refuses by name %#", (result, code) => {
    expect(result.ok ? "ok" : result.error.definition.code).toBe(code);
  });
});

describe("duration from traffic", () => {
  it("rounds up to whole weeks and keeps the weekly pattern", () => {
    // weekdays 100, weekend 300 each: 1,100 a week; 2 arms of 1,500 need 3,000 units: 2 weeks give 2,200, day 19 the rest
    const week = [100, 100, 100, 100, 100, 300, 300];
    const result = unwrap(experimentDuration([1500, 1500], [0.5, 0.5], { dailyUnits: [...week, ...week] }));
    expect(result.days).toBe(20);
    expect(result.estimate).toBe(21);
    expect(result.unitsPerArm).toEqual([1650, 1650]);
    expect(result.interval?.[0]).toBeLessThanOrEqual(21);
    expect(result.interval?.[1]).toBeGreaterThanOrEqual(21);
  });

  it("the arm with the smallest share of traffic decides, and coverage stretches", () => {
    const traffic = { dailyUnits: Array.from({ length: 14 }, () => 1000) };
    const days = (weights: number[], coverage: number) =>
      unwrap(experimentDuration([2000, 2000], weights, { ...traffic, coverage }, { wholeWeeks: false })).estimate;
    expect(days([0.5, 0.5], 1)).toBe(4);
    expect(days([0.8, 0.2], 1)).toBe(10);
    expect(days([0.8, 0.2], 0.5)).toBe(20);
  });

  it("warns of long runs and short histories, refuses bad traffic", () => {
    const slow = unwrap(experimentDuration([9000, 9000], [1, 1], { dailyUnits: [90, 110, 100] }));
    expect(slow.warnings.map((w) => w.code)).toEqual(["experiments/long-duration", "experiments/short-history"]);
    const code = (required: number[], dailyUnits: number[]) => {
      const result = experimentDuration(required, required, { dailyUnits });
      return result.ok ? "ok" : result.error.definition.code;
    };
    expect([
      code([10], [5]),
      code([10, 10], []),
      code([10, 10], [0, 0]),
      code([10, 10], [-1]),
      code([10, 0], [5]),
    ]).toEqual([
      "statistics/one-group",
      "statistics/empty-input",
      "statistics/all-zero",
      "statistics/negative-count",
      "statistics/out-of-range",
    ]);
  });
});
