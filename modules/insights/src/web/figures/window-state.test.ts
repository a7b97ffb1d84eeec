import { describe, expect, it } from "vitest";
import { projectWindowState, questionOf, trendSplit, windowState } from "./window-state.ts";

const project = { id: "prj_1", startDate: "2026-08-01", endDate: "2026-11-20" };
const fresh = windowState.parse({});

describe("what the chips ask", () => {
  it("begins with thirty days against those before, or with the project's own days", () => {
    expect(questionOf(fresh, "2026-09-30")).toEqual({ from: "2026-09-01", to: "2026-09-30", compare: "before" });
    const inProject = projectWindowState.parse({});
    expect(questionOf(inProject, "2026-09-30", project)).toMatchObject({ from: "2026-08-01", to: "2026-09-30" });
    expect(questionOf(inProject, "2027-01-01", project)).toMatchObject({ to: "2026-11-20", projectId: ["prj_1"] });
    expect(questionOf(inProject, "2026-07-01", project)).toMatchObject({ from: "2026-08-01", to: "2026-11-20" });
  });
  it("takes days chosen by hand, in whatever order, and leaves bad ones out", () => {
    const dates = (from: string, to: string) => questionOf({ ...fresh, dates: [from, to] }, "2026-09-30");
    expect(dates("2011-09-30", "2010-12-01")).toMatchObject({ from: "2010-12-01", to: "2011-09-30" });
    expect(dates("2026-02-30", "")).toMatchObject({ from: "2026-09-01", to: "2026-09-30" });
  });
  it("compares all of the time with nothing", () => {
    const all = { ...fresh, range: "all" as const };
    expect(questionOf(all, "2026-09-30")).toEqual({ from: "2000-01-01", to: "2026-09-30", compare: "none" });
    expect(questionOf({ ...all, dates: ["2026-09-01", ""] }, "2026-09-30").compare).toBe("before");
  });
  it("splits a trend so that it can be read", () => {
    expect(trendSplit({ from: "2026-09-01", to: "2026-09-30" })).toBe("day");
    expect(trendSplit({ from: "2010-12-01", to: "2011-09-30" })).toBe("week");
    expect(trendSplit({ from: "2000-01-01", to: "2026-09-30" })).toBe("month");
  });
});
