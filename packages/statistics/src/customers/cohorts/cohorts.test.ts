import { unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { cohortTable, periodIndex, periodStart, retentionCurve } from "./cohort-table.ts";
import { wilsonInterval } from "./proportion-interval.ts";
import { projectSurvival } from "./survival-projection.ts";

const day = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;
const ACTIVITIES = [
  ["a", "2024-01-05"],
  ["a", "2024-02-10"],
  ["a", "2024-04-01"],
  ["b", "2024-01-20"],
  ["b", "2024-03-20"],
  ["c", "2024-02-29"],
  ["c", "2024-03-01"],
].map(([customerId = "", date = ""]) => ({ customerId, day: day(date) }));

describe("cohortTable", () => {
  it("counts who came back in each completed month", () => {
    const cohorts = unwrap(cohortTable(ACTIVITIES, { period: "month", endDay: day("2024-03-31") }));
    expect(cohorts).toEqual([
      { startDay: day("2024-01-01"), size: 2, retained: [2, 1, 1] },
      { startDay: day("2024-02-01"), size: 1, retained: [1, 1] },
    ]);
  });

  it("leaves out a month that has not ended", () => {
    const cohorts = unwrap(cohortTable(ACTIVITIES, { period: "month", endDay: day("2024-03-30") }));
    expect(cohorts.map((cohort) => cohort.retained)).toEqual([[2, 1], [1]]);
  });

  it("counts rolling retention as still seen then or later", () => {
    const options = { period: "month", endDay: day("2024-04-30"), counting: "since" } as const;
    expect(unwrap(cohortTable(ACTIVITIES, options)).map((cohort) => cohort.retained)).toEqual([
      [2, 2, 2, 1],
      [1, 1, 0],
    ]);
  });

  it("groups by a given day of joining", () => {
    const joinedDay = () => day("2024-01-01");
    const [only] = unwrap(cohortTable(ACTIVITIES, { period: "month", endDay: day("2024-03-31"), joinedDay }));
    expect(only).toEqual({ startDay: day("2024-01-01"), size: 3, retained: [2, 2, 2] });
  });

  it("sums counts, not rates, over cohorts old enough", () => {
    const cohorts = unwrap(cohortTable(ACTIVITIES, { period: "month", endDay: day("2024-03-31") }));
    const curve = unwrap(retentionCurve(cohorts));
    expect(curve.map((point) => [point.estimate, point.n])).toEqual([
      [1, 3],
      [2 / 3, 3],
      [1 / 2, 2],
    ]);
  });

  it("starts weeks on Monday and inverts its own numbering", () => {
    expect(periodStart(periodIndex(day("2024-05-15"), "week"), "week")).toBe(day("2024-05-13"));
    for (const period of ["day", "week", "month"] as const) {
      for (const index of [23_640, 23_641, 24_290]) expect(periodIndex(periodStart(index, period), period)).toBe(index);
    }
  });

  it("refuses by name", () => {
    const none = cohortTable([], { period: "day", endDay: 5 });
    expect(!none.ok && none.error.definition.code).toBe("statistics/empty-input");
    const nan = cohortTable([{ customerId: "a", day: Number.NaN }], { period: "day", endDay: 5 });
    expect(!nan.ok && nan.error.definition.code).toBe("statistics/not-finite");
  });
});

describe("wilsonInterval", () => {
  it("has the values of the textbook", () => {
    // Newcombe (1998), table I, method 3: 81/263 and 0/20.
    const [low, high] = wilsonInterval(81, 263);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(["0.2553", "0.3662"]);
    expect(wilsonInterval(0, 20)[1].toFixed(4)).toBe("0.1611");
    expect(wilsonInterval(0, 0)).toEqual([0, 1]);
  });
});

describe("projectSurvival", () => {
  it.each([
    ["high end", [1000, 869, 743, 653, 593, 551, 517, 491], 0.668, 3.806],
    ["regular", [1000, 631, 468, 382, 326, 289, 262, 241], 0.704, 1.182],
  ] as const)("fits the %s customers of Fader and Hardie (2007)", (_, counts, alpha, beta) => {
    const projection = unwrap(projectSurvival(counts));
    const { fit } = projection;
    expect(fit.estimate.alpha).toBeCloseTo(alpha, 3);
    expect(fit.estimate.beta).toBeCloseTo(beta, 3);
    expect(projection.retentionRate(1)).toBeCloseTo(projection.survival(1), 12);
    expect(projection.retentionRate(9)).toBeGreaterThan(projection.retentionRate(2));
  });

  it("foretells the held-out years 8 to 12 of the regular customers within two points", () => {
    const projection = unwrap(projectSurvival([1000, 631, 468, 382, 326, 289, 262, 241]));
    [0.223, 0.207, 0.194, 0.183, 0.173].forEach((actual, i) => {
      expect(Math.abs(projection.survival(8 + i) - actual)).toBeLessThan(0.02);
    });
  });

  it.each([
    ["nothing", [], "statistics/empty-input"],
    ["too little", [100, 90], "statistics/too-few"],
    ["nobody", [0, 0, 0], "statistics/all-zero"],
    ["nobody left", [100, 100, 100], "statistics/constant-series"],
    ["growth", [100, 80, 90], "statistics/out-of-range"],
    ["negative", [100, 80, -1], "statistics/negative-count"],
    ["NaN", [100, Number.NaN, 3], "statistics/not-finite"],
  ])("refuses %s", (_, counts, code) => {
    const result = projectSurvival(counts);
    expect(!result.ok && result.error.definition.code).toBe(code);
  });
});
