import { type CalendarDate, calendarDate } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Plan, TaskInput } from "./model.ts";
import { prepareNetwork } from "./prepared-network.ts";
import { describeFault } from "./refusal.ts";
import { samplePlan } from "./sample-plan.ts";
import { sketchPlan, withTasks } from "./sketch.ts";

const march = (day: string): CalendarDate => calendarDate(`2026-03-${day}`);

function faultsOf(plan: Plan): string[] {
  const result = prepareNetwork(plan);
  if (result.ok) return [];
  return result.error.faults.map(
    (f) => `${f.rule} ${"taskId" in f ? f.taskId : f.rule === "cycle" ? f.taskIds.join(">") : f.ref}`,
  );
}

const bad = (values: Partial<TaskInput>): string[] => faultsOf(withTasks(sketchPlan(["a 1", "b 1: a"]), { a: values }));

describe("a refused plan", () => {
  it("names each circle with its path and links", () => {
    const plan = sketchPlan(["start 1", "a 1: start, c", "b 1: a", "c 1: b", "x 1: y", "y 1: x", "after 1: c"]);
    const result = prepareNetwork(plan);
    if (result.ok) throw new Error("a circle was not seen");
    expect(result.error.faults).toEqual([
      {
        rule: "cycle",
        taskIds: ["a", "b", "c"],
        links: [
          { from: "a", to: "b", type: "FS" },
          { from: "b", to: "c", type: "FS" },
          { from: "c", to: "a", type: "FS" },
        ],
      },
      {
        rule: "cycle",
        taskIds: ["x", "y"],
        links: [
          { from: "x", to: "y", type: "FS" },
          { from: "y", to: "x", type: "FS" },
        ],
      },
    ]);
    expect(result.error.detail).toBe("tasks wait for each other in a circle: a → b → c → a");
    expect(result.error.errors).toHaveLength(2);
    expect(result.error.params).toEqual({ rule: "cycle", taskId: "a" });
  });
  it("sees a circle that goes by way of a summary", () => {
    const plan = withTasks(sketchPlan(["s 0: x", "a 1", "x 1: a"]), { a: { parentId: "s" } });
    expect(faultsOf(plan)).toEqual(["cycle s>a>x"]);
  });
  it("finds a circle at the end of a very long chain", () => {
    const lines = ["t0 1", ...Array.from({ length: 20_000 }, (_, i) => `t${i + 1} 1: t${i}`)];
    const plan = sketchPlan([...lines, "z 1: t20000, y", "y 1: z"]);
    expect(faultsOf(plan)).toEqual(["cycle z>y"]);
  });
  it.each<[string, Partial<TaskInput>, string]>([
    ["a fraction of a day", { durationDays: 1.5 }, "invalid-duration a"],
    ["a negative duration", { durationDays: -1 }, "invalid-duration a"],
    ["an endless duration", { durationDays: Number.POSITIVE_INFINITY }, "invalid-duration a"],
    ["a summary that is not there", { parentId: "nobody" }, "unknown-parent a"],
    ["itself as summary", { parentId: "a" }, "parent-cycle a"],
    ["a calendar that is not there", { calendarId: "nowhere" }, "unknown-calendar a"],
    ["a date that does not exist", { deadline: "2026-02-30" as CalendarDate }, "invalid-date a"],
    [
      "a limit before the calendar",
      { constraint: { kind: "SNET", date: calendarDate("0001-01-01") } },
      "invalid-date a",
    ],
    [
      "fixed dates the wrong way round",
      { constraint: { kind: "FIXED", start: march("05"), finish: march("04") } },
      "invalid-constraint a",
    ],
    ["a finish before its start", { progress: { start: march("05"), finish: march("04") } }, "invalid-progress a"],
    ["150 percent", { progress: { start: march("05"), percentComplete: 150 } }, "invalid-progress a"],
    ["all done without a finish", { progress: { start: march("05"), percentComplete: 100 } }, "invalid-progress a"],
  ])("names the task with %s", (_, values, expected) => {
    expect(bad(values)).toContain(expected);
  });
  it("names the link and why", () => {
    const grouped = withTasks(sketchPlan(["s 0", "a 1", "b 1"]), { a: { parentId: "s" } });
    const linked = (from: string, to: string, extra = {}) => faultsOf({ ...grouped, links: [{ from, to, ...extra }] });
    expect(linked("a", "a")).toEqual(["self-link a"]);
    expect(linked("a", "s")).toEqual(["link-to-own-summary s"]);
    expect(linked("s", "a")).toEqual(["link-to-own-summary a"]);
    expect(linked("b", "s", { type: "FF" })).toEqual(["link-into-summary s"]);
    expect(linked("s", "b", { lag: { kind: "percent", percent: 5 } })).toEqual(["percent-of-summary b"]);
    expect(linked("a", "b", { lag: { kind: "working-days", days: 0.5 } })).toEqual(["invalid-lag b"]);
    expect(linked("a", "ghost")).toEqual(["unknown-task ghost"]);
    expect(
      faultsOf({
        ...grouped,
        links: [
          { from: "a", to: "b" },
          { from: "a", to: "b", type: "FS" },
        ],
      }),
    ).toEqual(["duplicate-link b"]);
  });
  it("names tasks given twice, calendars and anchors that cannot serve", () => {
    const plan = sketchPlan(["a 1", "a 2"]);
    expect(faultsOf(plan)).toEqual(["duplicate-task a"]);
    expect(faultsOf({ ...sketchPlan(["a 1"]), calendar: { id: "void" } })).toEqual(["invalid-calendar void"]);
    const anchors = [{ taskId: "ghost", date: march("05") }];
    expect(faultsOf({ ...sketchPlan(["a 1"]), direction: { kind: "from-anchors", anchors } })).toEqual([
      "unknown-task ghost",
    ]);
  });
  it("lists all faults at once, each with a sentence", () => {
    const plan = withTasks(sketchPlan(["a 1", "b 1: ghost"]), { a: { durationDays: -1 } });
    const result = prepareNetwork(plan);
    if (result.ok) throw new Error("faults were not seen");
    expect(result.error.faults.map(describeFault)).toEqual([
      "task a: -1 is not a whole number of days within 0..36525",
      "task ghost: named by link ghost FS b, not in the plan",
    ]);
    expect(result.error.definition).toMatchObject({ code: "scheduling/invalid-plan", status: 422 });
  });
  it("is a value for any broken input, never a throw", () => {
    const odd = fc.oneof(fc.integer({ min: -3, max: 40_000 }), fc.double(), fc.constant(Number.NaN));
    const id = fc.constantFrom("t1", "t2", "t3", "s0", "nobody", "");
    const text = fc.constantFrom("2026-03-05", "2026-13-01", "", "9999-01-01") as fc.Arbitrary<CalendarDate>;
    const breakage = fc.record(
      {
        id,
        durationDays: odd,
        parentId: id,
        calendarId: id,
        deadline: text,
        progress: fc.record({ start: text, finish: text }),
      },
      { requiredKeys: ["id", "durationDays"] },
    );
    fc.assert(
      fc.property(fc.array(breakage, { maxLength: 4 }), fc.array(fc.record({ from: id, to: id })), (tasks, links) => {
        const plan = samplePlan({ tasks: 10, links: 12, seed: 3, grouped: 0.5 });
        const broken = { ...plan, tasks: [...plan.tasks, ...tasks], links: [...plan.links, ...links] };
        const result = prepareNetwork(broken);
        if (result.ok) expect(result.value.schedule.tasks).toHaveLength(broken.tasks.length);
        else expect(result.error.faults.map(describeFault).every((sentence) => sentence.length > 10)).toBe(true);
      }),
      { numRuns: 300 },
    );
  });
});
