import { describe, expect, it } from "vitest";
import { countSurprise } from "./count-tail.ts";

/** P(X ≥ k) of a negative binomial by summing its probabilities, size r = mean/(dispersion − 1). */
function negativeBinomialUpper(k: number, mean: number, dispersion: number): number {
  const r = mean / (dispersion - 1);
  const p = 1 / dispersion;
  let probability = p ** r;
  let below = 0;
  for (let x = 0; x < k; x++) {
    below += probability;
    probability *= ((x + r) / (x + 1)) * (1 - p);
  }
  return 1 - below;
}

describe("countSurprise", () => {
  it("is the Poisson tail when counts vary as counts do", () => {
    // P(X ≥ 5 | 2) = 1 − e^−2(1 + 2 + 2 + 4/3 + 2/3) = 0.052653
    expect(countSurprise(5, 2, 1)).toBeCloseTo(-Math.log10(0.052653), 4);
    // P(X ≤ 0 | 2) = e^−2
    expect(countSurprise(0, 2, 1)).toBeCloseTo(2 / Math.LN10, 10);
  });

  it("is the negative binomial tail when they vary more", () => {
    expect(countSurprise(12, 4, 2.5)).toBeCloseTo(-Math.log10(negativeBinomialUpper(12, 4, 2.5)), 8);
    expect(countSurprise(12, 4, 2.5)).toBeLessThan(countSurprise(12, 4, 1));
  });

  it("stays finite at the ends", () => {
    expect(countSurprise(1e6, 1, 1)).toBeLessThanOrEqual(300);
    expect(countSurprise(0, 0, 1)).toBeGreaterThanOrEqual(0);
    expect(countSurprise(3, 0, 4)).toBeGreaterThan(0);
  });
});
