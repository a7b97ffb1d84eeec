import { linkAt, NODE, taskAt } from "./graph.ts";
import { edgeInstant, greatestPosition, leastPosition, type Net, type Places } from "./link-rule.ts";
import type { Driver } from "./model.ts";
import { earlyRule, factOf, lateRule, planStart } from "./own-rule.ts";
import { leadsSummary } from "./passes.ts";
import { obeysTarget, type Solution } from "./solution.ts";
import { at, NO_UPPER } from "./typed.ts";

/**
 * What holds a node where it stands: a rule, or an edge with the node at its other end. An edge either pushes from the
 * predecessor (`pushed`), or holds back from a successor: as that successor is planned (`held`), or as its target wants
 * it (`wanted`), which may differ when the plan could not be kept.
 */
export type Hold =
  | { readonly kind: "pushed" | "held" | "wanted"; readonly edge: number; readonly node: number }
  | { readonly kind: "rule"; readonly driver: Driver };

const rule = (driver: Driver): Hold => ({ kind: "rule", driver });

/** The incoming edge that leaves a node no room, if one does; of several the first in the plan. */
export function pushingEdge(net: Net, places: Places, node: number): number {
  const { graph } = net;
  const isMinimum = at(graph.kind, node) === NODE.ROLLUP_START;
  for (let e = at(graph.inFirst, node); e < at(graph.inFirst, node + 1); e++) {
    const edge = at(graph.inEdges, e);
    const pushes = isMinimum
      ? edgeInstant(net, places, edge) <= at(places.position, node)
      : leastPosition(net, places, edge) >= at(places.position, node);
    if (pushes) return edge;
  }
  return -1;
}

/** The outgoing edge that leaves least room to the right, unless the node's own limits leave less; -1 when they do. */
export function holdingEdge(net: Net, places: Places, node: number, limit: number): number {
  const { graph } = net;
  let holding = -1;
  let least = limit;
  for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
    const edge = at(graph.outEdges, e);
    const to = at(graph.to, edge);
    if (at(places.position, to) >= NO_UPPER / 2) continue;
    if (at(graph.kind, to) === NODE.ROLLUP_START && !leadsSummary(places, node, to)) continue;
    const greatest = greatestPosition(net, places, edge);
    if (greatest > least || greatest >= NO_UPPER / 2 || (greatest === least && holding >= 0)) continue;
    least = greatest;
    holding = edge;
  }
  return holding;
}

/** What the target of a node laid backwards was laid against. */
export function targetHold(net: Net, target: Places, node: number): Hold {
  const fact = factOf(net, node);
  if (fact !== null) return rule(fact);
  const position = at(target.position, node);
  const edge = at(net.bounds.upper, node) <= position ? -1 : holdingEdge(net, target, node, position);
  return edge < 0 ? rule(lateRule(net, target, node)) : { kind: "wanted", edge, node: at(net.graph.to, edge) };
}

/** Whether a node stands where its target wants it. */
export const isAtTarget = (net: Net, { target, base }: Solution, node: number): boolean =>
  target !== null &&
  at(net.graph.kind, node) <= NODE.MILESTONE &&
  obeysTarget(net, target, node) &&
  at(target.position, node) === at(base.position, node);

/**
 * Why a node stands where it does before wishes to be late are granted. In order: what happened or was fixed; the
 * successor or anchor for whose sake a task laid backwards stands late; the predecessor that pushes; the task's own
 * not-before limit; the first day of the plan.
 */
export function baseHold(net: Net, solution: Solution, node: number): Hold {
  const fact = factOf(net, node);
  if (fact !== null) return rule(fact);
  const { base, target } = solution;
  if (target !== null && isAtTarget(net, solution, node)) return targetHold(net, target, node);
  const pushing = pushingEdge(net, base, node);
  if (pushing >= 0) return { kind: "pushed", edge: pushing, node: at(net.graph.from, pushing) };
  return rule(earlyRule(net, base, node) ?? planStart(solution.floor));
}

export const isLaidLate = ({ planned, base }: Solution, node: number): boolean =>
  at(planned.position, node) > at(base.position, node);

/** Why a node stands where it is planned: what lets no task later that wishes to be late, else what holds its base. */
export function plannedHold(net: Net, solution: Solution, node: number): Hold {
  return isLaidLate(solution, node) ? lateHold(net, solution, node) : baseHold(net, solution, node);
}

/** The successor that lets a node stand no later than it is planned, else its own limit or the plan's end. */
function lateHold(net: Net, { planned }: Solution, node: number): Hold {
  const holding = holdingEdge(net, planned, node, at(planned.position, node));
  if (holding < 0) return rule(lateRule(net, planned, node));
  return { kind: "held", edge: holding, node: at(net.graph.to, holding) };
}

/**
 * How a node is looked at on the way along a chain: as planned, as pushed there, as its target wants it, or as what holds
 * a late task back (a summary then stands for what waits for it, not for its parts).
 */
export type View = "planned" | "base" | "wanted" | "holding";

/** The view on the node at the other end of a hold. */
export const viewAfter = (hold: Exclude<Hold, { kind: "rule" }>): View =>
  hold.kind === "wanted" ? "wanted" : hold.kind === "held" ? "holding" : "base";

/** What holds a node in a view of it. O(degree). */
export function holdIn(net: Net, solution: Solution, node: number, view: View): Hold {
  switch (view) {
    case "planned":
      return plannedHold(net, solution, node);
    case "holding":
      return at(net.graph.kind, node) === NODE.ROLLUP_FINISH
        ? lateHold(net, solution, node)
        : plannedHold(net, solution, node);
    case "base":
      return baseHold(net, solution, node);
    case "wanted":
      return targetHold(net, solution.target ?? solution.base, node);
  }
}

/** A hold in the words of the public model. */
export function driverOf(net: Net, hold: Hold): Driver {
  if (hold.kind === "rule") return hold.driver;
  const { graph } = net;
  const taskId = taskAt(graph.plan, at(graph.taskOf, hold.node)).id;
  const link = at(graph.linkOf, hold.edge);
  if (link < 0) return { kind: "summary", taskId };
  return { kind: hold.kind === "pushed" ? "link" : "successor", taskId, link: linkAt(graph.plan, link) };
}
