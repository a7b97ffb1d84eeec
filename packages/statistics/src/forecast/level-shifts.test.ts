import { describe, expect, it } from "vitest";
import { drawNormal } from "../foundation/random/draws.ts";
import { createRandom } from "../foundation/random/generator.ts";
import { findLevelShifts } from "./level-shifts.ts";

const noisy = (n: number, level: (t: number) => number): number[] => {
  const random = createRandom(11);
  return Array.from({ length: n }, (_, t) => level(t) + drawNormal(random, 0, 1));
};

describe("findLevelShifts", () => {
  it("finds when and how much the level moved", () => {
    const shifts = findLevelShifts(
      noisy(200, (t) => (t < 120 ? 50 : 60)),
      14,
      2,
    );
    expect(shifts).toHaveLength(1);
    expect(Math.abs((shifts[0]?.at ?? 0) - 120)).toBeLessThanOrEqual(1);
    expect(Math.abs((shifts[0]?.size ?? 0) - 10)).toBeLessThan(1);
  });

  it("does not take noise, a slow trend or a passing wave for a shift", () => {
    expect(
      findLevelShifts(
        noisy(200, () => 50),
        14,
        2,
      ),
    ).toEqual([]);
    expect(
      findLevelShifts(
        noisy(200, (t) => 50 + t / 10),
        14,
        2,
      ),
    ).toEqual([]);
    expect(
      findLevelShifts(
        noisy(200, (t) => (t >= 100 && t < 110 ? 70 : 50)),
        14,
        2,
      ),
    ).toEqual([]);
    expect(findLevelShifts([1, 2, 3], 14, 2)).toEqual([]);
  });
});
