import { addDays, calendarDate, daysBetween } from "@yutu/kernel";

const MOST_LABELS = 9;

/** The chart places a day at its midnight on the reader's clock. */
export const instantOf = (day: string): number => new Date(`${day}T00:00:00`).getTime();

const two = (value: number): string => String(value).padStart(2, "0");

/** The day on which an instant of the chart lies, on the reader's clock. */
export function dayAt(instant: number): string {
  const at = new Date(instant);
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Days to name below a chart of these days (in order): all of a few, else evenly apart from the first to the last. */
export function labelledDays(days: readonly string[]): readonly string[] {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined || days.length <= MOST_LABELS) return days;
  const from = calendarDate(first);
  const count = daysBetween(from, calendarDate(last)) + 1;
  const step = Math.ceil(count / MOST_LABELS);
  return Array.from({ length: Math.ceil(count / step) }, (_, i) => addDays(from, i * step));
}

/** Share of the chart's width that a name beside a mark needs for itself. */
const ROOM = 0.035;

/** Marks whose names have room: those that must be named, then the others from left to right. */
export function namedMarks(
  marks: readonly { readonly date: string; readonly first: boolean }[],
  span: { readonly from: string; readonly to: string },
): ReadonlySet<number> {
  if (marks.length === 0) return new Set();
  const far = Math.max(1, daysBetween(calendarDate(span.from), calendarDate(span.to)) * ROOM);
  const named = new Set<number>();
  const order = [...marks.keys()].sort((a, b) => Number(marks[b]?.first) - Number(marks[a]?.first) || a - b);
  const apart = (a: string, b: string): number => Math.abs(daysBetween(calendarDate(a), calendarDate(b)));
  for (const i of order) {
    const { date = "", first = false } = marks[i] ?? {};
    if (first || [...named].every((other) => apart(marks[other]?.date ?? date, date) > far)) named.add(i);
  }
  return named;
}
