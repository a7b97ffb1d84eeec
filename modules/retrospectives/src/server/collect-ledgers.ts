import type { BackgroundCall, Services } from "@yutu/application";
import { approvalLog } from "@yutu/approvals/server";
import { assetLedger } from "@yutu/assets/server";
import { budgetLedger, exchangeRatesOf } from "@yutu/budgets/server";
import type { TenantTx } from "@yutu/database";
import { listMembersByName, workspaceFacts } from "@yutu/identity/server";
import { calendarDateIn, ok, type Problem, type Result } from "@yutu/kernel";
import { findMetric, type Metric } from "@yutu/metrics/domain";
import { measure, type Rate } from "@yutu/metrics/server";
import { goalLedger, type ProjectRow, projectFacts } from "@yutu/projects/server";
import { planLedger } from "@yutu/tasks/server";
import type { ChannelReview, Ledgers } from "../domain/index.ts";

/** What each channel came to; media cost first, then what it brought. */
const CHANNEL_METRICS = ["ad_spend", "gmv", "net_sales", "orders", "aov", "roi", "ctr", "cvr", "new_buyers"];

interface Stored {
  readonly ledgers: Omit<Ledgers, "channels">;
  readonly currency: string;
  readonly timeZone: string;
  readonly rates: readonly Rate[];
}

async function readStored(tx: TenantTx, services: Services, project: ProjectRow): Promise<Stored> {
  const { currency, timeZone } = await workspaceFacts(tx);
  const names = await listMembersByName(tx);
  const plan = await planLedger(tx, project.id);
  const closedOn = calendarDateIn(project.closedAt ?? tx.now, timeZone);
  return {
    currency,
    timeZone,
    rates: await exchangeRatesOf(tx),
    ledgers: {
      project: {
        id: project.id,
        name: project.name,
        campaignKey: project.campaignKey,
        startDate: project.startDate,
        endDate: project.endDate,
        anchorDate: project.anchorDate,
        closedOn,
        managerName: names.get(project.managerId) ?? "",
        currency: project.currency,
      },
      budget: (await budgetLedger(tx, project.id)).map((line) => ({
        lineId: line.id,
        name: line.name,
        category: line.category,
        channel: line.channel,
        reserve: line.reserve,
        plannedMinor: line.plannedMinor,
        changedMinor: line.changedMinor,
        committedMinor: line.committedMinor,
        actualMinor: line.actualMinor,
      })),
      goals: await goalLedger(tx, services, project.id),
      plan: { ...plan, closedOn, memberNames: names },
      approvals: (await approvalLog(tx, project.id)).map((entry) => ({
        approvalId: entry.approvalId,
        subjectType: entry.subjectType,
        subjectId: entry.subjectId,
        title: entry.title,
        state: entry.state,
        waitingHours: entry.waitingHours,
      })),
      assets: await assetLedger(
        tx,
        project.id,
        plan.tasks.map((task) => task.taskId),
      ),
    },
  };
}

const figuresOf = (values: Readonly<Record<string, { readonly value: number | null }>>) =>
  Object.fromEntries(Object.entries(values).map(([id, figure]) => [id, figure.value]));

async function readChannels(call: BackgroundCall, stored: Stored): Promise<Result<ChannelReview, Problem>> {
  const { project } = stored.ledgers;
  const metrics = CHANNEL_METRICS.map(findMetric).filter((metric): metric is Metric => metric !== undefined);
  const window = {
    from: project.startDate < project.closedOn ? project.startDate : project.closedOn,
    to: project.closedOn,
  };
  const { currency, timeZone, rates } = stored;
  const filter = { projectIds: [project.id] };
  const request = { metrics, window, filter, groupBy: "channel" as const, timeZone, currency, rates };
  const measured = await measure(call.services.warehouse, call.workspaceId, { ...request, signal: call.signal });
  if (!measured.ok) return measured;
  return ok({
    window,
    currency,
    metricIds: metrics.map((metric) => metric.id),
    totals: figuresOf(measured.value.totals),
    channels: measured.value.groups
      .map(({ group, values }) => ({ channel: group, figures: figuresOf(values) }))
      .sort((a, b) => (b.figures["gmv"] ?? 0) - (a.figures["gmv"] ?? 0)),
    rowsWithoutRate: measured.value.withoutRate.reduce((sum, { rows }) => sum + rows, 0),
  });
}

/**
 * Everything the four ledgers know of a closed project; nothing when it is not closed (any more).
 * @throws when a ledger cannot be read just now; the job is repeated then
 */
export async function collectLedgers(call: BackgroundCall, projectId: string): Promise<Ledgers | undefined> {
  const stored = await call.withTenant(async (tx) => {
    const project = await projectFacts(tx, projectId);
    return project?.status === "closed" ? readStored(tx, call.services, project) : undefined;
  });
  if (!stored) return undefined;
  const channels = await readChannels(call, stored);
  if (!channels.ok) throw new Error(`the facts of ${projectId} cannot be read: ${channels.error.detail}`);
  return { ...stored.ledgers, channels: channels.value };
}
