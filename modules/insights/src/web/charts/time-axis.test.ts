import { describe, expect, it } from "vitest";
import { dayAt, instantOf, labelledDays, namedMarks } from "./time-axis.ts";

describe("the axis of days", () => {
  it("names an instant by the reader's day, whatever the clock", () => {
    const days = ["2026-01-01", "2026-02-28", "2026-11-01", "2028-02-29"];
    expect(days.map((day) => dayAt(instantOf(day)))).toEqual(days);
    expect(dayAt(instantOf("2026-11-01") + 86_399_000)).toBe("2026-11-01");
  });
  it("labels days evenly apart", () => {
    const days = Array.from({ length: 28 }, (_, i) => `2026-11-${String(i + 1).padStart(2, "0")}`);
    expect(labelledDays(days).map((day) => Number(day.slice(8)))).toEqual([1, 5, 9, 13, 17, 21, 25]);
    expect(labelledDays(days.slice(0, 3))).toEqual(days.slice(0, 3));
    expect(labelledDays([days[0] ?? "", ...days.slice(18)]).map((day) => Number(day.slice(8)))).toEqual([
      1, 5, 9, 13, 17, 21, 25,
    ]);
    expect(labelledDays([])).toEqual([]);
  });
  it("leaves out names that would lie on each other, never the anchor's", () => {
    const span = { from: "2026-10-01", to: "2026-12-10" };
    const mark = (date: string, first = false) => ({ date, first });
    const marks = [
      mark("2026-10-10"),
      mark("2026-10-12"),
      mark("2026-10-13"),
      mark("2026-11-11", true),
      mark("2026-11-12"),
    ];
    expect([...namedMarks(marks, span)].toSorted((a, b) => a - b)).toEqual([0, 2, 3]);
    expect(namedMarks([], { from: "", to: "" }).size).toBe(0);
  });
});
