import { toEpochDay } from "@yutu/kernel";
import { layersOf } from "./faults.ts";
import type { CalendarException, DayShifts, WorkingCalendar, WorkingWeek } from "./model.ts";
import { subtract } from "./shifts.ts";

/**
 * A calendar with its layers merged: the shifts of each day of `[firstDay, firstDay + days.length)` (epoch days),
 * and the plain week for all days outside.
 */
export interface DayTable {
  readonly week: WorkingWeek;
  readonly firstDay: number;
  readonly days: readonly DayShifts[];
}

/** Monday = 0. */
export const weekdayIndex = (epochDay: number): number => (((epochDay + 3) % 7) + 7) % 7;

/** Shifts that begin on an epoch day. */
export const shiftsOn = (table: DayTable, epochDay: number): DayShifts =>
  table.days[epochDay - table.firstDay] ?? table.week[weekdayIndex(epochDay)] ?? [];

function applyException(current: DayShifts, exception: CalendarException, usual: DayShifts): DayShifts {
  switch (exception.kind) {
    case "closed":
      return [];
    case "open":
      return exception.shifts ?? usual;
    case "absent":
      return subtract(current, exception.hours);
  }
}

/** Merges the layers of a valid calendar, base first. O(days named by exceptions). */
export function buildDayTable(calendar: WorkingCalendar): DayTable {
  const layers = layersOf(calendar);
  const week = layers?.findLast((layer) => layer.week !== undefined)?.week;
  if (layers === null || week === undefined) throw new RangeError(`calendar ${calendar.id} was not validated`);
  const exceptions = layers.flatMap((layer) => layer.exceptions ?? []);
  if (exceptions.length === 0) return { week, firstDay: 0, days: [] };
  const usual = week.find((day) => day.length > 0) ?? [];
  let firstDay = Number.POSITIVE_INFINITY;
  let lastDay = Number.NEGATIVE_INFINITY;
  const ranges = exceptions.map((exception) => {
    const from = toEpochDay(exception.from);
    const to = toEpochDay(exception.to);
    firstDay = Math.min(firstDay, from);
    lastDay = Math.max(lastDay, to);
    return { exception, from, to };
  });
  const days: DayShifts[] = [];
  for (let day = firstDay; day <= lastDay; day++) days.push(week[weekdayIndex(day)] ?? []);
  for (const { exception, from, to } of ranges) {
    for (let i = from - firstDay; i <= to - firstDay; i++) days[i] = applyException(days[i] ?? [], exception, usual);
  }
  return { week, firstDay, days };
}
