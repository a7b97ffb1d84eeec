import { addDays, err, ok, parseCalendarDate, type Result } from "@yutu/kernel";
import { formatRecurrence } from "../recurrence/index.ts";
import { fold } from "./folding.ts";
import type { CalendarEvent, CalendarFeed } from "./model.ts";
import { type ICalendarWriteProblem, invalidEvent } from "./problems.ts";
import { basicForm, isUtcInstant } from "./stamp.ts";
import { escapeText, isTextValue } from "./text-value.ts";

function checkTime({ uid, time }: CalendarEvent): ICalendarWriteProblem | null {
  if (time.kind === "timed") {
    if (!isUtcInstant(time.start)) return invalidEvent(uid, "start", "must be an instant in UTC");
    if (!isUtcInstant(time.end)) return invalidEvent(uid, "end", "must be an instant in UTC");
    return time.end < time.start ? invalidEvent(uid, "end", "lies before the start") : null;
  }
  if (!parseCalendarDate(time.first).ok) return invalidEvent(uid, "first", "must be a date");
  if (!parseCalendarDate(time.last).ok) return invalidEvent(uid, "last", "must be a date");
  return time.last < time.first ? invalidEvent(uid, "last", "lies before the first day") : null;
}

function checkEvent(event: CalendarEvent): ICalendarWriteProblem | null {
  const { uid } = event;
  if (uid === "") return invalidEvent("", "uid", "must not be empty");
  if (!Number.isInteger(event.sequence) || event.sequence < 0)
    return invalidEvent(uid, "sequence", "must be 0 or more");
  if (!isUtcInstant(event.stamp)) return invalidEvent(uid, "stamp", "must be an instant in UTC");
  if (event.lastModified !== undefined && !isUtcInstant(event.lastModified)) {
    return invalidEvent(uid, "lastModified", "must be an instant in UTC");
  }
  const texts = { uid, summary: event.summary, description: event.description, location: event.location };
  for (const [field, text] of Object.entries(texts)) {
    if (!isTextValue((text ?? "").replaceAll("\r", ""))) return invalidEvent(uid, field, "holds a control character");
  }
  if (event.categories?.some((category) => !isTextValue(category)) === true) {
    return invalidEvent(uid, "categories", "holds a control character");
  }
  if (event.url !== undefined && !/^[!-~]+$/.test(event.url)) return invalidEvent(uid, "url", "must be an encoded URI");
  if (event.excluded !== undefined && event.time.kind === "timed") {
    return invalidEvent(uid, "excluded", "is for all-day events");
  }
  return checkTime(event);
}

function timeLines({ time }: CalendarEvent): string[] {
  if (time.kind === "timed") return [`DTSTART:${basicForm(time.start)}`, `DTEND:${basicForm(time.end)}`];
  // DTEND is the first day on which the event is over.
  const end = basicForm(addDays(time.last, 1));
  return [`DTSTART;VALUE=DATE:${basicForm(time.first)}`, `DTEND;VALUE=DATE:${end}`];
}

function eventLines(event: CalendarEvent): string[] {
  const text = (name: string, value: string | undefined): string[] =>
    value === undefined ? [] : [`${name}:${escapeText(value)}`];
  const categories = event.categories?.map(escapeText).join(",");
  return [
    "BEGIN:VEVENT",
    `UID:${escapeText(event.uid)}`,
    `SEQUENCE:${event.sequence}`,
    `DTSTAMP:${basicForm(event.stamp)}`,
    ...timeLines(event),
    ...(event.recurrence === undefined ? [] : [`RRULE:${formatRecurrence(event.recurrence)}`]),
    ...(event.excluded ?? []).map((date) => `EXDATE;VALUE=DATE:${basicForm(date)}`),
    ...text("SUMMARY", event.summary),
    ...text("DESCRIPTION", event.description),
    ...text("LOCATION", event.location),
    ...(event.url === undefined ? [] : [`URL:${event.url}`]),
    ...(categories === undefined ? [] : [`CATEGORIES:${categories}`]),
    ...(event.status === undefined ? [] : [`STATUS:${event.status}`]),
    ...(event.lastModified === undefined ? [] : [`LAST-MODIFIED:${basicForm(event.lastModified)}`]),
    ...(event.milestone === undefined ? [] : [`X-YUTU-MILESTONE:${event.milestone ? "TRUE" : "FALSE"}`]),
    ...(event.milestone === true ? ["TRANSP:TRANSPARENT"] : []),
    "END:VEVENT",
  ];
}

/**
 * A feed as iCalendar text (RFC 5545): CRLF, folded at 75 octets, texts escaped, all-day events with an exclusive end.
 * Nothing is taken from a clock. O(length).
 * Refuses, naming event and field: empty or doubled UIDs, ends before starts, control characters, values that are no
 * dates or instants.
 */
export function writeICalendar(feed: CalendarFeed): Result<string, ICalendarWriteProblem> {
  const seen = new Set<string>();
  for (const event of feed.events) {
    const refusal = checkEvent(event);
    if (refusal !== null) return err(refusal);
    if (seen.has(event.uid)) return err(invalidEvent(event.uid, "uid", "is used twice"));
    seen.add(event.uid);
  }
  const name =
    feed.name === undefined ? [] : [`NAME:${escapeText(feed.name)}`, `X-WR-CALNAME:${escapeText(feed.name)}`];
  const refresh =
    feed.refreshMinutes === undefined
      ? []
      : [`REFRESH-INTERVAL;VALUE=DURATION:PT${Math.max(1, Math.round(feed.refreshMinutes))}M`];
  const lines = [
    "BEGIN:VCALENDAR",
    "VERSION:2.0",
    `PRODID:${escapeText(feed.productId)}`,
    "CALSCALE:GREGORIAN",
    "METHOD:PUBLISH",
    ...name,
    ...refresh,
    ...feed.events.flatMap(eventLines),
    "END:VCALENDAR",
  ];
  return ok(lines.map(fold).join(""));
}
