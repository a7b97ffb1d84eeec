import { dayText, mondayOf, monthStart, weekdayOf } from "./day.ts";

/** Days laid out along x. Shared by the Gantt chart and the calendar swimlanes. */
export interface TimeScale {
  readonly firstDay: number;
  /** One past the last day. */
  readonly endDay: number;
  readonly dayPx: number;
}

/** Left edge of a day. */
export const xOf = (scale: TimeScale, day: number): number => (day - scale.firstDay) * scale.dayPx;

/** The day under a place; fractions are cut. */
export const dayAt = (scale: TimeScale, px: number): number => scale.firstDay + Math.floor(px / scale.dayPx);

export const widthOf = (scale: TimeScale): number => (scale.endDay - scale.firstDay) * scale.dayPx;

export const ZOOM_STEPS = [2, 4, 7, 10, 14, 20, 28, 40] as const;

/** The next width of a day when zooming in (1) or out (-1). */
export function zoomed(dayPx: number, direction: 1 | -1): number {
  const steps = direction === 1 ? ZOOM_STEPS.filter((step) => step > dayPx) : ZOOM_STEPS.filter((step) => step < dayPx);
  return (direction === 1 ? steps[0] : steps.at(-1)) ?? dayPx;
}

export interface MonthTick {
  readonly day: number;
  readonly days: number;
}

/** Months that overlap a span, each with its first day and length. */
export function monthTicks(fromDay: number, toDay: number): MonthTick[] {
  const ticks: MonthTick[] = [];
  for (let day = monthStart(fromDay); day < toDay; day = monthStart(day, 1)) {
    ticks.push({ day, days: monthStart(day, 1) - day });
  }
  return ticks;
}

/** Room below which labels of days would touch: every day, Monday and Thursday, Mondays, or only months. */
const DAILY_PX = 24;
const TWICE_WEEKLY_PX = 12;
const WEEKLY_PX = 5;

/** Days that are labelled at this zoom. */
export function dayTicks(fromDay: number, toDay: number, dayPx: number): number[] {
  if (dayPx < WEEKLY_PX) return [];
  const days: number[] = [];
  if (dayPx >= DAILY_PX) {
    for (let day = fromDay; day < toDay; day += 1) days.push(day);
    return days;
  }
  for (let monday = mondayOf(fromDay); monday < toDay; monday += 7) {
    if (monday >= fromDay) days.push(monday);
    if (dayPx >= TWICE_WEEKLY_PX && monday + 3 >= fromDay && monday + 3 < toDay) days.push(monday + 3);
  }
  return days;
}

/** Day of the month, as it stands in the head. */
export const dayOfMonth = (day: number): number => Number(dayText(day).slice(8));

export const isMonday = (day: number): boolean => weekdayOf(day) === 1;
