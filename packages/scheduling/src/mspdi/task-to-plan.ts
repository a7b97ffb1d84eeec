import { addDays, type CalendarDate, parseCalendarDate } from "@yutu/kernel";
import { EVERY_DAY_CALENDAR } from "../calendar/index.ts";
import type { Constraint, Lag, Link, Progress, TaskInput } from "../network/index.ts";
import type { ImportNotes } from "./import-notes.ts";
import type { MspdiLink, MspdiProject, MspdiTask } from "./model.ts";
import { isElapsed, isPercent } from "./unit.ts";

const DAY_MINUTES = 1440;

export const whereTask = (task: MspdiTask): string => `Task ${task.uid} ${task.name ?? ""}`.trim();

export const dateOf = (dateTime: string | undefined): CalendarDate | null => {
  const date = parseCalendarDate((dateTime ?? "").slice(0, 10));
  return date.ok ? date.value : null;
};

/** The day that an end belongs to: midnight ends the day before. */
export const endDateOf = (dateTime: string | undefined): CalendarDate | null => {
  const date = dateOf(dateTime);
  return date !== null && (dateTime ?? "").slice(11, 19) === "00:00:00" ? addDays(date, -1) : date;
};

export interface ImportContext {
  readonly minutesPerDay: number;
  readonly notes: ImportNotes;
  readonly isSummary: (uid: number) => boolean;
  /** What a task without a wish of its own does: as late as possible when the project is laid from its finish. */
  readonly unmarked: "ASAP" | "ALAP";
}

export const importContext = (
  project: MspdiProject,
  notes: ImportNotes,
  summaries: ReadonlySet<number>,
): ImportContext => ({
  minutesPerDay: project.minutesPerDay === undefined || project.minutesPerDay <= 0 ? 480 : project.minutesPerDay,
  notes,
  isSummary: (uid) => summaries.has(uid),
  unmarked: project.scheduleFromStart === false ? "ALAP" : "ASAP",
});

/** Whole working days, rounded up; elapsed durations run on every day of the week. */
function durationOf(task: MspdiTask, context: ImportContext): Pick<TaskInput, "durationDays" | "calendarId"> {
  if (context.isSummary(task.uid)) return { durationDays: 0 };
  const minutes = task.durationMinutes ?? 0;
  const elapsed = task.durationUnit !== undefined && isElapsed(task.durationUnit);
  const exact = minutes / (elapsed ? DAY_MINUTES : context.minutesPerDay);
  const durationDays = Math.max(0, Math.ceil(exact - 1e-9));
  if (Math.abs(exact - durationDays) > 1e-9) {
    context.notes.add("duration-rounded", whereTask(task), `${exact.toFixed(2)} days became ${durationDays}`);
  }
  return elapsed ? { durationDays, calendarId: EVERY_DAY_CALENDAR.id } : { durationDays };
}

function constraintOf(task: MspdiTask, context: ImportContext): Constraint | null {
  const isSummary = context.isSummary(task.uid);
  const start = dateOf(task.start);
  const isPoint = (task.durationMinutes ?? 0) === 0;
  const finish = isPoint ? start : endDateOf(task.finish);
  if (task.manual === true && !isSummary && start !== null && finish !== null && finish >= start) {
    return { kind: "FIXED", start, finish };
  }
  const { constraintType = context.unmarked } = task;
  if (constraintType === context.unmarked || (isSummary && constraintType === "ASAP")) return null;
  const leave = (detail: string): null => {
    context.notes.add("constraint-left-out", whereTask(task), detail);
    return null;
  };
  if (isSummary && constraintType !== "SNET" && constraintType !== "FNLT")
    return leave(`${constraintType} on a summary`);
  if (constraintType === "ASAP" || constraintType === "ALAP") return { kind: constraintType };
  const isFinish = constraintType === "FNET" || constraintType === "FNLT" || constraintType === "MFO";
  const date = isFinish && !isPoint ? endDateOf(task.constraintDate) : dateOf(task.constraintDate);
  return date === null ? leave(`${constraintType} without a date`) : { kind: constraintType, date };
}

function progressOf(task: MspdiTask, durationDays: number, context: ImportContext): Progress | null {
  const start = dateOf(task.actualStart);
  if (start === null) return null;
  if (context.isSummary(task.uid)) return null;
  const finish = endDateOf(task.actualFinish ?? (task.percentComplete === 100 ? task.finish : undefined));
  if (finish !== null) return { start, finish: finish < start ? start : finish };
  const percentComplete = Math.max(0, Math.min(99, task.percentComplete ?? 0));
  const remaining = task.remainingDurationMinutes;
  const days = remaining === undefined ? null : Math.ceil(remaining / context.minutesPerDay - 1e-9);
  if (durationDays === 0) return { start };
  return days !== null && days >= 1 ? { start, percentComplete, remainingDays: days } : { start, percentComplete };
}

/** @param parentId UID of the summary above, or null. */
export function taskToPlan(
  task: MspdiTask,
  parentId: string | null,
  calendarId: string | null,
  context: ImportContext,
): TaskInput {
  const { durationDays, calendarId: elapsedCalendar } = durationOf(task, context);
  const constraint = constraintOf(task, context);
  const progress = progressOf(task, durationDays, context);
  const deadline = endDateOf(task.deadline);
  const ownCalendar = elapsedCalendar ?? calendarId;
  return {
    id: String(task.uid),
    ...(task.name === undefined ? {} : { name: task.name }),
    durationDays,
    ...(parentId === null ? {} : { parentId }),
    ...(ownCalendar === null || context.isSummary(task.uid) ? {} : { calendarId: ownCalendar }),
    ...(constraint === null ? {} : { constraint }),
    ...(deadline === null ? {} : { deadline }),
    ...(progress === null ? {} : { progress }),
  };
}

function lagOf(link: MspdiLink, task: MspdiTask, context: ImportContext): Lag | null {
  const { lag = 0, lagUnit = "d" } = link;
  if (lag === 0) return null;
  if (isPercent(lagUnit)) return { kind: "percent", percent: lag };
  const elapsed = isElapsed(lagUnit);
  const exact = lag / 10 / (elapsed ? DAY_MINUTES : context.minutesPerDay);
  const days = Math.sign(exact) * Math.round(Math.abs(exact));
  if (Math.abs(exact - days) > 1e-9) {
    context.notes.add("lag-rounded", whereTask(task), `a lag of ${exact.toFixed(2)} days became ${days}`);
  }
  return days === 0 ? null : { kind: elapsed ? "calendar-days" : "working-days", days };
}

export function linksToPlan(task: MspdiTask, known: ReadonlySet<number>, context: ImportContext): Link[] {
  return (task.predecessors ?? []).flatMap((link): Link[] => {
    const where = whereTask(task);
    if (link.crossProject === true) {
      context.notes.add("external-link-left-out", where, link.crossProjectName ?? `from task ${link.predecessorUid}`);
      return [];
    }
    if (!known.has(link.predecessorUid)) {
      context.notes.add("missing-reference", where, `its predecessor ${link.predecessorUid} is not in the file`);
      return [];
    }
    const lag = lagOf(link, task, context);
    const type = link.type === undefined || link.type === "FS" ? {} : { type: link.type };
    return [{ from: String(link.predecessorUid), to: String(task.uid), ...type, ...(lag === null ? {} : { lag }) }];
  });
}
