import { type Hold, holdingEdge, isAtTarget, isLaidLate, pushingEdge, targetHold, type View } from "./drivers.ts";
import { NODE } from "./graph.ts";
import { axisAt } from "./link-rule.ts";
import { latestFinish } from "./passes.ts";
import type { PreparedNetwork } from "./prepared-network.ts";
import { obeysTarget } from "./solution.ts";
import { at, NO_UPPER } from "./typed.ts";

/** A node before and after a change, -1 where it has no counterpart, and how it is looked at. */
export interface MovedNode {
  readonly before: number;
  readonly after: number;
  readonly view: View;
}

/** The neighbour that carries a move, with the network whose edge it is seen on. */
export interface Carrier {
  readonly network: PreparedNetwork;
  readonly hold: Exclude<Hold, { kind: "rule" }>;
}

/** Start and finish in one number: the parts move the same way unless the task itself was changed. */
function placeIn({ solution }: PreparedNetwork, node: number, view: View): number {
  const places = view === "base" ? solution.base : solution.planned;
  return at(places.start, node) + at(places.finish, node);
}

const targetOf = ({ solution }: PreparedNetwork, node: number): number =>
  node < 0 || solution.target === null ? NO_UPPER : at(solution.target.position, node);

/** Whether a node gives way to what follows it: a late task, or a summary seen as what holds one back. */
const standsLate = ({ net, solution }: PreparedNetwork, node: number, view: View): boolean =>
  isLaidLate(solution, node) || (view === "holding" && at(net.graph.kind, node) === NODE.ROLLUP_FINISH);

function pushed(network: PreparedNetwork, node: number): Carrier | null {
  if (node < 0) return null;
  const edge = pushingEdge(network.net, network.solution.base, node);
  return edge < 0 ? null : { network, hold: { kind: "pushed", edge, node: at(network.net.graph.from, edge) } };
}

/** The successor that leaves a task which wishes to be late least room; none when its limits or the plan's end do. */
function held(network: PreparedNetwork, node: number): Carrier | null {
  if (node < 0) return null;
  const { net, solution } = network;
  const end = axisAt(net.graph.axes, at(net.graph.axisOf, node)).count(latestFinish(net, solution.base, 0));
  const limit = Math.min(at(net.bounds.upper, node), end - at(net.bounds.duration, node));
  const edge = holdingEdge(net, solution.planned, node, limit);
  return edge < 0 ? null : { network, hold: { kind: "held", edge, node: at(network.net.graph.to, edge) } };
}

function wanted(network: PreparedNetwork, node: number): Carrier | null {
  const { target } = network.solution;
  if (node < 0 || target === null) return null;
  const hold = targetHold(network.net, target, node);
  return hold.kind === "rule" ? null : { network, hold };
}

/**
 * The neighbour whose own move explains a node's. A node stands at the greatest of what pushes it and what it is wished
 * to be, and a wish is the least of what its successors allow. So a push that grew shows in the new network and one that
 * shrank in the old; for wishes it is the other way round. Whichever edge decides there has moved itself, so following
 * it leads to the change.
 */
export function carrierOf(before: PreparedNetwork, after: PreparedNetwork, moved: MovedNode): Carrier | null {
  const wishBefore = targetOf(before, moved.before);
  const wishAfter = targetOf(after, moved.after);
  const byWish = (): Carrier | null =>
    wishAfter > wishBefore ? wanted(before, moved.before) : wanted(after, moved.after);
  if (moved.view === "wanted") return byWish();
  const later =
    moved.before < 0 ||
    (moved.after >= 0 && placeIn(after, moved.after, moved.view) > placeIn(before, moved.before, moved.view));
  const network = later ? after : before;
  const node = later ? moved.after : moved.before;
  if (at(network.net.graph.kind, node) === NODE.ROLLUP_START) {
    return later ? pushed(before, moved.before) : pushed(after, moved.after);
  }
  if (moved.view !== "base" && standsLate(network, node, moved.view)) {
    return later ? held(before, moved.before) : held(after, moved.after);
  }
  if (isAtTarget(network.net, network.solution, node) && wishAfter !== wishBefore) return byWish();
  return pushed(network, node);
}

/** The first node with the greatest value among tasks and milestones. */
function greatest(network: PreparedNetwork, valueOf: (node: number) => number): number {
  const { graph } = network.net;
  let best = -1;
  for (let node = 0; node < graph.plan.tasks.length; node++) {
    if (at(graph.kind, node) <= NODE.MILESTONE && (best < 0 || valueOf(node) > valueOf(best))) best = node;
  }
  return best;
}

/**
 * When no neighbour carries the move: the task through which the plan as a whole did, the last one for a task that waits
 * for the plan's end and the first for one that stands on its first day; null when the task's own limits decide.
 */
export function plansCarrier(
  before: PreparedNetwork,
  after: PreparedNetwork,
  moved: MovedNode,
): { readonly network: PreparedNetwork; readonly node: number; readonly view: View } | null {
  if (moved.before < 0 || moved.after < 0 || moved.view === "wanted") return null;
  const later = placeIn(after, moved.after, moved.view) > placeIn(before, moved.before, moved.view);
  const network = later ? after : before;
  const node = later ? moved.after : moved.before;
  if (moved.view !== "base" && standsLate(network, node, moved.view)) {
    const { finish } = network.solution.base;
    return { network, node: greatest(network, (i) => at(finish, i)), view: "base" };
  }
  const grew = after.solution.floor - before.solution.floor;
  const wished = grew > 0 ? before : after;
  const { target } = wished.solution;
  if (grew === 0 || target === null) return null;
  const first = greatest(wished, (i) => (obeysTarget(wished.net, target, i) ? -at(target.start, i) : -NO_UPPER));
  return { network: wished, node: first, view: "wanted" };
}
