import { describe, expect, it } from "vitest";
import { fitCroston, fitTsb, isIntermittent } from "./intermittent.ts";

describe("intermittent demand", () => {
  it("follows Croston's recursion with the Syntetos-Boylan factor by hand", () => {
    // Demands 6 (after 3 slots), 2 (after 2), 4 (after 1), α = .5: size 6 → 4 → 4; interval 3 → 2.5 → 1.75.
    const { rate } = fitCroston([0, 0, 6, 0, 2, 4, 0], 0.5);
    expect(rate).toBeCloseTo((0.75 * 4) / 1.75, 12);
  });

  it("follows the recursion of Teunter, Syntetos and Babai by hand", () => {
    // First demand 6 in slot 3: chance 1/3. Then 0, 2: chance 1/6, then 7/12; size 6 → 4 (α = β = .5).
    expect(fitTsb([0, 0, 6, 0, 2], 0.5, 0.5).rate).toBeCloseTo((7 / 12) * 4, 12);
  });

  it("falls while nothing sells, unlike Croston", () => {
    const dying = [3, 0, 2, 0, 4, ...Array.from({ length: 30 }, () => 0)];
    expect(fitTsb(dying).rate).toBeLessThan(0.15);
    expect(fitCroston(dying).rate).toBeGreaterThan(1);
  });

  it("recognises intermittence and survives silence", () => {
    expect(isIntermittent([0, 1, 0, 2])).toBe(true);
    expect(isIntermittent([1, 1, 0, 2, 3])).toBe(false);
    expect(isIntermittent([0, 0])).toBe(false);
    expect(fitTsb([0, 0, 0])).toEqual({ rate: 0, sigma: 0 });
    expect(fitCroston([0, 0, 0]).rate).toBe(0);
  });
});
