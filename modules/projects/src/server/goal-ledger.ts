import type { Services } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName, workspaceFacts } from "@yutu/identity/server";
import { calendarDateIn } from "@yutu/kernel";
import type { KpiDirection, KpiUnit } from "../domain/goal.ts";
import { latestCheckIns } from "./check-ins.ts";
import { goalsOf, kpisOf } from "./goal-repository.ts";
import { measureKpis } from "./kpi-values.ts";
import { projectFacts } from "./visibility.ts";

/** A KPI with what it was to reach and what it came to; values in its unit, money in the project's currency. */
export interface GoalLedgerKpi {
  readonly kpiId: string;
  readonly goalId: string;
  readonly goalName: string;
  readonly metricId: string | null;
  readonly name: string;
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly actual: number | null;
  readonly weight: number;
}

/**
 * What the KPIs of a project came to, for reports that act for nobody; goals that were dropped are left out.
 * @throws when the warehouse does not answer
 */
export async function goalLedger(tx: TenantTx, services: Services, projectId: string): Promise<GoalLedgerKpi[]> {
  const project = await projectFacts(tx, projectId);
  if (!project) return [];
  const goals = new Map(
    (await goalsOf(tx, projectId)).filter((goal) => goal.status !== "dropped").map((goal) => [goal.id, goal]),
  );
  const kpis = (await kpisOf(tx, projectId)).filter((kpi) => goals.has(kpi.goalId));
  const { timeZone } = await workspaceFacts(tx);
  const today = calendarDateIn(project.closedAt ?? tx.now, timeZone);
  const bound = kpis.filter((kpi) => kpi.source === "metric");
  const measured = await measureKpis(
    { services, workspaceId: tx.context.workspaceId, project, timeZone, today },
    bound,
  );
  if (!measured) throw new Error(`the warehouse does not answer; the KPIs of ${projectId} cannot be read`);
  const entered = await latestCheckIns(tx, projectId, kpis, await listMembersByName(tx));
  return kpis.map(({ id, goalId, metricId, name, unit, direction, baseline, target, weight }) => ({
    kpiId: id,
    goalId,
    goalName: goals.get(goalId)?.name ?? "",
    metricId,
    name,
    unit,
    direction,
    baseline,
    target,
    actual: (measured.get(id) ?? entered.get(id))?.value ?? null,
    weight,
  }));
}
