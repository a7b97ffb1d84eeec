import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { TaskFacts } from "./ledgers.ts";
import { causesOf, indexPlan, slipOf } from "./slippage.ts";

const task = (
  taskId: string,
  planned: [string, string],
  actual: [string | null, string | null],
  over = {},
): TaskFacts => ({
  taskId,
  number: 1,
  title: taskId,
  phaseId: null,
  parentId: null,
  milestone: false,
  status: actual[1] === null ? "doing" : "done",
  assigneeIds: [],
  baselineStart: planned[0],
  baselineDue: planned[1],
  startedOn: actual[0],
  completedOn: actual[1],
  ...over,
});

const plan = (tasks: TaskFacts[], links: [string, string][] = []) =>
  indexPlan({
    tasks,
    links: links.map(([fromId, toId]) => ({ fromId, toId, type: "FS" })),
    closedOn: "2026-11-30",
  });

describe("why a task was late", () => {
  it("says nothing about one that was on time", () => {
    const early = task("a", ["2026-11-01", "2026-11-05"], ["2026-11-02", "2026-11-05"]);
    expect(causesOf(early, plan([early]))).toEqual([]);
  });
  it("first blames what it waited for, then its own beginning, then its length", () => {
    const before = task("设计", ["2026-11-01", "2026-11-05"], ["2026-11-01", "2026-11-08"]);
    const after = task("投放", ["2026-11-06", "2026-11-10"], ["2026-11-11", "2026-11-17"]);
    const whole = plan([before, after], [["设计", "投放"]]);
    expect(slipOf(after, whole.closedOn)).toBe(7);
    expect(causesOf(after, whole)).toEqual([
      { cause: "predecessor", days: 3, becauseOf: { taskId: "设计", title: "设计" } },
      { cause: "late_start", days: 2, becauseOf: null },
      { cause: "overrun", days: 2, becauseOf: null },
    ]);
    expect(causesOf(before, whole)).toEqual([{ cause: "overrun", days: 3, becauseOf: null }]);
  });
  it("counts time that was made up again", () => {
    const quick = task("a", ["2026-11-01", "2026-11-10"], ["2026-11-08", "2026-11-12"]);
    expect(causesOf(quick, plan([quick]))).toEqual([{ cause: "late_start", days: 2, becauseOf: null }]);
  });
  it("does not take a task that was ticked off at the end for a late beginning", () => {
    const ticked = task("a", ["2026-11-01", "2026-11-05"], ["2026-11-09", "2026-11-09"]);
    expect(causesOf(ticked, plan([ticked]))).toEqual([{ cause: "untracked", days: 4, becauseOf: null }]);
  });
  it("goes on until the project closed where nothing was finished", () => {
    const open = task("a", ["2026-11-01", "2026-11-20"], ["2026-11-03", null]);
    expect(causesOf(open, plan([open]))).toEqual([
      { cause: "late_start", days: 2, becauseOf: null },
      { cause: "unfinished", days: 8, becauseOf: null },
    ]);
    const never = task("b", ["2026-11-01", "2026-11-20"], [null, null], { status: "todo" });
    expect(causesOf(never, plan([never]))).toEqual([{ cause: "unfinished", days: 10, becauseOf: null }]);
  });
  it("always parts exactly the days it was late", () => {
    const day = fc
      .integer({ min: 0, max: 40 })
      .map((n) => new Date(Date.UTC(2026, 9, 1 + n)).toISOString().slice(0, 10));
    const span = fc.tuple(day, day).map(([a, b]): [string, string] => (a < b ? [a, b] : [b, a]));
    fc.assert(
      fc.property(span, span, span, span, (p1, a1, p2, a2) => {
        const [first, second] = [task("a", p1, a1), task("b", p2, a2)];
        const whole = plan([first, second], [["a", "b"]]);
        const parts = causesOf(second, whole);
        expect(parts.reduce((sum, part) => sum + part.days, 0)).toBe(Math.max(0, slipOf(second, whole.closedOn)));
        expect(parts.every((part) => part.days > 0)).toBe(true);
      }),
    );
  });
});
