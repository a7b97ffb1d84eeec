import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainmentOf, reviewGoals } from "./goal-review.ts";

const kpi = (
  name: string,
  baseline: number | null,
  target: number | null,
  actual: number | null,
  over: object = {},
) => ({
  kpiId: `kpi_${name}`,
  goalId: "goa_1",
  goalName: "增长",
  metricId: null,
  name,
  unit: "count" as const,
  direction: "up" as const,
  baseline,
  target,
  actual,
  weight: 1,
  ...over,
});

describe("attainment of KPIs", () => {
  it("is the share of the way from baseline to target, up or down", () => {
    expect(attainmentOf(kpi("gmv", 1000, 1500, 1400))).toBeCloseTo(0.8, 12);
    expect(attainmentOf(kpi("cpc", 2, 1.5, 1.75, { direction: "down" }))).toBeCloseTo(0.5, 12);
    expect(attainmentOf(kpi("new", null, 200, 50))).toBe(0.25);
    expect(attainmentOf(kpi("worse", 1000, 1500, 900))).toBeCloseTo(-0.2, 12);
    expect(attainmentOf(kpi("more", 1000, 1500, 2000))).toBe(2);
    expect(attainmentOf(kpi("held", 5, 5, 5))).toBe(1);
    expect(attainmentOf(kpi("lost", 5, 5, 4))).toBe(0);
    expect(attainmentOf(kpi("silent", 5, 6, null))).toBeNull();
  });
  it("is weighted without letting one KPI make up for another", () => {
    const review = reviewGoals([
      kpi("a", 0, 100, 300, { weight: 3 }),
      kpi("b", 0, 100, 90),
      kpi("c", 0, 100, -50),
      kpi("d", 0, 100, null, { weight: 9 }),
    ]);
    expect(review.attainment).toBeCloseTo((3 * 1 + 0.9 + 0) / 5, 12);
    expect(review.reached).toBe(1);
    expect(review.kpis.map((k) => k.verdict)).toEqual(["reached", "near", "missed", "no_value"]);
    expect(reviewGoals([]).attainment).toBeNull();
  });
  it("is 1 at the target and 0 at the baseline, wherever they lie", () => {
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 });
    fc.assert(
      fc.property(number, number, (baseline, target) => {
        fc.pre(baseline !== target);
        expect(attainmentOf(kpi("x", baseline, target, target))).toBe(1);
        expect(Math.abs(attainmentOf(kpi("x", baseline, target, baseline)) ?? 1)).toBe(0);
      }),
    );
  });
});
