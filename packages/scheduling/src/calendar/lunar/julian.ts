/** Julian day of 1970-01-01T00:00. */
const EPOCH_JULIAN_DAY = 2_440_587.5;

/** Beijing time (UTC+8) as a part of a day; the Chinese calendar is reckoned in it (GB/T 33661-2017). */
const BEIJING_DAYS = 8 / 24;

/** A polynomial fit of TT - UT in seconds; Espenak and Meeus, NASA/TP-2006-214141, as far as needed here. */
function deltaSeconds(year: number): number {
  if (year < 1961) {
    const t = year - 1950;
    return 29.07 + 0.407 * t - t ** 2 / 233 + t ** 3 / 2547;
  }
  if (year < 1986) {
    const t = year - 1975;
    return 45.45 + 1.067 * t - t ** 2 / 260 - t ** 3 / 718;
  }
  const t = year - 2000;
  if (year < 2005) {
    return 63.86 + 0.3345 * t - 0.060374 * t ** 2 + 0.0017275 * t ** 3 + 0.000651814 * t ** 4 + 0.00002373599 * t ** 5;
  }
  if (year < 2050) return 62.92 + 0.32217 * t + 0.005589 * t ** 2;
  return -20 + 32 * ((year - 1820) / 100) ** 2 - 0.5628 * (2150 - year);
}

const yearOf = (julianDay: number): number => 2000 + (julianDay - 2_451_545) / 365.25;

/** The epoch day in Beijing on which an instant of terrestrial time falls. */
export function beijingDay(julianDayTT: number): number {
  const universal = julianDayTT - deltaSeconds(yearOf(julianDayTT)) / 86_400;
  return Math.floor(universal - EPOCH_JULIAN_DAY + BEIJING_DAYS);
}

/** Terrestrial time (Julian day) at which a day begins in Beijing. */
export function beijingMidnight(epochDay: number): number {
  const universal = epochDay + EPOCH_JULIAN_DAY - BEIJING_DAYS;
  return universal + deltaSeconds(yearOf(universal)) / 86_400;
}
