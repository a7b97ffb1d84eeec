import { calendarDate, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import type { Constraint, Plan, Progress } from "./model.ts";
import { schedulePlan } from "./prepared-network.ts";
import type { Schedule } from "./schedule.ts";
import { sketchPlan, withTasks } from "./sketch.ts";

const date = calendarDate;
const march = (day: number) => date(`2026-03-${String(day).padStart(2, "0")}`);
const solved = (plan: Plan): Schedule => unwrap(schedulePlan(plan));
const spanOf = (schedule: Schedule, id: string): string => {
  const row = schedule.task(id);
  return `${row?.start.slice(8)}-${row?.finish.slice(8)}`;
};

// a takes Monday 2 to Wednesday 4 March, b the two days after.
const sketch = sketchPlan(["a 3", "b 2: a", "c 1: b"]);
const constrained = (constraint: Constraint): Schedule => solved(withTasks(sketch, { b: { constraint } }));

describe("constraints", () => {
  it.each<[Constraint["kind"], number, string, number]>([
    ["SNET", 9, "09-10", 0],
    ["SNET", 3, "05-06", 0],
    ["SNET", 7, "09-10", 0],
    ["FNET", 11, "10-11", 0],
    ["FNET", 3, "05-06", 0],
    ["SNLT", 10, "05-06", 0],
    ["SNLT", 4, "05-06", 1],
    ["FNLT", 6, "05-06", 0],
    ["FNLT", 5, "05-06", 1],
    ["MSO", 6, "06-09", 0],
    ["MSO", 7, "09-10", 0],
    ["MSO", 3, "05-06", 2],
    ["MFO", 10, "09-10", 0],
    ["MFO", 8, "05-06", 0],
    ["MFO", 5, "05-06", 1],
  ])("%s on the %i-th: b works %s and is %i days late", (kind, day, expected, late) => {
    if (kind === "ASAP" || kind === "ALAP" || kind === "FIXED") throw new Error("takes no date");
    const schedule = constrained({ kind, date: march(day) });
    expect(spanOf(schedule, "b")).toBe(expected);
    expect(schedule.conflicts.map((c) => [c.taskId, c.rule, c.lateByDays])).toEqual(
      late === 0 ? [] : [["b", kind, late]],
    );
    expect(Math.min(...schedule.tasks.map((t) => t.totalSlackDays))).toBe(late === 0 ? 0 : -late);
  });
  it("names the chain that breaks a limit", () => {
    const { conflicts } = constrained({ kind: "FNLT", date: march(5) });
    expect(conflicts).toEqual([
      { taskId: "b", rule: "FNLT", limit: "2026-03-05", actual: "2026-03-06", lateByDays: 1, chain: ["a", "b"] },
    ]);
  });
  it("keeps fixed dates, weekends too, and reports the link they break", () => {
    const schedule = constrained({ kind: "FIXED", start: march(4), finish: march(8) });
    expect(spanOf(schedule, "b")).toBe("04-08");
    expect(spanOf(schedule, "c")).toBe("09-09");
    expect(schedule.conflicts).toEqual([
      { taskId: "b", rule: "fixed-link", limit: "2026-03-04", actual: "2026-03-05", lateByDays: 1, chain: ["a", "b"] },
    ]);
  });
  it("lays ALAP work late without moving what follows", () => {
    const plan = withTasks(sketchPlan(["a 1", "b 2: a", "x 8", "c 1: b, x", "d 1"]), {
      a: { constraint: { kind: "ALAP" } },
      b: { constraint: { kind: "ALAP" } },
      d: { constraint: { kind: "ALAP" } },
    });
    const schedule = solved(plan);
    expect(["a", "b", "c", "d"].map((id) => spanOf(schedule, id))).toEqual(["09-09", "10-11", "12-12", "12-12"]);
    expect(schedule.task("a")).toMatchObject({ earlyStart: "2026-03-02", totalSlackDays: 5, freeSlackDays: 0 });
  });
  it("gives a missed deadline negative slack along the chain and leaves the dates", () => {
    const schedule = solved(withTasks(sketch, { c: { deadline: march(5) } }));
    expect(schedule.tasks.map((t) => t.totalSlackDays)).toEqual([-2, -2, -2]);
    expect(schedule.conflicts.map((c) => [c.taskId, c.rule, c.lateByDays])).toEqual([["c", "deadline", 2]]);
  });
});

describe("progress", () => {
  const progressed = (id: string, progress: Progress, statusDay?: number): Schedule =>
    solved({
      ...withTasks(sketch, { [id]: { progress } }),
      ...(statusDay !== undefined && { statusDate: march(statusDay) }),
    });
  it("leaves done work where it happened", () => {
    const schedule = progressed("a", { start: march(3), finish: march(9) });
    expect(schedule.task("a")).toMatchObject({ state: "done", start: march(3), finish: march(9), critical: false });
    expect(spanOf(schedule, "b")).toBe("10-11");
  });
  it("keeps an actual start and schedules what remains", () => {
    expect(spanOf(progressed("a", { start: march(3) }), "a")).toBe("03-05");
    expect(spanOf(progressed("a", { start: march(3), remainingDays: 2 }, 10), "a")).toBe("03-11");
    expect(spanOf(progressed("a", { start: march(2), percentComplete: 50 }, 6), "a")).toBe("02-09");
    expect(spanOf(progressed("a", { start: march(2), percentComplete: 34 }), "a")).toBe("02-04");
  });
  it("puts work that has not begun on or after the status date", () => {
    const schedule = solved({ ...sketch, statusDate: march(11) });
    expect(["a", "b", "c"].map((id) => spanOf(schedule, id))).toEqual(["11-13", "16-17", "18-18"]);
    expect(schedule.why("a")).toEqual([{ taskId: "a", driver: { kind: "status-date", date: march(11) } }]);
  });
  it("makes what remains wait for unfinished predecessors and says that it began out of sequence", () => {
    const schedule = progressed("b", { start: march(3), remainingDays: 1 });
    expect(spanOf(schedule, "b")).toBe("03-05");
    expect(schedule.conflicts.map((c) => [c.taskId, c.rule, c.limit, c.actual])).toEqual([
      ["b", "out-of-sequence", march(3), march(5)],
    ]);
  });
  it("takes a milestone as reached on its day", () => {
    const plan = withTasks(sketchPlan(["a 3", "m 0: a", "b 1: m"]), {
      m: { progress: { start: march(10), finish: march(10) } },
    });
    const schedule = solved(plan);
    expect(schedule.task("m")).toMatchObject({ state: "done", start: march(10) });
    expect(spanOf(schedule, "b")).toBe("11-11");
  });
  it("rolls states up to summaries", () => {
    const parts = withTasks(sketchPlan(["s 0", "a 1", "b 1"]), { a: { parentId: "s" }, b: { parentId: "s" } });
    const state = (plan: Plan) => solved(plan).task("s")?.state;
    const done = { start: march(2), finish: march(2) };
    expect(state(parts)).toBe("planned");
    expect(state(withTasks(parts, { a: { progress: done } }))).toBe("in-progress");
    expect(state(withTasks(parts, { a: { progress: done }, b: { progress: done } }))).toBe("done");
  });
});

describe("anchors", () => {
  const anchored = (start?: string): Plan => ({
    ...sketchPlan(["a 3", "b 2: a", "side 1: a", "sale 0: b", "review 2: sale FS+1cd"]),
    direction: {
      kind: "from-anchors",
      anchors: [{ taskId: "sale", date: march(18) }],
      ...(start !== undefined && { start: date(start) }),
    },
  });
  it("lay what leads to them late and what follows early", () => {
    const schedule = solved(anchored());
    expect(["a", "b", "side", "sale", "review"].map((id) => spanOf(schedule, id))).toEqual([
      "11-13",
      "16-17",
      "16-16",
      "18-18",
      "19-20",
    ]);
    expect(schedule.why("a")?.map((s) => `${s.taskId} ${s.driver.kind}`)).toEqual([
      "a successor",
      "b successor",
      "sale anchor",
    ]);
    expect(schedule.criticalPaths().paths.map((p) => p.taskIds.join(""))).toEqual(["absalereview"]);
  });
  it("leave slack when there is time before", () => {
    const schedule = solved(anchored("2026-03-02"));
    expect(schedule.task("a")).toMatchObject({ start: march(11), earlyStart: march(2), totalSlackDays: 7 });
    expect(schedule.task("sale")?.totalSlackDays).toBe(0);
  });
  it("slide when the work does not fit, by how much and why", () => {
    const schedule = solved(anchored("2026-03-13"));
    expect(spanOf(schedule, "sale")).toBe("20-20");
    expect(schedule.task("a")).toMatchObject({ start: march(13), totalSlackDays: -2 });
    expect(schedule.conflicts).toEqual([
      { taskId: "sale", rule: "anchor", limit: march(18), actual: march(20), lateByDays: 2, chain: ["a", "b", "sale"] },
    ]);
  });
  it("can mark the finish of work, and be several", () => {
    const plan: Plan = {
      ...sketchPlan(["a 2", "b 2: a", "c 1: b", "d 3: c"]),
      direction: {
        kind: "from-anchors",
        anchors: [
          { taskId: "b", date: march(13), edge: "finish" },
          { taskId: "d", date: march(25), edge: "finish" },
        ],
      },
    };
    const schedule = solved(plan);
    expect(["a", "b", "c", "d"].map((id) => spanOf(schedule, id))).toEqual(["10-11", "12-13", "20-20", "23-25"]);
    expect(schedule.conflicts).toEqual([]);
  });
  it("lay a whole plan back from its finish and say when it does not fit", () => {
    const back = (finish: number, start?: number) =>
      solved({
        ...sketch,
        direction: { kind: "from-finish", finish: march(finish), ...(start !== undefined && { start: march(start) }) },
      });
    expect(["a", "b", "c"].map((id) => spanOf(back(20), id))).toEqual(["13-17", "18-19", "20-20"]);
    expect(back(20, 17).conflicts.map((c) => [c.taskId, c.rule, c.lateByDays])).toEqual([["c", "plan-finish", 2]]);
  });
});

describe("the first day of a plan laid from anchors", () => {
  it("is where work began, so that what does not lead to the anchor need not wait for it", () => {
    const plan: Plan = {
      ...withTasks(sketchPlan(["a 3", "sale 0: a", "free 1"]), {
        a: { progress: { start: march(5), remainingDays: 1 } },
      }),
      direction: { kind: "from-anchors", anchors: [{ taskId: "sale", date: march(18) }] },
      statusDate: march(6),
    };
    const schedule = solved(plan);
    expect(["a", "sale", "free"].map((id) => spanOf(schedule, id))).toEqual(["05-06", "18-18", "06-06"]);
  });
});
