import { tasks } from "@yutu/tasks/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { PlanEdit } from "../src/domain/plan-change.ts";
import { addTask, closeProject, makeProject } from "./make-project.ts";

/** The same numbers for the same seed, between 0 and 1. */
function numbersFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

const KINDS = ["SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO", "ASAP", "ALAP", null] as const;
const TYPES = ["FS", "SS", "FF", "SF"] as const;
const dayAt = (n: number): string => new Date(Date.UTC(2026, 8, 1 + Math.floor(n))).toISOString().slice(0, 10);

describe("taking a change of the plan back", () => {
  let app: TestApp;
  let pm: Person;
  let projectId = "";
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
    projectId = await makeProject(app);
  });
  afterAll(() => app.close());

  /** Everything stored about the tasks and links of the project but when it was written. */
  const state = async () => ({
    tasks: await app.sql(
      `SELECT to_jsonb(t) - 'version' - 'updated_at' AS task FROM tasks t WHERE project_id = $1 ORDER BY id`,
      [projectId],
    ),
    links: await app.sql(`SELECT id, from_id, to_id, type, lag FROM task_links WHERE project_id = $1 ORDER BY id`, [
      projectId,
    ]),
  });
  const publish = async (edits: PlanEdit[]): Promise<string> =>
    (await pm.must(tasks.applyPlan, { params: { projectId }, body: { edits } })).changeId;
  const undo = (changeId: string) => ({ params: { projectId }, body: { changeId } });
  const constrained = async (title: string): Promise<string> => {
    const taskId = await addTask(pm, projectId, title, "2026-09-07", "2026-09-08");
    const rule = { constraintKind: "MSO" as const, constraintDate: "2026-09-07" };
    await pm.must(tasks.updateTask, { params: { taskId }, body: rule });
    return taskId;
  };
  const move = (taskId: string, startDate: string, dueDate: string): PlanEdit => ({
    kind: "move",
    taskId,
    startDate,
    dueDate,
  });

  it("restores the rule of a task that was dragged away from it", async () => {
    const taskId = await constrained("有约束");
    const before = await state();
    const changeId = await publish([move(taskId, "2026-09-14", "2026-09-17")]);
    const moved = await pm.must(tasks.getTask, { params: { taskId } });
    expect([moved.startDate, moved.durationDays, moved.constraintKind]).toEqual(["2026-09-14", 4, null]);
    expect((await pm.must(tasks.undoPlan, undo(changeId))).taskIds).toEqual([taskId]);
    expect(await state()).toEqual(before);
    const back = await pm.must(tasks.getTask, { params: { taskId } });
    expect([back.constraintKind, back.constraintDate]).toEqual(["MSO", "2026-09-07"]);
    expect(await pm.refusal(tasks.undoPlan, undo(changeId))).toBe("request/not-found");
  });

  it("restores whatever edits of whatever plan did", { timeout: 120_000 }, async () => {
    for (let seed = 1; seed <= 12; seed++) {
      const next = numbersFrom(seed);
      const pick = <T>(list: readonly [T, ...T[]]): T => list[Math.floor(next() * list.length)] ?? list[0];
      const ids: string[] = [];
      for (let i = 0; i < 6; i++) {
        const start = next() * 40;
        const title = `随机 ${seed}-${i}`;
        const taskId = await addTask(pm, projectId, title, dayAt(start), dayAt(start + next() * 6));
        const constraintKind = pick(KINDS);
        const dated = constraintKind !== null && constraintKind !== "ASAP" && constraintKind !== "ALAP";
        const body = { constraintKind, constraintDate: dated ? dayAt(start) : null, milestone: next() < 0.15 };
        await pm.call(tasks.updateTask, { params: { taskId }, body });
        ids.push(taskId);
      }
      const some = (): string => pick([ids[0] ?? "", ...ids.slice(1)]);
      const lag = () => (next() < 0.5 ? { kind: "working-days" as const, days: Math.floor(next() * 7) - 3 } : null);
      const drawn = (): PlanEdit => ({ kind: "add-link", fromId: some(), toId: some(), type: pick(TYPES), lag: lag() });
      for (let i = 0; i < 5; i++) {
        const { kind: _kind, ...body } = drawn() as Extract<PlanEdit, { kind: "add-link" }>;
        await pm.call(tasks.addLink, { body });
      }
      const { links } = await pm.must(tasks.getPlan, { params: { projectId } });
      const own = links.filter((link) => ids.includes(link.fromId));
      const edits: PlanEdit[] = [];
      for (let i = 0; i < 4; i++) {
        const start = next() * 60;
        const at = own[Math.floor(next() * own.length)];
        const candidate =
          next() < 0.5
            ? move(some(), dayAt(start), dayAt(start + next() * 9))
            : at && next() < 0.5
              ? { kind: "remove-link" as const, linkId: at.id }
              : drawn();
        const tried = await pm.call(tasks.previewPlan, {
          params: { projectId },
          body: { edits: [...edits, candidate] },
        });
        if (tried.ok) edits.push(candidate);
      }
      if (edits.length === 0) continue;
      const before = await state();
      const changeId = await publish(edits);
      await pm.must(tasks.undoPlan, undo(changeId));
      expect(await state(), `seed ${seed}: ${JSON.stringify(edits)}`).toEqual(before);
    }
  });

  it("keeps what others wrote meanwhile, and refuses when they moved the same tasks", async () => {
    const [one, two] = [await constrained("甲"), await constrained("乙")];
    const first = await publish([move(one, "2026-09-14", "2026-09-15"), move(two, "2026-09-14", "2026-09-15")]);
    await pm.must(tasks.updateTask, { params: { taskId: one }, body: { title: "甲改名" } });
    await pm.must(tasks.undoPlan, undo(first));
    const renamed = await pm.must(tasks.getTask, { params: { taskId: one } });
    expect([renamed.title, renamed.startDate, renamed.constraintKind]).toEqual(["甲改名", "2026-09-07", "MSO"]);

    const second = await publish([move(one, "2026-09-14", "2026-09-15"), move(two, "2026-09-14", "2026-09-15")]);
    await pm.must(tasks.updateTask, { params: { taskId: two }, body: { dueDate: "2026-09-18" } });
    const now = await state();
    expect(await pm.refusal(tasks.undoPlan, undo(second))).toBe("tasks/moved-on");
    expect(await state()).toEqual(now);
  });

  it("takes the new dates of one task back with everything they pushed", async () => {
    const [one, two] = [await constrained("先"), await addTask(pm, projectId, "后", "2026-09-09", "2026-09-10")];
    await pm.must(tasks.addLink, { body: { fromId: one, toId: two } });
    const before = await state();
    const late = { constraintKind: null, constraintDate: null, startDate: "2026-09-14", dueDate: "2026-09-15" };
    const moved = await pm.must(tasks.updateTask, { params: { taskId: one }, body: late });
    expect(moved.pushed.map(({ taskId, startDate }) => [taskId, startDate])).toEqual([[two, "2026-09-16"]]);
    expect((await pm.must(tasks.undoPlan, undo(moved.changeId ?? ""))).taskIds.toSorted()).toEqual(
      [one, two].toSorted(),
    );
    expect(await state()).toEqual(before);
    const alone = await pm.must(tasks.updateTask, { params: { taskId: one }, body: { title: "改名" } });
    expect(alone.changeId).toBeNull();
  });

  it("is refused to those who may not plan, to strangers and after the end of the project", async () => {
    const changeId = await publish([move(await constrained("丙"), "2026-09-14", "2026-09-15")]);
    expect(await (await app.as("finance")).refusal(tasks.undoPlan, undo(changeId))).toBe("request/forbidden");
    expect(await (await app.stranger()).refusal(tasks.undoPlan, undo(changeId))).toBe("request/not-found");
    const elsewhere = await makeProject(app, { name: "别处" });
    const wrong = { params: { projectId: elsewhere }, body: { changeId } };
    expect(await pm.refusal(tasks.undoPlan, wrong)).toBe("request/not-found");
    await closeProject(app, projectId);
    expect(await pm.refusal(tasks.undoPlan, undo(changeId))).toBe("tasks/project-closed");
  });
});
