/** How `3/4/2026` is read. */
export const DATE_ORDERS = ["ymd", "mdy", "dmy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** What a cell says about time. */
export interface WallTime {
  /** The wall time read as if it were UTC, ms since the epoch; a true instant when `isInstant`. */
  readonly ms: number;
  /** The text named its offset (`Z`, `+08:00`), so no zone applies. */
  readonly isInstant: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const CLOCK = String.raw`(?:[T\s]*(\d{1,2})[:时点](\d{1,2})(?:[:分](\d{1,2})(?:[.,](\d{1,9}))?秒?|分)?\s*([ap]m)?)?`;
const OFFSET = String.raw`\s*(Z|UTC|GMT|[+-]\d{2}:?\d{2})?`;
const YEAR_FIRST = new RegExp(String.raw`^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?${CLOCK}${OFFSET}$`, "i");
const YEAR_LAST = new RegExp(String.raw`^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})${CLOCK}${OFFSET}$`, "i");
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;
const MONTH_NAME = new RegExp(String.raw`^([a-z]{3})[a-z]*\.?\s+(\d{1,2}),?\s+(\d{4})${CLOCK}${OFFSET}$`, "i");
const DAY_MONTH_NAME = new RegExp(String.raw`^(\d{1,2})[-\s]([a-z]{3})[a-z]*\.?[-\s](\d{4})${CLOCK}${OFFSET}$`, "i");
const SERIAL = /^\d{5}(?:\.\d+)?$/;

const DAY_MS = 86_400_000;
const EXCEL_EPOCH_DAYS = 25_569;

/**
 * Reads dates and times as exports write them: `2026-11-11 08:00:00`, `2026/11/1 8:05`, `2026年11月11日`, `20261111`, ISO 8601
 * with or without offset, `Nov 11, 2026`, `11/12/2026` by `order`, and Excel's day numbers (44927.5).
 * @returns null when the text is no such thing, or no day that exists
 */
export function parseWallTime(text: string, order: DateOrder): WallTime | null {
  const ymd = YEAR_FIRST.exec(text) ?? COMPACT.exec(text);
  if (ymd) return build(ymd[1], ymd[2], ymd[3], ymd.slice(4));
  const last = YEAR_LAST.exec(text);
  if (last)
    return order === "dmy"
      ? build(last[3], last[2], last[1], last.slice(4))
      : build(last[3], last[1], last[2], last.slice(4));
  if (SERIAL.test(text)) return { ms: Math.round((Number(text) - EXCEL_EPOCH_DAYS) * 86_400) * 1000, isInstant: false };
  const named = MONTH_NAME.exec(text);
  if (named) return build(named[3], monthNumber(named[1]), named[2], named.slice(4));
  const dayFirst = DAY_MONTH_NAME.exec(text);
  return dayFirst ? build(dayFirst[3], monthNumber(dayFirst[2]), dayFirst[1], dayFirst.slice(4)) : null;
}

const monthNumber = (name = ""): string => String(MONTHS.indexOf(name.toLowerCase()) + 1);

function build(year = "", month = "", day = "", clock: readonly (string | undefined)[] = []): WallTime | null {
  const [hour = "0", minute = "0", second = "0", fraction = "", half, offset] = clock;
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const h = half === undefined ? Number(hour) : (Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0);
  const dayMs = Date.UTC(y, m - 1, d);
  const at = new Date(dayMs);
  if (at.getUTCMonth() !== m - 1 || at.getUTCDate() !== d || h > 24 || Number(minute) > 59 || Number(second) > 60)
    return null;
  const ms =
    dayMs + ((h * 60 + Number(minute)) * 60 + Number(second)) * 1000 + Number(fraction.slice(0, 3).padEnd(3, "0"));
  if (h === 24 && ms !== dayMs + DAY_MS) return null;
  return offset === undefined ? { ms, isInstant: false } : { ms: ms - offsetMs(offset), isInstant: true };
}

function offsetMs(offset: string): number {
  const match = /^([+-])(\d{2}):?(\d{2})$/.exec(offset);
  if (match === null) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}

/**
 * Which order `3/4/2026` has in a column, told by values that only fit one.
 * @returns null when nothing in the column tells; the caller then asks or takes the preset's
 */
export function sniffDateOrder(column: readonly string[]): DateOrder | null {
  const orders = new Set<DateOrder>();
  for (const text of column) {
    const match = YEAR_LAST.exec(text);
    if (match === null) continue;
    if (Number(match[1]) > 12) orders.add("dmy");
    if (Number(match[2]) > 12) orders.add("mdy");
  }
  return orders.size === 1 ? ([...orders][0] ?? null) : null;
}
