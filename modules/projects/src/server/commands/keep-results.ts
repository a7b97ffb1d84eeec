import type { Services } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName, workspaceFacts } from "@yutu/identity/server";
import { calendarDateIn } from "@yutu/kernel";
import { eq } from "drizzle-orm";
import { latestCheckIns } from "../check-ins.ts";
import { kpisOf } from "../goal-repository.ts";
import { measureKpis } from "../kpi-values.ts";
import { kpis } from "../tables.ts";
import { projectFacts } from "../visibility.ts";

/** Writes down what each KPI of a closed project came to; the yardstick for projects to come. */
export async function keepResults(tx: TenantTx, services: Services, projectId: string): Promise<void> {
  const project = await projectFacts(tx, projectId);
  if (!project) return;
  const rows = await kpisOf(tx, projectId);
  const { timeZone } = await workspaceFacts(tx);
  const today = calendarDateIn(tx.now, timeZone);
  const measured = await measureKpis(
    { services, workspaceId: tx.context.workspaceId, project, timeZone, today },
    rows.filter((row) => row.source === "metric"),
  );
  // The delivery is repeated later.
  if (!measured) throw new Error(`the warehouse does not answer; the results of ${projectId} are kept later`);
  const values = new Map([...(await latestCheckIns(tx, projectId, rows, await listMembersByName(tx))), ...measured]);
  for (const row of rows) {
    const value = values.get(row.id)?.value ?? null;
    if (value !== null) await tx.db.update(kpis).set({ finalValue: value, finalAt: tx.now }).where(eq(kpis.id, row.id));
  }
}
