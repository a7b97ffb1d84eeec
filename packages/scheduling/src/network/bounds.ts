import type { CalendarDate } from "@yutu/kernel";
import { remainingDays } from "./check-tasks.ts";
import { type Graph, linkAt, NODE, taskAt } from "./graph.ts";
import type { Constraint, Lag, Progress, TaskInput } from "./model.ts";
import { finishInstant, startInstant } from "./scale.ts";
import { at, NO_LOWER, NO_UPPER } from "./typed.ts";

/** Stands still: done, or fixed by constraint. */
export const PINNED = 1;
/** In progress: the start is a fact, what remains is scheduled. */
export const STARTED = 2;
export const DONE = 4;
export const LATE_WISH = 8;
export const EARLY_WISH = 16;

export const CALENDAR_LAG = 1;

/**
 * What each node asks for, apart from its links. Positions are counts of working units before the start, on the node's
 * own axis: with `w` the position and `d` the duration, the node starts at `latest(w)` and finishes at `earliest(w + d)`.
 */
export interface Bounds {
  /** Units still to work; for work in progress, what remains. */
  readonly duration: Int32Array;
  /** Least and greatest position that the node's own limits allow. */
  readonly lower: Int32Array;
  readonly upper: Int32Array;
  readonly flags: Uint8Array;
  /** Start of pinned and started nodes, finish of pinned ones, as instants. */
  readonly fixedStart: Int32Array;
  readonly fixedFinish: Int32Array;
  /** By edge. */
  readonly lag: Int32Array;
  readonly lagKind: Uint8Array;
}

export const copyBounds = (b: Bounds): Bounds => ({
  duration: b.duration.slice(),
  lower: b.lower.slice(),
  upper: b.upper.slice(),
  flags: b.flags.slice(),
  fixedStart: b.fixedStart.slice(),
  fixedFinish: b.fixedFinish.slice(),
  lag: b.lag.slice(),
  lagKind: b.lagKind.slice(),
});

/** The instant a milestone on a date stands for. */
const milestoneInstant = (graph: Graph, node: number, day: number): number => day + at(graph.marksEnd, node);

type DatedConstraint = Extract<Constraint, { readonly date: CalendarDate }>;

/** Position range that a constraint allows. Dates on days off roll: starts forward, finishes back. */
function constraintRange(graph: Graph, node: number, constraint: DatedConstraint, duration: number): [number, number] {
  const day = startInstant(constraint.date);
  const axis = graph.axes[at(graph.axisOf, node)];
  if (at(graph.kind, node) !== NODE.TASK || axis === undefined) {
    const instant = at(graph.kind, node) === NODE.MILESTONE ? milestoneInstant(graph, node, day) : day;
    if (constraint.kind === "SNET" || constraint.kind === "FNET") return [instant, NO_UPPER];
    if (constraint.kind === "SNLT" || constraint.kind === "FNLT") return [NO_LOWER, instant];
    return [instant, instant];
  }
  const startOn = axis.count(day);
  const finishOn = axis.count(day + 1) - duration;
  switch (constraint.kind) {
    case "SNET":
      return [startOn, NO_UPPER];
    case "SNLT":
      return [NO_LOWER, axis.count(day + 1) - 1];
    case "FNET":
      return [startOn + 1 - duration, NO_UPPER];
    case "FNLT":
      return [NO_LOWER, finishOn];
    case "MSO":
      return [startOn, startOn];
    case "MFO":
      return [finishOn, finishOn];
  }
}

/** Last position from which the node is done by the end of a day. */
function positionForFinish(graph: Graph, node: number, day: number, duration: number): number {
  if (at(graph.kind, node) === NODE.MILESTONE) return milestoneInstant(graph, node, day);
  return (graph.axes[at(graph.axisOf, node)]?.count(day + 1) ?? 0) - duration;
}

interface Facts {
  readonly flags: number;
  readonly start: number;
  readonly finish: number;
}

const NO_FACTS: Facts = { flags: 0, start: 0, finish: 0 };

function factsOf(graph: Graph, node: number, task: TaskInput): Facts {
  const { progress, constraint } = task;
  if (progress === undefined && constraint === undefined) return NO_FACTS;
  const milestone = at(graph.kind, node) === NODE.MILESTONE;
  const pin = (start: number, finish: number, done: boolean): Facts =>
    milestone
      ? {
          flags: PINNED | (done ? DONE : 0),
          start: milestoneInstant(graph, node, start),
          finish: milestoneInstant(graph, node, start),
        }
      : { flags: PINNED | (done ? DONE : 0), start, finish };
  if (progress !== undefined && (progress.finish !== undefined || milestone)) {
    const start = milestone ? (progress.finish ?? progress.start) : progress.start;
    return pin(startInstant(start), finishInstant(progress.finish ?? progress.start), true);
  }
  if (constraint?.kind === "FIXED") {
    return pin(startInstant(progress?.start ?? constraint.start), finishInstant(constraint.finish), false);
  }
  if (progress !== undefined) return { flags: STARTED, start: startInstant(progress.start), finish: 0 };
  const flags = constraint?.kind === "ALAP" ? LATE_WISH : constraint?.kind === "ASAP" ? EARLY_WISH : 0;
  return { flags, start: 0, finish: 0 };
}

/** Where what remains of a task in progress can begin. Without a status date it follows on what was done. */
function resumeAt(graph: Graph, node: number, task: TaskInput, progress: Progress, remaining: number): number {
  const count = graph.axes[at(graph.axisOf, node)]?.count(startInstant(progress.start)) ?? 0;
  return graph.plan.statusDate === undefined ? count + Math.max(0, task.durationDays - remaining) : count;
}

/** Reads one task's own bounds into the arrays. O(1). */
export function setTaskBounds(graph: Graph, bounds: Bounds, task: TaskInput, node: number): void {
  const axis = graph.axes[at(graph.axisOf, node)];
  if (axis === undefined || at(graph.kind, node) > NODE.MILESTONE) return;
  const { flags, start, finish } = factsOf(graph, node, task);
  const started = (flags & STARTED) !== 0 && task.progress !== undefined;
  const duration =
    started && task.progress !== undefined ? remainingDays(task.durationDays, task.progress) : task.durationDays;
  let lower = NO_LOWER;
  let upper = NO_UPPER;
  const { constraint } = task;
  if (constraint !== undefined && "date" in constraint && (flags & PINNED) === 0) {
    [lower, upper] = constraintRange(graph, node, constraint, duration);
  }
  const anchor = graph.anchorOf.get(node);
  if (anchor !== undefined) {
    const kind = anchor.edge === "finish" ? "MFO" : "MSO";
    const [position] = constraintRange(graph, node, { kind, date: anchor.date }, duration);
    lower = Math.max(lower, position);
    upper = Math.min(upper, position);
  }
  if (task.deadline !== undefined) {
    upper = Math.min(upper, positionForFinish(graph, node, startInstant(task.deadline), duration));
  }
  if (graph.plan.statusDate !== undefined) lower = Math.max(lower, axis.count(startInstant(graph.plan.statusDate)));
  if (started && task.progress !== undefined)
    lower = Math.max(lower, resumeAt(graph, node, task, task.progress, duration));
  if ((flags & PINNED) !== 0) {
    lower = axis.count(start);
    upper = lower;
  }
  bounds.duration[node] = duration;
  bounds.lower[node] = lower;
  bounds.upper[node] = upper;
  bounds.flags[node] = flags;
  bounds.fixedStart[node] = start;
  bounds.fixedFinish[node] = finish;
}

/** Days of a lag once the percent is worked out, rounded half away from zero. */
export function lagDays(lag: Lag | undefined, predecessorDays: number): number {
  if (lag === undefined) return 0;
  if (lag.kind !== "percent") return lag.days;
  const exact = (Math.abs(lag.percent) * predecessorDays) / 100;
  return Math.sign(lag.percent) * Math.floor(exact + 0.5);
}

/** Reads one link's lag into the arrays. O(1). */
export function setLag(bounds: Bounds, edge: number, lag: Lag | undefined, predecessorDays: number): void {
  bounds.lag[edge] = lagDays(lag, predecessorDays);
  bounds.lagKind[edge] = lag?.kind === "calendar-days" ? CALENDAR_LAG : 0;
}

/** Limits of summaries: not before on their gate, not after on their roll-up. */
function setSummaryBounds(graph: Graph, bounds: Bounds): void {
  for (let node = 0; node < graph.nodeCount; node++) {
    const kind = at(graph.kind, node);
    const { constraint, deadline } = taskAt(graph.plan, at(graph.taskOf, node));
    if (kind === NODE.GATE && constraint?.kind === "SNET") bounds.lower[node] = startInstant(constraint.date);
    if (kind !== NODE.ROLLUP_FINISH) continue;
    if (constraint?.kind === "FNLT") bounds.upper[node] = finishInstant(constraint.date);
    if (deadline !== undefined) bounds.upper[node] = Math.min(at(bounds.upper, node), finishInstant(deadline));
  }
}

/** Own bounds of every node and lag of every edge. O(n + m). */
export function buildBounds(graph: Graph): Bounds {
  const { nodeCount, edgeCount, plan } = graph;
  const bounds: Bounds = {
    duration: new Int32Array(nodeCount),
    lower: new Int32Array(nodeCount).fill(NO_LOWER),
    upper: new Int32Array(nodeCount).fill(NO_UPPER),
    flags: new Uint8Array(nodeCount),
    fixedStart: new Int32Array(nodeCount),
    fixedFinish: new Int32Array(nodeCount),
    lag: new Int32Array(edgeCount),
    lagKind: new Uint8Array(edgeCount),
  };
  plan.tasks.forEach((task, i) => {
    setTaskBounds(graph, bounds, task, i);
  });
  setSummaryBounds(graph, bounds);
  for (let edge = 0; edge < edgeCount; edge++) {
    const link = at(graph.linkOf, edge);
    if (link >= 0) {
      setLag(bounds, edge, linkAt(plan, link).lag, taskAt(plan, at(graph.taskOf, at(graph.from, edge))).durationDays);
    }
  }
  return bounds;
}
