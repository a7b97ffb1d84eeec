import { projects } from "@yutu/projects/contract";
import { retrospectives } from "@yutu/retrospectives/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type ClosedProject, closeAProject } from "./closed-project-fixture.ts";

describe("the retrospective of a closed project", () => {
  let app: TestApp;
  let pm: Person;
  let closed: ClosedProject;
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
    closed = await closeAProject(app);
  });
  afterAll(() => app.close());

  const params = () => ({ params: { projectId: closed.projectId } });
  const read = (who: Person) => who.must(retrospectives.getRetrospective, params());
  const documentFor = async (who: Person) => {
    const { document } = await read(who);
    if (!document) throw new Error("nothing was written");
    return document;
  };

  it("is written when the project is closed", async () => {
    expect(await read(pm)).toMatchObject({
      state: "draft",
      moneyWithheld: false,
      blocks: [],
      lessons: [],
      abilities: { edit: true, learn: true, publish: true, regenerate: true, close: false },
    });
    expect((await documentFor(pm)).project).toMatchObject({
      closedOn: "2026-11-20",
      name: "双11 大促",
      currency: "CNY",
    });
  });

  it("sets the money spent against each line", async () => {
    const { budget } = await documentFor(pm);
    const line = budget.lines.find((each) => each.lineId === closed.lineId);
    expect(line).toMatchObject({
      budgetMinor: 100_000,
      actualMinor: 120_000,
      deviationMinor: 20_000,
      deviation: 0.2,
      verdict: "over",
    });
    expect(budget.totals).toMatchObject({ plannedMinor: 9_000_000, changedMinor: 100_000, actualMinor: 120_000 });
  });

  it("measures how far each KPI came", async () => {
    const { goals } = await documentFor(pm);
    expect(goals.kpis.map((kpi) => [kpi.name, kpi.actual, kpi.attainment, kpi.verdict])).toEqual([
      ["GMV", 35_000, 0.75, "missed"],
      ["订单数", 3, 2, "reached"],
    ]);
    expect(goals.attainment).toBeCloseTo((2 * 0.75 + 1) / 3, 12);
  });

  it("compares the plan as approved with what happened, and says why it slipped", async () => {
    const { schedule } = await documentFor(pm);
    const late = schedule.late.find((task) => task.taskId === closed.lateTaskId);
    expect(late?.slipDays).toBe(4);
    expect(late?.causes).toEqual([{ cause: "overrun", days: 4, becauseOf: null }]);
    expect(schedule.onTime).toBe(1);
    expect(schedule.late).toHaveLength(schedule.tasks - 1);
    expect(schedule.byCause[0]?.cause).toBe("unfinished");
    const days = schedule.late.reduce((sum, task) => sum + Math.max(0, task.slipDays), 0);
    expect(schedule.byCause.reduce((sum, row) => sum + row.days, 0)).toBe(days);
    expect(schedule.byPhase.reduce((sum, row) => sum + row.days, 0)).toBe(days);
  });

  it("counts how long approvals kept people waiting", async () => {
    const { approvals } = await documentFor(pm);
    const initiation = approvals.bySubject.find((row) => row.subjectType === "projects.project");
    expect(initiation).toMatchObject({ subjects: 1, approvals: 1, returned: 0 });
    expect(initiation?.medianHours).toBeCloseTo(60, 1);
  });

  it("shows what each channel brought and which assets were used", async () => {
    const { channels, assets } = await documentFor(pm);
    expect(channels.channels.map((row) => [row.channel, row.figures["gmv"], row.figures["roi"]])).toEqual([
      ["tmall", 25_000, 4],
      ["jd", 10_000, -0.2],
    ]);
    expect(channels.totals["ad_spend"]).toBe(17_500);
    expect(assets).toMatchObject({ versions: 1, used: 1, assets: [{ assetId: closed.assetId, tasks: 1 }] });
  });

  it("links each finding to its evidence", async () => {
    const { findings } = await documentFor(pm);
    const proofs = findings.flatMap((finding) => finding.evidence.map((proof) => [finding.code, proof.id]));
    expect(proofs).toContainEqual(["line_over", closed.lineId]);
    expect(proofs).toContainEqual(["channel_loss", "jd"]);
    expect(findings.map((finding) => finding.code)).toEqual(
      expect.arrayContaining([
        "budget_total",
        "kpi_missed",
        "kpi_reached",
        "slip_cause",
        "approval_wait",
        "assets_used",
      ]),
    );
  });

  it("tells nothing of money to those who may not see it", async () => {
    const marketer = await app.as("marketer");
    const seen = await read(marketer);
    expect(seen).toMatchObject({ moneyWithheld: true, abilities: { edit: false, publish: false } });
    expect(seen.document?.budget.lines).toEqual([]);
    expect(JSON.stringify(seen)).not.toContain("17500");
    expect(JSON.stringify(seen)).not.toContain("ad_spend");
    const file = await fetch(`${app.baseUrl}/projects/${closed.projectId}/retrospective/markdown`, {
      headers: { cookie: marketer.cookie() },
    });
    const text = await file.text();
    expect(text).toContain("不含预算与投放金额");
    expect(text).not.toContain("加急物料");
  });

  it("of a project that goes on is not there yet, and offers to close it", async () => {
    const { id } = await pm.must(projects.createProject, {
      body: {
        typeKey: "ecommerce_promo",
        name: "进行中",
        anchorDate: "2027-06-18",
        totalBudgetMinor: 1000,
        channels: [],
        managerId: pm.memberId,
      },
    });
    await app.settle();
    const input = { params: { projectId: id } };
    expect(await pm.must(retrospectives.getRetrospective, input)).toMatchObject({
      state: "open",
      document: null,
      abilities: { edit: false, regenerate: false, close: false },
    });
    expect(await pm.refusal(retrospectives.regenerate, input)).toBe("retrospectives/not-closed");
    expect(await pm.refusal(retrospectives.setPublished, { ...input, body: { published: true } })).toBe(
      "retrospectives/not-closed",
    );
    expect(await pm.refusal(retrospectives.exportMarkdown, input)).toBe("retrospectives/not-closed");
  });

  it("does not exist for other companies and roles without a look at it", async () => {
    const stranger = await app.stranger();
    for (const operation of [
      retrospectives.getRetrospective,
      retrospectives.exportMarkdown,
      retrospectives.exportWord,
      retrospectives.regenerate,
    ])
      expect(await stranger.refusal(operation, params()), operation.id).toBe("request/not-found");
    expect(await (await app.as("store")).refusal(retrospectives.getRetrospective, params())).toBe("request/forbidden");
  });
});
