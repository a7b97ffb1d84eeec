import { UnionFind } from "./union-find.ts";

/** At most `maximum` different values of a field in one cluster, e.g. one member number per person. */
export interface ClusterLimit {
  readonly field: string;
  readonly values: readonly (string | null)[];
  readonly maximum: number;
}

export interface RefusedJoin {
  readonly left: number;
  readonly right: number;
  readonly probability: number;
  /** The field whose limit would have broken. */
  readonly field: string;
}

/**
 * Joins records by pairs at or above `threshold`, best first, and leaves out joins that would break a limit: with two
 * conflicting links the stronger one stands.
 * @returns clusters of two or more records, and the refused joins
 */
export function clusterPairs(
  n: number,
  pairs: { readonly left: Uint32Array; readonly right: Uint32Array; readonly probability: Float64Array },
  threshold: number,
  limits: readonly ClusterLimit[] = [],
): { readonly clusters: number[][]; readonly refused: readonly RefusedJoin[] } {
  const order = Array.from(pairs.probability.keys()).filter((p) => (pairs.probability[p] ?? 0) >= threshold);
  order.sort((p, q) => (pairs.probability[q] ?? 0) - (pairs.probability[p] ?? 0) || p - q);
  const sets = new UnionFind(n);
  const held = limits.map((limit) => limit.values.map((value) => (value === null ? null : new Set([value]))));
  const refused: RefusedJoin[] = [];
  for (const p of order) {
    const [left, right] = [pairs.left[p] ?? 0, pairs.right[p] ?? 0];
    const [a, b] = [sets.find(left), sets.find(right)];
    if (a === b) continue;
    const merged = held.map((values) => union(values[a] ?? null, values[b] ?? null));
    const broken = limits.findIndex((limit, l) => (merged[l]?.size ?? 0) > limit.maximum);
    if (broken >= 0) {
      refused.push({ left, right, probability: pairs.probability[p] ?? 0, field: limits[broken]?.field ?? "" });
      continue;
    }
    sets.union(a, b);
    const root = sets.find(a);
    held.forEach((values, l) => {
      values[root] = merged[l] ?? null;
    });
  }
  return { clusters: sets.groups(2), refused };
}

const union = (a: Set<string> | null, b: Set<string> | null): Set<string> | null =>
  a === null ? b : b === null ? a : new Set([...a, ...b]);
