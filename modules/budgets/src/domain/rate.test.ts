import { describe, expect, it } from "vitest";
import { minorRate } from "./rate.ts";

describe("minorRate", () => {
  it("is the rate itself where both currencies have as many digits", () => {
    expect(minorRate(9.2, "GBP", "CNY")).toBe(9.2);
    expect(minorRate(0.0067, "KRW", "JPY")).toBe(0.0067);
  });

  it("moves the point where one of them has no smaller unit", () => {
    expect(minorRate(0.047, "JPY", "CNY")).toBeCloseTo(4.7, 12);
    expect(minorRate(21.3, "CNY", "JPY")).toBeCloseTo(0.213, 12);
  });
});
