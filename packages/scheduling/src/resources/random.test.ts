import { describe, expect, it } from "vitest";
import { createRandom } from "./random.ts";

const take = (seed: number, count: number): number[] => {
  const random = createRandom(seed);
  return Array.from({ length: count }, () => random.next());
};

describe("createRandom", () => {
  it("repeats itself for a seed and differs between neighbouring seeds", () => {
    expect(take(7, 20)).toEqual(take(7, 20));
    const [a, b] = [take(7, 1000), take(8, 1000)];
    const correlation = a.reduce((sum, x, i) => sum + (x - 0.5) * ((b[i] ?? 0) - 0.5), 0) / 1000 / (1 / 12);
    expect(Math.abs(correlation)).toBeLessThan(0.1);
  });

  it("fills ten bins evenly (chi-square, 9 degrees of freedom, 99.9 % quantile 27.9)", () => {
    const bins = Array.from({ length: 10 }, () => 0);
    for (const x of take(3, 100_000)) bins[Math.floor(x * 10)] = (bins[Math.floor(x * 10)] ?? 0) + 1;
    expect(bins.reduce((sum, count) => sum + (count - 10_000) ** 2 / 10_000, 0)).toBeLessThan(27.9);
  });

  it("has normal deviates with the right first four moments", () => {
    const random = createRandom(11);
    const sample = Array.from({ length: 200_000 }, () => random.normal());
    const moment = (k: number): number => sample.reduce((sum, x) => sum + x ** k, 0) / sample.length;
    expect(moment(1)).toBeCloseTo(0, 1);
    expect(moment(2)).toBeCloseTo(1, 1);
    expect(moment(3)).toBeCloseTo(0, 1);
    expect(Math.abs(moment(4) - 3)).toBeLessThan(0.08);
  });

  it("keeps whole numbers below the bound", () => {
    const random = createRandom(5);
    const seen = new Set(Array.from({ length: 500 }, () => random.below(6)));
    expect([...seen].sort((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5]);
  });
});
