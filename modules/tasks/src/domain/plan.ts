import { type CalendarDate, calendarDate } from "@yutu/kernel";
import {
  type CompiledCalendar,
  type Constraint,
  type Lag,
  type Link,
  type LinkType,
  type Plan,
  schedulePlan,
  type TaskInput,
  type WorkingCalendar,
} from "@yutu/scheduling";
import { isEnded, type TaskStatus } from "./status.ts";

export type MilestoneEdge = "start" | "end";

/** A task as its schedule needs it. */
export interface PlanTask {
  readonly id: string;
  readonly parentId: string | null;
  readonly status: TaskStatus;
  readonly milestone: boolean;
  readonly milestoneAt: MilestoneEdge | null;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly durationDays: number;
  readonly constraintKind: Exclude<Constraint["kind"], "FIXED"> | null;
  readonly constraintDate: string | null;
}

export interface PlanLink {
  readonly id: string;
  readonly fromId: string;
  readonly toId: string;
  readonly type: LinkType;
  readonly lag: Lag | null;
}

/** The working days a plan is laid on: as data for the engine, and ready for questions. */
export interface PlanCalendar {
  readonly data: WorkingCalendar;
  readonly days: CompiledCalendar;
}

const notBefore = (date: string): Constraint => ({ kind: "SNET", date: calendarDate(date) });

/**
 * The task's own rule, or: not before where it stands. So links push work later, and nothing moves earlier by itself.
 * Work that somebody put on a day off (a live stream on a Sunday) stays exactly there.
 */
function constraintOf(task: PlanTask, { days }: PlanCalendar): Constraint | undefined {
  const { constraintKind: kind, constraintDate: date, startDate, dueDate } = task;
  if (kind === "ASAP" || kind === "ALAP") return { kind };
  if (date && (kind === "MSO" || kind === "MFO" || kind === "FNET")) return { kind, date: calendarDate(date) };
  if (!startDate) return undefined;
  if (kind === "SNET" && date && date > startDate) return notBefore(date);
  const [start, finish] = [calendarDate(startDate), calendarDate(dueDate ?? startDate)];
  const onDayOff = !task.milestone && !(days.isWorkingDay(start) && days.isWorkingDay(finish));
  return onDayOff ? { kind: "FIXED", start, finish } : notBefore(startDate);
}

/** The latest finish somebody asked for; it is reported when missed and never moves the task. */
function deadlineOf({ constraintKind: kind, constraintDate: date }: PlanTask, span: number, { days }: PlanCalendar) {
  if (!date) return {};
  if (kind === "FNLT") return { deadline: calendarDate(date) };
  if (kind !== "SNLT") return {};
  return { deadline: days.addWorkingDays(days.onOrAfter(calendarDate(date)), Math.max(0, span - 1)) };
}

/**
 * What has ended stays where it was planned. When it really ended pushes nothing: somebody who ticks off last month's
 * work today must not move the promotion day. Who wants later work to follow drags it, and sees what moves.
 */
function endedOf({ status, startDate, dueDate }: PlanTask) {
  if (!isEnded(status) || !startDate) return {};
  return { progress: { start: calendarDate(startDate), finish: calendarDate(dueDate ?? startDate) } };
}

function inputOf(
  task: PlanTask,
  parents: ReadonlySet<string>,
  followers: ReadonlySet<string>,
  calendar: PlanCalendar,
): TaskInput {
  const parent = task.parentId ? { parentId: task.parentId } : {};
  if (parents.has(task.id)) return { id: task.id, durationDays: 0, ...parent };
  const durationDays = task.milestone ? 0 : Math.max(1, task.durationDays);
  const constraint = constraintOf(task, calendar);
  const edge = task.milestoneAt ?? (followers.has(task.id) ? "end" : "start");
  return {
    id: task.id,
    durationDays,
    ...parent,
    ...(task.milestone ? { milestoneAt: edge } : {}),
    ...(constraint ? { constraint } : {}),
    ...deadlineOf(task, durationDays, calendar),
    ...endedOf(task),
  };
}

/** Tasks that take part in the schedule: those with dates, and those that others lie below. */
export function scheduledTasks<Task extends PlanTask>(tasks: readonly Task[]): Task[] {
  const alive = tasks.filter((t) => t.status !== "cancelled");
  const dated = alive.filter((t) => t.startDate !== null);
  const byId = new Map(alive.map((t) => [t.id, t]));
  const kept = new Set<string>();
  for (const task of dated) {
    for (let at: Task | undefined = task; at && !kept.has(at.id); at = byId.get(at.parentId ?? "")) kept.add(at.id);
  }
  return alive.filter((t) => kept.has(t.id));
}

/** Links among the tasks given; the others lead outside the plan. */
const linksAmong = (present: ReadonlySet<string>, links: readonly PlanLink[]): Link[] =>
  links
    .filter((l) => present.has(l.fromId) && present.has(l.toId))
    .map((l) => ({ from: l.fromId, to: l.toId, type: l.type, ...(l.lag ? { lag: l.lag } : {}) }));

/** Rules that say where a task stands, and not what it waits for. */
const STANDING: ReadonlySet<string> = new Set(["SNET", "FIXED"]);

/**
 * The tasks of the longest chains of work: those without slack when everything began as early as its links allow.
 * A plan that was laid backwards from a promotion day leaves nothing any slack where it stands, so standing dates would
 * call every task critical.
 * @param plan as `planOf` gives it
 */
export function criticalTasks(plan: Plan): ReadonlySet<string> {
  const free = plan.tasks.map(({ constraint, ...task }) =>
    constraint && !STANDING.has(constraint.kind) ? { ...task, constraint } : task,
  );
  const schedule = schedulePlan({ ...plan, tasks: free });
  if (!schedule.ok) return new Set();
  return new Set(schedule.value.tasks.filter((t) => t.critical).map((t) => t.id));
}

/**
 * The plan of a project for the scheduling engine: tasks where they stand, links and rules that may push them.
 * Tasks without dates and cancelled ones are left out.
 */
export function planOf(
  tasks: readonly PlanTask[],
  links: readonly PlanLink[],
  projectStart: CalendarDate,
  calendar: PlanCalendar,
): Plan {
  const used = scheduledTasks(tasks);
  const present = new Set(used.map((t) => t.id));
  const parents = new Set(used.flatMap((t) => (t.parentId && present.has(t.parentId) ? [t.parentId] : [])));
  const among = linksAmong(present, links);
  const followers = new Set(among.map((l) => l.to));
  const starts = used.flatMap((t) => (t.startDate ? [t.startDate] : []));
  const earliest = starts.reduce((a, b) => (b < a ? b : a), projectStart as string);
  return {
    tasks: used.map((t) =>
      inputOf(t.parentId && !present.has(t.parentId) ? { ...t, parentId: null } : t, parents, followers, calendar),
    ),
    links: among,
    direction: { kind: "from-start", start: calendarDate(earliest) },
    calendar: calendar.data,
  };
}
