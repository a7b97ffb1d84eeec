import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clusterPairs } from "./cluster-pairs.ts";
import { pairwiseQuality } from "./pairwise-quality.ts";
import { UnionFind } from "./union-find.ts";

const pairsOf = (links: readonly (readonly [number, number, number])[]) => ({
  left: Uint32Array.from(links, (link) => link[0]),
  right: Uint32Array.from(links, (link) => link[1]),
  probability: Float64Array.from(links, (link) => link[2]),
});

describe("clusterPairs", () => {
  it("joins transitively above the threshold", () => {
    const links = pairsOf([
      [0, 1, 0.9],
      [1, 2, 0.8],
      [3, 4, 0.4],
    ]);
    expect(clusterPairs(5, links, 0.5).clusters).toEqual([[0, 1, 2]]);
  });

  it("keeps the stronger of two links that a limit does not allow together", () => {
    const links = pairsOf([
      [0, 1, 0.7],
      [1, 2, 0.99],
    ]);
    const limit = { field: "member", values: ["a", null, "b"], maximum: 1 };
    const { clusters, refused } = clusterPairs(3, links, 0.5, [limit]);
    expect(clusters).toEqual([[1, 2]]);
    expect(refused).toEqual([{ left: 0, right: 1, probability: 0.7, field: "member" }]);
  });

  it("never breaks a limit", () => {
    const link = fc.tuple(fc.nat(9), fc.nat(9), fc.double({ min: 0.5, max: 1, noNaN: true }));
    const values = fc.array(fc.option(fc.constantFrom("a", "b", "c")), { minLength: 10, maxLength: 10 });
    fc.assert(
      fc.property(fc.array(link, { maxLength: 30 }), values, (links, held) => {
        const proper = links.filter(([a, b]) => a !== b);
        const { clusters } = clusterPairs(10, pairsOf(proper), 0.5, [{ field: "f", values: held, maximum: 1 }]);
        for (const members of clusters) {
          const distinct = new Set(members.map((m) => held[m] ?? null).filter((v) => v !== null));
          expect(distinct.size).toBeLessThanOrEqual(1);
        }
      }),
    );
  });
});

describe("UnionFind", () => {
  it("agrees with a flood fill", () => {
    const edge = fc.tuple(fc.nat(19), fc.nat(19));
    fc.assert(
      fc.property(fc.array(edge, { maxLength: 30 }), (edges) => {
        const sets = new UnionFind(20);
        for (const [a, b] of edges) sets.union(a, b);
        const label = Array.from({ length: 20 }, (_, i) => i);
        for (let round = 0; round < 20; round++) {
          for (const [a, b] of edges) label[a] = label[b] = Math.min(label[a] ?? 0, label[b] ?? 0);
        }
        for (let i = 0; i < 20; i++) {
          for (let j = 0; j < 20; j++) expect(sets.find(i) === sets.find(j)).toBe(label[i] === label[j]);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe("pairwiseQuality", () => {
  it("counts implied pairs", () => {
    const quality = pairwiseQuality(
      [[0, 1, 2]],
      [
        [0, 1],
        [3, 4],
      ],
    );
    expect(quality).toMatchObject({ truePositives: 1, falsePositives: 2, falseNegatives: 1 });
    expect(quality.precision).toBeCloseTo(1 / 3, 12);
    expect(quality.f1).toBeCloseTo(0.4, 12);
  });
});
