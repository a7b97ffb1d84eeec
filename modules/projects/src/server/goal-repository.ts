import type { TenantTx } from "@yutu/database";
import { type CalendarDate } from "@yutu/kernel";
import { asc, eq } from "drizzle-orm";
import type { GoalFacts, KpiFacts } from "../domain/index.ts";
import { goals, kpis } from "./tables.ts";

export type GoalRow = typeof goals.$inferSelect;
export type KpiRow = typeof kpis.$inferSelect;

export const goalsOf = (tx: TenantTx, projectId: string): Promise<GoalRow[]> =>
  tx.db.select().from(goals).where(eq(goals.projectId, projectId)).orderBy(asc(goals.position), asc(goals.id));

export const kpisOf = (tx: TenantTx, projectId: string): Promise<KpiRow[]> =>
  tx.db.select().from(kpis).where(eq(kpis.projectId, projectId)).orderBy(asc(kpis.position), asc(kpis.id));

export async function findGoal(tx: TenantTx, goalId: string): Promise<GoalRow | undefined> {
  const [row] = await tx.db.select().from(goals).where(eq(goals.id, goalId));
  return row;
}

export async function findKpi(tx: TenantTx, kpiId: string): Promise<KpiRow | undefined> {
  const [row] = await tx.db.select().from(kpis).where(eq(kpis.id, kpiId));
  return row;
}

export const kpiFacts = (row: KpiRow): KpiFacts => ({
  name: row.name,
  source: row.source,
  metricId: row.metricId,
  sourceNote: row.sourceNote,
  direction: row.direction,
  baseline: row.baseline,
  target: row.target,
  deadline: row.deadline as CalendarDate | null,
  ownerId: row.ownerId,
  weight: row.weight,
  checkpoints: row.checkpoints,
});

/** The goals of a project as the SMART gate looks at them; those given up are left out. */
export function goalFacts(goalRows: readonly GoalRow[], kpiRows: readonly KpiRow[]): GoalFacts[] {
  return goalRows
    .filter((g) => g.status !== "dropped")
    .map((g) => ({
      key: g.id,
      parent: g.parentId,
      name: g.name,
      ownerId: g.ownerId,
      kpis: kpiRows.filter((k) => k.goalId === g.id).map(kpiFacts),
    }));
}
