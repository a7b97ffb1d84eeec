import { tasks } from "@yutu/tasks/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTask, closeProject, makeProject, tasksByTitle } from "./make-project.ts";

describe("the plan of a project", () => {
  let app: TestApp;
  let pm: Person;
  let projectId = "";
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
    projectId = await makeProject(app);
  });
  afterAll(() => app.close());

  const datesOf = async (taskId: string): Promise<string> => {
    const task = await pm.must(tasks.getTask, { params: { taskId } });
    return `${task.startDate}..${task.dueDate}`;
  };
  const link = (fromId: string, toId: string) => pm.must(tasks.addLink, { body: { fromId, toId } });
  const chain = async (name: string) => {
    const a = await addTask(pm, projectId, `${name} 1`, "2026-09-07", "2026-09-08");
    const b = await addTask(pm, projectId, `${name} 2`, "2026-09-09", "2026-09-10");
    const c = await addTask(pm, projectId, `${name} 3`, "2026-09-11", "2026-09-11");
    await link(a, b);
    await link(b, c);
    return [a, b, c] as const;
  };

  it("moves what a new link pushes, and refuses double links and circles with the path", async () => {
    const a = await addTask(pm, projectId, "长", "2026-09-07", "2026-09-11");
    const b = await addTask(pm, projectId, "短", "2026-09-08", "2026-09-09");
    const { moves } = await link(a, b);
    expect(moves).toMatchObject([{ taskId: b, newStart: "2026-09-14", newFinish: "2026-09-15", shiftDays: 4 }]);
    expect(await datesOf(b)).toBe("2026-09-14..2026-09-15");
    const again = { body: { fromId: a, toId: b } };
    expect(await pm.refusal(tasks.addLink, again)).toBe("tasks/link-exists");
    const back = await pm.call(tasks.addLink, { body: { fromId: b, toId: a } });
    expect(!back.ok && back.error.code).toBe("tasks/cycle");
    expect(!back.ok && new Set(String(back.error.params?.["path"]).split(" "))).toEqual(new Set([a, b]));
    const other = await addTask(pm, await makeProject(app, { name: "别处" }), "外");
    expect(await pm.refusal(tasks.addLink, { body: { fromId: a, toId: other } })).toBe("tasks/unknown-task");
    expect(await pm.refusal(tasks.addLink, { body: { fromId: a, toId: a } })).toBe("tasks/impossible-link");
    const task = await pm.must(tasks.getTask, { params: { taskId: b } });
    expect(task.predecessors.map((p) => p.title)).toEqual(["长"]);
    const linkId = task.predecessors[0]?.linkId ?? "";
    expect(await (await app.stranger()).refusal(tasks.removeLink, { params: { linkId } })).toBe("request/not-found");
    await pm.must(tasks.removeLink, { params: { linkId } });
    expect(await datesOf(b)).toBe("2026-09-14..2026-09-15");
  });

  it("previews a drag with its chain, stores nothing, and applies exactly that", async () => {
    const [a, b, c] = await chain("预览");
    const edits = [{ kind: "move" as const, taskId: a, startDate: "2026-09-10", dueDate: "2026-09-11" }];
    const preview = await pm.must(tasks.previewPlan, { params: { projectId }, body: { edits } });
    expect(preview.moves.map((m) => [m.taskId, m.oldStart, m.newStart, m.newFinish, m.chain])).toEqual([
      [a, "2026-09-07", "2026-09-10", "2026-09-11", [a]],
      [b, "2026-09-09", "2026-09-14", "2026-09-15", [a, b]],
      [c, "2026-09-11", "2026-09-16", "2026-09-16", [a, b, c]],
    ]);
    expect(await datesOf(c)).toBe("2026-09-11..2026-09-11");
    const applied = await pm.must(tasks.applyPlan, { params: { projectId }, body: { edits, basis: preview.basis } });
    expect(applied.moves).toEqual(preview.moves);
    expect(await datesOf(c)).toBe("2026-09-16..2026-09-16");
    const stale = { params: { projectId }, body: { edits, basis: preview.basis } };
    expect(await pm.refusal(tasks.applyPlan, stale)).toBe("tasks/stale-plan");
    const [event] = await app.sql<{ payload: { taskIds: string[] } }>(
      "SELECT payload FROM outbox WHERE type = 'tasks.tasks-rescheduled' AND entity_id = $1 ORDER BY seq DESC LIMIT 1",
      [projectId],
    );
    expect(new Set(event?.payload.taskIds)).toEqual(new Set([a, b, c]));
  });

  it("pushes along links when a list cell changes, but not because work ended late", async () => {
    const [a, b, c] = await chain("顺延");
    const changed = await pm.must(tasks.updateTask, { params: { taskId: a }, body: { dueDate: "2026-09-10" } });
    expect(changed.pushed.map((p) => [p.taskId, p.startDate])).toEqual([
      [b, "2026-09-11"],
      [c, "2026-09-15"],
    ]);
    app.clock.set("2026-09-24T02:00:00Z");
    const late = await pm.must(tasks.updateTask, { params: { taskId: a }, body: { status: "done" } });
    expect([late.task.completedOn, late.pushed]).toEqual(["2026-09-24", []]);
    expect(await datesOf(b)).toBe("2026-09-11..2026-09-14");
    const move = { kind: "move" as const, taskId: a, startDate: "2026-09-20", dueDate: "2026-09-21" };
    expect(await pm.refusal(tasks.previewPlan, { params: { projectId }, body: { edits: [move] } })).toBe("tasks/ended");
    app.clock.set("2026-09-01T02:00:00Z");
  });

  it("keeps the work of a move that says how much it is, whatever its dates span", async () => {
    const a = await addTask(pm, projectId, "跨周末", "2026-09-02", "2026-09-04");
    const move = { kind: "move" as const, taskId: a, startDate: "2026-09-08", dueDate: "2026-09-12", durationDays: 3 };
    const preview = await pm.must(tasks.applyPlan, { params: { projectId }, body: { edits: [move] } });
    expect(preview.moves).toMatchObject([{ taskId: a, newStart: "2026-09-08", newFinish: "2026-09-10" }]);
    const task = await pm.must(tasks.getTask, { params: { taskId: a } });
    expect([await datesOf(a), task.durationDays]).toEqual(["2026-09-08..2026-09-10", 3]);
  });

  it("shows baseline, holidays and years that are not known yet", async () => {
    await app.sql(
      "UPDATE tasks SET baseline_start = start_date, baseline_due = due_date WHERE project_id = $1 RETURNING id",
      [projectId],
    );
    const plan = await pm.must(tasks.getPlan, { params: { projectId } });
    expect(plan.tasks.every((t) => t.baselineDue === t.dueDate)).toBe(true);
    expect(plan.days.filter((d) => d.kind === "makeup").map((d) => d.date)).toContain("2026-10-10");
    expect(plan.uncertainYears).toEqual([]);
    expect(plan.anchorDate).toBe("2026-11-11");
    const anchor = plan.tasks.find((t) => t.title === "爆发日");
    expect(anchor).toMatchObject({ milestone: true, milestoneAt: "start" });
    const before = plan.links.find((l) => l.toId === anchor?.id);
    const first = plan.tasks.find((t) => t.id === before?.fromId);
    const edits = [{ kind: "move" as const, taskId: first?.id ?? "", startDate: "2026-11-16", dueDate: "2026-11-20" }];
    const preview = await pm.must(tasks.previewPlan, { params: { projectId }, body: { edits } });
    expect(preview.lateMilestones.map((m) => m.taskId)).toContain(anchor?.id);
    expect((preview.finish.after ?? "") > (preview.finish.before ?? "")).toBe(true);
  });

  it("keeps the order of cards when many move at the same moment", async () => {
    const board = await makeProject(app, { name: "看板" });
    const ids = [...(await tasksByTitle(pm, board)).values()].map((t) => t.id);
    const target = ids.at(-1) ?? "";
    const movers = ids.slice(0, 12);
    await Promise.all(
      movers.map(async (taskId, i) =>
        (await app.as(i % 2 === 0 ? "pm" : "marketer")).must(tasks.moveTask, {
          params: { taskId },
          body: { beforeId: target },
        }),
      ),
    );
    const rows = await app.sql<{ id: string; rank: string }>(
      "SELECT id, rank FROM tasks WHERE project_id = $1 ORDER BY rank, id",
      [board],
    );
    expect(new Set(rows.map((r) => r.rank)).size).toBe(rows.length);
    const order = rows.map((r) => r.id);
    expect(order.at(-1)).toBe(target);
    expect(new Set(order.slice(-13, -1))).toEqual(new Set(movers));
    expect(order.slice(0, -13)).toEqual(ids.slice(12, -1));
  });

  it("puts a card above another one of its column and repairs ranks that ran together", async () => {
    const board = await makeProject(app, { name: "排序" });
    const ids = [...(await tasksByTitle(pm, board)).values()].map((t) => t.id);
    const [first = "", second = "", third = ""] = ids;
    await app.sql("UPDATE tasks SET rank = 'V' WHERE project_id = $1 RETURNING id", [board]);
    const order = async () => [...(await tasksByTitle(pm, board)).values()].map((t) => t.id);
    const before = await order();
    await pm.must(tasks.moveTask, { params: { taskId: third }, body: { status: "doing", beforeId: second } });
    const after = await order();
    expect(after.filter((id) => id !== third)).toEqual(before.filter((id) => id !== third));
    expect(after.indexOf(third)).toBe(after.indexOf(second) - 1);
    const moved = await pm.must(tasks.moveTask, {
      params: { taskId: first },
      body: { status: "doing", beforeId: null },
    });
    expect(moved.task.status).toBe("doing");
    expect((await order()).at(-1)).toBe(first);
    const lane = { channel: "douyin", priority: "urgent" as const, assigneeIds: [], beforeId: second };
    const across = await pm.must(tasks.moveTask, { params: { taskId: first }, body: lane });
    expect(across.task).toMatchObject({ channel: "douyin", priority: "urgent", assignees: [], status: "doing" });
    const lost = { params: { taskId: first }, body: { beforeId: await addTask(pm, projectId, "外面") } };
    expect(await pm.refusal(tasks.moveTask, lost)).toBe("tasks/unknown-task");
  });

  it("shows a stretch of days over all visible projects", async () => {
    const query = { from: "2026-10-26", to: "2026-11-22" };
    const calendar = await pm.must(tasks.listCalendar, { query });
    expect(calendar.nodes.map((n) => n.name)).toEqual([{ zh: "双11", en: "Double 11" }]);
    expect(calendar.projects.map((p) => p.name)).toContain("双11 大促");
    expect(calendar.tasks.length).toBeGreaterThan(5);
    expect(calendar.tasks.every((t) => t.startDate <= query.to && t.dueDate >= query.from)).toBe(true);
    expect(calendar.tasks.every((t) => t.channel !== null || t.milestone)).toBe(true);
    const one = await pm.must(tasks.listCalendar, { query: { ...query, projectId } });
    expect(one.tasks.some((t) => t.channel === null && !t.milestone)).toBe(true);
    expect(new Set(one.tasks.map((t) => t.projectId))).toEqual(new Set([projectId]));
    const guest = await (await app.as("agency")).must(tasks.listCalendar, { query });
    expect([guest.tasks, guest.projects]).toEqual([[], []]);
    expect(await pm.refusal(tasks.listCalendar, { query: { from: "2026-01-01", to: "2028-01-01" } })).toBe(
      "request/invalid",
    );
    expect(await (await app.as("agency")).refusal(tasks.listCalendar, { query: { ...query, projectId } })).toBe(
      "request/not-found",
    );
  });

  it("takes no changes once the project is closed", async () => {
    const [a] = await chain("封存");
    const over = await makeProject(app, { name: "结束" });
    const [one, two] = [...(await tasksByTitle(pm, over)).values()];
    const plan = await pm.must(tasks.getPlan, { params: { projectId: over } });
    await closeProject(app, over);
    const edits = [{ kind: "move" as const, taskId: one?.id ?? a, startDate: "2026-09-21", dueDate: "2026-09-22" }];
    expect(await pm.refusal(tasks.applyPlan, { params: { projectId: over }, body: { edits } })).toBe(
      "tasks/project-closed",
    );
    expect(await pm.refusal(tasks.addLink, { body: { fromId: two?.id ?? "", toId: one?.id ?? "" } })).toBe(
      "tasks/project-closed",
    );
    expect(await pm.refusal(tasks.removeLink, { params: { linkId: plan.links[0]?.id ?? "" } })).toBe(
      "tasks/project-closed",
    );
    expect(await pm.refusal(tasks.moveTask, { params: { taskId: one?.id ?? "" }, body: { beforeId: null } })).toBe(
      "tasks/project-closed",
    );
    expect(await pm.refusal(tasks.getPlan, { params: { projectId: over } })).toBe("ok");
    expect(await (await app.stranger()).refusal(tasks.getPlan, { params: { projectId: over } })).toBe(
      "request/not-found",
    );
    expect(await (await app.as("finance")).refusal(tasks.applyPlan, { params: { projectId }, body: { edits } })).toBe(
      "request/forbidden",
    );
  });
});
