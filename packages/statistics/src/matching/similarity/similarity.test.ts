import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { damerauLevenshtein, editSimilarity } from "./damerau-levenshtein.ts";
import { compareDates, dateDigits } from "./dates.ts";
import { jaro, jaroWinkler } from "./jaro-winkler.ts";
import { relativeSimilarity } from "./numbers.ts";

describe("jaroWinkler", () => {
  // Winkler (1994), Advanced methods for record linkage, table of comparator values (three digits printed).
  it.each([
    ["MARTHA", "MARHTA", 0.944, 0.961],
    ["DWAYNE", "DUANE", 0.822, 0.84],
    ["DIXON", "DICKSONX", 0.767, 0.813],
    ["SHACKLEFORD", "SHACKELFORD", 0.97, 0.982],
    ["NICHLESON", "NICHULSON", 0.926, 0.956],
    ["JONES", "JOHNSON", 0.79, 0.832],
    ["MASSEY", "MASSIE", 0.889, 0.933],
    ["ABROMS", "ABRAMS", 0.889, 0.922],
    ["JERALDINE", "GERALDINE", 0.926, 0.926],
  ])("%s ~ %s", (a, b, plain, boosted) => {
    expect(jaro(a, b)).toBeCloseTo(plain, 3);
    expect(jaroWinkler(a, b)).toBeCloseTo(boosted, 3);
  });

  it("is symmetric, within [0, 1] and 1 only for equals", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c", "王"), maxLength: 8 });
    fc.assert(
      fc.property(word, word, (a, b) => {
        const s = jaroWinkler(a, b);
        expect(s).toBeCloseTo(jaroWinkler(b, a), 12);
        expect(s >= 0 && s <= 1).toBe(true);
        expect(s === 1).toBe(a === b);
      }),
    );
  });
});

/** Distance by breadth-first search over all single edits, with letters of a small alphabet. */
function searchDistance(a: string, b: string): number {
  let frontier = new Set([a]);
  const seen = new Set(frontier);
  for (let distance = 0; ; distance++) {
    if (frontier.has(b)) return distance;
    const next = new Set<string>();
    for (const edited of [...frontier].flatMap(edits)) {
      if (seen.has(edited)) continue;
      seen.add(edited);
      next.add(edited);
    }
    frontier = next;
  }
}

function edits(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i <= word.length; i++) {
    for (const c of "abc") {
      if (word.length < 5) out.push(word.slice(0, i) + c + word.slice(i));
      if (i < word.length) out.push(word.slice(0, i) + c + word.slice(i + 1));
    }
    if (i < word.length) out.push(word.slice(0, i) + word.slice(i + 1));
    if (i + 1 < word.length) out.push(word.slice(0, i) + word[i + 1] + word[i] + word.slice(i + 2));
  }
  return out;
}

describe("damerauLevenshtein", () => {
  it("counts swaps as one and edits inside swaps", () => {
    expect(damerauLevenshtein("ca", "abc")).toBe(2);
    expect(damerauLevenshtein("a cat", "an abct")).toBe(3);
    expect(damerauLevenshtein("", "abc")).toBe(3);
    expect(damerauLevenshtein("王小明", "王明小")).toBe(1);
    expect(damerauLevenshtein("𠮷田", "吉田")).toBe(1);
    expect(editSimilarity("", "")).toBe(1);
  });

  it("equals an exhaustive search and is a metric", () => {
    const word = fc.string({ unit: fc.constantFrom("a", "b", "c"), maxLength: 4 });
    fc.assert(
      fc.property(word, word, word, (a, b, c) => {
        const d = damerauLevenshtein(a, b);
        expect(d).toBe(searchDistance(a, b));
        expect(damerauLevenshtein(b, a)).toBe(d);
        expect(d).toBeLessThanOrEqual(damerauLevenshtein(a, c) + damerauLevenshtein(c, b));
      }),
      { numRuns: 40 },
    );
  });
});

describe("dates and numbers", () => {
  it("reads written dates", () => {
    expect(dateDigits("2024年3月5日")).toBe("20240305");
    expect(dateDigits("2024/03/05")).toBe("20240305");
    expect(dateDigits("20240305")).toBe("20240305");
    expect(dateDigits("5 March")).toBeNull();
  });

  it("names the slip", () => {
    expect(compareDates("19800312", "19800312")).toBe("equal");
    expect(compareDates("19800312", "19801203")).toBe("swapped");
    expect(compareDates("19800312", "19800313")).toBe("one-slip");
    expect(compareDates("19800312", "19800321")).toBe("one-slip");
    expect(compareDates("19800312", "19801125")).toBe("same-year");
    expect(compareDates("19800312", "19911125")).toBe("different");
  });

  it("grades quantities by relative distance", () => {
    expect(relativeSimilarity(100, 95, 0.1)).toBeCloseTo(0.5, 12);
    expect(relativeSimilarity(0, 0, 0.1)).toBe(1);
    expect(relativeSimilarity(0, 5, 0.1)).toBe(0);
  });
});
