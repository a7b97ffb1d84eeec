import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../random.ts";
import { betaCdf, durationCdf, normalCdf } from "./distribution-function.ts";
import { type DurationEstimate, estimateFault, momentsOf, rangeOf } from "./estimate.ts";
import { samplerOf } from "./sample.ts";

const estimates: readonly DurationEstimate[] = [
  { kind: "fixed", days: 3 },
  { kind: "triangular", low: 2, mode: 3, high: 8 },
  { kind: "triangular", low: 1, mode: 1, high: 4 },
  { kind: "pert", low: 2, mode: 3, high: 10 },
  { kind: "pert", low: 1, mode: 5, high: 6, weight: 2 },
  { kind: "lognormal", mean: 5, standardDeviation: 2 },
];

describe("duration estimates", () => {
  it.each(estimates)("draws $kind with its exact moments and distribution", (estimate) => {
    const random = createRandom(17);
    const draw = samplerOf(estimate);
    const sample = Float64Array.from({ length: 100_000 }, () => draw(random));
    const { mean, variance, third } = momentsOf(estimate);
    const average = sample.reduce((sum, x) => sum + x, 0) / sample.length;
    const central = (k: number): number => sample.reduce((sum, x) => sum + (x - average) ** k, 0) / sample.length;
    expect(average).toBeCloseTo(mean, 1);
    expect(Math.abs(central(2) - variance)).toBeLessThan(0.03 * variance + 1e-9);
    expect(Math.abs(central(3) - third)).toBeLessThan(0.12 * variance ** 1.5 + 1e-9);
    for (const days of [2.5, 3, 4.2, 6]) {
      const share = sample.filter((x) => x <= days).length / sample.length;
      expect(Math.abs(share - durationCdf(estimate, days))).toBeLessThan(0.006);
    }
  });

  it("has the mean and the deviation of PERT's rule of thumb when the mode is in the middle", () => {
    // (low + 4 mode + high) / 6, and nearly (high − low) / 6: exactly (high − low) / √28.
    const { mean, variance } = momentsOf({ kind: "pert", low: 2, mode: 5, high: 8 });
    expect(mean).toBeCloseTo(5, 12);
    expect(Math.sqrt(variance)).toBeCloseTo(6 / Math.sqrt(28), 12);
    expect(momentsOf({ kind: "pert", low: 1, mode: 2, high: 9 }).mean).toBeCloseTo(3, 12);
  });

  it("agrees with tables of the distribution functions", () => {
    // Abramowitz and Stegun, table 26.1; I_x(a, b) by its polynomial for whole a and b.
    for (const [z, p] of [
      [0, 0.5],
      [1, 0.8413447461],
      [-1.96, 0.0249978951],
      [2.5, 0.9937903347],
    ]) {
      expect(normalCdf(z ?? 0)).toBeCloseTo(p ?? 0, 6);
    }
    const x = 0.3;
    expect(betaCdf(x, 2, 3)).toBeCloseTo(6 * x ** 2 - 8 * x ** 3 + 3 * x ** 4, 12);
    expect(betaCdf(0.5, 4.5, 4.5)).toBeCloseTo(0.5, 12);
    expect(betaCdf(0.9, 1, 5)).toBeCloseTo(1 - 0.1 ** 5, 12);
  });

  it("has distribution functions that rise from 0 to 1 over the range", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...estimates),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (estimate, a, b) => {
          const [low, high] = rangeOf(estimate);
          const [x, y] = [Math.min(a, b), Math.max(a, b)].map((share) => low + share * (high - low));
          expect(durationCdf(estimate, x ?? 0)).toBeLessThanOrEqual(durationCdf(estimate, y ?? 0) + 1e-9);
          expect(durationCdf(estimate, low - 1e-6)).toBeLessThan(1e-6);
          expect(durationCdf(estimate, high + 1e-6)).toBeGreaterThan(1 - 1e-6);
        },
      ),
    );
  });

  it("names what is wrong with an estimate", () => {
    expect(estimateFault({ kind: "pert", low: 3, mode: 2, high: 4 })).toBe("0 ≤ low ≤ mode ≤ high must hold");
    expect(estimateFault({ kind: "triangular", low: -1, mode: 2, high: 4 })).not.toBeNull();
    expect(estimateFault({ kind: "fixed", days: Number.NaN })).not.toBeNull();
    expect(estimateFault({ kind: "lognormal", mean: 0, standardDeviation: 1 })).not.toBeNull();
    expect(estimateFault({ kind: "pert", low: 2, mode: 2, high: 2 })).toBeNull();
  });
});
