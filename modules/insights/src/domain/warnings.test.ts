import { calendarDate } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { type FactSource, warningsFor } from "./warnings.ts";

const window = { from: calendarDate("2026-08-01"), to: calendarDate("2026-08-31") };
const orders = (lastDay: string): FactSource => ({
  fact: "order_lines",
  sourceId: "src_1",
  rows: 10,
  lastDay,
  fetchedAt: "2026-09-01T00:00:00Z",
});
const facts = (change: object) => ({
  window,
  today: "2026-10-01",
  settledUntil: "2026-09-28",
  needed: ["order_lines" as const],
  sources: [orders("2026-08-31")],
  withoutRate: [],
  ...change,
});

describe("what to know before trusting a figure", () => {
  it("is nothing when the window is over and the data reach its end", () => {
    expect(warningsFor(facts({}))).toEqual([]);
  });
  it("says when data end early or are not there at all", () => {
    expect(warningsFor(facts({ sources: [orders("2026-08-20"), orders("2026-08-25")] }))).toEqual([
      { code: "data_ends", fact: "order_lines", lastDay: "2026-08-25" },
    ]);
    expect(warningsFor(facts({ needed: ["order_lines", "ad_facts"] }))).toEqual([
      { code: "no_data", fact: "ad_facts" },
    ]);
  });
  it("says from which day on figures may still change, and does not ask for days to come", () => {
    const during = { today: "2026-08-20", settledUntil: "2026-08-17", sources: [orders("2026-08-20")] };
    expect(warningsFor(facts(during))).toEqual([{ code: "provisional", from: "2026-08-17" }]);
    const ahead = { today: "2026-07-01", settledUntil: "2026-06-28", sources: [] };
    expect(warningsFor(facts(ahead))).toEqual([{ code: "no_data", fact: "order_lines" }]);
  });
  it("names amounts that could not be converted", () => {
    expect(warningsFor(facts({ withoutRate: [{ currency: "GBP", rows: 3 }] }))).toEqual([
      { code: "without_rate", currency: "GBP", rows: 3 },
    ]);
  });
});
