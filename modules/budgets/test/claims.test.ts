import { approvals } from "@yutu/approvals/contract";
import { budgets } from "@yutu/budgets/contract";
import { projects } from "@yutu/projects/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const TOTAL_MINOR = 100_000_000;

describe("claims and the money they take", () => {
  let app: TestApp;
  let pm: Person;
  let marketer: Person;
  let projectId: string;

  beforeAll(async () => {
    app = await bootApp();
    [pm, marketer] = [await app.as("pm"), await app.as("marketer")];
    const body = {
      typeKey: "ecommerce_promo",
      anchorDate: "2026-11-11",
      totalBudgetMinor: TOTAL_MINOR,
      channels: ["tmall", "douyin"],
      name: "双11 大促",
      managerId: pm.memberId,
    };
    projectId = (await pm.must(projects.createProject, { body })).id;
    await app.settle();
  });
  afterAll(() => app.close());

  const budget = () => pm.must(budgets.getBudget, { params: { projectId } });
  const lineNamed = async (name: string) => {
    const line = (await budget()).lines.find((l) => l.name === name);
    if (!line) throw new Error(`no line ${name}`);
    return line;
  };
  const newLine = async (name: string, plannedMinor: number, enforcement: "warn" | "block" | "approve" = "block") =>
    (
      await pm.must(budgets.addLine, {
        params: { projectId },
        body: { name, category: "test", plannedMinor, enforcement },
      })
    ).id;
  const draft = (person: Person, lineId: string, amountMinor: number, extra: object = {}) =>
    person.must(budgets.createClaim, {
      params: { projectId },
      body: { title: "物料费", amountMinor, lines: [{ lineId, amountMinor }], ...extra },
    });
  const submit = (person: Person, claimId: string) => person.refusal(budgets.submitClaim, { params: { claimId } });
  const approveAll = async (approvalId: string | null, who: readonly Person[]) => {
    for (const person of who)
      await person.must(approvals.decideApproval, {
        params: { approvalId: approvalId ?? "" },
        body: { decision: "approve" },
      });
    await app.settle();
  };

  it("makes the budget of the project from its type, exact to the cent", async () => {
    const { totals, lines } = await budget();
    expect(totals).toMatchObject({ plannedMinor: TOTAL_MINOR, availableMinor: TOTAL_MINOR });
    expect(lines.map((l) => l.channel)).not.toContain("xiaohongshu");
  });

  it("holds the money when a claim is sent, spends it when it is approved, and asks by amount", async () => {
    const lineId = await newLine("摄影", 8_000_000);
    const claim = await draft(marketer, lineId, 6_000_000);
    const sent = await marketer.must(budgets.submitClaim, { params: { claimId: claim.id } });
    expect(sent.status).toBe("in_review");
    expect(await lineNamed("摄影")).toMatchObject({
      reservedMinor: 6_000_000,
      actualMinor: 0,
      availableMinor: 2_000_000,
    });
    await approveAll(sent.approvalId, [pm, await app.as("finance"), await app.as("executive")]);
    expect(await lineNamed("摄影")).toMatchObject({
      reservedMinor: 0,
      actualMinor: 6_000_000,
      availableMinor: 2_000_000,
    });
    const finance = await app.as("finance");
    expect((await finance.must(budgets.payClaim, { params: { claimId: claim.id } })).status).toBe("paid");
    expect(await finance.refusal(budgets.payClaim, { params: { claimId: claim.id } })).toBe("budgets/wrong-status");
  });

  it("gives the money back when a claim is returned, and lets it be sent again", async () => {
    const lineId = await newLine("文案", 1_000_000);
    const claim = await draft(marketer, lineId, 400_000);
    const sent = await marketer.must(budgets.submitClaim, { params: { claimId: claim.id } });
    await pm.must(approvals.decideApproval, {
      params: { approvalId: sent.approvalId ?? "" },
      body: { decision: "return", comment: "请补发票" },
    });
    await app.settle();
    expect(await lineNamed("文案")).toMatchObject({ reservedMinor: 0, availableMinor: 1_000_000 });
    expect((await marketer.must(budgets.getClaim, { params: { claimId: claim.id } })).status).toBe("returned");
    expect(await submit(marketer, claim.id)).toBe("ok");
  });

  it("blocks, warns, or asks an executive when a line has too little", async () => {
    const [blocked, warned, asked] = [
      await newLine("封顶", 100_000, "block"),
      await newLine("提醒", 100_000, "warn"),
      await newLine("可超", 100_000, "approve"),
    ];
    expect(await submit(marketer, (await draft(marketer, blocked, 100_001)).id)).toBe("budgets/over-budget");
    expect(await submit(marketer, (await draft(marketer, warned, 150_000)).id)).toBe("ok");
    const silent = await draft(marketer, asked, 150_000);
    expect(await submit(marketer, silent.id)).toBe("budgets/justification-required");
    const reasoned = await draft(marketer, asked, 150_000, { justification: "加急打样" });
    const sent = await marketer.must(budgets.submitClaim, { params: { claimId: reasoned.id } });
    expect(sent.exceeds).toBe(true);
    const approval = await pm.must(approvals.getApproval, { params: { approvalId: sent.approvalId ?? "" } });
    expect(approval.steps.at(-1)?.reason).toEqual({ rule: "role", role: "executive" });
    const check = await marketer.must(budgets.checkClaim, {
      params: { projectId },
      body: { lines: [{ lineId: blocked, amountMinor: 100_001 }] },
    });
    expect(check).toMatchObject({ verdict: "over-blocked", lines: [{ overMinor: 1, availableMinor: null }] });
  });

  it("lets only one of many claims at the same instant take the last money", async () => {
    const lineId = await newLine("最后一笔", 100_000);
    const people = [marketer, await app.as("designer"), pm, await app.as("analyst")];
    const drafts = await Promise.all(
      Array.from({ length: 12 }, (_, i) => people[i % people.length] as Person).map(async (person) => ({
        person,
        claim: await draft(person, lineId, 60_000),
      })),
    );
    const outcomes = await Promise.all(drafts.map(({ person, claim }) => submit(person, claim.id)));
    expect(outcomes.filter((code) => code === "ok")).toHaveLength(1);
    expect(outcomes.filter((code) => code === "budgets/over-budget")).toHaveLength(11);
    expect(await lineNamed("最后一笔")).toMatchObject({ reservedMinor: 60_000, availableMinor: 40_000 });
  });

  it("takes an invoice once, also when two claims with it come at the same instant", async () => {
    const lineId = await newLine("发票", 10_000_000);
    const invoice = { invoiceCode: "3100192130", invoiceNumber: "12345678" };
    const pair = await Promise.all([
      draft(marketer, lineId, 100, invoice),
      draft(pm, lineId, 100, { ...invoice, invoiceNumber: "1234 5678" }),
    ]);
    const outcomes = await Promise.all([submit(marketer, pair[0].id), submit(pm, pair[1].id)]);
    expect([...outcomes].sort()).toEqual(["budgets/duplicate-invoice", "ok"]);
    const check = await marketer.must(budgets.checkClaim, {
      params: { projectId },
      body: { ...invoice, lines: [{ lineId, amountMinor: 1 }] },
    });
    expect(check.duplicateOf?.title).toBe("物料费");
    const bad = {
      params: { projectId },
      body: {
        title: "x",
        amountMinor: 100,
        invoiceCode: "12",
        invoiceNumber: "1",
        lines: [{ lineId, amountMinor: 100 }],
      },
    };
    expect(await marketer.refusal(budgets.createClaim, bad)).toBe("budgets/invoice-invalid");
  });

  it("sets money aside by contract, takes claims off it, and frees the rest on closing", async () => {
    const lineId = await newLine("代言", 1_000_000);
    const body = { lineId, title: "达人合同", supplier: "某 MCN", amountMinor: 800_000 };
    const contract = await pm.must(budgets.addCommitment, { params: { projectId }, body });
    expect(await pm.refusal(budgets.addCommitment, { params: { projectId }, body })).toBe("budgets/over-budget");
    const claim = await draft(marketer, lineId, 300_000, { commitmentId: contract.id });
    const sent = await marketer.must(budgets.submitClaim, { params: { claimId: claim.id } });
    expect(await lineNamed("代言")).toMatchObject({
      committedMinor: 800_000,
      reservedMinor: 0,
      availableMinor: 200_000,
    });
    await approveAll(sent.approvalId, [pm, await app.as("finance")]);
    expect(await lineNamed("代言")).toMatchObject({
      committedMinor: 500_000,
      actualMinor: 300_000,
      availableMinor: 200_000,
    });
    await pm.must(budgets.closeCommitment, { params: { commitmentId: contract.id } });
    expect(await lineNamed("代言")).toMatchObject({ committedMinor: 0, availableMinor: 700_000 });
    expect(await pm.refusal(budgets.closeCommitment, { params: { commitmentId: contract.id } })).toBe(
      "budgets/commitment-closed",
    );
    expect(await submit(marketer, (await draft(marketer, lineId, 1, { commitmentId: contract.id })).id)).toBe(
      "budgets/commitment-closed",
    );
  });

  it("moves money between lines and never below what is used", async () => {
    const [from, to] = [await newLine("甲", 100_000), await newLine("乙", 0)];
    await pm.must(budgets.transferMoney, {
      params: { projectId },
      body: { fromLineId: from, toLineId: to, amountMinor: 30_000, note: "调剂" },
    });
    expect([(await lineNamed("甲")).availableMinor, (await lineNamed("乙")).availableMinor]).toEqual([70_000, 30_000]);
    const over = { params: { projectId }, body: { fromLineId: to, toLineId: from, amountMinor: 30_001, note: "x" } };
    expect(await pm.refusal(budgets.transferMoney, over)).toBe("budgets/over-budget");
    await marketer.must(budgets.submitClaim, { params: { claimId: (await draft(marketer, to, 20_000)).id } });
    expect(await pm.refusal(budgets.updateLine, { params: { lineId: to }, body: { plannedMinor: 19_999 } })).toBe(
      "budgets/below-use",
    );
    expect(await pm.refusal(budgets.removeLine, { params: { lineId: to } })).toBe("budgets/line-in-use");
    const empty = await newLine("空", 0);
    expect(await pm.refusal(budgets.removeLine, { params: { lineId: empty } })).toBe("ok");
  });

  it("keeps every total equal to the sum of its entries", async () => {
    const off =
      await app.sql(`SELECT l.name FROM budget_lines l LEFT JOIN budget_entries e USING (workspace_id) WHERE e.line_id = l.id GROUP BY l.workspace_id, l.id, l.name, l.planned_minor, l.changed_minor, l.reserved_minor, l.committed_minor, l.actual_minor
      HAVING sum(amount_minor) FILTER (WHERE kind = 'planned') IS DISTINCT FROM nullif(l.planned_minor, 0) AND coalesce(sum(amount_minor) FILTER (WHERE kind = 'planned'), 0) <> l.planned_minor
        OR coalesce(sum(amount_minor) FILTER (WHERE kind = 'changed'), 0) <> l.changed_minor
        OR coalesce(sum(amount_minor) FILTER (WHERE kind = 'reserved'), 0) <> l.reserved_minor
        OR coalesce(sum(amount_minor) FILTER (WHERE kind = 'committed'), 0) <> l.committed_minor
        OR coalesce(sum(amount_minor) FILTER (WHERE kind = 'actual'), 0) <> l.actual_minor`);
    expect(off).toEqual([]);
  });

  it("shows money only to those who may see it, and nothing to another company", async () => {
    expect(await marketer.refusal(budgets.getBudget, { params: { projectId } })).toBe("request/forbidden");
    expect((await marketer.must(budgets.listLineNames, { params: { projectId } })).lines.length).toBeGreaterThan(3);
    const stranger = await app.stranger();
    expect(await stranger.refusal(budgets.getBudget, { params: { projectId } })).toBe("request/not-found");
    const claim = await draft(marketer, await newLine("私", 1000), 10);
    for (const person of [stranger, await app.as("designer")])
      expect(await person.refusal(budgets.getClaim, { params: { claimId: claim.id } })).toBe("request/not-found");
    expect(await (await app.as("designer")).refusal(budgets.submitClaim, { params: { claimId: claim.id } })).toBe(
      "budgets/not-requester",
    );
    expect(await marketer.refusal(budgets.payClaim, { params: { claimId: claim.id } })).toBe("request/forbidden");
  });
});
