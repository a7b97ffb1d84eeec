import type { CalendarDate } from "@yutu/kernel";
import { type Analysis, analyse } from "./analysis.ts";
import { DONE, PINNED, STARTED } from "./bounds.ts";
import { type ReasonStep, reasonsOf } from "./chains.ts";
import { conflictsOf } from "./conflicts.ts";
import { type CriticalPaths, criticalPathsOf } from "./critical-paths.ts";
import { isSummaryKind, NODE, taskAt } from "./graph.ts";
import { axisAt, type Net } from "./link-rule.ts";
import type { ScheduleConflict, ScheduledTask } from "./model.ts";
import { dateOfFinish, dateOfStart } from "./scale.ts";
import type { Solution } from "./solution.ts";
import { leastOfParts, type Spans, spansOf } from "./summaries.ts";
import { at, NO_UPPER } from "./typed.ts";

interface Dates {
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
}

const datesOf = (spans: Spans, i: number): Dates => ({
  start: dateOfStart(at(spans.start, i)),
  finish: dateOfFinish(at(spans.finish, i)),
});

/** Least slack among the parts that are not done; 0 when all are. */
function leastOpen(net: Net, slack: Int32Array): Int32Array {
  const open = slack.map((value, node) => ((at(net.bounds.flags, node) & DONE) !== 0 ? NO_UPPER : value));
  return leastOfParts(net, open).map((value) => (value === NO_UPPER ? 0 : value));
}

/** 0 planned, 1 in progress, 2 done; a summary is done with its last part and in progress from its first. */
function statesOf(net: Net): Int32Array {
  const done = leastOfParts(
    net,
    Int32Array.from(net.bounds.flags, (f) => ((f & DONE) !== 0 ? 1 : 0)),
  );
  const untouched = leastOfParts(
    net,
    Int32Array.from(net.bounds.flags, (f) => ((f & (DONE | STARTED)) !== 0 ? 0 : 1)),
  );
  return done.map((all, i) => (all === 1 ? 2 : at(untouched, i) === 0 ? 1 : 0));
}

/**
 * A computed schedule, as it was when it was asked for. Rows and slack are worked out on first use and kept; all
 * questions name tasks by id and answer null for an id that is not in the plan.
 */
export class Schedule {
  readonly #net: Net;
  readonly #solution: Solution;
  #analysis: Analysis | null = null;
  #rows: readonly ScheduledTask[] | null = null;

  constructor(net: Net, solution: Solution) {
    this.#net = net;
    this.#solution = solution;
  }

  /** Every task in the order of the plan. O(n + m) the first time. */
  get tasks(): readonly ScheduledTask[] {
    this.#rows ??= this.#buildRows();
    return this.#rows;
  }

  task(id: string): ScheduledTask | null {
    const i = this.#net.graph.indexOf.get(id);
    return i === undefined ? null : (this.tasks[i] ?? null);
  }

  /** First start and last finish of the plan; null when it has no task. */
  get span(): Dates | null {
    const [first] = this.tasks;
    if (first === undefined) return null;
    let { start, finish } = first;
    for (const row of this.tasks) {
      if (row.start < start) start = row.start;
      if (row.finish > finish) finish = row.finish;
    }
    return { start, finish };
  }

  /** Limits that could not be kept, each naming the task and the rule. */
  get conflicts(): readonly ScheduleConflict[] {
    return conflictsOf(this.#net, this.#solution);
  }

  /** Why a task stands where it stands, step by step down to the rule at the root. */
  why(id: string): readonly ReasonStep[] | null {
    const i = this.#net.graph.indexOf.get(id);
    return i === undefined ? null : reasonsOf(this.#net, this.#solution, i);
  }

  /** Chains of driving links with no slack. */
  criticalPaths(limit = 10): CriticalPaths {
    return criticalPathsOf(this.#net, this.#analysed(), 0, limit);
  }

  /** Tasks that have slack, but no more than the threshold in working days, tightest first. */
  nearCritical(thresholdDays: number): readonly ScheduledTask[] {
    return this.tasks
      .filter(
        (t) => t.kind !== "summary" && t.state !== "done" && t.totalSlackDays > 0 && t.totalSlackDays <= thresholdDays,
      )
      .sort((a, b) => a.totalSlackDays - b.totalSlackDays || (a.id < b.id ? -1 : 1));
  }

  /** Chains of driving links whose tasks have no more than the given slack, critical ones included. */
  pathsWithin(slackDays: number, limit = 10): CriticalPaths {
    return criticalPathsOf(this.#net, this.#analysed(), slackDays, limit);
  }

  #analysed(): Analysis {
    this.#analysis ??= analyse(this.#net, this.#solution);
    return this.#analysis;
  }

  #buildRows(): ScheduledTask[] {
    const net = this.#net;
    const { early, late, totalSlack, freeSlack } = this.#analysed();
    const spans = [this.#solution.planned, early, late].map((places) => spansOf(net, places));
    const [planned, earliest, latest] = spans;
    if (planned === undefined || earliest === undefined || latest === undefined) return [];
    const total = leastOpen(net, totalSlack);
    const free = leastOpen(net, freeSlack);
    const states = statesOf(net);
    return net.graph.plan.tasks.map((task, i) => {
      const { start, finish } = datesOf(planned, i);
      const e = datesOf(earliest, i);
      const l = datesOf(latest, i);
      const state = at(states, i);
      const slack = at(total, i);
      return {
        id: task.id,
        kind: this.#kindOf(i),
        state: state === 2 ? "done" : state === 1 ? "in-progress" : "planned",
        start,
        finish,
        durationDays: this.#durationOf(planned, i),
        earlyStart: e.start,
        earlyFinish: e.finish,
        lateStart: l.start,
        lateFinish: l.finish,
        totalSlackDays: slack,
        freeSlackDays: at(free, i),
        critical: state !== 2 && slack <= 0,
      };
    });
  }

  #kindOf(node: number): ScheduledTask["kind"] {
    const kind = at(this.#net.graph.kind, node);
    return isSummaryKind(kind) ? "summary" : kind === NODE.MILESTONE ? "milestone" : "task";
  }

  #durationOf(spans: Spans, node: number): number {
    const { graph, bounds } = this.#net;
    const kind = at(graph.kind, node);
    const asGiven =
      kind === NODE.MILESTONE || (kind === NODE.TASK && (at(bounds.flags, node) & (PINNED | STARTED)) === 0);
    if (asGiven) return taskAt(graph.plan, node).durationDays;
    const axis = axisAt(graph.axes, at(graph.calendarOf, node));
    return axis.count(at(spans.finish, node)) - axis.count(at(spans.start, node));
  }
}
