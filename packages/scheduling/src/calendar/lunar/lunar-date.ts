import { type CalendarDate, err, fromEpochDay, ok, type Result, toEpochDay } from "@yutu/kernel";
import { LUNAR_YEARS, lunarMonths } from "./lunar-year.ts";

/** A date of the Chinese lunisolar calendar (农历). `year` is the Gregorian year in which the lunar year began. */
export interface LunarDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
}

export type LunarRefusal = "lunar/year-out-of-range" | "lunar/no-such-day";

const covers = (year: number): boolean =>
  Number.isInteger(year) && year >= LUNAR_YEARS.first && year <= LUNAR_YEARS.last;

/** The Gregorian date of a lunar date; refuses years outside 1950..2099 and days the month does not have. */
export function fromLunar(date: LunarDate): Result<CalendarDate, LunarRefusal> {
  if (!covers(date.year)) return err("lunar/year-out-of-range");
  const month = lunarMonths(date.year).find((m) => m.month === date.month && m.leap === date.leap);
  if (month === undefined || !Number.isInteger(date.day) || date.day < 1 || date.day > month.length) {
    return err("lunar/no-such-day");
  }
  return ok(fromEpochDay(month.firstDay + date.day - 1));
}

/** The lunar date of a Gregorian date. */
export function toLunar(date: CalendarDate): Result<LunarDate, LunarRefusal> {
  const day = toEpochDay(date);
  const gregorian = Number(date.slice(0, 4));
  for (const year of [gregorian, gregorian - 1]) {
    if (!covers(year)) continue;
    const month = lunarMonths(year).findLast((m) => m.firstDay <= day);
    if (month !== undefined && day < month.firstDay + month.length) {
      return ok({ year, month: month.month, day: day - month.firstDay + 1, leap: month.leap });
    }
  }
  return err("lunar/year-out-of-range");
}
