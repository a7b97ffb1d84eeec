import { addDays, type CalendarDate, type Result } from "@yutu/kernel";
import { fromLunar, type LunarRefusal } from "./lunar-date.ts";

/** Festivals by month and day of the lunar calendar. 小年 is the northern one. */
export const LUNAR_FESTIVALS = {
  春节: [1, 1],
  元宵: [1, 15],
  龙抬头: [2, 2],
  端午: [5, 5],
  七夕: [7, 7],
  中元: [7, 15],
  中秋: [8, 15],
  重阳: [9, 9],
  腊八: [12, 8],
  小年: [12, 23],
} as const;

export type LunarFestival = keyof typeof LUNAR_FESTIVALS | "除夕";

/**
 * The date of a festival of the lunar year that begins in Gregorian `year`; so 腊八 and 小年 of 2026 fall in January
 * 2027. 除夕 is the exception people expect: the eve of the 春节 of that same Gregorian year.
 */
export function lunarFestival(year: number, festival: LunarFestival): Result<CalendarDate, LunarRefusal> {
  if (festival === "除夕") {
    const spring = lunarFestival(year, "春节");
    return spring.ok ? { ok: true, value: addDays(spring.value, -1) } : spring;
  }
  const [month, day] = LUNAR_FESTIVALS[festival];
  return fromLunar({ year, month, day, leap: false });
}
