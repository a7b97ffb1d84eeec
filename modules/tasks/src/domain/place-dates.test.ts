import { describe, expect, it } from "vitest";
import { type Placement, type PlacementChange, placeDates } from "./place-dates.ts";
import { dayMarks } from "./working-calendar.ts";

const now: Placement = { milestone: false, startDate: "2026-09-28", dueDate: "2026-09-30", durationDays: 3 };
const placed = (change: PlacementChange, from: Placement = now): unknown => {
  const result = placeDates(from, change);
  return result.ok
    ? `${result.value.startDate}..${result.value.dueDate} ${result.value.durationDays}${result.value.milestone ? "m" : ""}`
    : result.error.definition.code;
};

describe("placeDates", () => {
  it.each<[string, PlacementChange, string]>([
    ["a new beginning keeps the work, over the holiday", { startDate: "2026-09-30" }, "2026-09-30..2026-10-09 3"],
    ["a new end changes the work", { dueDate: "2026-10-09" }, "2026-09-28..2026-10-09 5"],
    ["both ends are taken as they are", { startDate: "2026-10-01", dueDate: "2026-10-02" }, "2026-10-01..2026-10-02 1"],
    ["another duration moves the end", { durationDays: 4 }, "2026-09-28..2026-10-08 4"],
    ["an end before the beginning is refused", { dueDate: "2026-09-27" }, "tasks/dates-reversed"],
    ["reversed ends are refused", { startDate: "2026-09-30", dueDate: "2026-09-29" }, "tasks/dates-reversed"],
    ["taking one date away takes both", { dueDate: null }, "null..null 3"],
    ["a milestone has one day", { milestone: true }, "2026-09-30..2026-09-30 0m"],
    ["nothing asked, nothing changed", {}, "2026-09-28..2026-09-30 3"],
  ])("%s", (_, change, expected) => {
    expect(placed(change)).toBe(expected);
  });
  it("finds the beginning for an end alone", () => {
    const nowhere: Placement = { milestone: false, startDate: null, dueDate: null, durationDays: 2 };
    expect(placed({ dueDate: "2026-10-08" }, nowhere)).toBe("2026-09-30..2026-10-08 2");
  });
  it("moves and unmakes milestones", () => {
    const day: Placement = { milestone: true, startDate: "2026-11-11", dueDate: "2026-11-11", durationDays: 0 };
    expect(placed({ startDate: "2026-11-12" }, day)).toBe("2026-11-12..2026-11-12 0m");
    expect(placed({ milestone: false }, day)).toBe("2026-11-11..2026-11-11 1");
  });
});

describe("dayMarks", () => {
  it("names the days off and the worked weekends of the State Council's 2026 notice", () => {
    const marks = dayMarks("2026-09-19", "2026-10-11");
    expect(marks.filter((m) => m.kind === "makeup").map((m) => m.date)).toEqual(["2026-09-20", "2026-10-10"]);
    expect(marks.filter((m) => m.kind === "holiday").map((m) => m.date)).toEqual([
      "2026-09-25",
      "2026-09-26",
      "2026-09-27",
      "2026-10-01",
      "2026-10-02",
      "2026-10-03",
      "2026-10-04",
      "2026-10-05",
      "2026-10-06",
      "2026-10-07",
    ]);
  });
});
