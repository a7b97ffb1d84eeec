import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { addTask, closeProject, makeProject, tasksByTitle } from "./make-project.ts";

describe("tasks", () => {
  let app: TestApp;
  let pm: Person;
  let projectId = "";
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
    projectId = await makeProject(app);
  });
  afterAll(() => app.close());

  it("lays the plan exactly as it was previewed, with people, budget and links", async () => {
    const preview = await pm.must(projects.previewPlan, {
      body: {
        typeKey: "ecommerce_promo",
        anchorDate: "2026-11-11",
        totalBudgetMinor: 100_000_000,
        channels: ["tmall", "douyin", "xiaohongshu", "wechat"],
      },
    });
    const laid = await tasksByTitle(pm, projectId);
    const dates = (start: string | null, finish: string | null) => `${start}..${finish}`;
    expect(Object.fromEntries([...laid].map(([title, t]) => [title, dates(t.startDate, t.dueDate)]))).toEqual(
      Object.fromEntries(preview.tasks.map((t) => [t.name.zh, dates(t.start, t.finish)])),
    );
    const plan = await pm.must(tasks.getPlan, { params: { projectId } });
    expect(plan.links).toHaveLength(preview.links.length);
    expect(plan.tasks.filter((t) => t.start !== t.startDate || t.finish !== t.dueDate)).toEqual([]);
    expect(plan.tasks.some((t) => t.critical)).toBe(true);
    expect(plan.finish).toBe(preview.finish);
    const budgeted = [...laid.values()].reduce((sum, t) => sum + (t.budgetMinor ?? 0), 0);
    expect(budgeted).toBeGreaterThan(10_000_000);
    expect(budgeted).toBeLessThanOrEqual(100_000_000);
    expect(laid.get("主会场 KV 定稿")?.assignees.map((a) => a.memberName)).toEqual(["陈嘉怡"]);
    const phases = (await pm.must(tasks.listPhases, { params: { projectId } })).phases;
    expect(phases.map((p) => p.name)).toEqual(["策划期", "筹备期", "蓄水种草", "预售期", "爆发期", "返场与复盘"]);
    expect(phases.reduce((sum, p) => sum + p.tasks, 0)).toBe(laid.size);
  });

  it("filters and pages in every order without losing or doubling a task", async () => {
    const all = new Set([...(await tasksByTitle(pm, projectId)).values()].map((t) => t.id));
    for (const sort of ["due", "start", "rank", "priority", "status", "title", "number", "updated"] as const) {
      for (const direction of ["up", "down"] as const) {
        const seen: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await pm.must(tasks.listTasks, {
            query: { projectId, sort, direction, limit: 7, ...(cursor ? { cursor } : {}) },
          });
          seen.push(...page.items.map((t) => t.id));
          cursor = page.nextCursor ?? undefined;
        } while (cursor);
        expect([sort, seen.length, new Set(seen).size]).toEqual([sort, all.size, all.size]);
      }
    }
    const titles = async (query: object) =>
      (await pm.must(tasks.listTasks, { query: { projectId, limit: 500, ...query } })).items;
    expect((await titles({ channel: ["douyin"] })).every((t) => t.channel === "douyin")).toBe(true);
    expect((await titles({ channel: ["douyin"] })).length).toBeGreaterThan(0);
    expect((await titles({ q: "KV" })).length).toBeGreaterThan(1);
    const [first] = await titles({ q: "KV 定稿" });
    expect((await titles({ q: `MKT-${first?.number}` })).map((t) => t.id)).toContain(first?.id);
    expect((await titles({ priority: "urgent" })).every((t) => t.priority === "urgent")).toBe(true);
    expect(
      (await titles({ dueFrom: "2026-11-01", dueTo: "2026-11-11" })).every((t) => t.dueDate?.startsWith("2026-11")),
    ).toBe(true);
    const designer = await app.as("designer");
    const mine = await designer.must(tasks.listTasks, { query: { projectId, mine: "true", limit: 500 } });
    expect(mine.items.length).toBeGreaterThan(2);
    expect(mine.items.every((t) => t.assignees.some((a) => a.memberId === designer.memberId))).toBe(true);
    expect(await titles({ overdue: "true" })).toEqual([]);
  });

  it("creates, changes any field, and knows what a status means", async () => {
    const { memberId } = await app.as("marketer");
    const made = await pm.must(tasks.createTask, {
      body: {
        projectId,
        title: " 达人名单确认 ",
        assigneeIds: [memberId],
        channel: "xiaohongshu",
        dueDate: "2026-09-18",
        durationDays: 3,
      },
    });
    const params = { taskId: made.id };
    const task = await pm.must(tasks.getTask, { params });
    expect(task).toMatchObject({
      title: "达人名单确认",
      startDate: "2026-09-16",
      dueDate: "2026-09-18",
      durationDays: 3,
      status: "todo",
    });
    const doing = await pm.must(tasks.updateTask, {
      params,
      body: { status: "doing", progress: 40, labels: ["首批", "首批"], expectedVersion: task.version },
    });
    expect(doing.task).toMatchObject({ status: "doing", startedOn: "2026-09-01", progress: 40, labels: ["首批"] });
    expect(await pm.refusal(tasks.updateTask, { params, body: { title: "旧", expectedVersion: task.version } })).toBe(
      "request/stale-version",
    );
    const done = await pm.must(tasks.updateTask, { params, body: { status: "done" } });
    expect(done.task).toMatchObject({ progress: 100, completedOn: "2026-09-01" });
    const again = await pm.must(tasks.updateTask, { params, body: { status: "doing" } });
    expect(again.task).toMatchObject({ progress: 90, completedOn: null });
    expect(
      await pm.refusal(tasks.updateTask, { params, body: { startDate: "2026-09-18", dueDate: "2026-09-17" } }),
    ).toBe("tasks/dates-reversed");
    const unknownMember = { params, body: { assigneeIds: ["mem_00000000000000000000000000"] } };
    expect(await pm.refusal(tasks.updateTask, unknownMember)).toBe("tasks/unknown-member");
    const elsewhere = await makeProject(app, { name: "另一个" });
    const otherPhase = (await pm.must(tasks.listPhases, { params: { projectId: elsewhere } })).phases[0]?.id ?? "";
    expect(await pm.refusal(tasks.updateTask, { params, body: { phaseId: otherPhase } })).toBe("tasks/unknown-phase");
    const [otherTask] = (await tasksByTitle(pm, elsewhere)).values();
    expect(await pm.refusal(tasks.updateTask, { params, body: { parentId: otherTask?.id ?? "" } })).toBe(
      "tasks/unknown-task",
    );
    const events = await app.sql<{ type: string }>("SELECT type FROM outbox WHERE entity_id = $1 ORDER BY seq", [
      made.id,
    ]);
    expect(events.map((e) => e.type)).toEqual([
      "tasks.task-created",
      "tasks.task-assigned",
      "tasks.task-changed",
      "tasks.task-status-changed",
      "tasks.task-changed",
      "tasks.task-status-changed",
      "tasks.task-changed",
      "tasks.task-status-changed",
    ]);
  });

  it("spans parents over their parts and keeps the tree a tree", async () => {
    const parentId = await addTask(pm, projectId, "直播筹备", "2026-09-07", "2026-09-08");
    const part = await pm.must(tasks.createTask, {
      body: { projectId, title: "脚本", parentId, startDate: "2026-09-09", dueDate: "2026-09-11" },
    });
    const parent = await pm.must(tasks.getTask, { params: { taskId: parentId } });
    expect(parent).toMatchObject({ startDate: "2026-09-09", dueDate: "2026-09-11" });
    expect(parent.subtasks.map((t) => t.id)).toEqual([part.id]);
    expect(await pm.refusal(tasks.updateTask, { params: { taskId: parentId }, body: { parentId: part.id } })).toBe(
      "tasks/parent-cycle",
    );
    const removed = await pm.must(tasks.deleteTask, { params: { taskId: parentId } });
    expect(new Set(removed.taskIds)).toEqual(new Set([parentId, part.id]));
    expect(await pm.refusal(tasks.getTask, { params: { taskId: part.id } })).toBe("request/not-found");
    await pm.must(tasks.restoreTasks, { body: { taskIds: [parentId] } });
    expect((await pm.must(tasks.getTask, { params: { taskId: part.id } })).parent?.id).toBe(parentId);
  });

  it("changes several tasks at once, all or none", async () => {
    const ids = [await addTask(pm, projectId, "甲"), await addTask(pm, projectId, "乙")];
    const { memberId } = await app.as("designer");
    const answer = await pm.must(tasks.updateTasks, {
      body: {
        taskIds: ids,
        change: { assigneeIds: [memberId], priority: "high", startDate: "2026-09-14", dueDate: "2026-09-15" },
      },
    });
    expect(answer.changed).toBe(2);
    const bad = { taskIds: [...ids, "tsk_00000000000000000000000000"], change: { priority: "low" as const } };
    expect(await pm.refusal(tasks.updateTasks, { body: bad })).toBe("request/not-found");
    const after = await tasksByTitle(pm, projectId);
    expect([after.get("甲")?.priority, after.get("乙")?.dueDate]).toEqual(["high", "2026-09-15"]);
    await pm.must(tasks.deleteTasks, { body: { taskIds: ids } });
    expect((await tasksByTitle(pm, projectId)).has("甲")).toBe(false);
    await pm.must(tasks.restoreTasks, { body: { taskIds: ids } });
    expect((await tasksByTitle(pm, projectId)).has("乙")).toBe(true);
  });

  it("asks before something ends whose predecessor has not", async () => {
    const a = await addTask(pm, projectId, "先", "2026-09-07", "2026-09-08");
    const b = await addTask(pm, projectId, "后", "2026-09-09", "2026-09-09");
    await pm.must(tasks.addLink, { body: { fromId: a, toId: b } });
    const end = (body: object) => ({ params: { taskId: b }, body: { status: "done" as const, ...body } });
    const refused = await pm.call(tasks.updateTask, end({}));
    expect(!refused.ok && [refused.error.code, refused.error.params?.["names"]]).toEqual(["tasks/blocked", "先"]);
    expect(await pm.refusal(tasks.updateTasks, { body: { taskIds: [b], change: { status: "done" } } })).toBe(
      "tasks/blocked",
    );
    expect(await pm.refusal(tasks.moveTask, { params: { taskId: b }, body: { status: "done", beforeId: null } })).toBe(
      "tasks/blocked",
    );
    expect(await pm.refusal(tasks.updateTask, end({ despiteBlockers: true }))).toBe("ok");
    await pm.must(tasks.updateTask, { params: { taskId: b }, body: { status: "todo" } });
    expect(await pm.refusal(tasks.updateTasks, { body: { taskIds: [b, a], change: { status: "done" } } })).toBe("ok");
  });

  it("shows everybody their day", async () => {
    const marketer = await app.as("marketer");
    const make = (title: string, dueDate: string, more: object = {}) =>
      pm.must(tasks.createTask, { body: { projectId, title, dueDate, assigneeIds: [marketer.memberId], ...more } });
    await make("昨天的", "2026-08-31");
    await make("今天的", "2026-09-01");
    await make("周五的", "2026-09-04");
    await make("下周的", "2026-09-08");
    await make("做完的", "2026-09-01", { status: "done" });
    await pm.must(tasks.createTask, {
      body: {
        projectId,
        title: "等我看",
        status: "review",
        accountableId: marketer.memberId,
        assigneeIds: [pm.memberId],
      },
    });
    const day = await marketer.must(tasks.listMyWork, {});
    const titles = (list: readonly { title: string }[]) => list.map((t) => t.title);
    expect(day.today).toBe("2026-09-01");
    expect(titles(day.overdue)).toContain("昨天的");
    expect(titles(day.dueToday)).toEqual(["今天的"]);
    expect(titles(day.thisWeek)).toEqual(["周五的"]);
    expect(titles(day.waiting)).toEqual(["等我看"]);
    expect(day.doneThisWeek).toBe(1);
    expect(day.laterCount).toBeGreaterThan(0);
    const summary = await pm.must(tasks.getTaskSummary, { params: { projectId } });
    expect(summary.overdue).toBe(1);
    expect(summary.days).toHaveLength(14);
    expect(summary.days.at(-1)).toMatchObject({ date: "2026-09-01", overdue: 1 });
  });

  it("exists only for those who may see the project, and stands still once it is closed", async () => {
    const hidden = await makeProject(app, { visibility: "private", name: "机密" });
    const [secret] = (await tasksByTitle(pm, hidden)).values();
    const params = { taskId: secret?.id ?? "" };
    for (const who of ["marketer", "agency"] as const) {
      const person = await app.as(who);
      expect([who, await person.refusal(tasks.getTask, { params })]).toEqual([who, "request/not-found"]);
      expect((await person.must(tasks.listTasks, { query: { projectId: hidden } })).items).toEqual([]);
    }
    const guest = await app.as("agency");
    expect((await guest.must(tasks.listTasks, { query: {} })).items).toEqual([]);
    expect((await (await app.as("owner")).must(tasks.getTask, { params })).title).toBe(secret?.title);
    expect(await (await app.stranger()).refusal(tasks.getTask, { params })).toBe("request/not-found");
    expect(await (await app.as("finance")).refusal(tasks.updateTask, { params, body: { title: "x" } })).toBe(
      "request/forbidden",
    );
    expect(
      (await (await app.as("store")).must(tasks.listTasks, { query: { projectId, limit: 500 } })).items.every(
        (t) => t.budgetMinor === null,
      ),
    ).toBe(true);

    await closeProject(app, hidden);
    expect(await pm.refusal(tasks.updateTask, { params, body: { title: "x" } })).toBe("tasks/project-closed");
    expect(await pm.refusal(tasks.createTask, { body: { projectId: hidden, title: "x" } })).toBe(
      "tasks/project-closed",
    );
    expect(await pm.refusal(tasks.deleteTask, { params })).toBe("tasks/project-closed");
    expect(await pm.refusal(tasks.addComment, { params, body: { body: "x" } })).toBe("tasks/project-closed");
    expect((await pm.must(tasks.getTask, { params })).abilities).toMatchObject({ edit: false, comment: false });
  });
});
