import { dayNumber } from "../timeline/day.ts";
import type { CalendarItem } from "./calendar-types.ts";

/** An item with its days as numbers (`end` one past the last) and the line it lies on within its lane. */
export interface StackedItem {
  readonly item: CalendarItem;
  readonly start: number;
  readonly end: number;
  readonly line: number;
}

export interface Stack {
  readonly items: readonly StackedItem[];
  readonly lines: number;
}

/** Lays overlapping items under each other: earliest first, longer first, each on the highest line that is free. */
export function stackItems(items: readonly CalendarItem[]): Stack {
  const sorted = items
    .map((item) => ({ item, start: dayNumber(item.start), end: dayNumber(item.finish) + 1 }))
    .toSorted((a, b) => a.start - b.start || b.end - a.end);
  const free: number[] = [];
  const stacked = sorted.map((each) => {
    const found = free.findIndex((day) => day <= each.start);
    const line = found === -1 ? free.length : found;
    free[line] = each.end;
    return { ...each, line };
  });
  return { items: stacked, lines: free.length };
}
