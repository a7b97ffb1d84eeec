import { type CalendarDate, calendarDate, fromEpochDay, toEpochDay } from "@yutu/kernel";
import { beijingMidnight } from "./julian.ts";
import { solarLongitude } from "./solar-longitude.ts";

/** The solar terms that campaigns are planned around, by the longitude of the Sun in degrees. */
export const SOLAR_TERMS = {
  立春: 315,
  春分: 0,
  清明: 15,
  立夏: 45,
  夏至: 90,
  立秋: 135,
  秋分: 180,
  立冬: 225,
  冬至: 270,
};

export type SolarTerm = keyof typeof SOLAR_TERMS;

/** Signed angle from `b` to `a`, -180..180. */
const angle = (a: number, b: number): number => ((((a - b + 180) % 360) + 360) % 360) - 180;

/**
 * The Beijing date on which the Sun reaches a longitude within a Gregorian year. The longitude grows through a day, so
 * the day is found by bisection between midnights.
 */
export function dayOfLongitude(year: number, degrees: number): number {
  const newYear = toEpochDay(calendarDate(`${year}-01-01`));
  const turn = ((degrees - solarLongitude(beijingMidnight(newYear)) + 360) % 360) / 360;
  let low = newYear + Math.floor(turn * 365.2422) - 3;
  let high = low + 7;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (angle(solarLongitude(beijingMidnight(middle)), degrees) > 0) high = middle;
    else low = middle;
  }
  return low;
}

/** Date of a solar term in a Gregorian year, 1950..2100. */
export const solarTermDate = (year: number, term: SolarTerm): CalendarDate =>
  fromEpochDay(dayOfLongitude(year, SOLAR_TERMS[term]));
