import { approvals } from "@yutu/approvals/contract";
import { DEFAULT_FLOWS, type Flow } from "@yutu/approvals/domain";
import { type ApprovalRequest, requestApproval } from "@yutu/approvals/server";
import type { Problem, Result } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

describe("approvals", () => {
  let app: TestApp;
  let pm: Person;
  let subjects = 0;
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
  });
  afterAll(() => app.close());

  /** Sends a subject into approval as a module would. */
  function send(over: Partial<ApprovalRequest> = {}): Promise<Result<string, Problem>> {
    subjects += 1;
    const context = {
      workspaceId: app.demo.workspaceId,
      actor: { kind: "member" as const, id: pm.memberId },
      operation: "test.send",
      requestId: "test",
    };
    const request: ApprovalRequest = {
      subjectType: "test.thing",
      subjectId: `thing_${subjects}`,
      subjectVersion: 1,
      projectId: null,
      title: `事项 ${subjects}`,
      amountMinor: 600_000,
      currency: "CNY",
      requesterId: pm.memberId,
      projectManagerId: pm.memberId,
      flow: "project-initiation",
      ...over,
    };
    return app.services.database.withTenant(context, (tx) => requestApproval(tx, request));
  }
  async function sent(over: Partial<ApprovalRequest> = {}): Promise<string> {
    const result = await send(over);
    if (!result.ok) throw new Error(result.error.detail);
    return result.value;
  }
  const at = (approvalId: string) => ({ params: { approvalId } });
  const decide = (approvalId: string, decision: "approve" | "return", comment = "") => ({
    ...at(approvalId),
    body: { decision, comment },
  });
  const stage = (name: string, mode: Flow["stages"][number]["mode"], ...roles: string[]): Flow["stages"][number] => ({
    name: { zh: name, en: name },
    mode,
    approvers: roles.map((role) => ({ kind: "role", role })),
  });

  it("goes stage by stage, says who is awaited and why, and keeps what was said", async () => {
    const [finance, executive] = [await app.as("finance"), await app.as("executive")];
    const id = await sent();
    const waiting = await finance.must(approvals.listApprovals, { query: { box: "waiting" } });
    expect(waiting.items.map((a) => a.id)).toEqual([id]);
    expect(await finance.must(approvals.countWaiting, {})).toEqual({ count: 1, overdue: 0 });
    expect(await executive.must(approvals.countWaiting, {})).toEqual({ count: 0, overdue: 0 });
    const first = await finance.must(approvals.getApproval, at(id));
    expect(first.abilities).toEqual({ decide: true, withdraw: false, remind: false });
    expect(first.steps.map((s) => [s.memberId, s.state, s.reason])).toEqual([
      [finance.memberId, "active", { rule: "role", role: "finance" }],
      [executive.memberId, "waiting", { rule: "role", role: "executive" }],
    ]);
    const next = await finance.must(approvals.decideApproval, decide(id, "approve", "预算合理"));
    expect(next.waitingFor.map((w) => w.memberId)).toEqual([executive.memberId]);
    // The flow gives the executive 48 hours from now on.
    expect(next.waitingFor[0]?.dueAt).toBe(new Date(app.clock.now().getTime() + 48 * 3_600_000).toISOString());
    const done = await executive.must(approvals.decideApproval, decide(id, "approve"));
    expect(done).toMatchObject({ state: "approved", abilities: { decide: false } });
    expect(done.steps[0]?.comment).toBe("预算合理");
    const decided = await finance.must(approvals.listApprovals, { query: { box: "decided" } });
    expect(decided.items.map((a) => a.id)).toEqual([id]);
    expect(await finance.refusal(approvals.decideApproval, decide(id, "approve"))).toBe("approvals/not-pending");
  });

  it("waits for everybody, for anybody, or for one after another, as the stage says", async () => {
    const [finance, executive, admin] = [await app.as("finance"), await app.as("executive"), await app.as("admin")];
    const flow = (mode: "all" | "any" | "sequential"): Flow => ({
      key: "test",
      name: "test",
      stages: [stage("决定", mode, "executive", "finance")],
    });
    const all = await sent({ flow: flow("all") });
    await executive.must(approvals.decideApproval, decide(all, "approve"));
    expect((await admin.must(approvals.getApproval, at(all))).state).toBe("pending");
    expect((await finance.must(approvals.decideApproval, decide(all, "approve"))).state).toBe("approved");
    const any = await sent({ flow: flow("any") });
    expect((await finance.must(approvals.decideApproval, decide(any, "approve"))).state).toBe("approved");
    const one = await sent({ flow: flow("sequential") });
    expect(await finance.refusal(approvals.decideApproval, decide(one, "approve"))).toBe("approvals/not-your-turn");
    await executive.must(approvals.decideApproval, decide(one, "approve"));
    expect((await finance.must(approvals.decideApproval, decide(one, "approve"))).state).toBe("approved");
  });

  it("returns only with a reason, and then ends", async () => {
    const finance = await app.as("finance");
    const id = await sent();
    expect(await finance.refusal(approvals.decideApproval, decide(id, "return", "  "))).toBe(
      "approvals/reason-required",
    );
    expect(await (await app.as("executive")).refusal(approvals.decideApproval, decide(id, "approve"))).toBe(
      "approvals/not-your-turn",
    );
    expect((await finance.must(approvals.decideApproval, decide(id, "return", "再压一压"))).state).toBe("returned");
    await app.settle();
    const [event] = await app.sql<{ payload: object }>(
      "SELECT payload FROM outbox WHERE type = 'approvals.approval-finished' AND payload->>'approvalId' = $1",
      [id],
    );
    expect(event?.payload).toMatchObject({ outcome: "returned", comment: "再压一压", requestedBy: pm.memberId });
  });

  it("lets its requester take it back or remind, at most once an hour", async () => {
    const [finance, admin] = [await app.as("finance"), await app.as("admin")];
    const id = await sent();
    expect((await pm.must(approvals.getApproval, at(id))).abilities).toEqual({
      decide: false,
      withdraw: true,
      remind: true,
    });
    expect(await pm.must(approvals.remindApprovers, at(id))).toEqual({ reminded: 1 });
    expect(await pm.refusal(approvals.remindApprovers, at(id))).toBe("approvals/reminded-lately");
    app.clock.advance({ hours: 1 });
    expect(await pm.refusal(approvals.remindApprovers, at(id))).toBe("ok");
    expect(await admin.refusal(approvals.remindApprovers, at(id))).toBe("approvals/not-requester");
    expect(await finance.refusal(approvals.withdrawApproval, at(id))).toBe("approvals/not-requester");
    expect((await pm.must(approvals.withdrawApproval, at(id))).state).toBe("withdrawn");
    expect(await pm.refusal(approvals.withdrawApproval, at(id))).toBe("approvals/not-pending");
    expect(await pm.refusal(approvals.remindApprovers, at(id))).toBe("approvals/not-pending");
    const mine = await pm.must(approvals.listApprovals, { query: { box: "mine", state: "withdrawn" } });
    expect(mine.items.map((a) => a.id)).toContain(id);
  });

  it("notes once that an approver has read it, and counts what is overdue", async () => {
    const finance = await app.as("finance");
    const id = await sent();
    const readAt = async () => (await pm.must(approvals.getApproval, at(id))).steps[0]?.openedAt;
    expect(await readAt()).toBeNull();
    await pm.must(approvals.openApproval, at(id));
    expect(await readAt()).toBeNull();
    await finance.must(approvals.openApproval, at(id));
    const first = await readAt();
    expect(first).not.toBeNull();
    app.clock.advance({ hours: 25 });
    await finance.must(approvals.openApproval, at(id));
    expect(await readAt()).toBe(first);
    expect((await finance.must(approvals.countWaiting, {})).overdue).toBeGreaterThan(0);
    await pm.must(approvals.withdrawApproval, at(id));
  });

  it("never asks twice about the same thing at once, nor when nobody can answer", async () => {
    const id = await sent({ subjectId: "thing_same" });
    const again = await send({ subjectId: "thing_same" });
    expect(again.ok ? "ok" : again.error.definition.code).toBe("approvals/already-pending");
    await pm.must(approvals.withdrawApproval, at(id));
    const nobody: Flow = { key: "test", name: "test", stages: [stage("无人", "any", "nobody")] };
    const owner = await app.as("owner");
    const refused = await send({ flow: nobody, requesterId: owner.memberId });
    expect(refused.ok ? "ok" : refused.error.definition.code).toBe("approvals/no-approver");
    const unknown = await send({ flow: "no-such-flow" });
    expect(unknown.ok ? "ok" : unknown.error.definition.code).toBe("approvals/no-approver");
  });

  it("exists only for those who take part or see money, and for nobody elsewhere", async () => {
    const id = await sent();
    const [store, stranger] = [await app.as("store"), await app.stranger()];
    for (const outsider of [store, stranger]) {
      expect(await outsider.refusal(approvals.getApproval, at(id))).toBe("request/not-found");
      expect(await outsider.refusal(approvals.openApproval, at(id))).toBe("request/not-found");
      expect(await outsider.refusal(approvals.decideApproval, decide(id, "approve"))).toBe("request/not-found");
      expect(await outsider.refusal(approvals.withdrawApproval, at(id))).toBe("request/not-found");
      expect(await outsider.refusal(approvals.remindApprovers, at(id))).toBe("request/not-found");
      expect((await outsider.must(approvals.listApprovals, { query: { box: "all" } })).items).toEqual([]);
    }
    expect(await (await app.as("agency")).refusal(approvals.listApprovals, {})).toBe("request/forbidden");
    await pm.must(approvals.withdrawApproval, at(id));
  });

  it("pages through the list without losing or repeating any", async () => {
    const ids: string[] = [];
    for (let i = 0; i < 5; i += 1) {
      app.clock.advance({ seconds: 1 });
      ids.push(await sent({ subjectType: "test.page" }));
    }
    const seen: string[] = [];
    let cursor: string | undefined;
    do {
      const query = { box: "mine" as const, subjectType: "test.page", limit: 2, ...(cursor ? { cursor } : {}) };
      const page = await pm.must(approvals.listApprovals, { query });
      seen.push(...page.items.map((a) => a.id));
      cursor = page.nextCursor ?? undefined;
    } while (cursor);
    expect(seen).toEqual(ids.toReversed());
  });

  it("offers the flows and lets an administrator change them, for new requests only", async () => {
    const [admin, finance] = [await app.as("admin"), await app.as("finance")];
    const { flows } = await pm.must(approvals.listFlows, {});
    expect(flows.map((f) => f.key)).toEqual(DEFAULT_FLOWS.map((f) => f.key).toSorted());
    const before = await sent();
    const change = (key: string) => ({
      params: { key },
      body: { name: "立项（精简）", stages: [stage("高管", "any", "executive")] },
    });
    await admin.must(approvals.updateFlow, change("project-initiation"));
    expect((await pm.must(approvals.getApproval, at(before))).waitingFor[0]?.memberId).toBe(finance.memberId);
    const after = await pm.must(approvals.getApproval, at(await sent()));
    expect(after.steps.map((s) => s.memberId)).toEqual([(await app.as("executive")).memberId]);
    const changed = (await pm.must(approvals.listFlows, {})).flows.find((f) => f.key === "project-initiation");
    expect(changed).toMatchObject({ version: 2, name: "立项（精简）" });
    expect(await admin.refusal(approvals.updateFlow, change("no-such-flow"))).toBe("request/not-found");
    expect(await pm.refusal(approvals.updateFlow, change("project-initiation"))).toBe("request/forbidden");
    const theirs = await (await app.stranger()).must(approvals.listFlows, {});
    expect(theirs.flows.find((f) => f.key === "project-initiation")?.version).toBe(1);
  });
});
