import { type TimeScale, xOf } from "../timeline/time-scale.ts";
import type { GanttRow } from "./gantt-rows.ts";
import type { BarBox } from "./link-path.ts";

export const ROW_PX = 32;
export const HEAD_PX = 43;
export const BAR_PX = 18;
export const BAR_TOP_PX = 7;
export const BASELINE_TOP_PX = 27;
export const MILESTONE_PX = 15;
/** Width of the edges that resize, and of the handle beyond the bar that draws links. */
export const EDGE_PX = 6;
export const HANDLE_PX = 14;

/** The bar of a row in chart coordinates (origin at the first day and the first row). A milestone is as wide as its diamond. */
export function barBox(row: GanttRow, index: number, scale: TimeScale, days?: { start: number; end: number }): BarBox {
  const { start, end } = days ?? row;
  const top = index * ROW_PX + BAR_TOP_PX;
  const middle = top + BAR_PX / 2;
  if (row.task.milestone) {
    const centre = xOf(scale, start) + scale.dayPx / 2;
    return { left: centre - MILESTONE_PX / 2, right: centre + MILESTONE_PX / 2, middle, top, bottom: top + BAR_PX };
  }
  return {
    left: xOf(scale, start),
    right: Math.max(xOf(scale, end), xOf(scale, start) + 2),
    middle,
    top,
    bottom: top + BAR_PX,
  };
}
