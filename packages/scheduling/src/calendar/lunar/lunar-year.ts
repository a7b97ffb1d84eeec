import { beijingDay, beijingMidnight } from "./julian.ts";
import { newMoon, newMoonNear } from "./new-moon.ts";
import { solarLongitude } from "./solar-longitude.ts";
import { dayOfLongitude } from "./solar-term.ts";

/** Years the lunar calendar is offered for. */
export const LUNAR_YEARS = { first: 1950, last: 2099 } as const;

export interface LunarMonth {
  /** 1..12; a leap month has the number of the month before it. */
  readonly month: number;
  readonly leap: boolean;
  /** Epoch day of its first day. */
  readonly firstDay: number;
  /** 29 or 30. */
  readonly length: number;
}

const newMoonDay = (k: number): number => beijingDay(newMoon(k));

/** Which twelfth of its round the Sun is in when a day begins; a month through which it stays the same has no 中气. */
const sectorAt = (epochDay: number): number => Math.floor(solarLongitude(beijingMidnight(epochDay)) / 30);

/** Number of the new moon that opens month 11, the month of the winter solstice. */
function monthEleven(year: number): number {
  const solstice = dayOfLongitude(year, 270);
  let k = newMoonNear(beijingMidnight(solstice)) + 1;
  while (newMoonDay(k) > solstice) k -= 1;
  return k;
}

/**
 * Months from month 11 of the year before up to month 10 of this year. With thirteen of them the first without 中气 is
 * the leap month (GB/T 33661-2017, rules 4.2 to 4.5).
 */
function solarRound(year: number): LunarMonth[] {
  const first = monthEleven(year - 1);
  const end = monthEleven(year);
  const months: LunarMonth[] = [];
  let number = 11;
  let leapLeft = end - first === 13;
  for (let k = first; k < end; k++) {
    const firstDay = newMoonDay(k);
    const nextDay = newMoonDay(k + 1);
    const leap = leapLeft && k > first && sectorAt(firstDay) === sectorAt(nextDay);
    if (leap) leapLeft = false;
    else if (k > first) number = (number % 12) + 1;
    months.push({ month: number, leap, firstDay, length: nextDay - firstDay });
  }
  return months;
}

const cache = new Map<number, readonly LunarMonth[]>();

/**
 * The months of a lunar year, 正月 first, the leap month after its namesake. `year` is the Gregorian year in which the
 * lunar year begins; throws outside `LUNAR_YEARS`. Computed once per year.
 */
export function lunarMonths(year: number): readonly LunarMonth[] {
  if (!Number.isInteger(year) || year < LUNAR_YEARS.first || year > LUNAR_YEARS.last) {
    throw new RangeError(`no lunar calendar for ${year}`);
  }
  const known = cache.get(year);
  if (known !== undefined) return known;
  const before = solarRound(year);
  const after = solarRound(year + 1);
  const opening = before.slice(before.findIndex((m) => m.month === 1 && !m.leap));
  const closing = after.slice(
    0,
    after.findIndex((m) => m.month === 1 && !m.leap),
  );
  const months = [...opening, ...closing];
  cache.set(year, months);
  return months;
}
