import { calendarDate, daysBetween } from "@yutu/kernel";
import type { SlipCause } from "./document.ts";
import type { PlanFacts, TaskFacts } from "./ledgers.ts";

export interface SlipPart {
  readonly cause: SlipCause;
  readonly days: number;
  readonly becauseOf: { readonly taskId: string; readonly title: string } | null;
}

const days = (from: string, to: string): number => daysBetween(calendarDate(from), calendarDate(to));

/** Calendar days a task ended after the day that was approved; for one that never ended, until the project closed. */
export const slipOf = (task: TaskFacts, closedOn: string): number =>
  task.baselineDue === null ? 0 : days(task.baselineDue, task.completedOn ?? closedOn);

/** What each task waited for, made once per plan. */
export interface PlanIndex {
  readonly closedOn: string;
  readonly before: ReadonlyMap<string, readonly TaskFacts[]>;
}

export function indexPlan({ tasks, links, closedOn }: Pick<PlanFacts, "tasks" | "links" | "closedOn">): PlanIndex {
  const byId = new Map(tasks.map((task) => [task.taskId, task]));
  const before = new Map<string, TaskFacts[]>();
  for (const { fromId, toId, type } of links) {
    const from = byId.get(fromId);
    if (type !== "FS" || from === undefined || from.status === "cancelled") continue;
    before.set(toId, [...(before.get(toId) ?? []), from]);
  }
  return { closedOn, before };
}

/** The task before this one that kept it waiting longest: it ended later than was approved. */
function keptWaitingBy(task: TaskFacts, plan: PlanIndex): { task: TaskFacts; days: number } | undefined {
  const waits = (plan.before.get(task.taskId) ?? [])
    .map((before) => ({ task: before, days: slipOf(before, plan.closedOn) }))
    .filter((wait) => wait.days > 0);
  return waits.reduce<(typeof waits)[number] | undefined>(
    (a, b) => (a === undefined || b.days > a.days ? b : a),
    undefined,
  );
}

/** Whether the work has a beginning of its own, rather than being ticked off on its last day. */
const isTracked = (task: TaskFacts): boolean =>
  task.startedOn !== null &&
  !(task.startedOn === task.completedOn && task.baselineStart !== null && task.baselineStart !== task.baselineDue);

const because = (task: TaskFacts) => ({ taskId: task.taskId, title: task.title });

/**
 * Parts the days a task was late by what made it late; the parts add up to them. First what it waited for, then its own
 * late beginning, then that it took longer than planned. A task that was only ticked off is said to be untracked, one that
 * nobody began to be unfinished.
 */
export function causesOf(task: TaskFacts, plan: PlanIndex): SlipPart[] {
  const slip = slipOf(task, plan.closedOn);
  if (slip <= 0 || task.baselineDue === null) return [];
  if (task.completedOn === null && task.startedOn === null)
    return [{ cause: "unfinished", days: slip, becauseOf: null }];
  const waited = keptWaitingBy(task, plan);
  const tracked = isTracked(task);
  const began = task.startedOn ?? plan.closedOn;
  const startDelay = tracked || task.completedOn === null ? days(task.baselineStart ?? task.baselineDue, began) : slip;
  const late = Math.min(slip, Math.max(0, startDelay));
  const waiting = Math.min(late, waited?.days ?? 0);
  const rest = late - waiting;
  const longer = slip - late;
  const parts: SlipPart[] = [];
  if (waited && waiting > 0) parts.push({ cause: "predecessor", days: waiting, becauseOf: because(waited.task) });
  if (rest > 0) parts.push({ cause: tracked ? "late_start" : "untracked", days: rest, becauseOf: null });
  if (longer > 0)
    parts.push({ cause: task.completedOn === null ? "unfinished" : "overrun", days: longer, becauseOf: null });
  return parts;
}
