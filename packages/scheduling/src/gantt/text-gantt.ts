import { type CalendarDate, fromEpochDay, isoWeekday, toEpochDay } from "@yutu/kernel";
import type { CompiledCalendar } from "../calendar/compiled-calendar.ts";
import type { ScheduledTask } from "../network/model.ts";
import { fit, textWidth } from "./text-width.ts";

/** One line of the chart: a scheduled task with its name. */
export interface GanttRow {
  readonly name: string;
  readonly task: Pick<ScheduledTask, "kind" | "start" | "finish" | "totalSlackDays" | "critical">;
}

export interface TextGanttOptions {
  /** Tells days off, which are drawn as `.` inside a bar. */
  readonly calendar: CompiledCalendar;
  /** First and last day of the chart; default the span of the rows. */
  readonly from?: CalendarDate;
  readonly to?: CalendarDate;
  /** Columns of the names, at most; default 24. */
  readonly nameColumns?: number;
}

/** Most days drawn, three years; later days are cut off. */
const MAX_DAYS = 1096;

const monthDay = (date: CalendarDate): string => date.slice(5);

/** Months above their first day on the chart, and below it a day of the month at each Monday. */
function header(first: number, days: number): [string, string] {
  const months = Array.from({ length: days }, () => " ");
  const mondays = Array.from({ length: days }, () => " ");
  const write = (line: string[], at: number, text: string): void => {
    if (at + text.length > days) return;
    for (let i = 0; i < text.length; i++) line[at + i] = text.charAt(i);
  };
  for (let i = 0; i < days; i++) {
    const date = fromEpochDay(first + i);
    if (i === 0 || date.endsWith("-01")) write(months, i, date.slice(0, 7));
    if (isoWeekday(date) === 1) write(mondays, i, date.slice(8));
  }
  return [months.join("").trimEnd(), mondays.join("").trimEnd()];
}

function bar({ task }: GanttRow, first: number, days: number, calendar: CompiledCalendar): string {
  const start = toEpochDay(task.start);
  const finish = toEpochDay(task.finish);
  const slackEnd = task.critical
    ? finish
    : toEpochDay(calendar.addWorkingDays(task.finish, Math.max(0, task.totalSlackDays)));
  const body = task.kind === "summary" ? "_" : task.critical ? "#" : "=";
  let line = "";
  for (let day = first; day < first + days; day++) {
    if (task.kind === "milestone" && day === start) line += "*";
    else if (task.kind !== "milestone" && day >= start && day <= finish) {
      line += task.kind === "summary" || calendar.isWorkingDay(fromEpochDay(day)) ? body : ".";
    } else line += day > finish && day <= slackEnd && task.kind !== "summary" ? "-" : " ";
  }
  return line.trimEnd();
}

/**
 * Draws a schedule as text, one column a day: `#` critical work, `=` other work, `.` a day off within it, `-` slack,
 * `*` a milestone, `_` a summary. Names are padded by display width, so Chinese lines up in a fixed-width font. Pure;
 * O(rows x days), at most three years wide.
 */
export function textGantt(rows: readonly GanttRow[], options: TextGanttOptions): string {
  const starts = rows.map(({ task }) => toEpochDay(task.start));
  const finishes = rows.map(({ task }) => toEpochDay(task.finish));
  const first = options.from === undefined ? Math.min(...starts) : toEpochDay(options.from);
  const last = options.to === undefined ? Math.max(...finishes) : toEpochDay(options.to);
  if (rows.length === 0 || last < first) return "";
  const days = Math.min(MAX_DAYS, last - first + 1);
  const columns = Math.min(options.nameColumns ?? 24, Math.max(...rows.map(({ name }) => textWidth(name))));
  const indent = " ".repeat(columns + 15);
  const [months, mondays] = header(first, days);
  const lines = rows.map((row) => {
    const { kind, start, finish } = row.task;
    const dates = kind === "milestone" ? `${monthDay(start)}      ` : `${monthDay(start)} ${monthDay(finish)}`;
    return `${fit(row.name, columns)}  ${dates}  ${bar(row, first, days, options.calendar)}`.trimEnd();
  });
  return [(indent + months).trimEnd(), (indent + mondays).trimEnd(), ...lines].join("\n");
}
