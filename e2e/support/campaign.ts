import { approvals } from "@yutu/approvals/contract";
import type { CallInput, Operation, OperationOutput } from "@yutu/contract";
import { identity } from "@yutu/identity/contract";
import { ingestion } from "@yutu/ingestion/contract";
import { addDays, calendarDateIn } from "@yutu/kernel";
import { projects } from "@yutu/projects/contract";
import { clientOf, type DemoPerson } from "./people.ts";

export interface Campaign {
  readonly id: string;
  readonly name: string;
  readonly key: string;
}

/** Days counted from today on the clock of the demo workspace. */
export const dayFromNow = (days: number): string => addDays(calendarDateIn(new Date(), "Asia/Shanghai"), days);

/** Carries an operation out as a person. @throws when it is refused */
export async function act<Op extends Operation>(
  person: DemoPerson,
  operation: Op,
  input: CallInput<Op>,
): Promise<OperationOutput<Op>> {
  const answer = await (await clientOf(person)).call(operation, input);
  if (!answer.ok) throw new Error(`${operation.id} was refused to ${person}: ${answer.error.detail}`);
  return answer.value;
}

async function memberIdOf(person: DemoPerson): Promise<string> {
  const { member } = await act(person, identity.getSession, {});
  return member?.id ?? "";
}

/**
 * The demo's running promotion, which every test may add to. It is the oldest that runs, since tests make theirs later;
 * its name follows the calendar. A campaign that a test closes or plans anew is its own.
 */
export async function demoPromotion(): Promise<{ readonly id: string; readonly name: string }> {
  const { items } = await act("pm", projects.listProjects, { query: { status: ["running"] } });
  const [oldest] = items.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  if (!oldest) throw new Error("The demo has no running promotion.");
  return oldest;
}

/** A campaign of its own: planned, approved by everybody who is asked, begun; `planners` work on it beside the manager. */
export async function runningCampaign(name: string, planners: readonly DemoPerson[] = []): Promise<Campaign> {
  const managerId = await memberIdOf("pm");
  const people = { planner: await Promise.all(planners.map(memberIdOf)) };
  const deadline = dayFromNow(44);
  const kpi = { name: "成交额", source: "metric" as const, metricId: "gmv", baseline: 0, target: 50_000, deadline };
  const goal = { name: "卖得动", level: "business" as const, ownerId: managerId };
  const goals = [{ ...goal, kpis: [{ ...kpi, ownerId: managerId }] }];
  const body = {
    name,
    managerId,
    people,
    goals,
    typeKey: "ecommerce_promo",
    anchorDate: dayFromNow(40),
    channels: ["tmall", "jd"],
  };
  const project = await act("pm", projects.createProject, { body: { ...body, totalBudgetMinor: 5_000_000 } });
  const params = { projectId: project.id };
  const { approvalId } = await act("pm", projects.moveProject, { params, body: { move: "submit" } });
  for (const person of ["finance", "executive"] as const) {
    const approval = { params: { approvalId: approvalId ?? "" } };
    const { abilities } = await act(person, approvals.getApproval, approval);
    if (abilities.decide) await act(person, approvals.decideApproval, { ...approval, body: { decision: "approve" } });
  }
  const status = async () => (await act("pm", projects.getProject, { params })).status;
  await reached(`${name} to be approved`, async () => (await status()) === "approved");
  await act("pm", projects.moveProject, { params, body: { move: "start" } });
  return { id: project.id, name, key: project.campaignKey };
}

async function reached(what: string, done: () => Promise<boolean>): Promise<void> {
  for (let i = 0; i < 600; i++) {
    if (await done()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`waited too long for ${what}`);
}

export interface Order {
  readonly number: string;
  readonly product: string;
  readonly amount: number;
  readonly channel: string;
}

/** Imports orders of today under the campaign's key: a file, its check, its confirmation. @returns the file's name */
export async function importOrders(campaign: Campaign, orders: readonly Order[]): Promise<string> {
  const head = "订单编号,下单时间,商品名称,数量,金额,渠道,活动码";
  const day = dayFromNow(0);
  const lines = orders.map((order) =>
    [order.number, `${day} 00:05:00`, order.product, 1, order.amount.toFixed(2), order.channel, campaign.key].join(","),
  );
  const name = `订单 ${campaign.name}.csv`;
  const client = await clientOf("analyst");
  const file = await client.upload(ingestion.uploadImportFile, { query: { name } }, [head, ...lines].join("\r\n"));
  if (!file.ok) throw new Error(file.error.detail);
  const source = { name: `店铺 ${campaign.name}`, kind: "file" as const, channel: "tmall" };
  const { id: sourceId } = await act("analyst", ingestion.createSource, { body: source });
  const preview = { params: { fileId: file.value.id }, query: { sourceId } };
  const { layout, settings, presetKey } = await act("analyst", ingestion.previewImportFile, preview);
  const body = { fileId: file.value.id, sourceId, projectId: campaign.id, presetKey, layout, settings };
  const { id: importId } = await act("analyst", ingestion.createImport, { body });
  const state = async () => (await act("analyst", ingestion.getImport, { params: { importId } })).state;
  await reached(`${name} to be checked`, async () => (await state()) === "checked");
  await act("analyst", ingestion.commitImport, { params: { importId } });
  await reached(`${name} to be imported`, async () => (await state()) === "done");
  return name;
}
