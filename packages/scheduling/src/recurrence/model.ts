import type { CalendarDate } from "@yutu/kernel";

export type RecurrenceFrequency = "DAILY" | "WEEKLY" | "MONTHLY" | "YEARLY";

/** ISO 8601: 1 Monday … 7 Sunday. */
export type IsoWeekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

/** `{ weekday: 5, nth: -1 }` is the last Friday of the month (or year); without `nth`, every Friday. */
export interface ByDay {
  readonly weekday: IsoWeekday;
  readonly nth?: number;
}

/**
 * A recurrence rule on dates (RFC 5545, 3.3.10), the parts that mean something without a time of day. At most one of
 * `count` and `until`.
 */
export interface RecurrenceRule {
  readonly frequency: RecurrenceFrequency;
  /** Every n-th period, 1 or more; default 1. */
  readonly interval?: number;
  readonly count?: number;
  /** Last date that may occur. */
  readonly until?: CalendarDate;
  /** 1..12. */
  readonly byMonth?: readonly number[];
  /** 1..31, or from the end of the month −1..−31. */
  readonly byMonthDay?: readonly number[];
  /** 1..366, or from the end of the year; yearly rules only. */
  readonly byYearDay?: readonly number[];
  /** ISO weeks 1..53, or from the end of the year; yearly rules only. */
  readonly byWeekNo?: readonly number[];
  readonly byDay?: readonly ByDay[];
  /** Picks the n-th dates of each period's set. */
  readonly bySetPos?: readonly number[];
  /** First day of the week; default Monday. */
  readonly weekStart?: IsoWeekday;
}
