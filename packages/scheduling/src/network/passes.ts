import { PINNED } from "./bounds.ts";
import { NODE } from "./graph.ts";
import { edgeInstant, greatestPosition, leastPosition, type Net, type Places, putAt } from "./link-rule.ts";
import { at, NO_LOWER, NO_UPPER } from "./typed.ts";

/** Counts of one instant on every axis of a net, so that a plan-wide limit costs a node no search. */
export const countsOf = (net: Net, instant: number): Int32Array =>
  Int32Array.from(net.graph.axes, (axis) => axis.count(instant));

/** What a forward pass is given besides the net: the plan's first instant by axis, and wished positions by node. */
export interface ForwardLimits {
  readonly floorOf: Int32Array;
  readonly wish: Int32Array | null;
}

/** Earliest position of a node under its predecessors as placed, its own limits and the plan's. O(in-degree). */
export function forwardPosition(net: Net, places: Places, node: number, limits: ForwardLimits): number {
  const { graph, bounds } = net;
  const lower = at(bounds.lower, node);
  if ((at(bounds.flags, node) & PINNED) !== 0) return lower;
  const first = at(graph.inFirst, node);
  const end = at(graph.inFirst, node + 1);
  const kind = at(graph.kind, node);
  if (kind === NODE.ROLLUP_START) {
    let least = NO_UPPER;
    for (let e = first; e < end; e++) least = Math.min(least, edgeInstant(net, places, at(graph.inEdges, e)));
    return least;
  }
  let position = lower;
  if (kind <= NODE.MILESTONE || kind === NODE.GATE) {
    position = Math.max(position, at(limits.floorOf, at(graph.axisOf, node)));
    if (limits.wish !== null) position = Math.max(position, at(limits.wish, node));
  }
  for (let e = first; e < end; e++) {
    const least = leastPosition(net, places, at(graph.inEdges, e));
    if (least > position) position = least;
  }
  return position;
}

/** Places every node as early as it may stand, in topological order. O(n + m). */
export function forwardPass(net: Net, places: Places, limits: ForwardLimits): void {
  for (const node of net.graph.order) putAt(net, places, node, forwardPosition(net, places, node, limits));
}

/**
 * What a backward pass is given: the plan's last instant by axis or none, the nodes it is about or all, and a schedule
 * that tells which part of a summary starts first (only that one is held by what waits for the summary's start).
 */
export interface BackwardLimits {
  readonly ceilingOf: Int32Array | null;
  readonly scope: Uint8Array | null;
  readonly reference: Places | null;
}

/** Whether an edge into the roll-up of a summary's start is one that could move it. */
export function leadsSummary(places: Places, node: number, rollup: number): boolean {
  return at(places.start, node) <= at(places.position, rollup);
}

/** Latest position of a node under its successors as placed, its own limits and the plan's. O(out-degree). */
export function backwardPosition(net: Net, places: Places, node: number, limits: BackwardLimits): number {
  const { graph, bounds } = net;
  if ((at(bounds.flags, node) & PINNED) !== 0) return at(bounds.lower, node);
  let position = at(bounds.upper, node);
  if (limits.ceilingOf !== null) {
    position = Math.min(position, at(limits.ceilingOf, at(graph.axisOf, node)) - at(bounds.duration, node));
  }
  const { scope, reference } = limits;
  for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
    const edge = at(graph.outEdges, e);
    const to = at(graph.to, edge);
    if (scope !== null && at(scope, to) === 0) continue;
    if (at(places.position, to) >= NO_UPPER / 2) continue;
    if (at(graph.kind, to) === NODE.ROLLUP_START && reference !== null && !leadsSummary(reference, node, to)) continue;
    const greatest = greatestPosition(net, places, edge);
    if (greatest < position) position = greatest;
  }
  return position;
}

/** A position that nothing limits is kept as it is: it has no instants. */
export function putLate(net: Net, places: Places, node: number, position: number): void {
  if (position < NO_UPPER / 2) return putAt(net, places, node, position);
  places.position[node] = NO_UPPER;
  places.start[node] = NO_UPPER;
  places.finish[node] = NO_UPPER;
}

/** Places every node in scope as late as it may stand, against topological order. O(n + m). */
export function backwardPass(net: Net, places: Places, limits: BackwardLimits): void {
  const { order } = net.graph;
  for (let i = order.length - 1; i >= 0; i--) {
    const node = at(order, i);
    if (limits.scope !== null && at(limits.scope, node) === 0) putLate(net, places, node, NO_UPPER);
    else putLate(net, places, node, backwardPosition(net, places, node, limits));
  }
}

/** The latest finish of any task or milestone, the plan's end; `fallback` when there is none. */
export function latestFinish(net: Net, places: Places, fallback: number): number {
  let latest = NO_LOWER;
  for (let node = 0; node < net.graph.nodeCount; node++) {
    if (at(net.graph.kind, node) <= NODE.MILESTONE) latest = Math.max(latest, at(places.finish, node));
  }
  return latest === NO_LOWER ? fallback : latest;
}
