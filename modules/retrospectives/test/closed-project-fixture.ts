import { approvals } from "@yutu/approvals/contract";
import { assets } from "@yutu/assets/contract";
import { budgets } from "@yutu/budgets/contract";
import { identity } from "@yutu/identity/contract";
import { DEMO_PASSWORD } from "@yutu/identity/server";
import { addDays, calendarDate } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import { tasks } from "@yutu/tasks/contract";
import { type Person, show, type TestApp } from "@yutu/testkit";

const PNG = Uint8Array.from(
  atob("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
  (c) => c.charCodeAt(0),
);

/** Moves the clock; sessions end on the way, so everybody signs in again. */
async function travel(app: TestApp, instant: string, people: readonly Person[]): Promise<void> {
  app.clock.set(instant);
  for (const person of people)
    await person.must(identity.signIn, { body: { email: person.email, password: DEMO_PASSWORD } });
}

/** Answers the pending approval of a subject as each person in turn. */
async function approve(app: TestApp, subjectId: string, people: readonly Person[]): Promise<void> {
  for (const person of people) {
    const { items } = await person.must(approvals.listApprovals, { query: { subjectId, state: "pending" } });
    const approvalId = items[0]?.id ?? "";
    await person.must(approvals.decideApproval, { params: { approvalId }, body: { decision: "approve" } });
  }
  await app.settle();
}

async function initiate(app: TestApp, pm: Person, visibility: "workspace" | "private"): Promise<string> {
  const kpi = { source: "metric" as const, deadline: "2026-11-14", ownerId: pm.memberId };
  const { id } = await pm.must(projects.createProject, {
    body: {
      typeKey: "ecommerce_promo",
      name: "双11 大促",
      anchorDate: "2026-11-11",
      totalBudgetMinor: 9_000_000,
      channels: ["tmall", "jd"],
      managerId: pm.memberId,
      visibility,
      people: { planner: [pm.memberId] },
      goals: [
        {
          name: "销售额达标",
          level: "business",
          kpis: [
            { ...kpi, name: "GMV", metricId: "gmv", baseline: 20_000, target: 40_000, weight: 2 },
            { ...kpi, name: "订单数", metricId: "orders", baseline: 1, target: 2 },
          ],
        },
      ],
    },
  });
  await app.settle();
  const move = (to: "submit" | "start") =>
    pm.must(projects.moveProject, { params: { projectId: id }, body: { move: to } });
  await move("submit");
  await app.settle();
  app.clock.advance({ hours: 60 });
  await approve(app, id, [await app.as("finance")]);
  await move("start");
  await app.settle();
  return id;
}

/** Spends 120 % of one line: two claims that finance and the manager approve. */
async function spend(app: TestApp, pm: Person, projectId: string): Promise<string> {
  const line = { name: "加急物料", category: "production", plannedMinor: 100_000, enforcement: "warn" as const };
  const { id: lineId } = await pm.must(budgets.addLine, { params: { projectId }, body: line });
  const marketer = await app.as("marketer");
  const claim = await marketer.must(budgets.createClaim, {
    params: { projectId },
    body: { title: "展架", amountMinor: 120_000, lines: [{ lineId, amountMinor: 120_000 }] },
  });
  const sent = await marketer.must(budgets.submitClaim, { params: { claimId: claim.id } });
  for (let round = 0; round < 4; round += 1) {
    const state = await marketer.must(budgets.getClaim, { params: { claimId: claim.id } });
    if (state.status !== "in_review") break;
    for (const role of ["pm", "finance", "executive"] as const)
      await (await app.as(role)).call(approvals.decideApproval, {
        params: { approvalId: sent.approvalId ?? "" },
        body: { decision: "approve" },
      });
    await app.settle();
  }
  return lineId;
}

/** Does the first task on time, the second four days late, and leaves the rest. */
async function work(app: TestApp, pm: Person, projectId: string): Promise<{ late: string }> {
  const { items } = await pm.must(tasks.listTasks, { query: { projectId, limit: 200 } });
  const plain = items.filter((task) => !task.milestone && task.dueDate !== null);
  const [first, second] = plain;
  if (!first?.dueDate || !second?.dueDate) throw new Error("the plan has no dated tasks");
  const finish = async (task: { id: string; startDate: string | null; dueDate: string | null }, lateDays: number) => {
    await travel(app, `${task.startDate}T02:00:00Z`, [pm]);
    const change = (status: "doing" | "done") =>
      pm.must(tasks.updateTask, { params: { taskId: task.id }, body: { status, despiteBlockers: true } });
    await change("doing");
    const done = addDays(calendarDate(task.dueDate ?? ""), lateDays);
    await travel(app, `${done}T02:00:00Z`, [pm]);
    await change("done");
  };
  await finish(first, 0);
  await finish(second, 4);
  await app.settle();
  return { late: second.id };
}

async function make(designer: Person, projectId: string, taskId: string): Promise<string> {
  const file = await designer.upload(assets.uploadFile, { query: { name: "主图.png" } }, PNG as BodyInit);
  if (!file.ok) throw new Error(show(file.error));
  const body = { fileId: file.value.id, name: "主 KV", projectId, taskIds: [taskId] };
  return (await designer.must(assets.createAsset, { body })).id;
}

const origin = {
  source_id: "src_shop",
  import_id: "imp_1",
  version: 1,
  sequence: 1,
  fetched_at: "2026-11-15 00:00:00.000",
  link_code: "",
  asset_version_id: "",
  task_id: "",
  currency: "CNY",
};

/** Three orders of together 350 yuan on two channels and 75 yuan of ads. */
async function sell(app: TestApp, project_id: string): Promise<void> {
  const tenant = { workspaceId: app.demo.workspaceId };
  const orders = (
    [
      ["A", "tmall", 20_000],
      ["B", "tmall", 5_000],
      ["C", "jd", 10_000],
    ] as const
  ).map(([order_no, channel, minor], i) => ({
    ...origin,
    row_number: i + 2,
    order_no,
    line_no: "1",
    kind: "sale",
    ordered_on: "2026-11-11",
    ordered_at: "2026-11-11 04:00:00.000",
    sku: "S",
    product_name: "S",
    quantity: 1,
    unit_price: 1,
    amount_minor: minor,
    gross_minor: minor,
    net_minor: minor,
    customer_id: order_no,
    region: "",
    status: "",
    channel,
    project_id,
  }));
  const ads = (
    [
      ["tmall", 5_000],
      ["jd", 12_500],
    ] as const
  ).map(([channel, spend_minor], i) => ({
    ...origin,
    row_number: i + 2,
    fact_on: "2026-11-10",
    account: "",
    campaign: "",
    ad_group: "",
    ad: "",
    line_no: String(i),
    spend_minor,
    impressions: 1000,
    clicks: 100,
    channel,
    project_id,
  }));
  for (const [table, rows] of [
    ["order_lines", orders],
    ["ad_facts", ads],
  ] as const) {
    const written = await app.services.warehouse.restate(tenant, table, rows, `${project_id}-${table}`);
    if (!written.ok) throw new Error(written.error.detail);
  }
}

export interface ClosedProject {
  readonly projectId: string;
  readonly lineId: string;
  readonly lateTaskId: string;
  readonly assetId: string;
}

/** A promotion that was approved, worked on, paid for, sold and closed. */
export async function closeAProject(
  app: TestApp,
  visibility: "workspace" | "private" = "workspace",
): Promise<ClosedProject> {
  const pm = await app.as("pm");
  const projectId = await initiate(app, pm, visibility);
  const lineId = await spend(app, pm, projectId);
  const { late } = await work(app, pm, projectId);
  const assetId = await make(pm, projectId, late);
  await sell(app, projectId);
  await travel(app, "2026-11-20T02:00:00Z", [
    pm,
    await app.as("marketer"),
    await app.as("finance"),
    await app.as("executive"),
  ]);
  await pm.must(projects.moveProject, { params: { projectId }, body: { move: "close" } });
  await app.settle();
  return { projectId, lineId, lateTaskId: late, assetId };
}
