import { parseCalendarDate } from "@yutu/kernel";
import type { UtcInstant } from "./model.ts";

const ISO = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$/;

export function isUtcInstant(text: string): boolean {
  const parts = ISO.exec(text);
  return parts !== null && parseCalendarDate(parts[1] ?? "").ok;
}

/** `2026-11-10T12:00:00Z` → `20261110T120000Z`; a date → `20261110`. */
export const basicForm = (text: string): string => text.replace(/[-:]/g, "");

/** `20261110T120000Z` → `2026-11-10T12:00:00Z`, null when it is no instant in UTC. */
export function readInstant(text: string): UtcInstant | null {
  const instant = text.replace(/^(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z$/, "$1-$2-$3T$4:$5:$6Z");
  return isUtcInstant(instant) ? instant : null;
}

/** `20261110` → the date, null when there is no such date. */
export function readDate(text: string) {
  const date = parseCalendarDate(text.replace(/^(\d{4})(\d{2})(\d{2})$/, "$1-$2-$3"));
  return date.ok ? date.value : null;
}
