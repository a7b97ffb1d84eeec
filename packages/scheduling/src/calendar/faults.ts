import { addDays, type CalendarDate, calendarDate, parseCalendarDate } from "@yutu/kernel";
import type { CalendarException, DayShifts, WorkingCalendar } from "./model.ts";
import { DAY_MINUTES } from "./shifts.ts";

/** Dates of exceptions must lie within these years, which bounds the compiled table to 300 years. */
export const EXCEPTIONS_FROM: CalendarDate = calendarDate("1900-01-01");
export const EXCEPTIONS_TO: CalendarDate = addDays(calendarDate("2200-01-01"), -1);

/** Why a calendar is refused; `calendarId` is the layer at fault. */
export interface CalendarFault {
  readonly calendarId: string;
  readonly rule: "no-week" | "week-without-work" | "invalid-shift" | "invalid-date" | "date-order" | "too-many-layers";
  readonly detail: string;
}

const MAX_LAYERS = 16;

/** From the innermost base outwards, or null when the layers are too deep (or go round). */
export function layersOf(calendar: WorkingCalendar): readonly WorkingCalendar[] | null {
  const layers: WorkingCalendar[] = [];
  for (let at: WorkingCalendar | undefined = calendar; at !== undefined; at = at.base) {
    if (layers.length >= MAX_LAYERS) return null;
    layers.push(at);
  }
  return layers.reverse();
}

function shiftFault(shifts: DayShifts): string | null {
  let end = 0;
  for (const { fromMinute, toMinute } of shifts) {
    const whole = Number.isInteger(fromMinute) && Number.isInteger(toMinute);
    if (!whole || fromMinute < 0 || fromMinute >= DAY_MINUTES || toMinute > 2 * DAY_MINUTES || toMinute <= fromMinute)
      return `shift ${fromMinute}-${toMinute} is not within 0..2880 minutes in rising order`;
    if (fromMinute < end) return `shift ${fromMinute}-${toMinute} overlaps the one before or is out of order`;
    end = toMinute;
  }
  return null;
}

function exceptionFault(exception: CalendarException): Omit<CalendarFault, "calendarId"> | null {
  const { from, to } = exception;
  for (const date of [from, to]) {
    if (!parseCalendarDate(date).ok || date < EXCEPTIONS_FROM || date > EXCEPTIONS_TO) {
      return { rule: "invalid-date", detail: `${date} is not a date of 1900..2199` };
    }
  }
  if (to < from) return { rule: "date-order", detail: `${from}..${to} ends before it begins` };
  const shifts = exception.kind === "absent" ? exception.hours : exception.kind === "open" ? exception.shifts : [];
  const detail = shifts === undefined ? null : shiftFault(shifts);
  return detail === null ? null : { rule: "invalid-shift", detail };
}

/** Every fault of a calendar and its layers; empty when it can be compiled. O(exceptions). */
export function calendarFaults(calendar: WorkingCalendar): CalendarFault[] {
  const layers = layersOf(calendar);
  if (layers === null) {
    return [{ calendarId: calendar.id, rule: "too-many-layers", detail: `more than ${MAX_LAYERS} layers` }];
  }
  const faults: CalendarFault[] = [];
  const week = layers.findLast((layer) => layer.week !== undefined)?.week;
  if (week === undefined)
    faults.push({ calendarId: calendar.id, rule: "no-week", detail: "neither it nor a base has a week" });
  else if (week.every((day) => day.length === 0)) {
    faults.push({ calendarId: calendar.id, rule: "week-without-work", detail: "the week has no working day" });
  }
  for (const layer of layers) {
    for (const day of layer.week ?? []) {
      const detail = shiftFault(day);
      if (detail !== null) faults.push({ calendarId: layer.id, rule: "invalid-shift", detail });
    }
    for (const exception of layer.exceptions ?? []) {
      const fault = exceptionFault(exception);
      if (fault !== null) faults.push({ calendarId: layer.id, ...fault });
    }
  }
  return faults;
}
