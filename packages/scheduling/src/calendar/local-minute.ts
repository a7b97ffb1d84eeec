import { calendarDate, err, fromEpochDay, ok, parseCalendarDate, type Result, toEpochDay } from "@yutu/kernel";
import { DAY_MINUTES } from "./shifts.ts";

const PATTERN = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2})?$/;

/** `2026-11-11T09:30` (seconds are dropped, `T24:00` is the next midnight) as wall-clock minutes since 1970-01-01. */
export function parseLocalMinute(text: string): Result<number, "local-minute/invalid"> {
  const match = PATTERN.exec(text);
  const date = parseCalendarDate(match?.[1] ?? "");
  const minute = Number(match?.[2]) * 60 + Number(match?.[3]);
  if (!date.ok || Number(match?.[3]) > 59 || minute > DAY_MINUTES) return err("local-minute/invalid");
  return ok(toEpochDay(date.value) * DAY_MINUTES + minute);
}

/** Wall-clock minutes since 1970-01-01 as `2026-11-11T09:30`. */
export function formatLocalMinute(minute: number): string {
  const day = Math.floor(minute / DAY_MINUTES);
  const rest = minute - day * DAY_MINUTES;
  const two = (n: number) => n.toString().padStart(2, "0");
  return `${calendarDate(fromEpochDay(day))}T${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}
