import { addDays, type CalendarDate } from "@yutu/kernel";
import type { CompiledCalendar } from "../calendar/index.ts";
import type { Constraint, Link, ScheduledTask, TaskInput } from "../network/index.ts";
import type { MspdiLink, MspdiTask } from "./model.ts";

const DAY_MINUTES = 1440;
const DEFAULT_START = 480;
const DEFAULT_END = 1020;

const two = (value: number): string => String(value).padStart(2, "0");
const clock = (minute: number): string => `${two(Math.floor(minute / 60))}:${two(minute % 60)}:00`;

/** When work begins on a date by a calendar; 08:00 on a day off. */
export const startOf = (date: CalendarDate, calendar: CompiledCalendar): string =>
  `${date}T${clock(calendar.shiftsOn(date)[0]?.fromMinute ?? DEFAULT_START)}`;

/** When work ends on a date; past midnight it ends with the day. */
export function endOf(date: CalendarDate, calendar: CompiledCalendar): string {
  const minute = calendar.shiftsOn(date).at(-1)?.toMinute ?? DEFAULT_END;
  return minute >= DAY_MINUTES ? `${addDays(date, 1)}T00:00:00` : `${date}T${clock(minute)}`;
}

function constraintFields(constraint: Constraint, isPoint: boolean, calendar: CompiledCalendar): Partial<MspdiTask> {
  switch (constraint.kind) {
    case "ASAP":
    case "ALAP":
      return { constraintType: constraint.kind };
    case "FIXED":
      return { manual: true, constraintType: "ASAP" };
    case "SNET":
    case "SNLT":
    case "MSO":
      return { constraintType: constraint.kind, constraintDate: startOf(constraint.date, calendar) };
    case "FNET":
    case "FNLT":
    case "MFO":
      return {
        constraintType: constraint.kind,
        constraintDate: isPoint ? startOf(constraint.date, calendar) : endOf(constraint.date, calendar),
      };
  }
}

function progressFields(
  task: TaskInput,
  row: ScheduledTask,
  calendar: CompiledCalendar,
  minutesPerDay: number,
): Partial<MspdiTask> {
  const { progress } = task;
  if (progress === undefined) return {};
  if (progress.finish !== undefined || row.state === "done") {
    const finish = progress.finish ?? progress.start;
    return {
      percentComplete: 100,
      actualStart: startOf(progress.start, calendar),
      actualFinish: endOf(finish, calendar),
    };
  }
  const remaining = progress.remainingDays;
  return {
    percentComplete: Math.round(progress.percentComplete ?? 0),
    actualStart: startOf(progress.start, calendar),
    ...(remaining === undefined ? {} : { remainingDurationMinutes: remaining * minutesPerDay }),
  };
}

/** Where a task stands in the outline. */
export interface OutlinePlace {
  readonly uid: number;
  readonly id: number;
  readonly outlineNumber: string;
  readonly outlineLevel: number;
}

/** @param unmarked what a task without a wish of its own does in this project. */
export function taskToMspdi(
  task: TaskInput,
  row: ScheduledTask,
  place: OutlinePlace,
  calendar: CompiledCalendar,
  calendarUid: number | null,
  minutesPerDay: number,
  unmarked: "ASAP" | "ALAP",
): MspdiTask {
  const isPoint = row.kind === "milestone";
  const start = startOf(row.start, calendar);
  return {
    ...place,
    name: task.name ?? task.id,
    type: "fixed-duration",
    start,
    finish: isPoint ? start : endOf(row.finish, calendar),
    durationMinutes: (row.kind === "summary" ? row.durationDays : task.durationDays) * minutesPerDay,
    durationUnit: "d",
    milestone: isPoint,
    summary: row.kind === "summary",
    critical: row.critical,
    freeSlackTenthMinutes: row.freeSlackDays * minutesPerDay * 10,
    totalSlackTenthMinutes: row.totalSlackDays * minutesPerDay * 10,
    ...(calendarUid === null ? {} : { calendarUid }),
    ...constraintFields(task.constraint ?? { kind: row.kind === "summary" ? "ASAP" : unmarked }, isPoint, calendar),
    ...(task.deadline === undefined ? {} : { deadline: endOf(task.deadline, calendar) }),
    ...progressFields(task, row, calendar, minutesPerDay),
  };
}

export function linkToMspdi(link: Link, predecessorUid: number, minutesPerDay: number): MspdiLink {
  const base = { predecessorUid, type: link.type ?? "FS" } as const;
  switch (link.lag?.kind) {
    case undefined:
      return { ...base, lag: 0, lagUnit: "d" };
    case "working-days":
      return { ...base, lag: link.lag.days * minutesPerDay * 10, lagUnit: "d" };
    case "calendar-days":
      return { ...base, lag: link.lag.days * DAY_MINUTES * 10, lagUnit: "ed" };
    case "percent":
      return { ...base, lag: Math.round(link.lag.percent), lagUnit: "%" };
  }
}
