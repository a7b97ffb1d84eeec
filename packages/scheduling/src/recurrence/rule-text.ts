import { addDays, type CalendarDate, err, parseCalendarDate, type Result } from "@yutu/kernel";
import type { ByDay, IsoWeekday, RecurrenceFrequency, RecurrenceRule } from "./model.ts";
import { invalidRule, type RecurrenceProblem } from "./problems.ts";
import { validateRule } from "./validate-rule.ts";

const WEEKDAYS = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"] as const;
const FREQUENCIES: readonly RecurrenceFrequency[] = ["DAILY", "WEEKLY", "MONTHLY", "YEARLY"];
const MAX_CHARS = 2000;

type Draft = { -readonly [K in keyof RecurrenceRule]: RecurrenceRule[K] };

const weekdayOf = (text: string): IsoWeekday | null => {
  const index = WEEKDAYS.findIndex((name) => name === text);
  return index < 0 ? null : ((index + 1) as IsoWeekday);
};

const numberOf = (text: string): number | null => (/^[+-]?\d{1,6}$/.test(text) ? Number(text) : null);

function numbers(part: string, value: string): number[] | RecurrenceProblem {
  const list = value.split(",").map(numberOf);
  const clean = list.filter((item): item is number => item !== null);
  return clean.length === list.length ? clean : invalidRule(part, "must be whole numbers");
}

function byDay(value: string): ByDay[] | RecurrenceProblem {
  const list: ByDay[] = [];
  for (const item of value.split(",")) {
    const parts = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item);
    const weekday = weekdayOf(parts?.[2] ?? "");
    if (weekday === null) return invalidRule("BYDAY", `${item.slice(0, 20)} is not a weekday`);
    list.push(parts?.[1] === undefined ? { weekday } : { weekday, nth: Number(parts[1]) });
  }
  return list;
}

/** A date, or a time whose date is taken at the given offset from UTC. */
function until(value: string, utcOffsetMinutes: number): CalendarDate | RecurrenceProblem {
  const parts = /^(\d{4})(\d{2})(\d{2})(?:T([01]\d|2[0-3])([0-5]\d)[0-5]\d(Z)?)?$/.exec(value);
  const date = parseCalendarDate(`${parts?.[1]}-${parts?.[2]}-${parts?.[3]}`);
  if (parts === null || !date.ok) return invalidRule("UNTIL", "must be a date such as 20261231");
  if (parts[6] === undefined) return date.value;
  const minute = Number(parts[4]) * 60 + Number(parts[5]) + utcOffsetMinutes;
  return addDays(date.value, Math.floor(minute / 1440));
}

const isProblem = (value: unknown): value is RecurrenceProblem =>
  typeof value === "object" && value !== null && "definition" in value;

/** Sets one part of the draft; the refusal when its value is no good. */
function setPart(draft: Draft, part: string, value: string, utcOffsetMinutes: number): RecurrenceProblem | null {
  const list = (key: "byMonth" | "byMonthDay" | "byYearDay" | "byWeekNo" | "bySetPos"): RecurrenceProblem | null => {
    const parsed = numbers(part, value);
    if (isProblem(parsed)) return parsed;
    draft[key] = parsed;
    return null;
  };
  const single = (key: "interval" | "count"): RecurrenceProblem | null => {
    const parsed = numberOf(value);
    if (parsed === null) return invalidRule(part, "must be a whole number");
    draft[key] = parsed;
    return null;
  };
  switch (part) {
    case "FREQ": {
      const frequency = FREQUENCIES.find((name) => name === value);
      if (frequency === undefined) return invalidRule(part, "must be DAILY, WEEKLY, MONTHLY or YEARLY");
      draft.frequency = frequency;
      return null;
    }
    case "INTERVAL":
      return single("interval");
    case "COUNT":
      return single("count");
    case "BYMONTH":
      return list("byMonth");
    case "BYMONTHDAY":
      return list("byMonthDay");
    case "BYYEARDAY":
      return list("byYearDay");
    case "BYWEEKNO":
      return list("byWeekNo");
    case "BYSETPOS":
      return list("bySetPos");
    default:
      return setDays(draft, part, value, utcOffsetMinutes);
  }
}

function setDays(draft: Draft, part: string, value: string, utcOffsetMinutes: number): RecurrenceProblem | null {
  switch (part) {
    case "UNTIL": {
      const parsed = until(value, utcOffsetMinutes);
      if (isProblem(parsed)) return parsed;
      draft.until = parsed;
      return null;
    }
    case "BYDAY": {
      const parsed = byDay(value);
      if (isProblem(parsed)) return parsed;
      draft.byDay = parsed;
      return null;
    }
    case "WKST": {
      const parsed = weekdayOf(value);
      if (parsed === null) return invalidRule(part, "must be a weekday such as MO");
      draft.weekStart = parsed;
      return null;
    }
    default:
      return invalidRule(part.slice(0, 20), "is not supported for rules on dates");
  }
}

/**
 * Reads an RRULE such as `FREQ=MONTHLY;BYDAY=-1FR`, with or without the leading `RRULE:`. Refused, by part: parts below
 * the day (hourly rules, BYHOUR), unknown parts, parts that stand twice, values out of range and combinations that RFC
 * 5545 forbids.
 * @param options.utcOffsetMinutes where an UNTIL given in UTC is read as a date; default 0.
 */
export function parseRecurrence(
  text: string,
  options: { readonly utcOffsetMinutes?: number } = {},
): Result<RecurrenceRule, RecurrenceProblem> {
  if (text.length > MAX_CHARS) return err(invalidRule("RRULE", `is longer than ${MAX_CHARS} characters`));
  const body = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, "");
  const draft: Draft = { frequency: "DAILY" };
  const seen = new Set<string>();
  for (const assignment of body.split(";").filter((part) => part !== "")) {
    const equals = assignment.indexOf("=");
    const part = assignment.slice(0, Math.max(0, equals));
    if (equals <= 0) return err(invalidRule("RRULE", `${assignment.slice(0, 20)} is not NAME=VALUE`));
    if (seen.has(part)) return err(invalidRule(part, "stands twice"));
    seen.add(part);
    const refusal = setPart(draft, part, assignment.slice(equals + 1), options.utcOffsetMinutes ?? 0);
    if (refusal !== null) return err(refusal);
  }
  if (!seen.has("FREQ")) return err(invalidRule("FREQ", "is missing"));
  return validateRule(draft);
}

/** The rule as RRULE value text, without the leading `RRULE:`; `parseRecurrence` gives the same rule back. */
export function formatRecurrence(rule: RecurrenceRule): string {
  const parts = [`FREQ=${rule.frequency}`];
  const add = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) parts.push(`${name}=${value}`);
  };
  const weekday = (day: IsoWeekday): string => WEEKDAYS[day - 1] ?? "MO";
  add("INTERVAL", rule.interval);
  add("COUNT", rule.count);
  add("UNTIL", rule.until?.replaceAll("-", ""));
  add("BYMONTH", rule.byMonth?.join(","));
  add("BYWEEKNO", rule.byWeekNo?.join(","));
  add("BYYEARDAY", rule.byYearDay?.join(","));
  add("BYMONTHDAY", rule.byMonthDay?.join(","));
  add("BYDAY", rule.byDay?.map(({ weekday: day, nth }) => `${nth ?? ""}${weekday(day)}`).join(","));
  add("BYSETPOS", rule.bySetPos?.join(","));
  add("WKST", rule.weekStart === undefined ? undefined : weekday(rule.weekStart));
  return parts.join(";");
}
