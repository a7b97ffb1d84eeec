import { addDays, calendarDate } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeAmong } from "./achievability.ts";
import { curvePoints, type ExpectedCurve, expectedAt } from "./expected-curve.ts";
import type { GoalFacts, KpiFacts } from "./goal.ts";
import { rollUpGoals } from "./goal-tree.ts";
import { judgeKpi } from "./kpi-status.ts";
import { type SmartContext, smartFaults } from "./smart-gate.ts";

const day = calendarDate;
const context: SmartContext = {
  startDate: day("2026-09-01"),
  knowsMetric: (id) => id === "gmv" || id === "ctr",
  accumulates: (id) => id === "gmv",
};
const kpi: KpiFacts = {
  name: "GMV",
  source: "metric",
  metricId: "gmv",
  sourceNote: "",
  direction: "up",
  baseline: 1_000_000,
  target: 1_500_000,
  deadline: day("2026-11-11"),
  ownerId: "mem_1",
  weight: 1,
  checkpoints: [],
};
const goal = (kpis: readonly KpiFacts[], over: Partial<GoalFacts> = {}): GoalFacts => ({
  key: "a",
  parent: null,
  name: "销售",
  ownerId: null,
  kpis,
  ...over,
});
const faultsOf = (change: Partial<KpiFacts>) =>
  smartFaults([goal([{ ...kpi, ...change }])], context).map((f) => `${f.field}:${f.code}`);

describe("SMART gate", () => {
  it("lets a complete goal pass", () => {
    expect(faultsOf({})).toEqual([]);
  });
  it.each<[Partial<KpiFacts>, string[]]>([
    [{ metricId: null }, ["metric:missing"]],
    [{ metricId: "vibes" }, ["metric:unknown"]],
    [{ source: "manual", metricId: null }, ["source:missing"]],
    [{ source: "manual", metricId: null, sourceNote: "公众号后台" }, []],
    [{ baseline: null }, ["baseline:missing"]],
    [{ target: null, baseline: null }, ["baseline:missing", "target:missing"]],
    [{ target: 1_000_000 }, ["target:not_beyond_baseline"]],
    [{ direction: "down" }, ["target:not_beyond_baseline"]],
    [{ direction: "down", target: 900_000 }, []],
    [{ baseline: -5, target: 0 }, ["target:no_distance"]],
    [{ deadline: null }, ["deadline:missing"]],
    [{ deadline: day("2026-09-01") }, ["deadline:before_start"]],
    [{ ownerId: null }, ["owner:missing"]],
  ])("names what %j lacks", (change, expected) => {
    expect(faultsOf(change)).toEqual(expected);
  });
  it("takes the goal's owner for a KPI without one", () => {
    expect(smartFaults([goal([{ ...kpi, ownerId: null }], { ownerId: "mem_2" })], context)).toEqual([]);
  });
  it("wants at least one goal, and KPIs under each branch", () => {
    expect(smartFaults([], context)).toEqual([{ goal: null, kpi: null, field: "goals", code: "missing" }]);
    expect(smartFaults([goal([])], context)).toEqual([{ goal: 0, kpi: null, field: "kpi", code: "missing" }]);
    expect(smartFaults([goal([]), goal([kpi], { key: "b", parent: "a" })], context)).toEqual([]);
  });
});

const curve: ExpectedCurve = {
  startDate: day("2026-09-01"),
  startValue: 0,
  checkpoints: [{ date: day("2026-09-06"), expected: 10 }],
  deadline: day("2026-09-11"),
  target: 100,
};

describe("expected curve", () => {
  it.each([
    ["2026-08-01", 0],
    ["2026-09-01", 0],
    ["2026-09-03", 4],
    ["2026-09-06", 10],
    ["2026-09-08", 46],
    ["2026-09-11", 100],
    ["2026-12-01", 100],
  ])("on %s expects %d", (date, expected) => {
    expect(expectedAt(curve, day(date))).toBeCloseTo(expected, 9);
  });
  it("goes straight to the target without checkpoints, and passes through any it has", () => {
    const dates = fc.integer({ min: 1, max: 39 }).map((d) => addDays(curve.startDate, d));
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.record({ date: dates, expected: fc.float({ noNaN: true, min: -1e6, max: 1e6 }) }), {
          selector: (c) => c.date,
        }),
        (checkpoints) => {
          const wide = { ...curve, checkpoints, deadline: addDays(curve.startDate, 40) };
          for (const c of checkpoints) expect(expectedAt(wide, c.date)).toBeCloseTo(c.expected, 3);
          const points = curvePoints(wide);
          expect(points.map((p) => p.date)).toEqual(points.map((p) => p.date).toSorted());
          expect(expectedAt({ ...wide, checkpoints: [] }, addDays(curve.startDate, 10))).toBeCloseTo(25, 9);
        },
      ),
    );
  });
});

describe("status against the curve", () => {
  const judge = (value: number | null, date: string, over: object = {}) =>
    judgeKpi({ curve, direction: "up", accumulates: true, value, today: day(date), ...over }).status;
  it.each<[number | null, string, string]>([
    [null, "2026-08-31", "not_started"],
    [null, "2026-09-05", "no_data"],
    [46, "2026-09-08", "on_track"],
    [41, "2026-09-08", "on_track"],
    [40, "2026-09-08", "at_risk"],
    [31, "2026-09-08", "at_risk"],
    [30, "2026-09-08", "off_track"],
    [100, "2026-09-08", "achieved"],
    [99.9, "2026-09-11", "missed"],
    [100, "2026-09-11", "achieved"],
  ])("%s on %s is %s", (value, date, status) => {
    expect(judge(value, date)).toBe(status);
  });
  it("reads falling measures the other way round", () => {
    const falling = {
      curve: { ...curve, startValue: 0.2, target: 0.1, checkpoints: [] },
      direction: "down",
      accumulates: false,
    };
    expect(judge(0.15, "2026-09-06", falling)).toBe("on_track");
    expect(judge(0.2, "2026-09-06", falling)).toBe("off_track");
    // A level may rise again, so it is not achieved before its day.
    expect(judge(0.05, "2026-09-06", falling)).toBe("on_track");
    expect(judge(0.1, "2026-09-11", falling)).toBe("achieved");
  });
  it("never gets worse when a rising value rises", () => {
    const rank = ["off_track", "at_risk", "on_track", "achieved"];
    fc.assert(
      fc.property(
        fc.float({ min: 0, max: 200, noNaN: true }),
        fc.float({ min: 0, max: 200, noNaN: true }),
        fc.integer({ min: 0, max: 9 }),
        (a, b, d) => {
          const at = addDays(curve.startDate, d);
          expect(rank.indexOf(judge(Math.max(a, b), at))).toBeGreaterThanOrEqual(
            rank.indexOf(judge(Math.min(a, b), at)),
          );
        },
      ),
    );
  });
});

describe("goal tree", () => {
  const measured = (progress: number | null, expectedProgress: number, weight = 1) => ({
    weight,
    judgement: {
      status: progress === null ? ("no_data" as const) : ("on_track" as const),
      expected: 0,
      progress,
      expectedProgress,
    },
  });
  it("weighs KPIs and the goals below", () => {
    const rolled = rollUpGoals([
      { id: "top", parentId: null, weight: 1, kpis: [measured(0.5, 0.5, 1)] },
      { id: "low", parentId: "top", weight: 3, kpis: [measured(0.2, 0.4, 1), measured(0.4, 0.4, 3)] },
    ]);
    // low: (0.2 + 3·0.4)/4 = 0.35 of 0.4; top: (0.5 + 3·0.35)/4 = 0.3875 of 0.425
    expect(rolled.get("low")).toMatchObject({ status: "on_track", counted: 2, withoutValue: 0 });
    expect(rolled.get("low")?.progress).toBeCloseTo(0.35, 12);
    expect(rolled.get("top")?.progress).toBeCloseTo(0.3875, 12);
    expect(rolled.get("top")?.expectedProgress).toBeCloseTo(0.425, 12);
  });
  it("leaves out what has no value and says so", () => {
    const rolled = rollUpGoals([
      { id: "a", parentId: null, weight: 1, kpis: [measured(null, 0.9), measured(0.3, 0.6)] },
    ]);
    expect(rolled.get("a")).toEqual({
      status: "off_track",
      progress: 0.3,
      expectedProgress: 0.6,
      counted: 1,
      withoutValue: 1,
    });
    expect(rollUpGoals([{ id: "b", parentId: null, weight: 1, kpis: [measured(null, 0.9)] }]).get("b")).toMatchObject({
      status: "no_data",
      progress: null,
    });
  });
  it("lies between the least and the most of what it is made of", () => {
    const part = fc.record({
      p: fc.double({ min: 0, max: 1, noNaN: true }),
      w: fc.double({ min: 0.001, max: 100, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 8 }), (parts) => {
        const rolled = rollUpGoals([
          { id: "a", parentId: null, weight: 1, kpis: parts.map((x) => measured(x.p, 0.5, x.w)) },
        ]).get("a");
        expect(rolled?.progress).toBeGreaterThanOrEqual(Math.min(...parts.map((x) => x.p)) - 1e-9);
        expect(rolled?.progress).toBeLessThanOrEqual(Math.max(...parts.map((x) => x.p)) + 1e-9);
      }),
    );
  });
});

describe("achievability", () => {
  it("places a target among past results", () => {
    expect(placeAmong(100, "up", [])).toBeNull();
    expect(placeAmong(100, "up", [80, 120, 90, 101])).toEqual({
      count: 4,
      reached: 2,
      best: 120,
      median: 95.5,
      verdict: "usual",
    });
    expect(placeAmong(110, "up", [80, 120, 90])).toMatchObject({ reached: 1, median: 90, verdict: "ambitious" });
    expect(placeAmong(0.1, "down", [0.2, 0.15])).toMatchObject({ reached: 0, best: 0.15, verdict: "unheard" });
  });
});
