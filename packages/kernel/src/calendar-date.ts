import { err, ok, type Result } from "./result.ts";

declare const brand: unique symbol;
/** A date without time, `YYYY-MM-DD`, proleptic Gregorian. */
export type CalendarDate = string & { readonly [brand]: "CalendarDate" };

const DAY_MS = 86_400_000;
const PATTERN = /^(\d{4})-(\d{2})-(\d{2})$/;

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const daysInMonth = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

/** Parses `YYYY-MM-DD`; refuses dates that do not exist (2026-02-30). */
export function parseCalendarDate(text: string): Result<CalendarDate, "calendar-date/invalid"> {
  if (!PATTERN.test(text)) return err("calendar-date/invalid");
  const [year, month, day] = [Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))];
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return err("calendar-date/invalid");
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

/** One formatter per time zone: making one takes longer than everything else a short request does. */
const formatters = new Map<string, Intl.DateTimeFormat>();

/** The date that a clock on the wall shows in a time zone at an instant. */
export function calendarDateIn(instant: Date, timeZone: string): CalendarDate {
  let format = formatters.get(timeZone);
  if (!format) {
    format = new Intl.DateTimeFormat("en-CA", { timeZone, year: "numeric", month: "2-digit", day: "2-digit" });
    formatters.set(timeZone, format);
  }
  return format.format(instant) as CalendarDate;
}
