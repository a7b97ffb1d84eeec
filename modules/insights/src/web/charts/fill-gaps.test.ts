import { describe, expect, it } from "vitest";
import { fillGaps } from "./fill-gaps.ts";

const group = (key: string) => ({ key, label: null, values: {} });

describe("gaps of a trend", () => {
  it("are filled between the first and the last day, week or month", () => {
    const keys = (dates: string[], split: "day" | "week" | "month") =>
      fillGaps(dates.map(group), split).map((each) => `${each.key}${each.group ? "" : "?"}`);
    expect(keys(["2026-03-01", "2026-02-27"], "day")).toEqual(["2026-02-27", "2026-02-28?", "2026-03-01"]);
    expect(keys(["2026-08-03", "2026-08-17"], "week")).toEqual(["2026-08-03", "2026-08-10?", "2026-08-17"]);
    expect(keys(["2025-11-01", "2026-02-01"], "month")).toEqual([
      "2025-11-01",
      "2025-12-01?",
      "2026-01-01?",
      "2026-02-01",
    ]);
    expect(keys([], "day")).toEqual([]);
  });
});
