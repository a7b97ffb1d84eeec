import { describe, expect, it } from "vitest";
import { reviewBudget } from "./budget-review.ts";

const line = (name: string, plannedMinor: number, actualMinor: number, over: object = {}) => ({
  lineId: `bln_${name}`,
  name,
  category: "media",
  channel: null,
  reserve: false,
  plannedMinor,
  changedMinor: 0,
  committedMinor: 0,
  actualMinor,
  ...over,
});

describe("budget review", () => {
  it("measures each line against its plan with approved changes", () => {
    const { lines, totals } = reviewBudget([
      line("媒体", 100_000, 120_000),
      line("物料", 50_000, 51_000, { changedMinor: 10_000 }),
      line("达人", 80_000, 10_000, { committedMinor: 5_000 }),
      line("预备金", 20_000, 0, { reserve: true }),
      line("加急", 0, 3_000),
    ]);
    expect(lines.map((l) => [l.name, l.budgetMinor, l.deviationMinor, l.deviation, l.verdict])).toEqual([
      ["媒体", 100_000, 20_000, 0.2, "over"],
      ["物料", 60_000, -9_000, -0.15, "under"],
      ["达人", 80_000, -70_000, -0.875, "unused"],
      ["预备金", 20_000, -20_000, -1, "under"],
      ["加急", 0, 3_000, null, "over"],
    ]);
    expect(totals).toEqual({
      plannedMinor: 250_000,
      changedMinor: 10_000,
      budgetMinor: 260_000,
      committedMinor: 5_000,
      actualMinor: 184_000,
      deviationMinor: -76_000,
      deviation: -76_000 / 260_000,
    });
  });
  it("lets a line be a little over or under", () => {
    const { lines } = reviewBudget([
      line("a", 100_000, 105_000),
      line("b", 100_000, 95_000),
      line("c", 100_000, 105_001),
    ]);
    expect(lines.map((l) => l.verdict)).toEqual(["on", "on", "over"]);
  });
  it("of nothing says nothing", () => {
    expect(reviewBudget([]).totals.deviation).toBeNull();
  });
});
