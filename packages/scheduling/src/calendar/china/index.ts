export { coverageOfYear, type HolidayCoverage, holidayCoverage } from "./coverage.ts";
export type { HolidayStretch, HolidayYear } from "./holiday-year.ts";
export { OFFICIAL_YEARS } from "./official-years.ts";
export { type PromoNode, promoNodes } from "./promo-nodes.ts";
export { chinaCalendar, DEFAULT_CHINA_YEARS } from "./public-holidays.ts";
export { type StatutoryHoliday, statutoryHolidays } from "./statutory.ts";
