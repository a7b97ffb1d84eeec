import { addDays, type CalendarDate, daysBetween } from "@yutu/kernel";

/** Calendar days on the workspace's clock, both ends included. */
export interface Window {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** The period a figure is compared with: the same length right before, or the same days a year earlier. */
export const COMPARISONS = ["none", "before", "year"] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** No window is longer; groups exist only for days with facts, so a century is no more work than its data. */
export const MAX_WINDOW_DAYS = 36_525;

export const lengthDays = (window: Window): number => daysBetween(window.from, window.to) + 1;

/** The same calendar day a year earlier; 29 February becomes 28 February. */
function yearEarlier(date: CalendarDate): CalendarDate {
  const year = String(Number(date.slice(0, 4)) - 1).padStart(4, "0");
  const monthDay = date.slice(4) === "-02-29" ? "-02-28" : date.slice(4);
  return `${year}${monthDay}` as CalendarDate;
}

export function comparedWindow(window: Window, comparison: Comparison): Window | null {
  switch (comparison) {
    case "none":
      return null;
    case "before":
      return { from: addDays(window.from, -lengthDays(window)), to: addDays(window.from, -1) };
    case "year":
      return { from: yearEarlier(window.from), to: yearEarlier(window.to) };
  }
}

/** Change against the compared period as a share of it; null where there is nothing to compare with. */
export const changeOf = (value: number | null, before: number | null): number | null =>
  value === null || before === null || before === 0 ? null : (value - before) / Math.abs(before);
