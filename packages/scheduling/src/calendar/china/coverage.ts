import type { CalendarDate } from "@yutu/kernel";
import type { HolidayYear } from "./holiday-year.ts";
import { OFFICIAL_YEARS } from "./official-years.ts";

/**
 * How well the days off of a year are known. `official`: the State Council's arrangement, 调休 included.
 * `statutory-only`: no arrangement is known here, so only the days of the law are off and no weekend is worked; dates
 * computed in such a year can move by a few days once the notice is out (usually in November of the year before).
 */
export type HolidayCoverage =
  | { readonly kind: "official"; readonly year: number; readonly notice: string; readonly url: string }
  | { readonly kind: "statutory-only"; readonly year: number };

const byYear = new Map<number, HolidayYear>(OFFICIAL_YEARS.map((entry) => [entry.year, entry]));

export const officialYear = (year: number): HolidayYear | null => byYear.get(year) ?? null;

export function coverageOfYear(year: number): HolidayCoverage {
  const entry = officialYear(year);
  return entry === null
    ? { kind: "statutory-only", year }
    : { kind: "official", year, notice: entry.notice, url: entry.url };
}

/** Coverage of each year that a stretch of dates touches, in order. */
export function holidayCoverage(from: CalendarDate, to: CalendarDate): HolidayCoverage[] {
  const answers: HolidayCoverage[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) answers.push(coverageOfYear(year));
  return answers;
}
