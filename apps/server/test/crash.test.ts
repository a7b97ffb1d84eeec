import { approvals } from "@yutu/approvals/contract";
import { budgets } from "@yutu/budgets/contract";
import { projects } from "@yutu/projects/contract";
import type { Person } from "@yutu/testkit";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { DemoServer } from "./support/demo-server.ts";
import { eventually } from "./support/server-process.ts";

const CLAIMS = 24;
const CLAIM_MINOR = 1_000;
const CRASHES = 2;

/** Claims that wait for one person each, made while everything is well. */
async function sendClaims(marketer: Person, projectId: string, lineId: string): Promise<Map<string, string>> {
  const sent = new Map<string, string>();
  for (let i = 0; i < CLAIMS; i++) {
    const lines = [{ lineId, amountMinor: CLAIM_MINOR }];
    const body = { title: `物料 ${i}`, amountMinor: CLAIM_MINOR, lines };
    const { id } = await marketer.must(budgets.createClaim, { params: { projectId }, body });
    const { approvalId } = await marketer.must(budgets.submitClaim, { params: { claimId: id } });
    sent.set(id, approvalId ?? "");
  }
  return sent;
}

/** Approves until the server is gone. @param answered gets the claims whose approval was answered with success */
async function approveUntilGone(
  people: readonly Person[],
  claims: Iterable<[string, string]>,
  answered: Set<string>,
): Promise<void> {
  for (const [claimId, approvalId] of claims) {
    try {
      for (const person of people) {
        const state = await person.must(approvals.getApproval, { params: { approvalId } });
        if (state.state !== "pending") break;
        const decided = await person.call(approvals.decideApproval, {
          params: { approvalId },
          body: { decision: "approve" },
        });
        if (!decided.ok && decided.error.status >= 500) return;
      }
      const after = await people[0]?.must(approvals.getApproval, { params: { approvalId } });
      if (after?.state === "approved") answered.add(claimId);
    } catch {
      return;
    }
  }
}

describe("kill -9 while claims are being approved", () => {
  let server: DemoServer;
  const approvers = () => Promise.all(["pm", "finance", "executive"].map((role) => server.as(role)));

  beforeAll(async () => {
    server = await DemoServer.start("crash");
  });
  afterAll(() => server.remove());

  it("loses nothing that was answered, and spends each claim once", async () => {
    const [pm, marketer] = [await server.as("pm"), await server.as("marketer")];
    const { id: projectId } = await pm.must(projects.createProject, {
      body: {
        typeKey: "ecommerce_promo",
        name: "双11",
        anchorDate: "2026-11-11",
        totalBudgetMinor: 100_000_000,
        channels: ["tmall"],
        managerId: pm.memberId,
      },
    });
    const budgetOf = (person: Person) => person.must(budgets.getBudget, { params: { projectId } });
    await eventually(
      () => budgetOf(pm),
      (budget) => budget.lines.length > 0,
    );
    const body = { name: "打样", category: "test", plannedMinor: CLAIMS * CLAIM_MINOR, enforcement: "block" as const };
    const { id: lineId } = await pm.must(budgets.addLine, { params: { projectId }, body });
    const claims = await sendClaims(marketer, projectId, lineId);

    const answered = new Set<string>();
    const waiting = () => [...claims].filter(([id]) => !answered.has(id));
    const orphans: number[] = [];
    for (let crash = 0; crash < CRASHES; crash++) {
      const people = await approvers();
      const orphan = await server.postgresPid();
      const before = answered.size;
      const working = approveUntilGone(people, waiting(), answered);
      while (answered.size === before) await new Promise((resolve) => setTimeout(resolve, 5));
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 400));
      await server.kill(crash === CRASHES - 1);
      await working;
      await server.startAgain();
      if (crash === 0) expect(server.output()).toContain("that an earlier crash left running");
      orphans.push(orphan);
    }
    expect(new Set([...orphans, await server.postgresPid()]).size).toBe(CRASHES + 1);

    await approveUntilGone(await approvers(), waiting(), answered);
    expect(answered.size).toBe(CLAIMS);
    const finance = await server.as("finance");
    const line = await eventually(
      async () => (await budgetOf(finance)).lines.find((l) => l.id === lineId),
      (found) => found?.actualMinor === CLAIMS * CLAIM_MINOR,
    );
    expect(line).toMatchObject({ reservedMinor: 0, availableMinor: 0 });
    const { entries, statuses } = await server.look(async ({ connection }) => {
      const client = new pg.Client(connection);
      await client.connect();
      const found = {
        entries: await client.query(
          `SELECT kind, sum(n)::int AS sum, count(*)::int AS claims, max(times)::int AS most FROM (
             SELECT kind, source_id, sum(amount_minor) AS n, count(*) AS times FROM budget_entries
             WHERE line_id = $1 AND source_id LIKE 'clm%' GROUP BY kind, source_id) AS per_claim GROUP BY kind ORDER BY kind`,
          [lineId],
        ),
        statuses: await client.query("SELECT status, count(*)::int AS n FROM claims GROUP BY 1"),
      };
      await client.end();
      return found;
    });
    const total = CLAIMS * CLAIM_MINOR;
    expect(entries.rows).toContainEqual({ kind: "actual", sum: total, claims: CLAIMS, most: 1 });
    expect(entries.rows).toContainEqual({ kind: "reserved", sum: 0, claims: CLAIMS, most: 2 });
    expect(statuses.rows).toEqual([{ status: "approved", n: CLAIMS }]);
  }, 240_000);
});
