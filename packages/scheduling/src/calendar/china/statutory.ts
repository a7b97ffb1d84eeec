import { addDays, type CalendarDate, calendarDate, unwrap } from "@yutu/kernel";
import { lunarFestival } from "../lunar/festivals.ts";
import { solarTermDate } from "../lunar/solar-term.ts";

export interface StatutoryHoliday {
  readonly name: string;
  readonly date: CalendarDate;
}

/** The year from which 除夕 and 5月2日 are statutory (国务院令第795号, 2024-11-10). */
const THIRTEEN_DAYS_FROM = 2025;

/**
 * Days off that the law itself gives (全国年节及纪念日放假办法), without any 调休: 11 a year for 2014..2024 (国务院令第644号),
 * 13 from 2025 on (国务院令第795号). In order of date; throws outside the years of the lunar calendar (1950..2099).
 */
export function statutoryHolidays(year: number): StatutoryHoliday[] {
  const spring = unwrap(lunarFestival(year, "春节"));
  const on = (monthDay: string): CalendarDate => calendarDate(`${year}-${monthDay}`);
  const days: StatutoryHoliday[] = [
    { name: "元旦", date: on("01-01") },
    { name: "春节", date: spring },
    { name: "春节", date: addDays(spring, 1) },
    { name: "春节", date: addDays(spring, 2) },
    { name: "清明节", date: solarTermDate(year, "清明") },
    { name: "劳动节", date: on("05-01") },
    { name: "端午节", date: unwrap(lunarFestival(year, "端午")) },
    { name: "中秋节", date: unwrap(lunarFestival(year, "中秋")) },
    { name: "国庆节", date: on("10-01") },
    { name: "国庆节", date: on("10-02") },
    { name: "国庆节", date: on("10-03") },
  ];
  if (year >= THIRTEEN_DAYS_FROM) {
    days.push({ name: "春节", date: addDays(spring, -1) }, { name: "劳动节", date: on("05-02") });
  }
  return days.sort((a, b) => a.date.localeCompare(b.date));
}
