export { type GanttRow, type TextGanttOptions, textGantt } from "./text-gantt.ts";
