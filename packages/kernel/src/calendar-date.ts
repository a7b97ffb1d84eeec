import { err, ok, type Result } from "./result.ts";

declare const brand: unique symbol;
/** A date without time, `YYYY-MM-DD`, proleptic Gregorian. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Parses `YYYY-MM-DD`; refuses dates that do not exist (2026-02-30). */
export function parseCalendarDate(text: string): Result<CalendarDate, "calendar-date/invalid"> {
  if (!PATTERN.test(text)) return err("calendar-date/invalid");
  const at = Date.parse(`${text}T00:00:00Z`);
  if (Number.isNaN(at) || new Date(at).toISOString().slice(0, 10) !== text) return err("calendar-date/invalid");
  return ok(text as CalendarDate);
}

/** For literals and trusted values; throws when the text is not a date. */
export function calendarDate(text: string): CalendarDate {
  const parsed = parseCalendarDate(text);
  if (!parsed.ok) throw new RangeError(`not a date: ${text}`);
  return parsed.value;
}

/** Days since 1970-01-01; negative before. */
export const toEpochDay = (date: CalendarDate): number => Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS);

export const fromEpochDay = (day: number): CalendarDate =>
  new Date(day * DAY_MS).toISOString().slice(0, 10) as CalendarDate;

export const addDays = (date: CalendarDate, days: number): CalendarDate => fromEpochDay(toEpochDay(date) + days);

/** Calendar days from `a` to `b`; negative when `b` is earlier. */
export const daysBetween = (a: CalendarDate, b: CalendarDate): number => toEpochDay(b) - toEpochDay(a);

/** 1 = Monday … 7 = Sunday (ISO 8601). */
export const isoWeekday = (date: CalendarDate): number => ((((toEpochDay(date) + 3) % 7) + 7) % 7) + 1;

/** The date that a clock on the wall shows in a time zone at an instant. */
export function calendarDateIn(instant: Date, timeZone: string): CalendarDate {
  const parts = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
  return parts.format(instant) as CalendarDate;
}
