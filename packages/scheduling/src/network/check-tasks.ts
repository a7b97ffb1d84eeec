import { type CalendarDate, parseCalendarDate } from "@yutu/kernel";
import type { Constraint, PlanFault, Progress, TaskInput } from "./model.ts";

/** Longest duration or lag, about a hundred years of days. */
export const MAX_DAYS = 36_525;

export const isWholeDays = (days: number, least: number): boolean =>
  Number.isInteger(days) && days >= least && days <= MAX_DAYS;

export const isPlanDate = (date: CalendarDate): boolean =>
  parseCalendarDate(date).ok && date >= "1900-01-01" && date < "2200-01-01";

const badDate = (taskId: string, what: string, date: string): PlanFault => ({
  rule: "invalid-date",
  taskId,
  detail: `${what} ${date} is not a date of 1900..2199`,
});

function constraintFaults(taskId: string, constraint: Constraint): PlanFault[] {
  switch (constraint.kind) {
    case "ASAP":
    case "ALAP":
      return [];
    case "FIXED": {
      const bad = [constraint.start, constraint.finish].filter((date) => !isPlanDate(date));
      if (bad.length > 0) return bad.map((date) => badDate(taskId, "fixed date", date));
      if (constraint.finish >= constraint.start) return [];
      const detail = `fixed dates ${constraint.start}..${constraint.finish} end before they begin`;
      return [{ rule: "invalid-constraint", taskId, detail }];
    }
    case "SNET":
    case "SNLT":
    case "FNET":
    case "FNLT":
    case "MSO":
    case "MFO":
      return isPlanDate(constraint.date) ? [] : [badDate(taskId, constraint.kind, constraint.date)];
  }
}

/** Working days still to do of a task in progress. */
export function remainingDays(durationDays: number, progress: Progress): number {
  if (progress.remainingDays !== undefined) return progress.remainingDays;
  return Math.ceil((durationDays * (100 - (progress.percentComplete ?? 0))) / 100 - 1e-9);
}

function progressFaults(task: TaskInput, progress: Progress): PlanFault[] {
  const taskId = task.id;
  const refuse = (detail: string): PlanFault[] => [{ rule: "invalid-progress", taskId, detail }];
  const { start, finish, percentComplete } = progress;
  if (!isPlanDate(start)) return [badDate(taskId, "actual start", start)];
  if (finish !== undefined && !isPlanDate(finish)) return [badDate(taskId, "actual finish", finish)];
  if (finish !== undefined && finish < start) return refuse(`it finished on ${finish}, before its start on ${start}`);
  if (percentComplete !== undefined && !(percentComplete >= 0 && percentComplete <= 100)) {
    return refuse(`${percentComplete} % is not within 0..100`);
  }
  if (finish !== undefined || task.durationDays === 0) return [];
  const remaining = remainingDays(task.durationDays, progress);
  if (isWholeDays(remaining, 1)) return [];
  return refuse(`${remaining} remaining days: work in progress has at least one, work done has an actual finish`);
}

const NONE: readonly PlanFault[] = [];

/** Faults of one task taken by itself. */
export function taskFaults(task: TaskInput, isSummary: boolean): readonly PlanFault[] {
  const taskId = task.id;
  const { constraint, progress, deadline } = task;
  const bare = constraint === undefined && progress === undefined && deadline === undefined;
  if (bare && isWholeDays(task.durationDays, 0)) return NONE;
  const faults: PlanFault[] = [];
  if (!isSummary && !isWholeDays(task.durationDays, 0)) {
    const detail = `${task.durationDays} is not a whole number of days within 0..${MAX_DAYS}`;
    faults.push({ rule: "invalid-duration", taskId, detail });
  }
  if (deadline !== undefined && !isPlanDate(deadline)) {
    faults.push(badDate(taskId, "deadline", deadline));
  }
  if (constraint !== undefined) {
    if (isSummary && constraint.kind !== "SNET" && constraint.kind !== "FNLT" && constraint.kind !== "ASAP") {
      const detail = `a summary takes SNET, FNLT and a deadline only, not ${constraint.kind}`;
      faults.push({ rule: "invalid-constraint", taskId, detail });
    } else faults.push(...constraintFaults(taskId, constraint));
  }
  if (progress !== undefined && isSummary) {
    faults.push({ rule: "invalid-progress", taskId, detail: "the progress of a summary comes from its parts" });
  } else if (progress !== undefined) faults.push(...progressFaults(task, progress));
  return faults;
}
