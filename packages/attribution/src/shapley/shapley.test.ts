import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { countPaths, type PathRow } from "../journeys/path-counts.ts";
import { orderedShapley } from "./ordered-shapley.ts";
import { shapley } from "./shapley.ts";

const NAMES = ["a", "b", "c", "d", "e", "f"];
const rowArbitrary = fc.record({
  channels: fc.array(fc.constantFrom(...NAMES), { minLength: 1, maxLength: 6 }),
  conversions: fc.integer({ min: 0, max: 5 }),
  nulls: fc.integer({ min: 1, max: 3 }),
});

/** The defining sum over all coalitions, v(S) = conversions of journeys inside S. */
function bruteForce(rows: readonly PathRow[]): number[] {
  const n = NAMES.length;
  const worth = Array.from({ length: 2 ** n }, (_, mask) =>
    rows.reduce((t, r) => (r.channels.every((c) => (mask >> NAMES.indexOf(c)) & 1) ? t + (r.conversions ?? 0) : t), 0),
  );
  const factorial = [1, 1, 2, 6, 24, 120, 720];
  const size = (mask: number): number => NAMES.filter((_, i) => (mask >> i) & 1).length;
  return NAMES.map((_, i) => {
    let total = 0;
    for (let mask = 0; mask < 2 ** n; mask++) {
      if ((mask >> i) & 1) continue;
      const s = size(mask);
      const weight = ((factorial[s] ?? 0) * (factorial[n - s - 1] ?? 0)) / (factorial[n] ?? 1);
      total += weight * ((worth[mask | (1 << i)] ?? 0) - (worth[mask] ?? 0));
    }
    return total;
  });
}

describe("Shapley value", () => {
  it("equals the sum over all coalitions", () => {
    fc.assert(
      fc.property(fc.array(rowArbitrary, { minLength: 1, maxLength: 12 }), (rows) => {
        fc.pre(rows.some((r) => r.conversions > 0));
        const credits = unwrap(shapley(unwrap(countPaths(rows)))).estimate;
        const brute = bruteForce(rows);
        NAMES.forEach((name, i) => {
          expect(credits.find((c) => c.channel === name)?.conversions ?? 0).toBeCloseTo(brute[i] ?? 0, 9);
        });
      }),
      { numRuns: 40 },
    );
  });

  it("the ordered variant tells stages apart and adds up to the plain one", () => {
    const counted = unwrap(
      countPaths([
        { channels: ["a", "b", "a"], conversions: 6 },
        { channels: ["b"], conversions: 1 },
      ]),
    );
    const result = unwrap(orderedShapley(counted));
    // a>b>a: a and b earn 3 each; a's 3 are shared by its positions 1 and 3
    expect(result.byPosition.map((p) => [p.channel, p.position, p.conversions])).toEqual([
      ["a", 1, 1.5],
      ["a", 3, 1.5],
      ["b", 1, 1],
      ["b", 2, 3],
    ]);
    expect(result.estimate).toEqual(unwrap(shapley(counted)).estimate);
    expect(result.byPosition.reduce((t, p) => t + p.conversions, 0)).toBe(7);
  });

  it("late touches count to the last position told apart", () => {
    const counted = unwrap(countPaths([{ channels: ["a", "b", "c", "d"], conversions: 4 }]));
    const late = unwrap(orderedShapley(counted, 2)).byPosition.filter((p) => p.position === 2);
    expect(late.map((p) => p.channel)).toEqual(["b", "c", "d"]);
    expect(orderedShapley(counted, 0).ok).toBe(false);
  });
});
