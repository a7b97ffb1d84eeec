import { addDays, calendarDate, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar } from "../calendar/compiled-calendar.ts";
import { STANDARD_CALENDAR } from "../calendar/presets.ts";
import type { Plan } from "../network/model.ts";
import { prepareNetwork } from "../network/prepared-network.ts";
import { whatMoves } from "../network/what-moves.ts";
import { captureBaseline } from "./capture.ts";
import { compareBaselines } from "./compare.ts";
import { type EarnedValueTask, earnedValue, plannedValueCurve } from "./earned-value.ts";

const calendar = unwrap(compileCalendar(STANDARD_CALENDAR));
const monday = calendarDate("2026-03-02");

const plan: Plan = {
  tasks: [
    { id: "a", name: "Brief", durationDays: 3 },
    { id: "b", name: "Design", durationDays: 4 },
    { id: "c", name: "Print", durationDays: 2 },
  ],
  links: [
    { from: "a", to: "b" },
    { from: "b", to: "c" },
  ],
  direction: { kind: "from-start", start: monday },
  calendar: STANDARD_CALENDAR,
};
const about = { id: "b1", name: "First", takenOn: monday, currency: "CNY" as const };
const budgets: Record<string, number> = { a: 10_000, b: 40_000, c: 5_000, d: 7_000 };
const first = captureBaseline(unwrap(prepareNetwork(plan)), about, (id) => budgets[id] ?? 0);

describe("compareBaselines", () => {
  it("finds nothing between a plan and itself", () => {
    const same = unwrap(compareBaselines(first, first, calendar));
    expect(same.tasks.map((t) => t.change)).toEqual(["same", "same", "same"]);
    expect([same.finishVarianceDays, same.costVarianceMinor]).toEqual([0, 0]);
  });
  it("reports dates, durations and money of what changed, came and went", () => {
    const preview = unwrap(
      whatMoves(unwrap(prepareNetwork(plan)), [
        { kind: "set-duration", taskId: "b", durationDays: 6 },
        { kind: "remove-task", taskId: "c" },
        { kind: "add-task", task: { id: "d", name: "Post", durationDays: 1 } },
        { kind: "add-link", link: { from: "b", to: "d" } },
      ]),
    );
    const second = captureBaseline(
      preview.network,
      { ...about, id: "b2" },
      (id) => (budgets[id] ?? 0) + (id === "b" ? 2_000 : 0),
    );
    const { tasks, ...totals } = unwrap(compareBaselines(first, second, calendar));
    expect(
      tasks.map((t) => [
        t.taskId,
        t.change,
        t.startVarianceDays,
        t.finishVarianceDays,
        t.durationVarianceDays,
        t.costVarianceMinor,
      ]),
    ).toEqual([
      ["a", "same", 0, 0, 0, 0],
      ["b", "changed", 0, 2, 2, 2_000],
      ["d", "added", null, null, null, 7_000],
      ["c", "removed", null, null, null, -5_000],
    ]);
    // a 2-4 March, b 5-10 March, c 11-12 March; then b 5-12 March, d 13 March: one working day later.
    expect(totals).toEqual({
      finishVarianceDays: 1,
      costBeforeMinor: 55_000,
      costAfterMinor: 59_000,
      costVarianceMinor: 4_000,
    });
  });
  it("refuses to compare money of two currencies", () => {
    expect(compareBaselines(first, { ...first, currency: "USD" }, calendar)).toEqual({
      ok: false,
      error: "baseline/different-currencies",
    });
  });
});

/** A published worked example: BAC 100,000, half the time gone, 40 % done, 60,000 spent. */
const half: EarnedValueTask = {
  taskId: "x",
  start: monday,
  finish: calendarDate("2026-03-13"),
  budgetMinor: 100_000,
  percentComplete: 40,
  actualCostMinor: 60_000,
};
const friday = calendarDate("2026-03-06");

describe("earnedValue", () => {
  it("matches the textbook figures", () => {
    const { total } = unwrap(earnedValue([half], friday, calendar));
    expect(total).toEqual({
      bacMinor: 100_000,
      pvMinor: 50_000,
      evMinor: 40_000,
      acMinor: 60_000,
      svMinor: -10_000,
      cvMinor: -20_000,
      spi: 0.8,
      cpi: 40_000 / 60_000,
      eacMinor: 150_000,
      etcMinor: 90_000,
      vacMinor: -50_000,
      tcpi: 1.5,
    });
  });
  it("estimates the rest by the method asked for", () => {
    const eac = (method: "at-budget" | "at-current-cost-and-pace") =>
      unwrap(earnedValue([half], friday, calendar, method)).total.eacMinor;
    expect(eac("at-budget")).toBe(120_000);
    // 60,000 + 60,000 / (2/3 x 0.8)
    expect(eac("at-current-cost-and-pace")).toBe(172_500);
  });
  it("plans nothing on days off", () => {
    const on = (date: string) => unwrap(earnedValue([half], calendarDate(date), calendar)).total.pvMinor;
    expect(
      ["2026-03-01", "2026-03-02", "2026-03-06", "2026-03-08", "2026-03-09", "2026-03-13", "2026-04-01"].map(on),
    ).toEqual([0, 10_000, 50_000, 50_000, 60_000, 100_000, 100_000]);
  });
  it.each([
    ["0/100", "2026-03-12", 99, 0, 0],
    ["0/100", "2026-03-13", 100, 100_000, 100_000],
    ["50/50", "2026-03-02", 1, 50_000, 50_000],
    ["50/50", "2026-02-27", 0, 0, 0],
  ] as const)("earns %s on %s at %i %%: planned %i, earned %i", (rule, date, percentComplete, pv, ev) => {
    const { total } = unwrap(earnedValue([{ ...half, rule, percentComplete }], calendarDate(date), calendar));
    expect([total.pvMinor, total.evMinor]).toEqual([pv, ev]);
  });
  it("says null where nothing can be divided, and keeps the budget where nothing is known", () => {
    const idle = { ...half, percentComplete: 0, actualCostMinor: 0 };
    const before = unwrap(earnedValue([idle], calendarDate("2026-02-01"), calendar)).total;
    expect([before.spi, before.cpi, before.eacMinor, before.vacMinor]).toEqual([null, null, 100_000, 0]);
    const wasted = unwrap(earnedValue([{ ...idle, actualCostMinor: 500 }], friday, calendar)).total;
    expect([wasted.cpi, wasted.eacMinor, wasted.etcMinor]).toEqual([0, null, null]);
  });
  it("adds up: totals are sums, and the curve ends at the budget", () => {
    const taskArb = fc.record({
      taskId: fc.constant("t"),
      start: fc.integer({ min: 0, max: 30 }).map((d) => addDays(monday, d)),
      length: fc.integer({ min: 0, max: 30 }),
      budgetMinor: fc.integer({ min: 0, max: 1e9 }),
      percentComplete: fc.integer({ min: 0, max: 100 }),
      actualCostMinor: fc.integer({ min: 0, max: 1e9 }),
      rule: fc.constantFrom("linear" as const, "0/100" as const, "50/50" as const),
    });
    const listArb = fc.array(taskArb.map(({ length, ...t }) => ({ ...t, finish: addDays(t.start, length) })));
    fc.assert(
      fc.property(listArb, fc.integer({ min: -5, max: 80 }), (tasks, offset) => {
        const date = addDays(monday, offset);
        const { total, tasks: rows } = unwrap(earnedValue(tasks, date, calendar));
        for (const key of ["bacMinor", "pvMinor", "evMinor", "acMinor", "svMinor", "cvMinor"] as const) {
          expect(total[key]).toBe(rows.reduce((sum, row) => sum + row[key], 0));
        }
        expect(total.pvMinor).toBeLessThanOrEqual(total.bacMinor);
        const [atDate, later, end] = plannedValueCurve(tasks, [date, addDays(date, 3), addDays(monday, 61)], calendar);
        expect(atDate).toBe(total.pvMinor);
        expect(later).toBeGreaterThanOrEqual(total.pvMinor);
        expect(end).toBe(total.bacMinor);
      }),
    );
  });
  it("names the task and the rule of what it refuses", () => {
    const bad = [
      { ...half, taskId: "m", budgetMinor: 1.5 },
      { ...half, taskId: "p", percentComplete: Number.NaN },
      { ...half, taskId: "d", finish: calendarDate("2026-01-01") },
    ];
    expect(earnedValue(bad, friday, calendar)).toEqual({
      ok: false,
      error: [
        { taskId: "m", rule: "invalid-money" },
        { taskId: "p", rule: "invalid-percent" },
        { taskId: "d", rule: "date-order" },
      ],
    });
  });
});
