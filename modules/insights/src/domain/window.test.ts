import { calendarDate } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeOf, comparedWindow, lengthDays } from "./window.ts";

const window = (from: string, to: string) => ({ from: calendarDate(from), to: calendarDate(to) });

describe("compared windows", () => {
  it("takes the same length right before", () => {
    expect(comparedWindow(window("2026-11-01", "2026-11-11"), "before")).toEqual(window("2026-10-21", "2026-10-31"));
    expect(comparedWindow(window("2026-03-01", "2026-03-01"), "before")).toEqual(window("2026-02-28", "2026-02-28"));
    expect(comparedWindow(window("2026-03-01", "2026-03-01"), "none")).toBeNull();
  });
  it("takes the same days a year earlier, also from a leap day", () => {
    expect(comparedWindow(window("2024-02-29", "2024-03-02"), "year")).toEqual(window("2023-02-28", "2023-03-02"));
  });
  it("never overlaps and is as long", () => {
    const day = fc.integer({ min: 0, max: 30_000 });
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 2000 }), (start, length) => {
        const at = (n: number) => calendarDate(new Date(n * 86_400_000).toISOString().slice(0, 10));
        const asked = { from: at(start), to: at(start + length) };
        const before = comparedWindow(asked, "before");
        expect(before && lengthDays(before)).toBe(length + 1);
        expect(before && before.to < asked.from).toBe(true);
      }),
    );
  });
});

describe("changes", () => {
  it("are shares of what was before, in the direction of the figure even from below zero", () => {
    expect(changeOf(120, 100)).toBeCloseTo(0.2, 12);
    expect(changeOf(-0.5, -1)).toBeCloseTo(0.5, 12);
    expect(changeOf(3, 0)).toBeNull();
    expect(changeOf(null, 4)).toBeNull();
  });
});
