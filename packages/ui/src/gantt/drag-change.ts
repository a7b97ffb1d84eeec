import { dayText } from "../timeline/day.ts";
import type { GanttRow } from "./gantt-rows.ts";
import type { GanttChange, GanttLinkType } from "./gantt-types.ts";
import type { BarPart } from "./hit-test.ts";

/** The days of a task when a part of its bar is carried some days away; at least one day stays. */
export function carried(row: GanttRow, part: BarPart, byDays: number): { start: number; end: number } {
  switch (part) {
    case "start":
      return { start: Math.min(row.start + byDays, row.end - 1), end: row.end };
    case "finish":
      return { start: row.start, end: Math.max(row.end + byDays, row.start + 1) };
    case "body":
    case "link-start":
    case "link-finish":
      return { start: row.start + byDays, end: row.end + byDays };
  }
}

export const changeOf = (row: GanttRow, days: { readonly start: number; readonly end: number }): GanttChange => ({
  id: row.task.id,
  start: dayText(days.start),
  finish: dayText(days.end - 1),
});

/** Type of a link drawn from one end of a bar to one half of another. */
export function linkType(fromFinish: boolean, toFirstHalf: boolean): GanttLinkType {
  if (fromFinish) return toFirstHalf ? "FS" : "FF";
  return toFirstHalf ? "SS" : "SF";
}
