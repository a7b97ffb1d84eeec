import { describe, expect, it } from "vitest";
import type { PlanFacts, TaskFacts } from "./ledgers.ts";
import { reviewSchedule } from "./schedule-review.ts";

const task = (taskId: string, due: string | null, done: string | null, over: Partial<TaskFacts> = {}): TaskFacts => ({
  taskId,
  number: Number(taskId.slice(1)),
  title: `任务 ${taskId}`,
  phaseId: "p1",
  parentId: null,
  milestone: false,
  status: done === null ? "doing" : "done",
  assigneeIds: ["m1"],
  baselineStart: due,
  baselineDue: due,
  startedOn: due,
  completedOn: done,
  ...over,
});

const plan: PlanFacts = {
  phases: [
    { id: "p1", name: "筹备期" },
    { id: "p2", name: "爆发期" },
  ],
  tasks: [
    task("t1", "2026-11-01", "2026-11-01"),
    task("t2", "2026-11-02", "2026-11-04", { assigneeIds: ["m1", "m2"] }),
    task("t3", "2026-11-11", "2026-11-10", { phaseId: "p2", milestone: true }),
    task("t4", "2026-11-12", null, { phaseId: "p2", assigneeIds: ["m2"] }),
    task("t5", "2026-11-20", "2026-12-20", { status: "cancelled" }),
    task("t6", null, "2026-11-05"),
    task("t7", "2026-11-15", "2026-11-15"),
    task("t8", "2026-11-14", "2026-11-15", { parentId: "t7", assigneeIds: [] }),
  ],
  links: [],
  closedOn: "2026-11-17",
  memberNames: new Map([
    ["m1", "林晓彤"],
    ["m2", "周子航"],
  ]),
};

describe("schedule review", () => {
  const review = reviewSchedule(plan);
  it("counts work with an approved date, without cancelled tasks and sums", () => {
    expect([review.tasks, review.onTime, review.onTimeRate]).toEqual([5, 2, 0.4]);
    expect([review.plannedFinish, review.actualFinish, review.finishSlipDays]).toEqual(["2026-11-14", "2026-11-17", 3]);
  });
  it("lists what was late, the worst first, with its cause", () => {
    expect(review.late.map((t) => [t.taskId, t.slipDays, t.causes.map((c) => c.cause)])).toEqual([
      ["t4", 5, ["unfinished"]],
      ["t2", 2, ["overrun"]],
      ["t8", 1, ["overrun"]],
    ]);
  });
  it("adds up by cause, phase and person; a task of two people counts for both", () => {
    expect(review.byCause).toEqual([
      { cause: "unfinished", tasks: 1, days: 5 },
      { cause: "overrun", tasks: 2, days: 3 },
    ]);
    expect(review.byPhase).toEqual([
      { key: "p2", name: "爆发期", tasks: 2, late: 1, days: 5 },
      { key: "p1", name: "筹备期", tasks: 3, late: 2, days: 3 },
    ]);
    expect(review.byOwner).toEqual([
      { key: "m2", name: "周子航", tasks: 2, late: 2, days: 7 },
      { key: "m1", name: "林晓彤", tasks: 3, late: 1, days: 2 },
    ]);
  });
  it("calls nothing early that was left undone when the project was closed before its end", () => {
    const early = reviewSchedule({ ...plan, closedOn: "2026-11-14" });
    expect([early.plannedFinish, early.actualFinish, early.finishSlipDays]).toEqual(["2026-11-14", null, null]);
    const done = plan.tasks.filter((each) => each.taskId !== "t4");
    expect(reviewSchedule({ ...plan, tasks: done, closedOn: "2026-11-14" }).actualFinish).toBe("2026-11-15");
  });
  it("of a plan that was never approved says nothing", () => {
    expect(reviewSchedule({ ...plan, tasks: [task("t1", null, null)] })).toMatchObject({
      tasks: 0,
      onTimeRate: null,
      finishSlipDays: null,
      late: [],
    });
  });
});
