import { describe, expect, it } from "vitest";
import { offsetsOf, rowAt, rowWindow, scrollFor } from "./row-window.ts";

describe("rowWindow", () => {
  it("draws what is in sight and a little more, never outside the list", () => {
    expect(rowWindow(0, 360, 36, 20_000, 5)).toEqual({ from: 0, to: 15 });
    expect(rowWindow(3600, 360, 36, 20_000, 5)).toEqual({ from: 95, to: 115 });
    expect(rowWindow(1e9, 360, 36, 100, 5)).toEqual({ from: 95, to: 100 });
    expect(rowWindow(0, 360, 36, 0, 5)).toEqual({ from: 0, to: 0 });
  });

  it("scrolls as little as needed", () => {
    expect(scrollFor(2, 360, 360, 36)).toBe(72);
    expect(scrollFor(25, 360, 360, 36)).toBe(576);
    expect(scrollFor(12, 360, 360, 36)).toBeUndefined();
  });
});

describe("rows of different heights", () => {
  it("are found by place", () => {
    const tops = offsetsOf([10, 20, 30]);
    expect([...tops]).toEqual([0, 10, 30, 60]);
    expect([rowAt(tops, 0), rowAt(tops, 9.9), rowAt(tops, 10), rowAt(tops, 59), rowAt(tops, 999)]).toEqual([
      0, 0, 1, 2, 2,
    ]);
    expect(rowAt(offsetsOf([]), 5)).toBe(0);
  });
});
