import { calendarDate } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { adsCsv, ordersCsv, seeded } from "./facts.ts";

const period = {
  from: calendarDate("2026-11-01"),
  to: calendarDate("2026-11-10"),
  peak: calendarDate("2026-11-09"),
  campaignKey: "promo-abc",
  seed: 7,
};
const lines = (bytes: Uint8Array): string[][] =>
  new TextDecoder()
    .decode(bytes)
    .trim()
    .split("\r\n")
    .map((line) => line.split(","));

describe("demo facts", () => {
  it("are the same each time and rise towards the peak", () => {
    expect(lines(ordersCsv(period, 6))).toEqual(lines(ordersCsv(period, 6)));
    const [, ...orders] = lines(ordersCsv(period, 6));
    const on = (day: string) => orders.filter((row) => row[1]?.startsWith(day)).length;
    expect(on("2026-11-09")).toBeGreaterThan(2 * on("2026-11-01"));
    expect(orders.every((row) => Number(row[6]) === Number((Number(row[4]) * Number(row[5])).toFixed(2)))).toBe(true);
  });
  it("have a row per day and channel for media", () => {
    expect(lines(adsCsv(period, 100))).toHaveLength(1 + 10 * 3);
  });
  it("use numbers in [0, 1)", () => {
    const random = seeded(1);
    const values = Array.from({ length: 1000 }, random);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...values)).toBeLessThan(1);
    expect(Math.abs(values.reduce((a, b) => a + b, 0) / 1000 - 0.5)).toBeLessThan(0.05);
  });
});
