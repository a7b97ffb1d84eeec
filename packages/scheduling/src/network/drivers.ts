import { PINNED, STARTED } from "./bounds.ts";
import { linkAt, NODE, taskAt } from "./graph.ts";
import { edgeInstant, greatestPosition, leastPosition, type Net, type Places } from "./link-rule.ts";
import type { Driver } from "./model.ts";
import { dateOfFinish, dateOfStart } from "./scale.ts";
import type { Solution } from "./solution.ts";
import { at } from "./typed.ts";

/** What holds a node where it stands: an edge it is pushed or held by, with the node at its other end, or a rule. */
export type Hold =
  | { readonly kind: "edge"; readonly edge: number; readonly node: number; readonly side: "from" | "to" }
  | { readonly kind: "rule"; readonly driver: Driver };

const rule = (driver: Driver): Hold => ({ kind: "rule", driver });

/** The incoming edge that leaves a node no room, if one does; of several the first in the plan. */
export function pushingEdge(net: Net, places: Places, node: number): number {
  const { graph } = net;
  for (let e = at(graph.inFirst, node); e < at(graph.inFirst, node + 1); e++) {
    const edge = at(graph.inEdges, e);
    const pushes =
      at(graph.kind, node) === NODE.ROLLUP_START
        ? edgeInstant(net, places, edge) <= at(places.position, node)
        : leastPosition(net, places, edge) >= at(places.position, node);
    if (pushes) return edge;
  }
  return -1;
}

/** The outgoing edge that holds a node laid late, if one does. */
function holdingEdge(net: Net, places: Places, node: number): number {
  const { graph } = net;
  for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
    const edge = at(graph.outEdges, e);
    if (greatestPosition(net, places, edge) <= at(places.position, node)) return edge;
  }
  return -1;
}

/** A rule of the task's own that sets its earliest position. */
function ownRule(net: Net, places: Places, node: number): Hold | null {
  const { graph, bounds } = net;
  const task = taskAt(graph.plan, at(graph.taskOf, node));
  const { constraint, progress } = task;
  const flags = at(bounds.flags, node);
  if ((flags & PINNED) !== 0 && constraint?.kind === "FIXED" && progress?.finish === undefined) {
    return rule({ kind: "constraint", rule: "FIXED", date: constraint.start });
  }
  if ((flags & PINNED) !== 0 && progress !== undefined)
    return rule({ kind: "actual", date: progress.finish ?? progress.start });
  if (at(places.position, node) > at(bounds.lower, node)) return null;
  const anchor = graph.anchorOf.get(node);
  if (anchor !== undefined) return rule({ kind: "anchor", date: anchor.date });
  const { statusDate } = graph.plan;
  const status = statusDate === undefined ? null : rule({ kind: "status-date", date: statusDate });
  if ((flags & STARTED) !== 0)
    return status ?? rule({ kind: "actual", date: progress?.start ?? dateOfStart(at(places.start, node)) });
  if (constraint === undefined || !("date" in constraint)) return status;
  if (constraint.kind === "SNLT" || constraint.kind === "FNLT") return status;
  return status !== null && statusDate !== undefined && constraint.date < statusDate
    ? status
    : rule({ kind: "constraint", rule: constraint.kind, date: constraint.date });
}

/** The limit of the task's own that a target was laid against. */
function lateRule(net: Net, solution: Solution, node: number): Hold {
  const { graph, bounds } = net;
  const { constraint, deadline } = taskAt(graph.plan, at(graph.taskOf, node));
  const places = solution.planned;
  if (at(bounds.upper, node) <= at(places.position, node)) {
    if (constraint !== undefined && "date" in constraint)
      return rule({ kind: "constraint", rule: constraint.kind, date: constraint.date });
    if (deadline !== undefined) return rule({ kind: "constraint", rule: "FNLT", date: deadline });
  }
  return rule({ kind: "plan-finish", date: dateOfFinish(at(places.finish, node)) });
}

/**
 * Why a node stands where it is planned. A predecessor that pushes comes first, then the task's own rule, then the
 * successor for whose sake it is late, then the edge of the plan. O(degree).
 */
export function holdOf(net: Net, solution: Solution, node: number): Hold {
  const { graph, bounds } = net;
  const { planned, base, target } = solution;
  if ((at(bounds.flags, node) & PINNED) === 0) {
    const pushing = pushingEdge(net, planned, node);
    if (pushing >= 0) return { kind: "edge", edge: pushing, node: at(graph.from, pushing), side: "from" };
  }
  const own = ownRule(net, planned, node);
  if (own !== null) return own;
  const position = at(planned.position, node);
  const laidLate = position > at(base.position, node);
  const atTarget = target !== null && at(target.position, node) === position;
  if (laidLate || atTarget) {
    const places = laidLate || target === null ? planned : target;
    const holding = holdingEdge(net, places, node);
    if (holding >= 0) return { kind: "edge", edge: holding, node: at(graph.to, holding), side: "to" };
    return lateRule(net, solution, node);
  }
  return rule({ kind: "plan-start", date: dateOfStart(solution.floor) });
}

/** A hold in the words of the public model. */
export function driverOf(net: Net, hold: Hold): Driver {
  if (hold.kind === "rule") return hold.driver;
  const { graph } = net;
  const taskId = taskAt(graph.plan, at(graph.taskOf, hold.node)).id;
  const link = at(graph.linkOf, hold.edge);
  if (link < 0) return { kind: "summary", taskId };
  return { kind: hold.side === "from" ? "link" : "successor", taskId, link: linkAt(graph.plan, link) };
}
