import { addDays, type CalendarDate, err, ok, type Result } from "@yutu/kernel";
import { parseRecurrence } from "../recurrence/index.ts";
import { type ContentLine, parseContentLine } from "./content-line.ts";
import { unfold } from "./folding.ts";
import type { CalendarEvent, CalendarFeed, EventTime } from "./model.ts";
import { type ICalendarReadProblem, unreadable } from "./problems.ts";
import { readDate, readInstant } from "./stamp.ts";
import { splitList, unescapeText } from "./text-value.ts";

const MAX_CHARS = 20_000_000;
const MAX_DEPTH = 8;

interface NumberedLine extends ContentLine {
  readonly number: number;
}

type Draft = { -readonly [K in keyof CalendarEvent]?: CalendarEvent[K] };

const STATUSES = ["TENTATIVE", "CONFIRMED", "CANCELLED"] as const;

/** Begins and ends of an event, before they are known to fit together. */
interface Ends {
  start?: NumberedLine;
  end?: NumberedLine;
}

function timeOf({ start, end }: Ends, at: number): EventTime | ICalendarReadProblem {
  if (start === undefined) return unreadable(at, "the event has no DTSTART");
  const first = readDate(start.value);
  if (first !== null) {
    const after = end === undefined ? addDays(first, 1) : readDate(end.value);
    if (after === null || after <= first) return unreadable(end?.number ?? at, "DTEND must be a date after DTSTART");
    return { kind: "all-day", first, last: addDays(after, -1) };
  }
  const from = readInstant(start.value);
  const to = end === undefined ? from : readInstant(end.value);
  if (from === null || to === null) return unreadable(start.number, "times must be dates or instants in UTC");
  return { kind: "timed", start: from, end: to };
}

const isProblem = (value: object): value is ICalendarReadProblem => "definition" in value;

/** Takes over one property; the reason when its value is unreadable. Properties that are not known are left out. */
function setProperty(draft: Draft, ends: Ends, line: NumberedLine): ICalendarReadProblem | null {
  const instant = (key: "stamp" | "lastModified"): ICalendarReadProblem | null => {
    const value = readInstant(line.value);
    if (value === null) return unreadable(line.number, `${line.name} must be an instant in UTC`);
    draft[key] = value;
    return null;
  };
  switch (line.name) {
    case "UID":
      draft.uid = unescapeText(line.value);
      return null;
    case "SUMMARY":
      draft.summary = unescapeText(line.value);
      return null;
    case "DESCRIPTION":
      draft.description = unescapeText(line.value);
      return null;
    case "LOCATION":
      draft.location = unescapeText(line.value);
      return null;
    case "URL":
      draft.url = line.value;
      return null;
    case "DTSTART":
      ends.start = line;
      return null;
    case "DTEND":
      ends.end = line;
      return null;
    case "DTSTAMP":
      return instant("stamp");
    case "LAST-MODIFIED":
      return instant("lastModified");
    default:
      return setDetail(draft, line);
  }
}

function setDetail(draft: Draft, line: NumberedLine): ICalendarReadProblem | null {
  switch (line.name) {
    case "SEQUENCE":
      if (!/^\d{1,9}$/.test(line.value)) return unreadable(line.number, "SEQUENCE must be a whole number");
      draft.sequence = Number(line.value);
      return null;
    case "CATEGORIES":
      draft.categories = [...(draft.categories ?? []), ...splitList(line.value).map(unescapeText)];
      return null;
    case "STATUS":
      draft.status = STATUSES.find((status) => status === line.value);
      return draft.status === undefined ? unreadable(line.number, "STATUS is not one of an event") : null;
    case "X-YUTU-MILESTONE":
      draft.milestone = line.value === "TRUE";
      return null;
    case "RRULE": {
      const rule = parseRecurrence(line.value);
      if (!rule.ok) return unreadable(line.number, rule.error.detail);
      draft.recurrence = rule.value;
      return null;
    }
    case "EXDATE": {
      const dates = line.value.split(",").map(readDate);
      const known = dates.filter((date): date is CalendarDate => date !== null);
      if (known.length < dates.length) return unreadable(line.number, "EXDATE must be dates");
      draft.excluded = [...(draft.excluded ?? []), ...known];
      return null;
    }
    default:
      return null;
  }
}

function readEvent(lines: readonly NumberedLine[], at: number): CalendarEvent | ICalendarReadProblem {
  const draft: Draft = {};
  const ends: Ends = {};
  for (const line of lines) {
    const refusal = setProperty(draft, ends, line);
    if (refusal !== null) return refusal;
  }
  const time = timeOf(ends, at);
  if (isProblem(time)) return time;
  const { uid, stamp, sequence = 0, summary = "" } = draft;
  if (uid === undefined || uid === "" || stamp === undefined) return unreadable(at, "the event has no UID or DTSTAMP");
  return { ...draft, uid, stamp, sequence, summary, time };
}

interface Walk {
  readonly stack: { readonly name: string; readonly number: number; readonly lines: NumberedLine[] }[];
  readonly events: CalendarEvent[];
  readonly head: Map<string, string>;
}

/** One content line in its place; the reason to stop. */
function step(walk: Walk, line: NumberedLine): ICalendarReadProblem | null {
  const { stack } = walk;
  const component = line.value.toUpperCase();
  if (line.name === "BEGIN") {
    if (stack.length === 0 && component !== "VCALENDAR") return unreadable(line.number, "VCALENDAR must come first");
    if (stack.length >= MAX_DEPTH) return unreadable(line.number, "components are nested too deep");
    stack.push({ name: component, number: line.number, lines: [] });
    return null;
  }
  const open = stack.at(-1);
  if (open === undefined) return unreadable(line.number, "this stands outside of VCALENDAR");
  if (line.name !== "END") {
    if (stack.length === 1) walk.head.set(line.name, line.value);
    open.lines.push(line);
    return null;
  }
  if (open.name !== component) return unreadable(line.number, `${open.name} is still open`);
  stack.pop();
  if (open.name !== "VEVENT" || stack.length !== 1) return null;
  const event = readEvent(open.lines, open.number);
  if (isProblem(event)) return event;
  walk.events.push(event);
  return null;
}

function refreshOf(value: string | undefined): { refreshMinutes?: number } {
  const minutes = /^PT(\d{1,7})M$/.exec(value ?? "")?.[1];
  return minutes === undefined ? {} : { refreshMinutes: Number(minutes) };
}

/**
 * Reads back what `writeICalendar` writes, and feeds of others as far as events go: other components and properties are
 * left out, times must be dates or instants in UTC. Never throws. O(length).
 */
export function readICalendar(text: string): Result<CalendarFeed, ICalendarReadProblem> {
  if (text.length > MAX_CHARS) return err(unreadable(0, `longer than ${MAX_CHARS} characters`));
  const walk: Walk = { stack: [], events: [], head: new Map() };
  for (const { line, number } of unfold(text.replace(/^\uFEFF/, ""))) {
    const parsed = parseContentLine(line);
    if (parsed === null) return err(unreadable(number, "this is not NAME:VALUE"));
    const refusal = step(walk, { ...parsed, number });
    if (refusal !== null) return err(refusal);
  }
  const open = walk.stack.at(-1);
  if (open !== undefined) return err(unreadable(open.number, `${open.name} never ends`));
  const productId = walk.head.get("PRODID");
  if (productId === undefined) return err(unreadable(1, "there is no VCALENDAR with a PRODID"));
  const name = walk.head.get("NAME") ?? walk.head.get("X-WR-CALNAME");
  return ok({
    productId: unescapeText(productId),
    ...(name === undefined ? {} : { name: unescapeText(name) }),
    ...refreshOf(walk.head.get("REFRESH-INTERVAL")),
    events: walk.events,
  });
}
