import { calendarDate } from "@yutu/kernel";
import type { CalendarException, WorkingCalendar, WorkingWeek } from "../model.ts";
import { OFFICE_WEEK } from "../presets.ts";
import { officialYear } from "./coverage.ts";
import { statutoryHolidays } from "./statutory.ts";

function exceptionsOfYear(year: number): CalendarException[] {
  const official = officialYear(year);
  if (official === null) {
    return statutoryHolidays(year).map(({ name, date }) => ({ kind: "closed", from: date, to: date, reason: name }));
  }
  const off = official.off.map(
    ({ name, from, to }): CalendarException => ({
      kind: "closed",
      from: calendarDate(from),
      to: calendarDate(to),
      reason: name,
    }),
  );
  const work = official.work.map(
    (date): CalendarException => ({
      kind: "open",
      from: calendarDate(date),
      to: calendarDate(date),
      reason: `调休上班（${official.notice}）`,
    }),
  );
  return [...off, ...work];
}

/** Years that `chinaCalendar` covers when nothing else is asked for. */
export const DEFAULT_CHINA_YEARS = { from: 2023, to: 2035 } as const;

/**
 * The calendar of mainland China: public holidays and make-up workdays of the published years, the statutory days of
 * the others (ask `holidayCoverage`). Layer a company or a person over it with `base`.
 * @param week the company's own week; default Monday to Friday, 09:00-12:00 and 13:00-18:00
 * @param years first and last year, within 1950..2099
 */
export function chinaCalendar(
  week: WorkingWeek = OFFICE_WEEK,
  years: { readonly from: number; readonly to: number } = DEFAULT_CHINA_YEARS,
): WorkingCalendar {
  const exceptions: CalendarException[] = [];
  for (let year = years.from; year <= years.to; year++) exceptions.push(...exceptionsOfYear(year));
  return { id: "cn", name: "中国大陆", week, exceptions };
}
