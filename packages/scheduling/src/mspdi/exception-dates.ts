import { type CalendarDate, parseCalendarDate } from "@yutu/kernel";
import { type ByDay, type IsoWeekday, occurrences, type RecurrenceRule } from "../recurrence/index.ts";
import type { MspdiException } from "./model-calendar.ts";

/** A run of dates, both included. */
export interface DateRun {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const MAX_DATES = 2000;

/** MSPDI counts weekdays from Sunday, ISO 8601 from Monday. */
export const isoFromSunday = (sundayBased: number): IsoWeekday =>
  sundayBased === 1 ? 7 : ((sundayBased - 1) as IsoWeekday);

const ALL_DAYS: readonly IsoWeekday[] = [1, 2, 3, 4, 5, 6, 7];

/** MonthItem: 0 any day, 1 weekday, 2 weekend day, 3 Sunday … 9 Saturday. */
function itemDays(item: number): readonly IsoWeekday[] {
  if (item === 1) return [1, 2, 3, 4, 5];
  if (item === 2) return [6, 7];
  return item >= 3 && item <= 9 ? [isoFromSunday(item - 2)] : ALL_DAYS;
}

/** Bits from Sunday (1) to Saturday (64). */
const maskDays = (mask: number): readonly IsoWeekday[] => ALL_DAYS.filter((day) => (mask & (1 << (day % 7))) !== 0);

const weekdays = (days: readonly IsoWeekday[]): readonly ByDay[] => days.map((weekday) => ({ weekday }));

/** Recurrence of exception types 2 to 6; null for types that are no recurrence on dates. */
function ruleOf(exception: MspdiException): RecurrenceRule | null {
  const { type = 1, monthDay = 1, monthItem = 0, monthPosition = 0, month = 0, daysOfWeek = 0 } = exception;
  const interval = Math.max(1, exception.recurrenceInterval ?? 1);
  const position = { byDay: weekdays(itemDays(monthItem)), bySetPos: [monthPosition >= 4 ? -1 : monthPosition + 1] };
  const byMonth = [month + 1];
  switch (type) {
    case 2:
      return { frequency: "YEARLY", byMonth, byMonthDay: [monthDay] };
    case 3:
      return { frequency: "YEARLY", byMonth, ...position };
    case 4:
      return { frequency: "MONTHLY", interval, byMonthDay: [monthDay] };
    case 5:
      return { frequency: "MONTHLY", interval, ...position };
    case 6:
      return { frequency: "WEEKLY", interval, byDay: weekdays(maskDays(daysOfWeek)), weekStart: 7 };
    default:
      return null;
  }
}

const dateOf = (dateTime: string | undefined): CalendarDate | null => {
  const date = parseCalendarDate((dateTime ?? "").slice(0, 10));
  return date.ok ? date.value : null;
};

/**
 * The dates of an exception: its whole period, or the dates on which it recurs within it. Null when the period is
 * missing, the kind is unknown or there are more than 2,000 dates.
 */
export function exceptionDates(exception: MspdiException): readonly DateRun[] | null {
  const from = dateOf(exception.period?.from);
  const to = dateOf(exception.period?.to);
  if (from === null || to === null || to < from) return null;
  const { type = 1, recurrenceInterval = 1, occurrences: count } = exception;
  if (type === 1 && recurrenceInterval <= 1) return [{ from, to }];
  const rule = type === 1 ? ({ frequency: "DAILY", interval: recurrenceInterval } as const) : ruleOf(exception);
  if (rule === null) return null;
  const limit = exception.enteredByOccurrences === true && count !== undefined ? Math.min(count, MAX_DATES) : MAX_DATES;
  const dates = occurrences(rule, { start: from, to, limit });
  return dates.ok && dates.value.length < MAX_DATES ? dates.value.map((date) => ({ from: date, to: date })) : null;
}
