import type { ChoicePoints } from "./choice-points.ts";

/** Best division of the budget over the upper hulls: an upper bound for the true curves. */
export interface Relaxation {
  readonly bound: number;
  /** Corner (position among the points) of each channel. */
  readonly corners: Int32Array;
  /** The one channel between two corners, with its spend there; null when the corners use up the budget or all is spent. */
  readonly partial: { readonly channel: number; readonly spend: number } | null;
}

/**
 * Maximises Σ hull(spend) with Σ spend ≤ budget: all hull edges steeper than a price are taken, found by bisection on the
 * price; edges at the price go in order of steepness, the last one in part. Null when the lowest points already cost too much.
 */
export function relax(
  points: readonly ChoicePoints[],
  hulls: readonly Int32Array[],
  budget: number,
): Relaxation | null {
  const at = new Int32Array(points.length);
  const spendAt = (c: number, edge: number): number => points[c]?.spends[hulls[c]?.[edge] ?? 0] ?? 0;
  const responseAt = (c: number, edge: number): number => points[c]?.responses[hulls[c]?.[edge] ?? 0] ?? 0;
  const slopeAfter = (c: number, edge: number): number =>
    edge + 1 < (hulls[c]?.length ?? 0)
      ? (responseAt(c, edge + 1) - responseAt(c, edge)) / (spendAt(c, edge + 1) - spendAt(c, edge))
      : Number.NEGATIVE_INFINITY;
  const choose = (price: number): number => {
    let cost = 0;
    for (let c = 0; c < points.length; c++) {
      let [low, high] = [0, (hulls[c]?.length ?? 1) - 1];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (slopeAfter(c, middle) > price) low = middle + 1;
        else high = middle;
      }
      at[c] = low;
      cost += spendAt(c, low);
    }
    return cost;
  };
  if (choose(Number.POSITIVE_INFINITY) > budget) return null;
  let [cheap, dear] = [-700, 700];
  for (let i = 0; i < 60; i++) {
    const price = (cheap + dear) / 2;
    if (choose(Math.exp(price)) > budget) cheap = price;
    else dear = price;
  }
  const left = budget - choose(Math.exp(dear));
  const { bound, partial } = takeEdges(points.length, at, left, { spendAt, responseAt, slopeAfter });
  return { bound, corners: Int32Array.from(at, (edge, c) => hulls[c]?.[edge] ?? 0), partial };
}

interface Edges {
  spendAt(channel: number, edge: number): number;
  responseAt(channel: number, edge: number): number;
  slopeAfter(channel: number, edge: number): number;
}

/** Spends what is left on the steepest next edges; moves `at` along and returns the bound reached. */
function takeEdges(channels: number, at: Int32Array, budget: number, edges: Edges) {
  let left = budget;
  let bound = 0;
  for (let c = 0; c < channels; c++) bound += edges.responseAt(c, at[c] ?? 0);
  let partial: Relaxation["partial"] = null;
  while (left > 0 && partial === null) {
    let best = 0;
    for (let c = 1; c < channels; c++) {
      if (edges.slopeAfter(c, at[c] ?? 0) > edges.slopeAfter(best, at[best] ?? 0)) best = c;
    }
    const edge = at[best] ?? 0;
    const slope = edges.slopeAfter(best, edge);
    if (slope === Number.NEGATIVE_INFINITY) break;
    const width = edges.spendAt(best, edge + 1) - edges.spendAt(best, edge);
    const taken = Math.min(width, left);
    bound += slope * taken;
    if (taken < width) partial = { channel: best, spend: edges.spendAt(best, edge) + taken };
    else at[best] = edge + 1;
    left -= taken;
  }
  return { bound, partial };
}
