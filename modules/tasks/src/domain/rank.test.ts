import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rankBetween, ranksFor } from "./rank.ts";

describe("rank", () => {
  it("always finds a place between, at the top and at the bottom", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(), { maxLength: 120 }), (places) => {
        const list = ranksFor(3);
        for (const place of places) {
          const i = place % (list.length + 1);
          const rank = rankBetween(list[i - 1] ?? null, list[i] ?? null);
          expect(rank.endsWith("0")).toBe(false);
          list.splice(i, 0, rank);
        }
        expect([...list].sort((a, b) => (a < b ? -1 : 1))).toEqual(list);
        expect(new Set(list).size).toBe(list.length);
      }),
    );
  });
  it("stays short when cards are always put on top", () => {
    let top: string | null = ranksFor(1)[0] ?? null;
    for (let n = 0; n < 200; n++) top = rankBetween(null, top);
    expect(top?.length).toBeLessThan(45);
  });
  it("gives ascending ranks for a new list of any size", () => {
    for (const count of [1, 2, 61, 62, 1000, 4000]) {
      const ranks = ranksFor(count);
      expect(new Set(ranks).size).toBe(count);
      expect([...ranks].sort((a, b) => (a < b ? -1 : 1))).toEqual(ranks);
    }
  });
  it("refuses neighbours in the wrong order", () => {
    expect(() => rankBetween("B", "A")).toThrow(RangeError);
  });
});
