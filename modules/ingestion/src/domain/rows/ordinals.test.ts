import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Ordinals } from "./ordinals.ts";

describe("Ordinals", () => {
  it("counts like a map would", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(fc.constantFrom("a", "b", "536365|85123A"), fc.string())), (texts) => {
        const ordinals = new Ordinals();
        const counts = new Map<string, number>();
        for (const text of texts) {
          expect(ordinals.has(text)).toBe(counts.has(text));
          counts.set(text, (counts.get(text) ?? 0) + 1);
          expect(ordinals.next(text)).toBe(counts.get(text));
        }
        expect(ordinals.size).toBe(counts.size);
      }),
    );
  });
  it("keeps 300,000 similar texts apart", () => {
    const ordinals = new Ordinals();
    let repeated = 0;
    for (let i = 0; i < 300_000; i++) if (ordinals.next(`order ${Math.floor(i / 3)}|SKU-${i % 3}`) !== 1) repeated += 1;
    expect(repeated).toBe(0);
    expect(ordinals.size).toBe(300_000);
    expect(ordinals.next("order 7|SKU-1")).toBe(2);
  });
});
