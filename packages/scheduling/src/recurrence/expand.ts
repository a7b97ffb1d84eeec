import { addDays, type CalendarDate, fromEpochDay, isoWeekday, toEpochDay } from "@yutu/kernel";
import { type Options, RRule } from "./library.ts";
import type { IsoWeekday, RecurrenceRule } from "./model.ts";

const DAY_MS = 86_400_000;

/** The library counts weekdays from 0 for Monday. */
const libraryWeekday = (day: IsoWeekday): number => day - 1;

const WEEKDAYS = [RRule.MO, RRule.TU, RRule.WE, RRule.TH, RRule.FR, RRule.SA, RRule.SU];

function options(rule: RecurrenceRule, start: CalendarDate, last: CalendarDate): Partial<Options> {
  const days = rule.byDay?.map(({ weekday, nth }) => {
    const day = WEEKDAYS[libraryWeekday(weekday)] ?? RRule.MO;
    return nth === undefined ? day : day.nth(nth);
  });
  const list = (values: readonly number[] | undefined): number[] | null => (values === undefined ? null : [...values]);
  return {
    dtstart: new Date(toEpochDay(start) * DAY_MS),
    until: new Date(toEpochDay(last) * DAY_MS),
    interval: rule.interval ?? 1,
    wkst: libraryWeekday(rule.weekStart ?? 1),
    bymonth: list(rule.byMonth),
    bymonthday: list(rule.byMonthDay),
    byyearday: list(rule.byYearDay),
    byweekno: list(rule.byWeekNo),
    bysetpos: list(rule.bySetPos),
    byweekday: days ?? null,
  };
}

/** A stricter test that the library's own period stepping would have made. */
type Keep = (day: number) => boolean;

interface Expansion {
  readonly options: Partial<Options>;
  readonly keep: Keep;
}

/**
 * The library looks at every period up to the year 9999 when nothing occurs, three million of them for a daily rule, and
 * cannot be stopped from outside. Daily and weekly rules are therefore expanded as the yearly rule with the same filter,
 * and the interval is tested on each date that comes out: at most eight thousand steps, and the caller may stop at any.
 */
function expansion(rule: RecurrenceRule, start: CalendarDate, last: CalendarDate): Expansion {
  const base = options(rule, start, last);
  const interval = rule.interval ?? 1;
  const first = toEpochDay(start);
  if (rule.frequency === "MONTHLY") return { options: { ...base, freq: RRule.MONTHLY }, keep: () => true };
  if (rule.frequency === "YEARLY") return { options: { ...base, freq: RRule.YEARLY }, keep: () => true };
  if (rule.frequency === "DAILY") {
    // Every weekday named is every day: the filter of a rule that has none.
    const all = base.byweekday === null && base.bymonthday === null ? { byweekday: WEEKDAYS } : {};
    const keep: Keep = (day) => (day - first) % interval === 0;
    return { options: { ...base, ...all, freq: RRule.YEARLY, interval: 1 }, keep };
  }
  // 1970-01-01 was a Thursday, so day −3 began a week.
  const weekOf = (day: number): number => Math.floor((day + 3 - ((rule.weekStart ?? 1) - 1)) / 7);
  const byweekday = base.byweekday ?? [WEEKDAYS[isoWeekday(start) - 1] ?? RRule.MO];
  if (rule.bySetPos !== undefined) {
    // Positions count from the beginning of each week, also of the first, which the library cuts at its start.
    const weekBegin = weekOf(first) * 7 - 3 + ((rule.weekStart ?? 1) - 1);
    const dtstart = new Date(weekBegin * DAY_MS);
    return { options: { ...base, byweekday, dtstart, freq: RRule.WEEKLY }, keep: (day) => day >= first };
  }
  const keep: Keep = (day) => (weekOf(day) - weekOf(first)) % interval === 0;
  return { options: { ...base, byweekday, freq: RRule.YEARLY, interval: 1 }, keep };
}

/**
 * Visits the dates of a valid rule from `start` to `last` in order until `visit` returns false. COUNT counts from the
 * start whether or not anybody looks.
 */
export function eachOccurrence(
  rule: RecurrenceRule,
  start: CalendarDate,
  last: CalendarDate,
  visit: (date: CalendarDate) => boolean,
): void {
  const end = rule.until !== undefined && rule.until < last ? rule.until : last;
  if (end < start) return;
  const { options: libraryOptions, keep } = expansion(rule, start, end);
  let left = rule.count ?? Number.POSITIVE_INFINITY;
  let latest = Number.NEGATIVE_INFINITY;
  new RRule(libraryOptions).all((instant) => {
    const day = Math.floor(instant.getTime() / DAY_MS);
    // The library repeats a date that two positions pick, such as the first and the last of a set of one.
    if (day === latest || !keep(day)) return true;
    latest = day;
    left--;
    return visit(fromEpochDay(day)) && left > 0;
  });
}

export const yearsAfter = (date: CalendarDate, years: number): CalendarDate => addDays(date, Math.ceil(years * 365.25));
