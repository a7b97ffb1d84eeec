import { parseCalendarDate } from "@yutu/kernel";

/** How one kind of text content becomes a value and back. `read` gives undefined for text that is not such a value. */
export interface Scalar<T> {
  readonly expects: string;
  /** An empty element is a value too. */
  readonly mayBeEmpty?: boolean;
  read(text: string): T | undefined;
  write(value: T): string;
}

export const plainText: Scalar<string> = {
  expects: "text",
  mayBeEmpty: true,
  read: (text) => text,
  write: (value) => value,
};

export const integer: Scalar<number> = {
  expects: "a whole number",
  read: (text) => (/^\s*[+-]?\d{1,15}\s*$/.test(text) ? Number(text) : undefined),
  write: (value) => String(Math.round(value)),
};

export const decimal: Scalar<number> = {
  expects: "a number",
  read: (text) =>
    /^\s*[+-]?(?:\d{1,20}\.?\d{0,20}|\.\d{1,20})(?:[eE][+-]?\d{1,3})?\s*$/.test(text) ? Number(text) : undefined,
  write: (value) => String(value),
};

export const flag: Scalar<boolean> = {
  expects: "0 or 1",
  read: (text) => {
    const value = text.trim();
    if (value === "1" || value === "true") return true;
    return value === "0" || value === "false" ? false : undefined;
  },
  write: (value) => (value ? "1" : "0"),
};

const DATE_TIME = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})?$/;

/** Wall-clock date and time `YYYY-MM-DDTHH:MM:SS`; fractions of a second and zones are dropped, as the format has none. */
export const dateTime: Scalar<string> = {
  expects: "a date and time such as 2026-11-11T08:00:00",
  read: (text) => {
    const parts = DATE_TIME.exec(text.trim());
    if (parts === null || !parseCalendarDate(parts[1] ?? "").ok) return undefined;
    return `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}`;
  },
  write: (value) => value,
};

/** Minutes after midnight, from `HH:MM:SS`; seconds become a fraction. 24:00:00 is read as 1440. */
export const timeOfDay: Scalar<number> = {
  expects: "a time such as 08:00:00",
  read: (text) => {
    const parts = /^\s*(\d{2}):([0-5]\d):([0-5]\d)(?:\.\d{1,9})?\s*$/.exec(text);
    if (parts === null) return undefined;
    const seconds = Number(parts[1]) * 3600 + Number(parts[2]) * 60 + Number(parts[3]);
    return seconds <= 86_400 ? seconds / 60 : undefined;
  },
  write: (value) => {
    const seconds = Math.round(value * 60);
    const two = (part: number): string => String(part).padStart(2, "0");
    return `${two(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  },
};

const DURATION = /^\s*(-)?P(?:(\d{1,7})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})(?:\.\d{1,9})?S)?)?\s*$/;

/** Minutes, from an XML Schema duration such as `PT24H0M0S`; a day counts 24 hours, seconds become a fraction. */
export const durationMinutes: Scalar<number> = {
  expects: "a duration such as PT8H0M0S",
  read: (text) => {
    const parts = DURATION.exec(text);
    if (parts === null || /[PT]\s*$/.test(text)) return undefined;
    const [days, hours, minutes, seconds] = parts.slice(2, 6).map((part) => Number(part ?? 0));
    const total = (days ?? 0) * 1440 + (hours ?? 0) * 60 + (minutes ?? 0) + (seconds ?? 0) / 60;
    return parts[1] === undefined || total === 0 ? total : -total;
  },
  write: (value) => {
    const seconds = Math.round(Math.abs(value) * 60);
    const sign = value < 0 && seconds > 0 ? "-" : "";
    return `${sign}PT${Math.floor(seconds / 3600)}H${Math.floor(seconds / 60) % 60}M${seconds % 60}S`;
  },
};

/** A closed list of codes with names. */
export function coded<const T extends string>(names: Readonly<Record<T, number>>): Scalar<T> {
  const byCode = new Map<string, T>();
  const byName = new Map<string, number>(Object.entries(names));
  for (const name of Object.keys(names) as T[]) byCode.set(String(names[name]), name);
  return {
    expects: `one of ${[...byCode.keys()].join(", ")}`,
    read: (text) => byCode.get(text.trim()),
    write: (value) => String(byName.get(value) ?? 0),
  };
}
