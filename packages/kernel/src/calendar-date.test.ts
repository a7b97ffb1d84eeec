import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  addDays,
  calendarDate,
  calendarDateIn,
  daysBetween,
  fromEpochDay,
  isoWeekday,
  parseCalendarDate,
  toEpochDay,
} from "./calendar-date.ts";

describe("CalendarDate", () => {
  it("refuses days that do not exist", () => {
    expect(parseCalendarDate("2026-02-30").ok).toBe(false);
    expect(parseCalendarDate("2026-2-3").ok).toBe(false);
    expect(parseCalendarDate("2024-02-29").ok).toBe(true);
  });
  it("counts days both ways", () => {
    fc.assert(
      fc.property(fc.integer({ min: -100_000, max: 100_000 }), fc.integer({ min: -5000, max: 5000 }), (day, shift) => {
        const date = fromEpochDay(day);
        expect(toEpochDay(date)).toBe(day);
        expect(daysBetween(date, addDays(date, shift))).toBe(shift);
      }),
    );
  });
  it("knows that 双11 2026 is a Wednesday", () => {
    expect(isoWeekday(calendarDate("2026-11-11"))).toBe(3);
  });
  it("takes the date of the time zone", () => {
    const instant = new Date("2026-11-10T17:30:00Z");
    expect(calendarDateIn(instant, "Asia/Shanghai")).toBe("2026-11-11");
    expect(calendarDateIn(instant, "Europe/London")).toBe("2026-11-10");
  });
});
