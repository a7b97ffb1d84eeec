import { addDays, type CalendarDate, calendarDate, isoWeekday, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "../compiled-calendar.ts";
import { coverageOfYear, holidayCoverage } from "./coverage.ts";
import { OFFICIAL_YEARS } from "./official-years.ts";
import { promoNodes } from "./promo-nodes.ts";
import { chinaCalendar } from "./public-holidays.ts";
import { statutoryHolidays } from "./statutory.ts";

const calendar = unwrap(compileCalendar(chinaCalendar()));

function daysOf(from: string, to: string): CalendarDate[] {
  const days: CalendarDate[] = [];
  for (let d = calendarDate(from); d <= to; d = addDays(d, 1)) days.push(d);
  return days;
}

describe("official arrangements", () => {
  it.each([
    [2023, 27, 7],
    [2024, 28, 8],
    [2025, 28, 5],
    [2026, 33, 6],
  ])("%i has %i days off and %i make-up days, as the notice adds them up", (year, off, work) => {
    const entry = OFFICIAL_YEARS.find((y) => y.year === year);
    expect(entry?.off.flatMap((s) => daysOf(s.from, s.to))).toHaveLength(off);
    expect(entry?.work).toHaveLength(work);
  });
  it("gives every statutory day off and moves work onto weekends only", () => {
    for (const entry of OFFICIAL_YEARS) {
      const off = new Set<string>(entry.off.flatMap((s) => daysOf(s.from, s.to)));
      for (const { date, name } of statutoryHolidays(entry.year)) expect(off.has(date), `${name} ${date}`).toBe(true);
      for (const day of entry.work) {
        expect(isoWeekday(calendarDate(day))).toBeGreaterThan(5);
        expect(off.has(day)).toBe(false);
      }
    }
  });
  it("works the weekdays of a year less those off, plus the make-up days", () => {
    // 261 weekdays each; 18 and 19 of them lie in stretches off, 5 and 6 weekend days are worked
    expect(calendar.countWorkingDays(calendarDate("2025-01-01"), calendarDate("2025-12-31"))).toBe(261 - 18 + 5);
    expect(calendar.countWorkingDays(calendarDate("2026-01-01"), calendarDate("2026-12-31"))).toBe(261 - 19 + 6);
  });
  it.each([
    ["2026-02-14", true],
    ["2026-02-17", false],
    ["2026-02-28", true],
    ["2026-10-07", false],
    ["2026-10-10", true],
    ["2026-10-11", false],
    ["2022-12-31", false],
  ])("%s works: %s", (date, works) => {
    expect(calendar.isWorkingDay(calendarDate(date))).toBe(works);
  });
});

describe("coverage", () => {
  it("names the notice of a known year and says when only the law is known", () => {
    expect(coverageOfYear(2026)).toMatchObject({ kind: "official", notice: "国办发明电〔2025〕7号" });
    expect(holidayCoverage(calendarDate("2026-12-01"), calendarDate("2027-01-31")).map((c) => c.kind)).toEqual([
      "official",
      "statutory-only",
    ]);
  });
  it("falls back to thirteen statutory days without make-up work", () => {
    expect(statutoryHolidays(2027).map((h) => h.date)).toEqual([
      "2027-01-01",
      "2027-02-05",
      "2027-02-06",
      "2027-02-07",
      "2027-02-08",
      "2027-04-05",
      "2027-05-01",
      "2027-05-02",
      "2027-06-09",
      "2027-09-15",
      "2027-10-01",
      "2027-10-02",
      "2027-10-03",
    ]);
    expect(calendar.isWorkingDay(calendarDate("2027-02-09"))).toBe(true);
    expect(statutoryHolidays(2024)).toHaveLength(11);
  });
});

describe("promoNodes", () => {
  it("orders the days of 2026, lunar ones and Sundays included", () => {
    const nodes = new Map(promoNodes(2026).map((n) => [n.name.zh, n.date]));
    expect(nodes.get("双11")).toBe("2026-11-11");
    expect(nodes.get("七夕")).toBe("2026-08-19");
    expect(nodes.get("母亲节")).toBe("2026-05-10");
    expect(nodes.get("父亲节")).toBe("2026-06-21");
    const dates = promoNodes(2026).map((n) => n.date);
    expect([...dates].sort()).toEqual(dates);
  });
});
