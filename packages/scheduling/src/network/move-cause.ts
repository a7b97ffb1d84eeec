import { type Hold, holdingEdge, isAtTarget, pushingEdge, targetHold } from "./drivers.ts";
import { NODE } from "./graph.ts";
import type { PreparedNetwork } from "./prepared-network.ts";
import { at, NO_UPPER } from "./typed.ts";

/** A node before and after a change; -1 where it has no counterpart. `wanted` looks at its target, not its place. */
export interface MovedNode {
  readonly before: number;
  readonly after: number;
  readonly wanted: boolean;
}

/** The neighbour that carries a move, with the network whose edge it is seen on. */
export interface Carrier {
  readonly network: PreparedNetwork;
  readonly hold: Exclude<Hold, { kind: "rule" }>;
}

const carrier = (network: PreparedNetwork, hold: Hold): Carrier | null =>
  hold.kind === "rule" ? null : { network, hold };

const placeOf = (network: PreparedNetwork, node: number): number =>
  node < 0 ? 0 : at(network.solution.planned.start, node) + at(network.solution.planned.finish, node);

const targetOf = (network: PreparedNetwork, node: number): number =>
  node < 0 ? NO_UPPER : at(network.solution.target?.position ?? new Int32Array(), node);

const atTarget = (network: PreparedNetwork, node: number): boolean =>
  node >= 0 && isAtTarget(network.net, network.solution, node);

const isLaidLate = ({ solution }: PreparedNetwork, node: number): boolean =>
  node >= 0 && at(solution.planned.position, node) > at(solution.base.position, node);

function pushed(network: PreparedNetwork, node: number): Carrier | null {
  if (node < 0) return null;
  const edge = pushingEdge(network.net, network.solution.planned, node);
  return edge < 0 ? null : { network, hold: { kind: "pushed", edge, node: at(network.net.graph.from, edge) } };
}

function held(network: PreparedNetwork, node: number): Carrier | null {
  if (node < 0) return null;
  const edge = holdingEdge(network.net, network.solution.planned, node, NO_UPPER);
  return edge < 0 ? null : { network, hold: { kind: "held", edge, node: at(network.net.graph.to, edge) } };
}

function wanted(network: PreparedNetwork, node: number): Carrier | null {
  const { target } = network.solution;
  return node < 0 || target === null ? null : carrier(network, targetHold(network.net, target, node));
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
  if (moved.wanted) return byWish();
  const later = moved.before < 0 || (moved.after >= 0 && placeOf(after, moved.after) > placeOf(before, moved.before));
  const kind = at((later ? after : before).net.graph.kind, later ? moved.after : moved.before);
  if (kind === NODE.ROLLUP_START) return later ? pushed(before, moved.before) : pushed(after, moved.after);
  if (later) {
    if (atTarget(after, moved.after) && wishAfter !== wishBefore) return byWish();
    return isLaidLate(after, moved.after) ? held(before, moved.before) : pushed(after, moved.after);
  }
  if (atTarget(before, moved.before) && wishAfter !== wishBefore) return byWish();
  return isLaidLate(before, moved.before) ? held(after, moved.after) : pushed(before, moved.before);
}
