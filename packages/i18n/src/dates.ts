import { intlTag, type Locale } from "./locale.ts";

/** A moment: a `Date`, an ISO 8601 text or epoch milliseconds. */
export type Moment = Date | string | number;

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateTimeFormat(tag: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = tag + JSON.stringify(options);
  let formatter = formatters.get(key);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat(tag, options);
    formatters.set(key, formatter);
  }
  return formatter;
}

const EN_DASH = " – ";

/** Dates without time are read as midnight UTC and written in UTC, so no time zone can move them by a day. */
const atUtc = (date: string): Date => new Date(`${date}T00:00:00Z`);

export interface DateFormats {
  /** `2026-05-08`: the full date, same width in both languages. */
  readonly date: (date: string) => string;
  /** `05/08`. */
  readonly monthDay: (date: string) => string;
  /** `05/06 – 06/01`; with years when the two differ in year. */
  readonly range: (from: string, to: string) => string;
  /** `2026-05-08 – 2026-06-11`. */
  readonly fullRange: (from: string, to: string) => string;
  /** `6月1日`, `Jun 1`. */
  readonly longMonthDay: (date: string) => string;
  /** `6月1日 周一`, `Mon, Jun 1`. */
  readonly longDay: (date: string) => string;
  /** `6月1日 – 6月18日`, `Jun 1 – Jun 18`. */
  readonly longRange: (from: string, to: string) => string;
  /** `2026年8月`, `Aug 2026`. */
  readonly month: (date: string) => string;
  /** `周一`, `Mon`. */
  readonly weekday: (date: string) => string;
  /** `2026-06-02 14:05` on the workspace's clock. */
  readonly dateTime: (moment: Moment) => string;
  /** `2026-06-02`: the day of a moment on the workspace's clock. */
  readonly day: (moment: Moment) => string;
  /** `14:05`. */
  readonly time: (moment: Moment) => string;
  /** `3分钟前`, `tomorrow`, `2 weeks ago`. */
  readonly relative: (moment: Moment, now?: Moment) => string;
  /** `2 小时 5 分钟`, `2 hr 5 min`, from milliseconds; the two largest units. */
  readonly duration: (ms: number) => string;
}

const UNITS: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
  ["year", 365 * 86_400],
  ["month", 30 * 86_400],
  ["week", 7 * 86_400],
  ["day", 86_400],
  ["hour", 3600],
  ["minute", 60],
];

const relativeFormats = new Map<Locale, Intl.RelativeTimeFormat>();

function relative(locale: Locale, moment: Moment, now: Moment): string {
  let formatter = relativeFormats.get(locale);
  if (!formatter) {
    formatter = new Intl.RelativeTimeFormat(intlTag(locale), { numeric: "auto" });
    relativeFormats.set(locale, formatter);
  }
  const seconds = (new Date(moment).getTime() - new Date(now).getTime()) / 1000;
  for (const [unit, size] of UNITS) {
    if (Math.abs(seconds) >= size) return formatter.format(Math.trunc(seconds / size), unit);
  }
  return formatter.format(0, "second");
}

const SPANS = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
  ["second", 1000],
] as const;

function duration(locale: Locale, ms: number): string {
  const parts: string[] = [];
  let rest = Math.max(0, Math.round(ms / 1000) * 1000);
  for (const [unit, size] of SPANS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count === 0 && !(unit === "second" && parts.length === 0)) continue;
    const options = { style: "unit", unit, unitDisplay: "short" } as const;
    parts.push(new Intl.NumberFormat(intlTag(locale), options).format(count));
    if (parts.length === 2) break;
  }
  return parts.join(" ");
}

export function dateFormats(locale: Locale, timeZone: string | undefined): DateFormats {
  const tag = intlTag(locale);
  const inUtc = (date: string, options: Intl.DateTimeFormatOptions): string =>
    dateTimeFormat(tag, { ...options, timeZone: "UTC" }).format(atUtc(date));
  const onClock = (moment: Moment, options: Intl.DateTimeFormatOptions): string =>
    dateTimeFormat("sv-SE", timeZone ? { ...options, timeZone } : options).format(new Date(moment));
  const monthDay = (date: string): string => `${date.slice(5, 7)}/${date.slice(8, 10)}`;
  const longMonthDay = (date: string): string =>
    inUtc(date, { month: locale === "en" ? "short" : "long", day: "numeric" });
  const time = (moment: Moment): string => onClock(moment, { hour: "2-digit", minute: "2-digit" });
  const day = (moment: Moment): string => onClock(moment, { year: "numeric", month: "2-digit", day: "2-digit" });
  return {
    date: (date) => date.slice(0, 10),
    monthDay,
    range: (from, to) =>
      from.slice(0, 4) === to.slice(0, 4)
        ? `${monthDay(from)}${EN_DASH}${monthDay(to)}`
        : `${from.slice(0, 10)}${EN_DASH}${to.slice(0, 10)}`,
    fullRange: (from, to) => `${from.slice(0, 10)}${EN_DASH}${to.slice(0, 10)}`,
    longMonthDay,
    longDay: (date) =>
      locale === "en"
        ? inUtc(date, { weekday: "short", month: "short", day: "numeric" })
        : `${longMonthDay(date)} ${inUtc(date, { weekday: "short" })}`,
    longRange: (from, to) => `${longMonthDay(from)}${EN_DASH}${longMonthDay(to)}`,
    month: (date) => inUtc(date, { year: "numeric", month: locale === "en" ? "short" : "long" }),
    weekday: (date) => inUtc(date, { weekday: "short" }),
    dateTime: (moment) => `${day(moment)} ${time(moment)}`,
    day,
    time,
    relative: (moment, now = Date.now()) => relative(locale, moment, now),
    duration: (ms) => duration(locale, ms),
  };
}
