import { calendarDate, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { EVERY_DAY_CALENDAR, STANDARD_CALENDAR } from "../../calendar/index.ts";
import { type Plan, schedulePlan } from "../../network/index.ts";
import { samplePlan } from "../../network/sample-plan.ts";
import { createRandom } from "../random.ts";
import { type ClosedFormRisk, closedFormRisk } from "./closed-form.ts";
import { delayRisk } from "./delay-risk.ts";
import type { DurationEstimate } from "./estimate.ts";
import type { RiskInput, TargetRisk } from "./model.ts";

const monday = calendarDate("2026-01-05");
const chain = (days: readonly number[], extra: Partial<Plan> = {}): Plan => ({
  tasks: days.map((durationDays, at) => ({ id: `t${at}`, durationDays })),
  links: days.slice(1).map((_, at) => ({ from: `t${at}`, to: `t${at + 1}` })),
  direction: { kind: "from-start", start: monday },
  calendar: STANDARD_CALENDAR,
  ...extra,
});

const pert = (low: number, mode: number, high: number): DurationEstimate => ({ kind: "pert", low, mode, high });
const finish = (date: string) => [{ taskId: null, date: calendarDate(date) }];
const risk = (plan: Plan, input: RiskInput, runs = 20_000): readonly TargetRisk[] =>
  unwrap(delayRisk(plan, input, { runs, random: createRandom(5) }));
const closed = (plan: Plan, input: RiskInput): ClosedFormRisk | null => unwrap(closedFormRisk(plan, input))[0] ?? null;

describe("delayRisk", () => {
  it("gives every task the dates of the schedule when nothing is uncertain", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.constantFrom("from-start" as const, "from-anchors" as const),
        (seed, direction) => {
          const plan = samplePlan({
            tasks: 20,
            links: 30,
            seed,
            direction,
            mixedLinks: true,
            milestones: 0.1,
            grouped: 0.2,
            progressed: 0.1,
          });
          const scheduled = unwrap(schedulePlan(plan));
          const targets = scheduled.tasks.map(({ id, finish: date }) => ({ taskId: id, date }));
          for (const { target, missProbability, percentiles } of risk(plan, { estimates: {}, targets }, 1)) {
            expect(missProbability, `${target.taskId}`).toBe(0);
            expect(percentiles[2]?.date, `${target.taskId}`).toBe(target.date);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it("agrees with the closed form on a chain, weekends included", () => {
    const plan = chain([3, 4, 5, 2]);
    const estimates = { t0: pert(2, 3, 6), t1: pert(3, 4, 8), t2: pert(4, 5, 7), t3: pert(1, 2, 6) };
    for (const date of ["2026-01-22", "2026-01-23", "2026-01-26", "2026-01-28"]) {
      const input = { estimates, targets: finish(date) };
      const [simulated] = risk(plan, input, 40_000);
      const exact = closed(plan, input);
      expect(exact?.method).toBe("normal");
      expect(exact?.chain).toEqual(["t0", "t1", "t2", "t3"]);
      expect(Math.abs((simulated?.missProbability ?? 0) - (exact?.missProbability ?? 1)), date).toBeLessThan(0.012);
    }
  });

  it("shares the criticality of two equal branches and sees that a short one does not matter", () => {
    const plan: Plan = {
      ...chain([5, 5, 1]),
      links: [],
    };
    const estimates = { t0: pert(3, 5, 9), t1: pert(3, 5, 9), t2: pert(0.5, 1, 2) };
    const [result] = risk(plan, { estimates, targets: finish("2026-01-12") });
    const of = (id: string) => result?.drivers.find(({ taskId }) => taskId === id);
    expect(of("t0")?.criticality).toBeCloseTo(0.5, 1);
    expect(of("t1")?.criticality).toBeCloseTo(0.5, 1);
    expect(of("t2")?.criticality).toBe(0);
    expect(Math.abs(of("t2")?.cruciality ?? 1)).toBeLessThan(0.03);
    expect(result?.drivers.at(-1)?.taskId).toBe("t2");
    // Both have to be in time: the probability of the maximum is the product.
    const alone = closed(
      { ...plan, tasks: plan.tasks.slice(0, 1) },
      { estimates: { t0: estimates.t0 }, targets: finish("2026-01-12") },
    );
    const both = 1 - (1 - (alone?.missProbability ?? 0)) ** 2;
    expect(alone?.method).toBe("exact");
    expect(Math.abs((result?.missProbability ?? 0) - both)).toBeLessThan(0.012);
  });

  it("names the task that contributes most", () => {
    const plan = chain([3, 3, 3]);
    const estimates = { t0: pert(2.9, 3, 3.2), t1: pert(1, 3, 12), t2: pert(2.5, 3, 4) };
    const [result] = risk(plan, { estimates, targets: finish("2026-01-15") });
    expect(result?.drivers.map(({ taskId }) => taskId)).toEqual(["t1", "t2", "t0"]);
    expect(result?.drivers[0]?.cruciality).toBeGreaterThan(0.95);
  });

  it("repeats itself for a seed, gives rising percentiles, and widens with the spread", () => {
    const plan = chain([4, 4, 4]);
    const input = { estimates: {}, spread: { low: 0.8, high: 1.6 }, targets: finish("2026-01-20") };
    expect(risk(plan, input, 500)).toEqual(risk(plan, input, 500));
    const [narrow] = risk(plan, input);
    const [wide] = risk(plan, { ...input, spread: { low: 0.8, high: 3 } });
    expect(wide?.missProbability).toBeGreaterThan(narrow?.missProbability ?? 1);
    const dates = narrow?.percentiles.map(({ date }) => date) ?? [];
    expect([...dates].sort((a, b) => (a < b ? -1 : 1))).toEqual(dates);
  });

  it("counts only what is still ahead of work in progress, and nothing of work done", () => {
    const plan = chain([10, 5], {
      tasks: [
        { id: "t0", durationDays: 10, progress: { start: calendarDate("2025-12-29"), remainingDays: 2 } },
        {
          id: "t1",
          durationDays: 5,
          progress: { start: calendarDate("2025-12-29"), finish: calendarDate("2026-01-02") },
        },
      ],
      links: [],
      statusDate: monday,
    });
    const input = { estimates: { t0: pert(5, 10, 20), t1: pert(1, 5, 50) }, targets: finish("2026-01-08") };
    const [result] = risk(plan, input);
    // A fifth of the work is left: 1 to 4 days from Monday, so Thursday is always kept.
    expect(result?.missProbability).toBe(0);
    expect(result?.drivers.map(({ taskId }) => taskId)).toEqual(["t0"]);
  });

  it("refuses what means nothing, naming the task and the rule", () => {
    const plan = chain([1]);
    const params = (input: RiskInput): unknown => {
      const result = delayRisk(plan, input, { random: createRandom(1) });
      return result.ok ? null : result.error.params;
    };
    expect(params({ estimates: { ghost: pert(1, 2, 3) }, targets: [] })).toEqual({ rule: "task", task: "ghost" });
    expect(params({ estimates: { t0: pert(3, 2, 1) }, targets: [] })).toEqual({ rule: "estimate", task: "t0" });
    expect(params({ estimates: {}, targets: [{ taskId: "x", date: monday }] })).toEqual({ rule: "target", task: "x" });
    expect(params({ estimates: {}, spread: { low: 2, high: 1 }, targets: [] })).toEqual({ rule: "spread", task: null });
  });
});

describe("closedFormRisk", () => {
  it("is certain when even the longest course is in time, or the shortest is not", () => {
    const input = (date: string): RiskInput => ({ estimates: { t0: pert(2, 3, 5) }, targets: finish(date) });
    expect(closed(chain([3]), input("2026-01-09"))).toMatchObject({ method: "certain", missProbability: 0 });
    expect(closed(chain([3]), input("2026-01-05"))).toMatchObject({ method: "certain", missProbability: 1 });
  });

  it("looks past branches that can never be longest, and gives up when two can", () => {
    const plan: Plan = {
      ...chain([6, 3, 2]),
      links: [
        { from: "t0", to: "t2" },
        { from: "t1", to: "t2" },
      ],
    };
    const targets = finish("2026-01-15");
    const safe = closed(plan, { estimates: { t0: pert(5, 6, 9), t1: pert(2, 3, 4), t2: pert(1, 2, 4) }, targets });
    expect(safe?.chain).toEqual(["t0", "t2"]);
    expect(
      closed(plan, { estimates: { t0: pert(5, 6, 9), t1: pert(2, 3, 8), t2: pert(1, 2, 4) }, targets }),
    ).toBeNull();
  });

  it("gives up when calendars mix", () => {
    const plan = chain([3, 3], {
      tasks: [
        { id: "t0", durationDays: 3 },
        { id: "t1", durationDays: 3, calendarId: EVERY_DAY_CALENDAR.id },
      ],
      calendars: [EVERY_DAY_CALENDAR],
    });
    const estimates = { t0: pert(2, 3, 5), t1: pert(2, 3, 5) };
    expect(closed(plan, { estimates, targets: finish("2026-01-11") })).toBeNull();
  });
});
