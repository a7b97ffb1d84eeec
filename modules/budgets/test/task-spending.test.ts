import { approvals } from "@yutu/approvals/contract";
import { budgets } from "@yutu/budgets/contract";
import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("what a task has cost", () => {
  let app: TestApp;
  let pm: Person;
  let marketer: Person;
  let projectId = "";
  let lineId = "";
  beforeAll(async () => {
    app = await bootApp();
    [pm, marketer] = [await app.as("pm"), await app.as("marketer")];
    projectId = await newProject("双11 大促");
    const { lines } = await pm.must(budgets.getBudget, { params: { projectId } });
    lineId = lines[0]?.id ?? "";
  });
  afterAll(() => app.close());

  async function newProject(name: string): Promise<string> {
    const facts = { typeKey: "ecommerce_promo", anchorDate: "2026-11-11", channels: ["tmall"] };
    const body = { ...facts, totalBudgetMinor: 100_000_000, name, managerId: pm.memberId };
    const { id } = await pm.must(projects.createProject, { body });
    await app.settle();
    return id;
  }
  const newTask = async (title: string, inProject = projectId): Promise<string> =>
    (await pm.must(tasks.createTask, { body: { projectId: inProject, title } })).id;
  const bodyOf = (taskId: string | null, amountMinor: number) => ({
    title: "物料费",
    amountMinor,
    lines: [{ lineId, amountMinor }],
    taskId,
  });
  const claim = (person: Person, taskId: string | null, amountMinor: number) =>
    person.must(budgets.createClaim, { params: { projectId }, body: bodyOf(taskId, amountMinor) });
  const send = (person: Person, claimId: string) => person.must(budgets.submitClaim, { params: { claimId } });
  const decide = async (person: Person, approvalId: string | null, decision: "approve" | "return") => {
    const body = { decision, ...(decision === "return" ? { comment: "请补发票" } : {}) };
    await person.must(approvals.decideApproval, { params: { approvalId: approvalId ?? "" }, body });
    await app.settle();
  };
  const approve = async (approvalId: string | null) => {
    for (const person of [pm, await app.as("finance")]) await decide(person, approvalId, "approve");
  };
  const spending = async (taskId: string) => (await pm.must(tasks.getTask, { params: { taskId } })).spending;

  it("follows its claims: nothing for a draft, held when sent, spent when approved, let go when returned", async () => {
    const taskId = await newTask("搭建直播间");
    const first = await claim(marketer, taskId, 300_000);
    expect(first.task).toMatchObject({ id: taskId, title: "搭建直播间" });
    expect(await spending(taskId)).toEqual({ heldMinor: 0, spentMinor: 0 });
    await approve((await send(marketer, first.id)).approvalId);
    const second = await claim(marketer, taskId, 120_000);
    const sent = await send(marketer, second.id);
    expect(await spending(taskId)).toEqual({ heldMinor: 120_000, spentMinor: 300_000 });
    await decide(pm, sent.approvalId, "return");
    expect(await spending(taskId)).toEqual({ heldMinor: 0, spentMinor: 300_000 });
    await (await app.as("finance")).must(budgets.payClaim, { params: { claimId: first.id } });
    expect(await spending(taskId)).toEqual({ heldMinor: 0, spentMinor: 300_000 });
    const listed = await pm.must(tasks.listTasks, { query: { projectId, q: "搭建直播间" } });
    expect(listed.items[0]?.spending).toEqual({ heldMinor: 0, spentMinor: 300_000 });
    const { items } = await pm.must(budgets.listClaims, { query: { taskId } });
    expect(new Set(items.map(({ id }) => id))).toEqual(new Set([first.id, second.id]));
  });

  it("counts every one of the claims that are sent at the same instant", async () => {
    const taskId = await newTask("同时");
    const people = [marketer, await app.as("designer"), pm];
    const drafts = await Promise.all(
      Array.from({ length: 9 }, async (_, i) => {
        const person = people[i % people.length] ?? pm;
        return { person, claim: await claim(person, taskId, 1000 + i) };
      }),
    );
    await Promise.all(drafts.map(({ person, claim: { id } }) => send(person, id)));
    expect(await spending(taskId)).toEqual({ heldMinor: 9 * 1000 + 36, spentMinor: 0 });
  });

  it("moves with the claim to another task, and may be tied to none", async () => {
    const [one, two] = [await newTask("甲"), await newTask("乙")];
    const draft = await claim(marketer, one, 50_000);
    const params = { claimId: draft.id };
    await marketer.must(budgets.updateClaim, {
      params,
      body: { ...bodyOf(two, 50_000), expectedVersion: draft.version },
    });
    await send(marketer, draft.id);
    expect([await spending(one), await spending(two)]).toEqual([
      { heldMinor: 0, spentMinor: 0 },
      { heldMinor: 50_000, spentMinor: 0 },
    ]);
    expect((await claim(marketer, null, 50_000)).task).toBeNull();
  });

  it("takes tasks of the claim's project only", async () => {
    const [elsewhere, gone] = [await newTask("别处", await newProject("别的项目")), await newTask("删掉")];
    await pm.must(tasks.deleteTask, { params: { taskId: gone } });
    for (const taskId of [elsewhere, gone]) {
      const refused = await marketer.call(budgets.createClaim, { params: { projectId }, body: bodyOf(taskId, 1000) });
      expect(!refused.ok && [refused.error.code, refused.error.errors?.[0]?.pointer]).toEqual([
        "budgets/unknown-task",
        "/body/taskId",
      ]);
    }
  });

  it("is not shown to those who may not see money", async () => {
    const taskId = await newTask("保密");
    const seen = await marketer.must(tasks.getTask, { params: { taskId } });
    expect([seen.abilities.seeMoney, seen.spending, seen.budgetMinor]).toEqual([false, null, null]);
  });
});
