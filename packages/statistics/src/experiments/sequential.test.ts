import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom, drawExponential, type Random } from "../foundation/index.ts";
import { type Arm, meanArm } from "./arm.ts";
import { type SequentialLook, type SequentialState, sequentialCriticalValue, sequentialLook } from "./sequential.ts";
import { compareArms } from "./welch.ts";

const arm = (n: number, mean: number, sd: number): Arm => ({
  kind: "mean",
  n,
  mean,
  variance: sd * sd,
  successes: null,
});

/** An experiment on skewed revenue, looked at every 40 units from 100 to 4,000 per arm. */
function* watch(random: Random, lift: number): Generator<readonly [Arm, Arm]> {
  const control = { n: 0, sum: 0, sumSquares: 0 };
  const treatment = { n: 0, sum: 0, sumSquares: 0 };
  const means = [1, 1 + lift];
  for (let n = 1; n <= 4000; n++) {
    for (const [i, s] of [control, treatment].entries()) {
      const value = drawExponential(random) * (means[i] ?? 1);
      s.n += 1;
      s.sum += value;
      s.sumSquares += value * value;
    }
    if (n >= 100 && n % 40 === 0) yield [unwrap(meanArm(control)), unwrap(meanArm(treatment))];
  }
}

describe("always-valid test", () => {
  it("Λ reaches 1/α exactly when the interval leaves zero out", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 20, max: 100_000 }),
        fc.double({ min: -2, max: 2, noNaN: true }),
        fc.integer({ min: 100, max: 50_000 }),
        (n, effect, tuning) => {
          const look = unwrap(sequentialLook(arm(n, 10, 5), arm(n, 10 + effect, 5), null, { tuning }));
          const [low, high] = look.interval ?? [0, 0];
          expect(look.evidence >= 20).toBe(low > 0 || high < 0);
          expect(look.conclusive).toBe(low > 0 || high < 0);
        },
      ),
    );
  });

  it("is narrowest near N*, within the known overhead over a fixed test", () => {
    const at = (n: number) => sequentialCriticalValue(n, 5000, 0.05) / Math.sqrt(n);
    const optimised = at(5000);
    const others = [100, 1000, 5000].map((tuning) => sequentialCriticalValue(5000, tuning, 0.05) / Math.sqrt(5000));
    expect(Math.min(...others)).toBeCloseTo(optimised, 12);
    expect(sequentialCriticalValue(5000, 5000, 0.05)).toBeGreaterThan(2.5);
    expect(sequentialCriticalValue(5000, 5000, 0.05)).toBeLessThan(3.1);
  });

  it("keeps the smallest p-value: a conclusion is never taken back", () => {
    const first = unwrap(sequentialLook(arm(2000, 10, 5), arm(2000, 11, 5), null));
    expect(first.conclusive).toBe(true);
    const second = unwrap(sequentialLook(arm(4000, 10, 5), arm(4000, 10.1, 5), first.state));
    expect(second.pValue).toBe(first.pValue);
    expect(second.conclusive).toBe(true);
    expect(second.state.looks).toBe(2);
    expect(second.evidence).toBeLessThan(first.evidence);
  });

  it("says so when the effect drifts away from the earlier intervals", () => {
    const first = unwrap(sequentialLook(arm(20_000, 10, 5), arm(20_000, 11, 5), null));
    const later = unwrap(sequentialLook(arm(90_000, 10, 5), arm(90_000, 9.5, 5), first.state));
    expect(later.warnings.map((w) => w.code)).toContain("experiments/effect-drift");
  });

  it("100 looks at 300 experiments without effect: false alarms stay below 5 %, Welch's do not", () => {
    const random = createRandom("peeking");
    let alarms = 0;
    let naive = 0;
    for (let i = 0; i < 300; i++) {
      let state: SequentialState | null = null;
      let alarmed = false;
      let fooled = false;
      for (const [a, b] of watch(random, 0)) {
        const look: SequentialLook = unwrap(sequentialLook(a, b, state));
        state = look.state;
        alarmed ||= look.conclusive;
        fooled ||= unwrap(compareArms(a, b)).pValue < 0.05;
      }
      if (alarmed) alarms += 1;
      if (fooled) naive += 1;
    }
    // at a true rate of 5 %, more than 26 of 300 would happen once in 300 runs
    expect(alarms).toBeLessThanOrEqual(26);
    expect(naive).toBeGreaterThan(60);
  });

  it("intervals cover a true effect at all looks together, and real effects are found", () => {
    const random = createRandom("sequence");
    let covered = 0;
    let found = 0;
    for (let i = 0; i < 100; i++) {
      let state: SequentialState | null = null;
      let always = true;
      for (const [a, b] of watch(random, 0.15)) {
        const look: SequentialLook = unwrap(sequentialLook(a, b, state));
        state = look.state;
        const [low, high] = look.interval ?? [1, 0];
        always &&= low <= 0.15 && 0.15 <= high;
      }
      if (always) covered += 1;
      if ((state?.pValue ?? 1) <= 0.05) found += 1;
    }
    expect(covered).toBeGreaterThanOrEqual(90);
    expect(found).toBeGreaterThan(80);
  });
});
