import type { TimeScale } from "../timeline/time-scale.ts";
import type { GanttRow } from "./gantt-rows.ts";
import { barBox, EDGE_PX, HANDLE_PX, ROW_PX } from "./geometry.ts";

/** What of a bar lies under a place of the chart. `link-*` are the handles beyond its ends. */
export type BarPart = "body" | "start" | "finish" | "link-start" | "link-finish";

export interface Hit {
  readonly index: number;
  readonly part: BarPart;
}

/** Finds the bar under a place; the edges of short bars leave their middle to move them by. */
export function hitBar(rows: readonly GanttRow[], scale: TimeScale, x: number, y: number): Hit | undefined {
  const index = Math.floor(y / ROW_PX);
  const row = rows[index];
  if (!row) return undefined;
  const box = barBox(row, index, scale);
  if (y < box.top - 2 || y > box.bottom + 2) return undefined;
  if (x < box.left - HANDLE_PX || x > box.right + HANDLE_PX) return undefined;
  if (x > box.right) return { index, part: "link-finish" };
  if (x < box.left) return { index, part: "link-start" };
  const edge = row.task.milestone || row.summary ? 0 : Math.min(EDGE_PX, (box.right - box.left) / 4);
  if (x - box.left < edge) return { index, part: "start" };
  if (box.right - x < edge) return { index, part: "finish" };
  return { index, part: "body" };
}
