import { dayNumber } from "../timeline/day.ts";
import type { CalendarItem } from "./calendar-types.ts";

/** An item with its days as numbers (`end` one past the last) and the line it lies on within its lane. */
export interface StackedItem {
  readonly item: CalendarItem;
  readonly start: number;
  readonly end: number;
  readonly line: number;
  /** A point whose name stands before it, since there is no room after it. */
  readonly before: boolean;
}

export interface Stack {
  readonly items: readonly StackedItem[];
  readonly lines: number;
}

/** What is shown: how wide a day is, and the day after the last. */
export interface StackRoom {
  readonly dayPx: number;
  readonly endDay: number;
}

const DIAMOND_PX = 22;
/** Widths of signs at the size of bars: a Chinese one fills a square, others are about half as wide. */
const WIDE_PX = 12.5;
const NARROW_PX = 7;
/** Where the signs that fill a square begin. */
const FIRST_WIDE = 0x2e80;

/** About how wide a point with its name is drawn; rather too wide than too narrow. */
export function pointPx({ name, note }: Pick<CalendarItem, "name" | "note">): number {
  const text = note ? `${name} ${note}` : name;
  const wide = Array.from(text, (sign) => sign.charCodeAt(0)).filter((code) => code >= FIRST_WIDE).length;
  return DIAMOND_PX + wide * WIDE_PX + (text.length - wide) * NARROW_PX;
}

interface Drawn extends Omit<StackedItem, "line"> {
  /** Days that are covered when it is drawn: those of a point's name too. */
  readonly from: number;
  readonly to: number;
}

function drawnOf(item: CalendarItem, room: StackRoom | undefined): Drawn {
  const start = dayNumber(item.start);
  const end = dayNumber(item.finish) + 1;
  if (!item.point || !room) return { item, start, end, before: false, from: start, to: end };
  const reach = Math.max(end - start, Math.ceil(pointPx(item) / room.dayPx));
  const before = start + reach > room.endDay;
  return { item, start, end, before, from: before ? end - reach : start, to: before ? end : start + reach };
}

/**
 * Lays items that would cover one another under each other: earliest first, longer first, each on the highest line that is
 * free. The name of a point takes the room of the days it reaches over.
 */
export function stackItems(items: readonly CalendarItem[], room?: StackRoom): Stack {
  const sorted = items.map((item) => drawnOf(item, room)).toSorted((a, b) => a.from - b.from || b.to - a.to);
  const free: number[] = [];
  const stacked = sorted.map(({ from, to, ...each }) => {
    const found = free.findIndex((day) => day <= from);
    const line = found === -1 ? free.length : found;
    free[line] = to;
    return { ...each, line };
  });
  return { items: stacked, lines: free.length };
}
