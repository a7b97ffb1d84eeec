import { calendarDate, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import { EVERY_DAY_CALENDAR } from "../calendar/presets.ts";
import type { Plan } from "./model.ts";
import { schedulePlan } from "./prepared-network.ts";
import { sketchPlan, withTasks } from "./sketch.ts";

const datesOf = (plan: Plan): Record<string, string> =>
  Object.fromEntries(unwrap(schedulePlan(plan)).tasks.map((t) => [t.id, `${t.start.slice(5)} ${t.finish.slice(5)}`]));

describe("links", () => {
  // a works Monday 2 to Thursday 5 March; b takes two days.
  it.each([
    ["a FS", "03-06 03-09"],
    ["a FS+1d", "03-09 03-10"],
    ["a FS+3d", "03-11 03-12"],
    ["a FS-2d", "03-04 03-05"],
    ["a FS+1cd", "03-09 03-10"],
    ["a FS+5cd", "03-11 03-12"],
    ["a FS-1cd", "03-05 03-06"],
    ["a FS+50%", "03-10 03-11"],
    ["a FS-25%", "03-05 03-06"],
    ["a SS", "03-02 03-03"],
    ["a SS+2d", "03-04 03-05"],
    ["a SS+5d", "03-09 03-10"],
    ["a SS+6cd", "03-09 03-10"],
    ["a SS+50%", "03-04 03-05"],
    ["a FF", "03-04 03-05"],
    ["a FF+1d", "03-05 03-06"],
    ["a FF+2d", "03-06 03-09"],
    ["a FF-1d", "03-03 03-04"],
    ["a FF+3cd", "03-06 03-09"],
    ["a SF+3d", "03-03 03-04"],
    ["a SF+6d", "03-06 03-09"],
  ])("b after %s works on %s", (predecessor, expected) => {
    expect(datesOf(sketchPlan(["a 4", `b 2: ${predecessor}`])).b).toBe(expected);
  });
  it("take the strictest of several", () => {
    expect(datesOf(sketchPlan(["a 4", "c 1", "b 2: c, a SS+1d, a FF+4d"])).b).toBe("03-10 03-11");
  });
  it("count lags on the calendar asked for", () => {
    const calendars = [EVERY_DAY_CALENDAR];
    const sketch = sketchPlan(["a 5", "b 1: a FS+2d"], { calendars });
    const plan = withTasks(sketch, { b: { calendarId: "every-day" } });
    expect(datesOf(plan).b).toBe("03-09 03-09");
    expect(datesOf({ ...plan, lagCalendar: "predecessor" }).b).toBe("03-11 03-11");
    expect(datesOf({ ...plan, lagCalendar: "plan" }).b).toBe("03-11 03-11");
  });
  it("wait for a weekend's work on another calendar", () => {
    const sketch = sketchPlan(["a 6", "b 1: a FF", "c 1: a FS-1d"], { calendars: [EVERY_DAY_CALENDAR] });
    const plan = withTasks(sketch, { a: { calendarId: "every-day" } });
    // a ends on Saturday 7 March: b may not end before that, so it ends on Monday.
    expect(datesOf(plan)).toEqual({ a: "03-02 03-07", b: "03-09 03-09", c: "03-06 03-06" });
  });
});

describe("milestones", () => {
  it("fall on the day that completes them, and hold nothing up", () => {
    const dates = datesOf(sketchPlan(["a 5", "m 0: a", "b 1: m", "n 0: b FS+2d"]));
    expect(dates).toEqual({ a: "03-02 03-06", m: "03-06 03-06", b: "03-09 03-09", n: "03-11 03-11" });
  });
  it("open the day they are set on, weekends too", () => {
    const plan = withTasks(sketchPlan(["m 0", "b 1: m"]), {
      m: { constraint: { kind: "MSO", date: calendarDate("2026-03-07") } },
    });
    expect(datesOf(plan)).toEqual({ m: "03-07 03-07", b: "03-09 03-09" });
  });
  it("mark the edge of the day that is asked for", () => {
    const sketch = sketchPlan(["a 5", "m 0: a"]);
    expect(datesOf(withTasks(sketch, { m: { milestoneAt: "start" } })).m).toBe("03-07 03-07");
  });
});

describe("summaries", () => {
  const parts = { a: { parentId: "s" }, b: { parentId: "s" } };
  it("span their parts, nested too", () => {
    const plan = withTasks(sketchPlan(["top 0", "s 0", "a 2", "b 3: a", "c 1"]), {
      ...parts,
      s: { parentId: "top" },
      c: { parentId: "top" },
    });
    const schedule = unwrap(schedulePlan(plan));
    expect(datesOf(plan)).toMatchObject({ s: "03-02 03-06", top: "03-02 03-06" });
    expect(schedule.task("s")).toMatchObject({ kind: "summary", durationDays: 5, totalSlackDays: 0, critical: true });
  });
  it("hold their successors until the last part is done, and wait as one", () => {
    const plan = withTasks(sketchPlan(["p 1", "s 0: p", "a 2", "b 3", "n 1: s", "e 1: s SS+1d"]), parts);
    expect(datesOf(plan)).toMatchObject({
      a: "03-03 03-04",
      b: "03-03 03-05",
      s: "03-03 03-05",
      n: "03-06 03-06",
      e: "03-04 03-04",
    });
  });
  it("take a limit before and a deadline after", () => {
    const plan = withTasks(sketchPlan(["s 0", "a 2", "b 3: a"]), {
      ...parts,
      s: {
        constraint: { kind: "SNET", date: calendarDate("2026-03-04") },
        deadline: calendarDate("2026-03-09"),
      },
    });
    const schedule = unwrap(schedulePlan(plan));
    expect(schedule.task("a")?.start).toBe("2026-03-04");
    expect(schedule.task("b")?.totalSlackDays).toBe(-1);
    expect(schedule.conflicts).toEqual([
      {
        taskId: "s",
        rule: "deadline",
        limit: "2026-03-09",
        actual: "2026-03-10",
        lateByDays: 1,
        chain: ["s", "a", "b", "s"],
      },
    ]);
  });
  it("hand the slack of what follows on to their parts", () => {
    const plan = withTasks(sketchPlan(["s 0", "a 2", "b 3", "n 1: s", "z 9"]), parts);
    const schedule = unwrap(schedulePlan(plan));
    expect(schedule.task("a")).toMatchObject({ totalSlackDays: 6, freeSlackDays: 1 });
    expect(schedule.task("b")).toMatchObject({ totalSlackDays: 5, freeSlackDays: 0 });
  });
});
