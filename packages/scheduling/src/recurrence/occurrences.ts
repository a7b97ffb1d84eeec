import { type CalendarDate, err, ok, problem, type Result } from "@yutu/kernel";
import type { CompiledCalendar } from "../calendar/index.ts";
import { eachOccurrence, yearsAfter } from "./expand.ts";
import type { RecurrenceRule } from "./model.ts";
import { type RecurrenceProblem, recurrenceUnbounded } from "./problems.ts";
import { validateRule } from "./validate-rule.ts";

/** Nothing is looked for later than this many years after the start. */
export const MAX_RECURRENCE_YEARS = 100;
export const MAX_OCCURRENCES = 10_000;

/**
 * What becomes of an occurrence on a day off: the next working day, the one before, or nothing. Two occurrences that
 * land on the same day are one.
 */
export interface WorkingDayRule {
  readonly calendar: CompiledCalendar;
  readonly onDayOff: "next" | "previous" | "skip";
}

export interface OccurrenceQuery {
  /** DTSTART: the first candidate, from which intervals and counts run. */
  readonly start: CalendarDate;
  /** First date of interest; default the start. */
  readonly from?: CalendarDate;
  /** Last date of interest; default 100 years after the start. */
  readonly to?: CalendarDate;
  /** At most 10,000. */
  readonly limit: number;
  /** What to do when more than `limit` dates lie in the window: the first of them (default), or a refusal. */
  readonly overLimit?: "truncate" | "refuse";
  readonly excluded?: readonly CalendarDate[];
  readonly workingDays?: WorkingDayRule;
}

function land(date: CalendarDate, rule: WorkingDayRule | undefined): CalendarDate | null {
  if (rule === undefined || rule.calendar.isWorkingDay(date)) return date;
  switch (rule.onDayOff) {
    case "next":
      return rule.calendar.onOrAfter(date);
    case "previous":
      return rule.calendar.onOrBefore(date);
    case "skip":
      return null;
  }
}

/**
 * The dates on which a rule occurs, ascending, each once. Working days are applied after exclusions, and the window
 * after both. O(dates from the start to the end of the window + periods without any).
 * Refuses invalid rules, naming the part, and, when asked to, windows with more than `limit` dates.
 */
export function occurrences(
  rule: RecurrenceRule,
  query: OccurrenceQuery,
): Result<readonly CalendarDate[], RecurrenceProblem> {
  const valid = validateRule(rule);
  if (!valid.ok) return valid;
  const { start, from = start, workingDays } = query;
  const limit = Math.max(0, Math.min(Math.floor(query.limit), MAX_OCCURRENCES));
  const furthest = yearsAfter(start, MAX_RECURRENCE_YEARS);
  const to = query.to !== undefined && query.to < furthest ? query.to : furthest;
  const excluded = new Set(query.excluded ?? []);
  const dates = new Set<CalendarDate>();
  // Rolling back can pull a date from beyond the window into it; a closed period longer than a month is no working week.
  const last = workingDays?.onDayOff === "previous" ? yearsAfter(to, 0.1) : to;
  eachOccurrence(rule, start, last, (date) => {
    if (excluded.has(date)) return true;
    const landed = land(date, workingDays);
    if (landed !== null && landed >= from && landed <= to) dates.add(landed);
    return dates.size <= limit;
  });
  if (dates.size > limit && query.overLimit === "refuse") {
    return err(
      problem(recurrenceUnbounded, `the rule has more than ${limit} dates in the window`, { params: { limit } }),
    );
  }
  return ok([...dates].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)).slice(0, limit));
}

/** The first occurrence after a date, or null when there is none within 100 years of the start. */
export function nextOccurrence(
  rule: RecurrenceRule,
  query: { readonly start: CalendarDate; readonly after: CalendarDate; readonly workingDays?: WorkingDayRule },
): Result<CalendarDate | null, RecurrenceProblem> {
  const { start, after, workingDays } = query;
  const found = occurrences(rule, {
    start,
    from: after,
    limit: 2,
    ...(workingDays === undefined ? {} : { workingDays }),
  });
  return found.ok ? ok(found.value.find((date) => date > after) ?? null) : found;
}
