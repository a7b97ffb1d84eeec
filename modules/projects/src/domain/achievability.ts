import type { KpiDirection } from "./goal.ts";

/** Where a target lies among what finished projects of the type have reached. */
export interface Achievability {
  /** Past results compared with. */
  readonly count: number;
  /** How many of them reached what is now the target. */
  readonly reached: number;
  readonly best: number;
  readonly median: number;
  /** `usual`: at least half reached it; `ambitious`: some did; `unheard`: nobody did. */
  readonly verdict: "usual" | "ambitious" | "unheard";
}

/** @param results final values of the same metric, in any order; null when there are none to compare with */
export function placeAmong(target: number, direction: KpiDirection, results: readonly number[]): Achievability | null {
  if (results.length === 0) return null;
  const sign = direction === "up" ? 1 : -1;
  const sorted = results.toSorted((a, b) => sign * (b - a));
  const reached = sorted.filter((r) => sign * (r - target) >= 0).length;
  const middle = sorted.length / 2;
  const at = (i: number): number => sorted[i] ?? Number.NaN;
  const median = Number.isInteger(middle) ? (at(middle - 1) + at(middle)) / 2 : at(Math.floor(middle));
  const verdict = reached === 0 ? "unheard" : reached * 2 >= sorted.length ? "usual" : "ambitious";
  return { count: sorted.length, reached, best: at(0), median, verdict };
}
