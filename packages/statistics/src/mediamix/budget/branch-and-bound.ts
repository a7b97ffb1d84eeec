import { type ChoicePoints, upperHull } from "./choice-points.ts";
import { type Relaxation, relax } from "./relaxation.ts";

export interface SearchResult {
  readonly spends: Float64Array;
  readonly value: number;
  /** Proven: no choice of points or open stretches is worth more. */
  readonly bound: number;
  readonly nodes: number;
}

interface Node {
  /** First and last position of each channel's points. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly hulls: readonly Int32Array[];
  readonly relaxation: Relaxation;
}

/** Position of the last point at or below a spend. */
function pointBelow(points: ChoicePoints, spend: number): number {
  let [low, high] = [0, points.spends.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((points.spends[middle] ?? 0) <= spend) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Response on the straight line between points. */
export function interpolate(points: ChoicePoints, spend: number): number {
  const k = pointBelow(points, spend);
  const [x0, y0] = [points.spends[k] ?? 0, points.responses[k] ?? 0];
  if (spend <= x0 || k + 1 >= points.spends.length) return y0;
  return y0 + (((points.responses[k + 1] ?? 0) - y0) * (spend - x0)) / ((points.spends[k + 1] ?? 1) - x0);
}

/**
 * Best division of a budget over any non-falling curves given by points. Each node bounds its part from above by the
 * curves' concave hulls (Sinha and Zoltners 1979, for the multiple-choice knapsack); the relaxed solution leaves at most
 * one channel off its curve, and that channel's range is split there. Best bound first, so the gap is known at any time.
 */
export function branchAndBound(
  points: readonly ChoicePoints[],
  budget: number,
  tolerance: number,
  maxNodes: number,
): SearchResult | null {
  const from = new Int32Array(points.length);
  const to = Int32Array.from(points, (own) => own.spends.length - 1);
  const hulls = points.map((own, c) => upperHull(own, 0, to[c] ?? 0));
  const root = relax(points, hulls, budget);
  if (root === null) return null;
  const open: Node[] = [{ from, to, hulls, relaxation: root }];
  let best = complete(points, root, budget);
  let nodes = 0;
  let closed = Number.NEGATIVE_INFINITY;
  while (open.length > 0 && nodes < maxNodes) {
    const node = takeBest(open);
    if (node.relaxation.bound <= best.value + tolerance * Math.abs(best.value)) {
      closed = Math.max(closed, node.relaxation.bound);
      break;
    }
    nodes += 1;
    for (const child of split(points, node, budget)) {
      const candidate = complete(points, child.relaxation, budget);
      if (candidate.value > best.value) best = candidate;
      open.push(child);
    }
  }
  const bound = open.reduce((highest, node) => Math.max(highest, node.relaxation.bound), Math.max(closed, best.value));
  return { ...best, bound, nodes };
}

function takeBest(open: Node[]): Node {
  let at = 0;
  for (let i = 1; i < open.length; i++) {
    if ((open[i]?.relaxation.bound ?? 0) > (open[at]?.relaxation.bound ?? 0)) at = i;
  }
  return open.splice(at, 1)[0] as Node;
}

/** Two nodes that divide the range of the channel which the relaxation left off its curve; none when it is on it. */
function split(points: readonly ChoicePoints[], node: Node, budget: number): Node[] {
  const { partial } = node.relaxation;
  if (partial === null) return [];
  const own = points[partial.channel];
  if (own === undefined) return [];
  const [first, last] = [node.from[partial.channel] ?? 0, node.to[partial.channel] ?? 0];
  const below = pointBelow(own, partial.spend);
  if (own.open[below] === 0)
    return [
      part(points, node, partial.channel, first, below, budget),
      part(points, node, partial.channel, below + 1, last, budget),
    ].flat();
  const nearer = partial.spend - (own.spends[below] ?? 0) < (own.spends[below + 1] ?? 0) - partial.spend;
  const inner = Math.max(first + 1, Math.min(last - 1, nearer ? below : below + 1));
  if (inner <= first || inner >= last) return [];
  return [
    part(points, node, partial.channel, first, inner, budget),
    part(points, node, partial.channel, inner, last, budget),
  ].flat();
}

function part(
  points: readonly ChoicePoints[],
  node: Node,
  channel: number,
  first: number,
  last: number,
  budget: number,
): Node[] {
  const own = points[channel];
  if (own === undefined || first > last) return [];
  const from = node.from.slice();
  const to = node.to.slice();
  from[channel] = first;
  to[channel] = last;
  const hulls = node.hulls.map((hull, c) => (c === channel ? upperHull(own, first, last) : hull));
  const relaxation = relax(points, hulls, budget);
  return relaxation === null ? [] : [{ from, to, hulls, relaxation }];
}

/** A possible allocation near a relaxed one: the odd channel goes to its curve, what is left goes where it fits best. */
function complete(points: readonly ChoicePoints[], relaxation: Relaxation, budget: number) {
  const spends = Float64Array.from(points, (own, c) => own.spends[relaxation.corners[c] ?? 0] ?? 0);
  const { partial } = relaxation;
  const own = partial === null ? undefined : points[partial.channel];
  if (partial !== null && own !== undefined) {
    const below = pointBelow(own, partial.spend);
    spends[partial.channel] = own.open[below] === 1 ? partial.spend : (own.spends[below] ?? 0);
  }
  fillUp(points, spends, budget);
  const value = points.reduce((sum, curve, c) => sum + interpolate(curve, spends[c] ?? 0), 0);
  return { spends, value };
}

/** Spends what is left: the best gain per unit first, a next point or part of an open stretch at a time. */
export function fillUp(points: readonly ChoicePoints[], spends: Float64Array, budget: number): void {
  let left = budget - spends.reduce((a, b) => a + b, 0);
  while (left > 1e-9) {
    let best = { channel: -1, spend: 0, gain: Number.NEGATIVE_INFINITY };
    points.forEach((own, c) => {
      const spend = spends[c] ?? 0;
      const k = pointBelow(own, spend);
      const next = own.spends[k + 1];
      if (next === undefined) return;
      const to = own.open[k] === 1 ? Math.min(next, spend + left) : next;
      if (to - spend > left + 1e-9) return;
      const gain = (interpolate(own, to) - interpolate(own, spend)) / (to - spend);
      if (gain > best.gain) best = { channel: c, spend: to, gain };
    });
    if (best.channel < 0) break;
    left -= best.spend - (spends[best.channel] ?? 0);
    spends[best.channel] = best.spend;
  }
}
