import { calendarDate } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { rangeOf, stepped } from "./calendar-range.ts";

const day = calendarDate("2026-06-02");

describe("calendar ranges", () => {
  it.each([
    ["lanes", "2026-05-25..2026-06-21"],
    ["week", "2026-06-01..2026-06-07"],
    ["month", "2026-06-01..2026-07-05"],
  ] as const)("shows %s", (view, expected) => {
    const { from, to } = rangeOf(view, day);
    expect(`${from}..${to}`).toBe(expected);
  });
  it("steps by screens, also over the ends of years", () => {
    expect(stepped("month", calendarDate("2026-12-31"), 1)).toBe("2027-01-01");
    expect(stepped("month", calendarDate("2026-01-15"), -1)).toBe("2025-12-01");
    expect(stepped("week", day, -1)).toBe("2026-05-26");
    expect(stepped("lanes", day, 1)).toBe("2026-06-16");
  });
});
