import { type CalendarDate, calendarDate } from "@yutu/kernel";
import type { Constraint, Lag, Link, LinkType, Plan, TaskInput, WorkingCalendar } from "@yutu/scheduling";
import { isEnded, type TaskStatus } from "./status.ts";

/** A task as its schedule needs it. */
export interface PlanTask {
  readonly id: string;
  readonly parentId: string | null;
  readonly status: TaskStatus;
  readonly milestone: boolean;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly durationDays: number;
  readonly progress: number;
  readonly constraintKind: Constraint["kind"] | null;
  readonly constraintDate: string | null;
  readonly startedOn: string | null;
  readonly completedOn: string | null;
}

export interface PlanLink {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly type: LinkType;
  readonly lag: Lag | null;
}

/** The task's own rule, or: not before where it stands. So links push work later, and nothing moves earlier by itself. */
function constraintOf(task: PlanTask): Constraint | undefined {
  const { constraintKind: kind, constraintDate: date } = task;
  if (kind === "ASAP" || kind === "ALAP") return { kind };
  if (kind && kind !== "FIXED" && date) return { kind, date: calendarDate(date) };
  return task.startDate ? { kind: "SNET", date: calendarDate(task.startDate) } : undefined;
}

function inputOf(task: PlanTask): TaskInput {
  const constraint = constraintOf(task);
  const started = task.startedOn ?? task.startDate;
  const done = isEnded(task.status) && started;
  const finish = task.completedOn ?? task.dueDate ?? started;
  const finished = finish && started && finish < started ? started : finish;
  return {
    id: task.id,
    durationDays: task.milestone ? 0 : Math.max(1, task.durationDays),
    ...(task.parentId ? { parentId: task.parentId } : {}),
    ...(constraint ? { constraint } : {}),
    ...(done && finished ? { progress: { start: calendarDate(started), finish: calendarDate(finished) } } : {}),
  };
}

/** Links among the tasks given; the others lead outside the plan. */
const linksAmong = (tasks: readonly PlanTask[], links: readonly PlanLink[]): Link[] => {
  const present = new Set(tasks.map((t) => t.id));
  return links
    .filter((l) => present.has(l.fromId) && present.has(l.toId))
    .map((l) => ({ from: l.fromId, to: l.toId, type: l.type, ...(l.lag ? { lag: l.lag } : {}) }));
};

/** The plan of a project for the scheduling engine: tasks where they stand, links and rules that may push them. */
export function planOf(
  tasks: readonly PlanTask[],
  links: readonly PlanLink[],
  projectStart: CalendarDate,
  calendar: WorkingCalendar,
): Plan {
  const starts = tasks.flatMap((t) => (t.startDate ? [t.startDate] : []));
  const earliest = starts.reduce((a, b) => (b < a ? b : a), projectStart as string);
  return {
    tasks: tasks.map(inputOf),
    links: linksAmong(tasks, links),
    direction: { kind: "from-start", start: calendarDate(earliest) },
    calendar,
  };
}
