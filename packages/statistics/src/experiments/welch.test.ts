import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, drawExponential, drawPoisson, type Random } from "../foundation/index.ts";
import { type Arm, meanArmOf, proportionArm, ratioArmOf } from "./arm.ts";
import type { EffectScale } from "./effect.ts";
import { checkGuardrail } from "./non-inferiority.ts";
import { compareProportions, estimateProportion } from "./proportion-interval.ts";
import { compareArms } from "./welch.ts";

const arm = (n: number, mean: number, sd: number): Arm => ({
  kind: "mean",
  n,
  mean,
  variance: sd * sd,
  successes: null,
});
const sample = (n: number, draw: () => number): number[] => Array.from({ length: n }, draw);

/** Share of 400 simulated experiments whose 95 % interval contains the truth. */
function coverage(scale: EffectScale, truth: number, draw: (random: Random) => readonly [Arm, Arm]): number {
  const random = createRandom("coverage");
  let covered = 0;
  for (let i = 0; i < 400; i++) {
    const [a, b] = draw(random);
    const [low, high] = unwrap(compareArms(a, b, { scale })).interval ?? [1, 0];
    if (low <= truth && truth <= high) covered += 1;
  }
  return covered / 400;
}

describe("Welch's test", () => {
  it("reproduces Student's sleep data as R's t.test reports it", () => {
    const drug1 = [0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2];
    const drug2 = [1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4];
    const effect = unwrap(compareArms(unwrap(meanArmOf(drug2)), unwrap(meanArmOf(drug1))));
    expect(effect.statistic).toBeCloseTo(-1.8608, 4);
    expect(effect.degreesOfFreedom).toBeCloseTo(17.776, 3);
    expect(effect.pValue).toBeCloseTo(0.07939, 5);
    expect(effect.interval?.[0]).toBeCloseTo(-3.3654832, 7);
    expect(effect.interval?.[1]).toBeCloseTo(0.2054832, 7);
  });

  it("gives the relative effect that GrowthBook's engine publishes for its test case", () => {
    const effect = unwrap(compareArms(arm(3407, 0.41, 3.9), arm(3461, 0.7, 6.2), { scale: "relative" }));
    expect(effect.estimate).toBeCloseTo(0.70732, 5);
    expect(effect.standardError).toBeCloseTo(0.37879, 5);
    expect(effect.interval?.[0]).toBeCloseTo(-0.03526, 4);
    expect(effect.interval?.[1]).toBeCloseTo(1.44989, 4);
    expect(effect.pValue).toBeCloseTo(0.06191, 4);
    const absolute = unwrap(compareArms(arm(3407, 0.41, 3.9), arm(3461, 0.7, 6.2)));
    expect(absolute.interval?.[0]).toBeCloseTo(0.04538, 4);
    expect(absolute.pValue).toBeCloseTo(0.02016, 4);
  });

  it("swapping the arms turns the absolute effect round", () => {
    const positive = fc.double({ min: 0.1, max: 50, noNaN: true });
    fc.assert(
      fc.property(positive, positive, positive, positive, (m1, s1, m2, s2) => {
        const there = unwrap(compareArms(arm(50, m1, s1), arm(70, m2, s2)));
        const back = unwrap(compareArms(arm(70, m2, s2), arm(50, m1, s1)));
        expect(back.estimate).toBeCloseTo(-there.estimate, 10);
        expect(back.pValue).toBeCloseTo(there.pValue, 10);
        expect(back.interval?.[0]).toBeCloseTo(-(there.interval?.[1] ?? 0), 9);
      }),
    );
  });

  it("intervals cover the truth: skewed revenue absolute and relative, ratio of dependent sums, conversion rates", () => {
    const revenue = (random: Random, mean: number) =>
      unwrap(meanArmOf(sample(300, () => drawExponential(random, 1 / mean))));
    expect(coverage("absolute", 2, (r) => [revenue(r, 10), revenue(r, 12)])).toBeGreaterThan(0.92);
    expect(coverage("relative", 0.2, (r) => [revenue(r, 10), revenue(r, 12)])).toBeGreaterThan(0.92);
    const basket = (random: Random, price: number): Arm => {
      const orders = sample(300, () => 1 + drawPoisson(random, 2));
      const spent = orders.map((k) => k * price * (0.5 + random.uniform()));
      return unwrap(ratioArmOf(spent, orders));
    };
    expect(coverage("absolute", 1, (r) => [basket(r, 5), basket(r, 6)])).toBeGreaterThan(0.92);
    const rate = (random: Random, p: number) =>
      unwrap(proportionArm({ n: 800, successes: sample(800, () => random.uniform()).filter((u) => u < p).length }));
    const covered = coverage("relative", 0.25, (r) => [rate(r, 0.1), rate(r, 0.125)]);
    expect(covered).toBeGreaterThan(0.92);
    expect(covered).toBeLessThan(0.985);
  });

  it("warns of few successes and of a control near zero", () => {
    const few = unwrap(
      compareArms(unwrap(proportionArm({ n: 100, successes: 3 })), unwrap(proportionArm({ n: 100, successes: 15 }))),
    );
    expect(few.warnings.map((w) => w.code)).toEqual(["experiments/small-sample"]);
    const nearZero = unwrap(compareArms(arm(100, 0.01, 5), arm(100, 1, 5), { scale: "relative" }));
    expect(nearZero.warnings.map((w) => w.code)).toEqual(["experiments/control-near-zero"]);
  });

  it.each([
    [compareArms(arm(10, 0, 0), arm(10, 0, 0)), "statistics/all-zero"],
    [compareArms(arm(10, 2, 0), arm(10, 3, 0)), "statistics/constant-series"],
    [compareArms(arm(10, 0, 1), arm(10, 3, 1), { scale: "relative" }), "statistics/out-of-range"],
    [compareArms(arm(10, 1, 1), arm(10, 3, 1), { level: 1 }), "statistics/out-of-range"],
    [compareArms(arm(10, 1, 1), unwrap(proportionArm({ n: 10, successes: 3 }))), "statistics/out-of-range"],
  ])("refuses by name %#", (result, code) => {
    expect(result.ok ? "ok" : result.error.definition.code).toBe(code);
  });
});

describe("score intervals", () => {
  it("Wilson: 81 of 263 (Newcombe 1998)", () => {
    const estimate = unwrap(estimateProportion({ n: 263, successes: 81 }));
    expect(estimate.interval?.[0]).toBeCloseTo(0.2553, 4);
    expect(estimate.interval?.[1]).toBeCloseTo(0.3662, 4);
    expect(unwrap(estimateProportion({ n: 20, successes: 0 })).interval?.[0]).toBe(0);
    // Newcombe 1998, table I: 0 of 20 gives 0 to 0.1611
    expect(unwrap(estimateProportion({ n: 20, successes: 0 })).interval?.[1]).toBeCloseTo(0.1611, 4);
  });

  it("Newcombe: 56 of 70 against 48 of 80 (Newcombe 1998, method 10)", () => {
    const [a, b] = [unwrap(proportionArm({ n: 80, successes: 48 })), unwrap(proportionArm({ n: 70, successes: 56 }))];
    const difference = unwrap(compareProportions(a, b));
    expect(difference.estimate).toBeCloseTo(0.2, 12);
    expect(difference.interval?.[0]).toBeCloseTo(0.0524, 4);
    expect(difference.interval?.[1]).toBeCloseTo(0.3339, 4);
  });
});

describe("guardrails", () => {
  it("tells safe, harmed and unclear apart", () => {
    const control = arm(10_000, 10, 5);
    const verdict = (mean: number, n: number, goal: "increase" | "decrease" = "increase") =>
      unwrap(checkGuardrail(control, arm(n, mean, 5), 0.02, goal)).verdict;
    expect(verdict(10.02, 10_000)).toBe("safe");
    expect(verdict(9.7, 10_000)).toBe("harmed");
    expect(verdict(9.95, 200)).toBe("unclear");
    expect(verdict(10.3, 10_000, "decrease")).toBe("harmed");
    expect(checkGuardrail(control, control, 0, "increase").ok).toBe(false);
  });
});
