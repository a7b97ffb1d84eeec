import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber, dayText, mondayOf, monthStart, plainWeek, weekdayOf } from "./day.ts";
import { dayAt, dayOfMonth, dayTicks, monthTicks, xOf, zoomed } from "./time-scale.ts";

describe("days", () => {
  it("turn into text and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 60_000 }), (day) => {
        expect(dayNumber(dayText(day))).toBe(day);
        expect(weekdayOf(mondayOf(day))).toBe(1);
        expect(day - mondayOf(day)).toBeGreaterThanOrEqual(0);
        expect(day - mondayOf(day)).toBeLessThan(7);
      }),
    );
  });

  it("know weekdays and months", () => {
    expect([weekdayOf(dayNumber("2026-06-01")), weekdayOf(dayNumber("2026-06-07"))]).toEqual([1, 7]);
    expect([dayText(monthStart(dayNumber("2026-12-31"))), dayText(monthStart(dayNumber("2026-12-31"), 1))]).toEqual([
      "2026-12-01",
      "2027-01-01",
    ]);
    expect([plainWeek("2026-06-06"), plainWeek("2026-06-08")]).toEqual(["weekend", "work"]);
  });
});

describe("time scale", () => {
  const scale = { firstDay: dayNumber("2026-08-01"), endDay: dayNumber("2026-11-01"), dayPx: 14 };

  it("places days and finds them again", () => {
    expect(xOf(scale, dayNumber("2026-08-11"))).toBe(140);
    expect(dayText(dayAt(scale, 140))).toBe("2026-08-11");
    expect(dayText(dayAt(scale, 153.9))).toBe("2026-08-11");
  });

  it("labels Monday and Thursday when days are narrow, as in the design", () => {
    const from = dayNumber("2026-08-10");
    expect(dayTicks(from, from + 22, 14).map(dayOfMonth)).toEqual([10, 13, 17, 20, 24, 27, 31]);
    expect(dayTicks(from, from + 22, 7).map(dayOfMonth)).toEqual([10, 17, 24, 31]);
    expect(dayTicks(from, from + 3, 28).map(dayOfMonth)).toEqual([10, 11, 12]);
    expect(dayTicks(from, from + 30, 2)).toEqual([]);
  });

  it("covers a span with whole months", () => {
    expect(
      monthTicks(dayNumber("2026-01-15"), dayNumber("2026-03-01")).map(({ day, days }) => [dayText(day), days]),
    ).toEqual([
      ["2026-01-01", 31],
      ["2026-02-01", 28],
    ]);
  });

  it("zooms by steps and stops at the ends", () => {
    expect([zoomed(14, 1), zoomed(14, -1), zoomed(40, 1), zoomed(2, -1)]).toEqual([20, 10, 40, 2]);
  });
});
