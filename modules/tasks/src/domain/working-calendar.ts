import { addDays, type CalendarDate, calendarDate, unwrap } from "@yutu/kernel";
import { chinaCalendar, compileCalendar } from "@yutu/scheduling";
import type { PlanCalendar } from "./plan.ts";

let prepared: PlanCalendar | undefined;

/** The Chinese working calendar that every plan is laid on; compiled once. */
export function workingCalendar(): PlanCalendar {
  if (!prepared) {
    const data = chinaCalendar();
    prepared = { data, days: unwrap(compileCalendar(data)) };
  }
  return prepared;
}

/** A day that is not what its weekday says: 休 (a public holiday) or 班 (a weekend that is worked). */
export interface DayMark {
  readonly date: CalendarDate;
  readonly kind: "holiday" | "makeup";
  readonly reason: string;
}

/** The days of `from..to` that public holidays change, in order. */
export function dayMarks(from: string, to: string): DayMark[] {
  const marks = new Map<string, DayMark>();
  for (const exception of workingCalendar().data.exceptions ?? []) {
    if (exception.kind === "absent" || exception.to < from || exception.from > to) continue;
    const kind = exception.kind === "closed" ? "holiday" : "makeup";
    for (let date = exception.from; date <= exception.to; date = addDays(date, 1)) {
      if (date >= from && date <= to) marks.set(date, { date, kind, reason: exception.reason ?? "" });
    }
  }
  return [...marks.values()].sort((a, b) => a.date.localeCompare(b.date));
}

/** The last day of work that begins on `start` and takes so many working days. */
export function finishAfter(start: string, durationDays: number): CalendarDate {
  const { days } = workingCalendar();
  return days.addWorkingDays(days.onOrAfter(calendarDate(start)), Math.max(0, durationDays - 1));
}
