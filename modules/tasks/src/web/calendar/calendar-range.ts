import { addDays, type CalendarDate, calendarDate, isoWeekday } from "@yutu/kernel";

export const CALENDAR_VIEWS = ["month", "week", "lanes", "list"] as const;
export type CalendarView = (typeof CALENDAR_VIEWS)[number];

export interface DateRange {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

const LANE_DAYS = 28;
const WEEK = 7;
/** Days shown before today when the lanes open. */
const BEFORE_TODAY = 7;

const monday = (date: CalendarDate): CalendarDate => addDays(date, 1 - isoWeekday(date));
const monthBegin = (date: CalendarDate): CalendarDate => calendarDate(`${date.slice(0, 8)}01`);
const nextMonth = (date: CalendarDate): CalendarDate => monthBegin(addDays(monthBegin(date), 32));

/** The days that a view shows when it is opened on a day. The month reaches over the weeks it begins and ends in. */
export function rangeOf(view: CalendarView, day: CalendarDate): DateRange {
  if (view === "week") return { from: monday(day), to: addDays(monday(day), WEEK - 1) };
  if (view === "month") {
    const last = addDays(nextMonth(day), -1);
    return { from: monday(monthBegin(day)), to: addDays(monday(last), WEEK - 1) };
  }
  const from = monday(addDays(day, -BEFORE_TODAY));
  return { from, to: addDays(from, LANE_DAYS - 1) };
}

/** The day to open the view on, one screen earlier or later. */
export function stepped(view: CalendarView, day: CalendarDate, by: 1 | -1): CalendarDate {
  if (view === "month") return by > 0 ? nextMonth(day) : monthBegin(addDays(monthBegin(day), -1));
  return addDays(day, by * (view === "week" ? WEEK : WEEK * 2));
}
