import type { TenantTx } from "@yutu/database";
import { desc, eq } from "drizzle-orm";
import type { KpiRow } from "./goal-repository.ts";
import type { KpiValue } from "./kpi-values.ts";
import { kpiCheckins } from "./tables.ts";

export type CheckInRow = typeof kpiCheckins.$inferSelect;

/** Check-ins of a KPI, the latest day first; of two on a day the later entry. */
export const checkInsOf = (tx: TenantTx, kpiId: string): Promise<CheckInRow[]> =>
  tx.db
    .select()
    .from(kpiCheckins)
    .where(eq(kpiCheckins.kpiId, kpiId))
    .orderBy(desc(kpiCheckins.day), desc(kpiCheckins.createdAt), desc(kpiCheckins.id))
    .limit(400);

/** The latest value of each KPI that is fed by hand. */
export async function latestCheckIns(
  tx: TenantTx,
  projectId: string,
  kpis: readonly KpiRow[],
  names: ReadonlyMap<string, string>,
): Promise<ReadonlyMap<string, KpiValue>> {
  const rows = await tx.query<{ kpiId: string; value: number; day: string; at: Date; by: string }>(
    `SELECT DISTINCT ON (c.kpi_id) c.kpi_id AS "kpiId", c.value, c.day::text AS day, c.created_at AS at, c.by_member_id AS by
       FROM kpi_checkins c JOIN kpis k ON k.workspace_id = c.workspace_id AND k.id = c.kpi_id
      WHERE k.project_id = $1 AND k.source = 'manual'
      ORDER BY c.kpi_id, c.day DESC, c.created_at DESC, c.id DESC`,
    [projectId],
  );
  const notes = new Map(kpis.map((kpi) => [kpi.id, kpi.sourceNote]));
  return new Map(
    rows.map(({ kpiId, value, day, at, by }) => [
      kpiId,
      { value, at, source: { kind: "manual", note: notes.get(kpiId) ?? "", day, byName: names.get(by) ?? "" } },
    ]),
  );
}
