import { addDays, type CalendarDate, calendarDate, isoWeekday, unwrap } from "@yutu/kernel";
import { type LunarFestival, lunarFestival } from "../lunar/festivals.ts";

/** A day that campaigns are anchored on. */
export interface PromoNode {
  readonly name: string;
  readonly date: CalendarDate;
}

const FIXED: readonly (readonly [name: string, monthDay: string])[] = [
  ["元旦", "01-01"],
  ["情人节", "02-14"],
  ["38节", "03-08"],
  ["劳动节", "05-01"],
  ["520", "05-20"],
  ["儿童节", "06-01"],
  ["618", "06-18"],
  ["818", "08-18"],
  ["99大促", "09-09"],
  ["国庆节", "10-01"],
  ["双11", "11-11"],
  ["双12", "12-12"],
  ["圣诞节", "12-25"],
];

const LUNAR: readonly LunarFestival[] = ["除夕", "春节", "元宵", "端午", "七夕", "中秋", "重阳"];

/** The `n`-th Sunday of a month. */
function sunday(year: number, month: string, n: number): CalendarDate {
  const first = calendarDate(`${year}-${month}-01`);
  return addDays(first, 7 - isoWeekday(first) + 7 * (n - 1));
}

/** The promotion days of a Gregorian year in order of date, lunar ones included; throws outside 1950..2099. */
export function promoNodes(year: number): PromoNode[] {
  const nodes: PromoNode[] = [
    ...FIXED.map(([name, monthDay]) => ({ name, date: calendarDate(`${year}-${monthDay}`) })),
    ...LUNAR.map((name) => ({ name, date: unwrap(lunarFestival(year, name)) })),
    { name: "母亲节", date: sunday(year, "05", 2) },
    { name: "父亲节", date: sunday(year, "06", 3) },
  ];
  return nodes.sort((a, b) => a.date.localeCompare(b.date));
}
