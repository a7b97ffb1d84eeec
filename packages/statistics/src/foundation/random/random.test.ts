import { describe, expect, it } from "vitest";
import { mean, variance } from "../descriptive.ts";
import { binomialProbability } from "../distributions/beta-family.ts";
import { chiSquaredUpper, poissonProbability } from "../distributions/gamma-family.ts";
import { drawBinomial, drawPoisson } from "./counts.ts";
import { drawBeta, drawExponential, drawGamma, drawInteger, drawNormal, drawStudentT, shuffle } from "./draws.ts";
import { createRandom, type Random } from "./generator.ts";

const sample = (n: number, draw: () => number): Float64Array => Float64Array.from({ length: n }, draw);

/** Mean and variance of 20,000 draws within 4.5 standard errors of the truth. */
function expectMoments(draw: (r: Random) => number, m: number, v: number, kurtosis: number): void {
  const random = createRandom("moments");
  const n = 20_000;
  const values = sample(n, () => draw(random));
  expect(Math.abs(mean(values) - m)).toBeLessThan(4.5 * Math.sqrt(v / n));
  expect(Math.abs(variance(values) - v)).toBeLessThan(4.5 * v * Math.sqrt((kurtosis - 1) / n));
}

/** χ² p-value of observed against expected cell counts; cells below 5 are joined. */
function fitOf(values: Float64Array, probability: (k: number) => number): number {
  let chi = 0;
  let cells = 0;
  let observed = 0;
  let expected = 0;
  const top = Math.max(...values);
  for (let k = 0; k <= top; k++) {
    observed += values.filter((v) => v === k).length;
    expected += values.length * probability(k);
    if (expected < 5) continue;
    chi += (observed - expected) ** 2 / expected;
    cells += 1;
    observed = 0;
    expected = 0;
  }
  return chiSquaredUpper(chi, cells - 1);
}

describe("seeded random numbers", () => {
  it("repeats with the seed, differs between seeds, and forks without disturbing", () => {
    const take = (r: Random) => Array.from({ length: 5 }, () => r.uint32());
    expect(take(createRandom(7))).toEqual(take(createRandom(7)));
    expect(take(createRandom(7))).not.toEqual(take(createRandom(8)));
    expect(take(createRandom("a").fork("x"))).toEqual(take(createRandom("a").fork("x")));
    expect(take(createRandom("a").fork("x"))).not.toEqual(take(createRandom("a").fork("y")));
  });

  it("is uniform over 64 cells, singly and in successive pairs", () => {
    const random = createRandom(20260730);
    const single = new Float64Array(64);
    const pairs = new Float64Array(64);
    for (let i = 0; i < 64_000; i++) {
      const a = drawInteger(random, 64);
      single[a] = (single[a] ?? 0) + 1;
      const cell = (random.uint32() >>> 29) * 8 + (random.uint32() >>> 29);
      pairs[cell] = (pairs[cell] ?? 0) + 1;
    }
    for (const cells of [single, pairs]) {
      const p = chiSquaredUpper(
        cells.reduce((t, o) => t + (o - 1000) ** 2 / 1000, 0),
        63,
      );
      expect(p).toBeGreaterThan(1e-4);
    }
  });

  it("has the right means and variances", () => {
    expectMoments((r) => drawNormal(r, 3, 2), 3, 4, 3);
    expectMoments((r) => drawExponential(r, 2), 0.5, 0.25, 9);
    expectMoments((r) => drawGamma(r, 0.3, 2), 0.6, 1.2, 23);
    expectMoments((r) => drawGamma(r, 5, 0.5), 2.5, 1.25, 4.2);
    expectMoments((r) => drawBeta(r, 2, 6), 0.25, 12 / (64 * 9), 3.2);
    expectMoments((r) => drawStudentT(r, 12), 0, 1.2, 3.75);
    expectMoments((r) => drawPoisson(r, 130), 130, 130, 3);
    expectMoments((r) => drawBinomial(r, 1000, 0.03), 30, 29.1, 3);
  });

  it("counts follow their exact probabilities", () => {
    const random = createRandom("counts");
    const poisson = sample(8000, () => drawPoisson(random, 27.5));
    expect(fitOf(poisson, (k) => poissonProbability(k, 27.5))).toBeGreaterThan(1e-3);
    const binomial = sample(8000, () => drawBinomial(random, 90, 0.4));
    expect(fitOf(binomial, (k) => binomialProbability(k, 90, 0.4))).toBeGreaterThan(1e-3);
  });

  it("shuffles without losing anything", () => {
    const items = Array.from({ length: 50 }, (_, i) => i);
    const mixed = shuffle(createRandom(1), [...items]);
    expect(mixed).not.toEqual(items);
    expect([...mixed].sort((a, b) => a - b)).toEqual(items);
  });
});
