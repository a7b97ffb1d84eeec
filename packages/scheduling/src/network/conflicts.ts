import { DONE, PINNED, STARTED } from "./bounds.ts";
import { driverChain } from "./chains.ts";
import { FS, NODE, SS, taskAt } from "./graph.ts";
import { axisAt, edgeInstant, type Net } from "./link-rule.ts";
import type { ScheduleConflict } from "./model.ts";
import { dateOfFinish, dateOfStart, finishInstant } from "./scale.ts";
import type { Solution } from "./solution.ts";
import { spansOf } from "./summaries.ts";
import { at } from "./typed.ts";

type Rule = ScheduleConflict["rule"];

interface Miss {
  readonly rule: Rule;
  readonly edge: "start" | "finish";
  readonly limit: ScheduleConflict["limit"];
}

/** Limits of a task that its position may have missed, the strictest kind first. */
function limitsOf(net: Net, node: number): Miss[] {
  const { constraint, deadline } = taskAt(net.graph.plan, at(net.graph.taskOf, node));
  const misses: Miss[] = [];
  const anchor = net.graph.anchorOf.get(node);
  if (anchor !== undefined) misses.push({ rule: "anchor", edge: anchor.edge ?? "start", limit: anchor.date });
  if (constraint?.kind === "SNLT" || constraint?.kind === "MSO") {
    misses.push({ rule: constraint.kind, edge: "start", limit: constraint.date });
  }
  if (constraint?.kind === "FNLT" || constraint?.kind === "MFO") {
    misses.push({ rule: constraint.kind, edge: "finish", limit: constraint.date });
  }
  if (deadline !== undefined) misses.push({ rule: "deadline", edge: "finish", limit: deadline });
  return misses;
}

/** Conflicts of one task whose position lies beyond its upper bound. */
function missedLimits(net: Net, solution: Solution, node: number): ScheduleConflict[] {
  const { graph } = net;
  const places = solution.planned;
  const start = at(places.start, node);
  const finish = at(places.finish, node);
  const milestone = at(graph.kind, node) === NODE.MILESTONE;
  const shown = at(graph.marksEnd, node) === 1 ? dateOfFinish(start) : dateOfStart(start);
  const axis = axisAt(graph.axes, at(graph.calendarOf, node));
  const chain = driverChain(net, solution, node);
  return limitsOf(net, node).flatMap(({ rule, edge, limit }) => {
    const actual = milestone ? shown : edge === "start" ? dateOfStart(start) : dateOfFinish(finish);
    if (actual <= limit) return [];
    const late = axis.count(finishInstant(actual)) - axis.count(finishInstant(limit));
    const taskId = taskAt(graph.plan, at(graph.taskOf, node)).id;
    return [{ taskId, rule, limit, actual, lateByDays: late, chain }];
  });
}

/** Links that what happened, or a fixed date, does not keep. */
function brokenLinks(net: Net, solution: Solution, node: number): ScheduleConflict[] {
  const { graph, bounds } = net;
  const flags = at(bounds.flags, node);
  const places = solution.planned;
  const axis = axisAt(graph.axes, at(graph.calendarOf, node));
  const rule: Rule = (flags & (DONE | STARTED)) !== 0 ? "out-of-sequence" : "fixed-link";
  const conflicts: ScheduleConflict[] = [];
  for (let e = at(graph.inFirst, node); e < at(graph.inFirst, node + 1); e++) {
    const edge = at(graph.inEdges, e);
    const type = at(graph.type, edge);
    const toStart = type === FS || type === SS;
    if ((flags & PINNED) === 0 && !toStart) continue;
    const required = edgeInstant(net, places, edge);
    const actual = toStart ? at(places.start, node) : at(places.finish, node);
    if (required <= actual) continue;
    const taskId = taskAt(graph.plan, at(graph.taskOf, node)).id;
    const from = taskAt(graph.plan, at(graph.taskOf, at(graph.from, edge))).id;
    const dateOf = toStart ? dateOfStart : dateOfFinish;
    const limit = dateOf(actual);
    const lateByDays = Math.max(0, axis.count(required) - axis.count(actual));
    conflicts.push({ taskId, rule, limit, actual: dateOf(required), lateByDays, chain: [from, taskId] });
  }
  return conflicts;
}

/** Summaries whose last part ends after their own limit. */
function missedSummaryLimits(net: Net, solution: Solution): ScheduleConflict[] {
  const { graph, bounds } = net;
  const spans = spansOf(net, solution.planned);
  return graph.plan.tasks.flatMap((task, node) => {
    if (at(graph.kind, node) !== NODE.ROLLUP_FINISH || at(spans.finish, node) <= at(bounds.upper, node)) return [];
    const actual = dateOfFinish(at(spans.finish, node));
    const axis = axisAt(graph.axes, at(graph.calendarOf, node));
    const chain = driverChain(net, solution, node);
    return limitsOf(net, node)
      .filter(({ limit }) => limit < actual)
      .map(({ rule, limit }) => ({
        taskId: task.id,
        rule,
        limit,
        actual,
        lateByDays: axis.count(finishInstant(actual)) - axis.count(finishInstant(limit)),
        chain,
      }));
  });
}

/** The plan's own finish when it is laid from one and does not fit. */
function missedFinish(net: Net, solution: Solution): ScheduleConflict[] {
  const { graph } = net;
  const { direction } = graph.plan;
  if (direction.kind !== "from-finish") return [];
  let last = -1;
  for (let node = 0; node < graph.plan.tasks.length; node++) {
    if (at(graph.kind, node) > NODE.MILESTONE) continue;
    if (last < 0 || at(solution.planned.finish, node) > at(solution.planned.finish, last)) last = node;
  }
  const limit = direction.finish;
  const actual = last < 0 ? limit : dateOfFinish(at(solution.planned.finish, last));
  if (last < 0 || actual <= limit) return [];
  const axis = axisAt(graph.axes, at(graph.calendarOf, last));
  const lateByDays = axis.count(finishInstant(actual)) - axis.count(finishInstant(limit));
  const taskId = taskAt(graph.plan, last).id;
  return [{ taskId, rule: "plan-finish", limit, actual, lateByDays, chain: driverChain(net, solution, last) }];
}

/** Everything that the schedule could not keep. O(n + m), and the length of a chain for each conflict. */
export function conflictsOf(net: Net, solution: Solution): ScheduleConflict[] {
  const { graph, bounds } = net;
  const conflicts: ScheduleConflict[] = [];
  for (let node = 0; node < graph.plan.tasks.length; node++) {
    if (at(graph.kind, node) > NODE.MILESTONE) continue;
    const flags = at(bounds.flags, node);
    if ((flags & (PINNED | STARTED)) !== 0) conflicts.push(...brokenLinks(net, solution, node));
    const beyond = at(solution.planned.position, node) > at(bounds.upper, node);
    if ((flags & DONE) === 0 && (beyond || (flags & PINNED) !== 0))
      conflicts.push(...missedLimits(net, solution, node));
  }
  return [...conflicts, ...missedSummaryLimits(net, solution), ...missedFinish(net, solution)];
}
