import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawExponential } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import { TailSample } from "./tail-sample.ts";

describe("TailSample", () => {
  it("keeps exactly the latest values, in order, and can take the latest back", () => {
    const numbers = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(
        numbers,
        fc.integer({ min: 1, max: 15 }),
        fc.integer({ min: 0, max: 10 }),
        (values, capacity, taken) => {
          const sample = new TailSample(capacity);
          for (const value of values) sample.add(value);
          sample.forgetLatest(taken);
          const kept = values.slice(-capacity).slice(0, Math.max(0, Math.min(capacity, values.length) - taken));
          const ordered = kept.sort((a, b) => a - b);
          expect(sample.size).toBe(ordered.length);
          ordered.forEach((value, i) => expect(sample.quantile((i + 0.5) / ordered.length)).toBe(value));
        },
      ),
    );
  });

  it("gives the tail chance of an exponential sample", () => {
    const random = createRandom(3);
    const sample = new TailSample(4000);
    for (let i = 0; i < 4000; i++) sample.add(drawExponential(random));
    // P(X ≥ 14) = e^−14, so −log₁₀ is 6.08.
    expect(Math.abs(sample.surpriseAbove(14, 1e-9) - 14 / Math.LN10)).toBeLessThan(1.2);
    expect(Math.abs(sample.surpriseAbove(3, 1e-9) - 3 / Math.LN10)).toBeLessThan(0.1);
  });

  it("is symmetric", () => {
    const random = createRandom(8);
    const [up, down] = [new TailSample(500), new TailSample(500)];
    for (let i = 0; i < 400; i++) {
      const value = random.uniform();
      up.add(value);
      down.add(-value);
    }
    for (const value of [0.2, 0.97, 1.5, 4]) {
      expect(down.surpriseBelow(-value, 0.001)).toBeCloseTo(up.surpriseAbove(value, 0.001), 10);
    }
  });

  it("answers by rank inside the known range and says nothing before 30 values", () => {
    const sample = new TailSample(100);
    for (let i = 0; i < 29; i++) sample.add(i);
    expect(sample.surpriseAbove(1000, 1)).toBe(0);
    for (let i = 29; i < 99; i++) sample.add(i);
    expect(sample.surpriseAbove(89, 1)).toBeCloseTo(Math.log10(100 / 11), 12);
    expect(sample.surpriseBelow(9, 1)).toBeCloseTo(Math.log10(100 / 11), 12);
  });

  it("learns a far value only in part", () => {
    const sample = new TailSample(200);
    for (let i = 0; i < 100; i++) sample.add(i);
    const before = sample.surpriseAbove(1e6, 0.001);
    sample.addBounded(1e6, 0.001, 1);
    expect(sample.surpriseAbove(1e6, 0.001)).toBeGreaterThan(before / 2);
  });
});
