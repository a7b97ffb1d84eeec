import { calendarDate } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { slotStart } from "./calendar-slots.ts";
import { eventColumns } from "./event-columns.ts";

describe("slotStart", () => {
  it("walks months by the calendar", () => {
    const start = calendarDate("2025-11-30");
    expect([0, 1, 2, 3, 4].map((k) => slotStart(start, "month", k))).toEqual([
      "2025-11-30",
      "2025-12-30",
      "2026-01-30",
      "2026-02-28",
      "2026-03-30",
    ]);
    expect(slotStart(calendarDate("2026-01-05"), "week", 2)).toBe("2026-01-19");
  });
});

describe("eventColumns", () => {
  const spring = {
    name: "春节",
    occurrences: [{ start: calendarDate("2026-02-17"), end: calendarDate("2026-02-19") }],
    leadDays: 2,
    lagDays: 1,
  };

  it("marks lead, first, middle, last and lag days of a moving feast", () => {
    const columns = eventColumns([spring], calendarDate("2026-02-14"), "day", 8);
    const slots = Object.fromEntries(columns.map((c) => [c.phase, [...c.share]]));
    expect(slots).toEqual({
      "lead-2": [0, 1, 0, 0, 0, 0, 0, 0],
      "lead-1": [0, 0, 1, 0, 0, 0, 0, 0],
      first: [0, 0, 0, 1, 0, 0, 0, 0],
      middle: [0, 0, 0, 0, 1, 0, 0, 0],
      last: [0, 0, 0, 0, 0, 1, 0, 0],
      "lag-1": [0, 0, 0, 0, 0, 0, 1, 0],
    });
  });

  it("shares days between weeks", () => {
    const columns = eventColumns([spring], calendarDate("2026-02-11"), "week", 2);
    const slots = Object.fromEntries(columns.map((c) => [c.phase, [...c.share]]));
    expect(slots["lead"]).toEqual([2 / 7, 0]);
    expect(slots["during"]?.[0]).toBeCloseTo(1 / 7, 12);
    expect(slots["during"]?.[1]).toBeCloseTo(2 / 7, 12);
    expect(slots["lag"]?.[1]).toBeCloseTo(1 / 7, 12);
  });

  it("leaves out what never touches the series", () => {
    expect(eventColumns([spring], calendarDate("2025-01-01"), "day", 30)).toEqual([]);
  });
});
