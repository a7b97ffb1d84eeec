import { dayNumber } from "../timeline/day.ts";
import type { GanttTask } from "./gantt-types.ts";

/** One line of the chart; days as numbers, `end` one past the last. */
export interface GanttRow {
  readonly task: GanttTask;
  readonly depth: number;
  readonly summary: boolean;
  readonly open: boolean;
  readonly start: number;
  readonly end: number;
  readonly baseStart: number;
  readonly baseEnd: number;
}

export interface GanttRows {
  readonly rows: readonly GanttRow[];
  /** Row of each shown task. */
  readonly indexOf: ReadonlyMap<string, number>;
  /** First day and one past the last of all tasks, shown or not. */
  readonly from: number;
  readonly to: number;
}

function rowOf(task: GanttTask, depth: number, summary: boolean, open: boolean): GanttRow {
  const start = dayNumber(task.start);
  const base = task.baseline;
  return {
    task,
    depth,
    summary,
    open,
    start,
    end: Math.max(start, dayNumber(task.finish)) + 1,
    baseStart: base ? dayNumber(base.start) : Number.NaN,
    baseEnd: base ? dayNumber(base.finish) + 1 : Number.NaN,
  };
}

/**
 * The lines in order: each task followed by its children, brothers in the order given; children of closed tasks are left out.
 * A task whose parent is unknown stands at the top.
 */
export function ganttRows(tasks: readonly GanttTask[], closed: ReadonlySet<string>): GanttRows {
  const known = new Set(tasks.map((task) => task.id));
  const children = new Map<string | null, GanttTask[]>();
  for (const task of tasks) {
    const parent = task.parentId !== null && known.has(task.parentId) ? task.parentId : null;
    const brothers = children.get(parent);
    if (brothers) brothers.push(task);
    else children.set(parent, [task]);
  }
  const rows: GanttRow[] = [];
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  const put = (task: GanttTask, depth: number, shown: boolean): void => {
    const own = children.get(task.id);
    const open = own !== undefined && !closed.has(task.id);
    const row = rowOf(task, depth, own !== undefined, open);
    from = Math.min(from, row.start);
    to = Math.max(to, row.end);
    if (shown) rows.push(row);
    for (const child of own ?? []) put(child, depth + 1, shown && open);
  };
  for (const task of children.get(null) ?? []) put(task, 0, true);
  const indexOf = new Map(rows.map((row, index) => [row.task.id, index]));
  return { rows, indexOf, from, to };
}
