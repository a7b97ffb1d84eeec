import { addDays, type CalendarDate, calendarDate, isoWeekday, unwrap } from "@yutu/kernel";
import { type LunarFestival, lunarFestival } from "../lunar/festivals.ts";

/** A day that campaigns are anchored on. */
export interface PromoNode {
  readonly name: { readonly zh: string; readonly en: string };
  readonly date: CalendarDate;
}

const FIXED: readonly (readonly [zh: string, en: string, monthDay: string])[] = [
  ["元旦", "New Year", "01-01"],
  ["情人节", "Valentine’s Day", "02-14"],
  ["38节", "Women’s Day", "03-08"],
  ["劳动节", "Labour Day", "05-01"],
  ["520", "520", "05-20"],
  ["儿童节", "Children’s Day", "06-01"],
  ["618", "618", "06-18"],
  ["818", "818", "08-18"],
  ["99大促", "9.9 sale", "09-09"],
  ["国庆节", "National Day", "10-01"],
  ["双11", "Double 11", "11-11"],
  ["双12", "Double 12", "12-12"],
  ["圣诞节", "Christmas", "12-25"],
];

const LUNAR: readonly (readonly [zh: LunarFestival, en: string])[] = [
  ["除夕", "Lunar New Year’s Eve"],
  ["春节", "Lunar New Year"],
  ["元宵", "Lantern Festival"],
  ["端午", "Dragon Boat"],
  ["七夕", "Qixi"],
  ["中秋", "Mid-Autumn"],
  ["重阳", "Double Ninth"],
];

/** The `n`-th Sunday of a month. */
function sunday(year: number, month: string, n: number): CalendarDate {
  const first = calendarDate(`${year}-${month}-01`);
  return addDays(first, 7 - isoWeekday(first) + 7 * (n - 1));
}

/** The promotion days of a Gregorian year in order of date, lunar ones included; throws outside 1950..2099. */
export function promoNodes(year: number): PromoNode[] {
  const nodes: PromoNode[] = [
    ...FIXED.map(([zh, en, monthDay]) => ({ name: { zh, en }, date: calendarDate(`${year}-${monthDay}`) })),
    ...LUNAR.map(([zh, en]) => ({ name: { zh, en }, date: unwrap(lunarFestival(year, zh)) })),
    { name: { zh: "母亲节", en: "Mother’s Day" }, date: sunday(year, "05", 2) },
    { name: { zh: "父亲节", en: "Father’s Day" }, date: sunday(year, "06", 3) },
  ];
  return nodes.sort((a, b) => a.date.localeCompare(b.date));
}
