import { EARLY_WISH, LATE_WISH, PINNED, STARTED } from "./bounds.ts";
import { NODE } from "./graph.ts";
import { copyPlaces, greatestPosition, type Net, newPlaces, type Places, putAt } from "./link-rule.ts";
import {
  type BackwardLimits,
  backwardPass,
  countsOf,
  type ForwardLimits,
  forwardPass,
  forwardPosition,
  latestFinish,
  leadsSummary,
} from "./passes.ts";
import { finishInstant, startInstant } from "./scale.ts";
import { at, NO_LOWER, NO_UPPER } from "./typed.ts";

/**
 * A solved net.
 * 1. Laid backwards, `target` holds how late each task in scope may stand for the anchors' sake.
 * 2. `base` is a forward pass in which targets are wishes: links and not-before limits always win, so an anchor that
 *    cannot be reached slides and is reported, and nothing else breaks.
 * 3. `planned` moves tasks that wish to be late up to where a successor would notice. It is `base` when there are none.
 */
export interface Solution {
  /** First instant of the plan. */
  readonly floor: number;
  readonly scope: Uint8Array | null;
  readonly target: Places | null;
  readonly base: Places;
  readonly planned: Places;
}

export const copySolution = (s: Solution): Solution => {
  const base = copyPlaces(s.base);
  const planned = s.planned === s.base ? base : copyPlaces(s.planned);
  return { ...s, target: s.target === null ? null : copyPlaces(s.target), base, planned };
};

/** The nodes that are laid backwards: all of them, those that lead to an anchor, or none. */
function backwardScope({ graph }: Net): Uint8Array | null {
  const { direction } = graph.plan;
  if (direction.kind === "from-start") return null;
  const scope = new Uint8Array(graph.nodeCount);
  if (direction.kind === "from-finish") return scope.fill(1);
  for (const node of graph.anchorOf.keys()) scope[node] = 1;
  for (let i = graph.order.length - 1; i >= 0; i--) {
    const node = at(graph.order, i);
    for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
      if (at(scope, at(graph.to, at(graph.outEdges, e))) === 1) scope[node] = 1;
    }
  }
  return scope;
}

export function targetLimits(net: Net, scope: Uint8Array): BackwardLimits {
  const { direction } = net.graph.plan;
  const ceilingOf = direction.kind === "from-finish" ? countsOf(net, finishInstant(direction.finish)) : null;
  return { ceilingOf, scope, reference: null };
}

/** Whether a node goes by its target: it has one, has not begun and does not wish to be early. */
export const obeysTarget = (net: Net, target: Places, node: number): boolean =>
  (at(net.bounds.flags, node) & (PINNED | STARTED | EARLY_WISH)) === 0 && at(target.position, node) < NO_UPPER;

/** Targets as lower limits of the forward pass. */
export function wishesOf(net: Net, target: Places): Int32Array {
  const wish = new Int32Array(net.graph.nodeCount).fill(NO_LOWER);
  for (let node = 0; node < wish.length; node++) {
    if (at(net.graph.kind, node) <= NODE.MILESTONE && obeysTarget(net, target, node)) {
      wish[node] = at(target.position, node);
    }
  }
  return wish;
}

/** First instant of the plan: as given, or where the earliest target, or work begun or fixed, starts. */
export function floorOf(net: Net, target: Places | null): number {
  const { direction } = net.graph.plan;
  if (direction.start !== undefined) return startInstant(direction.start);
  let floor = NO_UPPER;
  for (let node = 0; node < net.graph.plan.tasks.length; node++) {
    if (at(net.graph.kind, node) > NODE.MILESTONE) continue;
    if ((at(net.bounds.flags, node) & (PINNED | STARTED)) !== 0)
      floor = Math.min(floor, at(net.bounds.fixedStart, node));
    else if (target !== null && obeysTarget(net, target, node)) floor = Math.min(floor, at(target.start, node));
  }
  if (floor < NO_UPPER) return floor;
  if (direction.kind === "from-anchors") return Math.min(...direction.anchors.map((a) => startInstant(a.date)));
  return direction.kind === "from-finish" ? finishInstant(direction.finish) : 0;
}

export function forwardLimits(net: Net, floor: number, target: Places | null): ForwardLimits {
  return { floorOf: countsOf(net, floor), wish: target === null ? null : wishesOf(net, target) };
}

export const hasLateWish = (net: Net): boolean => net.bounds.flags.some((flags) => (flags & LATE_WISH) !== 0);

/** How far right a node may go before a successor as planned, its own limit or the plan's end stops it. */
function latestBeforeSuccessors(net: Net, planned: Places, node: number, ceiling: Int32Array): number {
  const { graph, bounds } = net;
  let position = Math.min(at(bounds.upper, node), at(ceiling, at(graph.axisOf, node)) - at(bounds.duration, node));
  for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
    const edge = at(graph.outEdges, e);
    const to = at(graph.to, edge);
    if (at(graph.kind, to) === NODE.ROLLUP_START && !leadsSummary(planned, node, to)) continue;
    position = Math.min(position, greatestPosition(net, planned, edge));
  }
  return position;
}

/** Moves tasks that wish to be late, last first, so that a chain of them moves together. O(n + m). */
export function layLate(net: Net, base: Places): Places {
  const planned = copyPlaces(base);
  const ceiling = countsOf(net, latestFinish(net, base, 0));
  const { order } = net.graph;
  for (let i = order.length - 1; i >= 0; i--) {
    const node = at(order, i);
    // A roll-up gives way first, so that it holds its parts only for what waits for it; it is read off them again below.
    const givesWay = at(net.graph.kind, node) === NODE.ROLLUP_FINISH;
    if ((at(net.bounds.flags, node) & LATE_WISH) === 0 && !givesWay) continue;
    const position = latestBeforeSuccessors(net, planned, node, ceiling);
    if (position > at(planned.position, node)) putAt(net, planned, node, position);
  }
  for (const node of order) {
    const kind = at(net.graph.kind, node);
    if (kind !== NODE.ROLLUP_FINISH && kind !== NODE.ROLLUP_START) continue;
    putAt(net, planned, node, forwardPosition(net, planned, node, { floorOf: ceiling, wish: null }));
  }
  return planned;
}

/** Solves a net from nothing. O(n + m). */
export function solve(net: Net): Solution {
  const scope = backwardScope(net);
  let target: Places | null = null;
  if (scope !== null) {
    target = newPlaces(net.graph.nodeCount);
    backwardPass(net, target, targetLimits(net, scope));
  }
  const floor = floorOf(net, target);
  const base = newPlaces(net.graph.nodeCount);
  forwardPass(net, base, forwardLimits(net, floor, target));
  return { floor, scope, target, base, planned: hasLateWish(net) ? layLate(net, base) : base };
}
