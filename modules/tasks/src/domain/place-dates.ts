import { calendarDate, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { taskProblems } from "./problems.ts";
import { finishAfter, workingCalendar } from "./working-calendar.ts";

/** When a task lies. Both dates or none; a milestone has one day and no duration. */
export interface Placement {
  readonly milestone: boolean;
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly durationDays: number;
}

export interface PlacementChange {
  readonly milestone?: boolean | undefined;
  readonly startDate?: string | null | undefined;
  readonly dueDate?: string | null | undefined;
  readonly durationDays?: number | undefined;
}

const workingDays = (start: string, due: string): number =>
  Math.max(1, workingCalendar().days.countWorkingDays(calendarDate(start), calendarDate(due)));

/** The first day of work that ends on `due` and takes so many working days. */
function startBefore(due: string, durationDays: number): string {
  const { days } = workingCalendar();
  return days.addWorkingDays(days.onOrBefore(calendarDate(due)), -Math.max(0, durationDays - 1));
}

const reversed = () =>
  err(
    problem(taskProblems.datesReversed, "Choose an end on or after the beginning.", {
      errors: [{ pointer: "/body/dueDate", code: "reversed", message: "before the start" }],
    }),
  );

function placeMilestone(now: Placement, change: PlacementChange): Placement {
  const cleared = change.startDate === null || change.dueDate === null;
  const day = change.dueDate ?? change.startDate ?? (cleared ? null : (now.dueDate ?? now.startDate));
  return { milestone: true, startDate: day, dueDate: day, durationDays: 0 };
}

/**
 * Where a task lies after a change: a new beginning keeps the duration, a new end changes it, and the missing one of
 * the two follows on the working calendar.
 */
export function placeDates(now: Placement, change: PlacementChange): Result<Placement, Problem> {
  if (change.milestone ?? now.milestone) return ok(placeMilestone(now, change));
  const durationDays = Math.max(1, change.durationDays ?? now.durationDays);
  const lying = (startDate: string, dueDate: string, days = workingDays(startDate, dueDate)): Placement => ({
    milestone: false,
    startDate,
    dueDate,
    durationDays: days,
  });
  const { startDate: start, dueDate: due } = change;
  if (start && due) return due < start ? reversed() : ok(lying(start, due));
  if (start) return ok(lying(start, finishAfter(start, durationDays), durationDays));
  if (due) {
    const from = now.milestone ? null : now.startDate;
    if (!from) return ok(lying(startBefore(due, durationDays), due, durationDays));
    return due < from ? reversed() : ok(lying(from, due));
  }
  if (start === null || due === null || now.startDate === null)
    return ok({ milestone: false, startDate: null, dueDate: null, durationDays });
  if (change.durationDays === undefined && !now.milestone)
    return ok({ ...now, dueDate: now.dueDate ?? finishAfter(now.startDate, durationDays), durationDays });
  return ok(lying(now.startDate, finishAfter(now.startDate, durationDays), durationDays));
}
