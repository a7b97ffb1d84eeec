import { approvals } from "@yutu/approvals/contract";
import { projects } from "@yutu/projects/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProject } from "./fixtures.ts";

describe("lifecycle of a project", () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await bootApp();
  });
  afterAll(() => app.close());

  type Move = "submit" | "withdraw" | "start" | "pause" | "resume" | "begin_closing" | "close" | "reopen" | "cancel";
  const input = (projectId: string, move: Move | "approve") => ({ params: { projectId }, body: { move } });
  const move = (who: Person, projectId: string, to: Move) => who.must(projects.moveProject, input(projectId, to));
  const statusOf = async (projectId: string) =>
    (await (await app.as("owner")).must(projects.getProject, { params: { projectId } })).status;
  const answer = async (who: Person, projectId: string, decision: "approve" | "return", comment = "") => {
    const { items } = await who.must(approvals.listApprovals, { query: { subjectId: projectId, state: "pending" } });
    await who.must(approvals.decideApproval, {
      params: { approvalId: items[0]?.id ?? "" },
      body: { decision, comment },
    });
    await app.settle();
  };

  it("runs from draft to closed, with finance and executive between", async () => {
    const { pm, id } = await makeProject(app);
    const submitted = await move(pm, id, "submit");
    expect(submitted).toMatchObject({ status: "in_review", abilities: { moves: ["withdraw"] } });
    expect(submitted.approvalId).toMatch(/^apr_/);
    await answer(await app.as("finance"), id, "approve");
    expect(await statusOf(id)).toBe("in_review");
    await answer(await app.as("executive"), id, "approve");
    expect(await statusOf(id)).toBe("approved");
    expect((await move(pm, id, "start")).startedAt).not.toBeNull();
    expect((await move(pm, id, "pause")).status).toBe("paused");
    expect((await move(pm, id, "resume")).status).toBe("running");
    expect((await move(pm, id, "begin_closing")).status).toBe("closing");
    expect((await move(pm, id, "reopen")).status).toBe("running");
    const closed = await move(pm, id, "close");
    expect(closed).toMatchObject({ status: "closed", abilities: { moves: [] } });
    expect(closed.closedAt).not.toBeNull();
    const [event] = await app.sql<{ payload: object }>(
      "SELECT payload FROM outbox WHERE type = 'projects.project-closed' AND payload->>'projectId' = $1",
      [id],
    );
    expect(event?.payload).toEqual({ projectId: id, closedBy: pm.memberId });
  });

  it("needs no executive below 100,000 yuan", async () => {
    const { pm, id } = await makeProject(app, { totalBudgetMinor: 9_999_999 });
    await move(pm, id, "submit");
    await answer(await app.as("finance"), id, "approve");
    expect(await statusOf(id)).toBe("approved");
    expect((await move(pm, id, "cancel")).status).toBe("cancelled");
  });

  it("goes back to draft when it is returned or withdrawn, and an answer to an old round changes nothing", async () => {
    const { pm, id } = await makeProject(app);
    await move(pm, id, "submit");
    await answer(await app.as("finance"), id, "return", "预算偏高");
    expect(await statusOf(id)).toBe("draft");
    await move(pm, id, "submit");
    expect((await move(pm, id, "withdraw")).status).toBe("draft");
    await app.settle();
    await move(pm, id, "submit");
    await app.settle();
    expect(await statusOf(id)).toBe("in_review");
  });

  it("keeps goals that cannot be checked in draft and names what they lack", async () => {
    const { pm, id } = await makeProject(app, { goals: [] });
    expect(await pm.refusal(projects.moveProject, input(id, "submit"))).toBe("projects/goals-not-smart");
    const vague = await makeProject(app, {
      goals: [{ name: "更多曝光", level: "business", kpis: [{ name: "CTR", source: "metric", metricId: "ctr" }] }],
    });
    const refused = await pm.call(projects.moveProject, input(vague.id, "submit"));
    expect(refused.ok ? [] : refused.error.errors?.map((e) => e.code)).toEqual([
      "baseline_missing",
      "target_missing",
      "deadline_missing",
      "owner_missing",
    ]);
    expect(await statusOf(vague.id)).toBe("draft");
  });

  it("refuses moves out of order, by others, and those that belong to the approval", async () => {
    const { pm, id } = await makeProject(app);
    expect(await pm.refusal(projects.moveProject, input(id, "start"))).toBe("projects/wrong-status");
    await move(pm, id, "submit");
    expect(await pm.refusal(projects.moveProject, input(id, "approve"))).toBe("projects/wrong-status");
    expect(await (await app.as("admin")).refusal(projects.moveProject, input(id, "withdraw"))).toBe(
      "approvals/not-requester",
    );
    expect(await (await app.as("marketer")).refusal(projects.moveProject, input(id, "withdraw"))).toBe(
      "request/forbidden",
    );
    expect(await (await app.stranger()).refusal(projects.moveProject, input(id, "withdraw"))).toBe("request/not-found");
  });
});
