import { calendarDate, unwrap } from "@yutu/kernel";
import { describe, expect, it } from "vitest";
import type { Plan } from "./model.ts";
import { schedulePlan } from "./prepared-network.ts";
import { sketchPlan, withTasks } from "./sketch.ts";

const solved = (plan: Plan) => unwrap(schedulePlan(plan));
const pathsOf = (plan: Plan): string[] =>
  solved(plan)
    .criticalPaths()
    .paths.map((p) => p.taskIds.join(" "));

describe("critical paths", () => {
  it("are all found when several are tight", () => {
    expect(pathsOf(sketchPlan(["a 2", "b 3: a", "c 3: a", "d 1: b, c", "e 1: a"]))).toEqual(["a b d", "a c d"]);
    expect(pathsOf(sketchPlan(["a 4", "x 1", "y 3: x", "z 2"]))).toEqual(["a", "x y"]);
  });
  it("are counted even where nobody lists them", () => {
    const diamonds = Array.from({ length: 20 }, (_, i) => [
      `l${i} 1: j${i}`,
      `r${i} 1: j${i}`,
      `j${i + 1} 1: l${i}, r${i}`,
    ]).flat();
    const { paths, count } = solved(sketchPlan(["j0 1", ...diamonds])).criticalPaths(3);
    expect(paths).toHaveLength(3);
    expect(count).toBe(2 ** 20);
  });
  it("list near-critical tasks and chains by threshold, tightest first", () => {
    const schedule = solved(sketchPlan(["a 5", "b 4", "c 2", "d 1: c", "z 1: a, b, d"]));
    expect(schedule.nearCritical(2).map((t) => `${t.id}${t.totalSlackDays}`)).toEqual(["b1", "c2", "d2"]);
    expect(schedule.nearCritical(1).map((t) => t.id)).toEqual(["b"]);
    expect(schedule.pathsWithin(2).paths.map((p) => `${p.taskIds.join(" ")} ${p.slackDays}`)).toEqual([
      "a z 0",
      "b 1",
      "c d 2",
    ]);
  });
  it("leave out what is done", () => {
    const plan = withTasks(sketchPlan(["a 2", "b 3: a"]), {
      a: { progress: { start: calendarDate("2026-03-02"), finish: calendarDate("2026-03-03") } },
    });
    expect(pathsOf(plan)).toEqual(["b"]);
  });
});

describe("why", () => {
  it("walks from a task to the root of its date", () => {
    const plan = withTasks(sketchPlan(["a 2", "b 3: a FS+1d", "c 1: a", "d 1: b, c"]), {
      a: { constraint: { kind: "SNET", date: calendarDate("2026-03-04") } },
    });
    expect(solved(plan).why("d")).toEqual([
      { taskId: "d", driver: { kind: "link", taskId: "b", link: { from: "b", to: "d", type: "FS" } } },
      {
        taskId: "b",
        driver: {
          kind: "link",
          taskId: "a",
          link: { from: "a", to: "b", type: "FS", lag: { kind: "working-days", days: 1 } },
        },
      },
      { taskId: "a", driver: { kind: "constraint", rule: "SNET", date: "2026-03-04" } },
    ]);
  });
  it("knows the plan's start, a fixed date, an actual one and a strange name", () => {
    const fixed = { kind: "FIXED", start: calendarDate("2026-03-04"), finish: calendarDate("2026-03-05") } as const;
    const plan = withTasks(sketchPlan(["a 2", "f 2", "p 2"]), {
      f: { constraint: fixed },
      p: { progress: { start: calendarDate("2026-02-26") } },
    });
    const schedule = solved(plan);
    expect(schedule.why("a")?.[0]?.driver).toEqual({ kind: "plan-start", date: "2026-03-02" });
    expect(schedule.why("f")?.[0]?.driver).toEqual({ kind: "constraint", rule: "FIXED", date: "2026-03-04" });
    expect(schedule.task("p")?.start).toBe("2026-02-26");
    expect(schedule.why("ghost")).toBeNull();
    expect(schedule.task("ghost")).toBeNull();
  });
  it("goes through a summary", () => {
    const plan = withTasks(sketchPlan(["p 2", "s 0: p", "a 1", "n 1: s"]), { a: { parentId: "s" } });
    expect(
      solved(plan)
        .why("n")
        ?.map((s) => s.taskId),
    ).toEqual(["n", "s", "a", "s", "p"]);
  });
});

describe("an empty plan", () => {
  it("has a schedule without rows", () => {
    const schedule = solved(sketchPlan([]));
    expect([schedule.tasks, schedule.span, schedule.conflicts, schedule.criticalPaths().count]).toEqual([
      [],
      null,
      [],
      0,
    ]);
  });
});
