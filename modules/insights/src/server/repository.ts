import type { TenantTx } from "@yutu/database";
import { and, eq } from "drizzle-orm";
import type { Reader } from "../domain/dashboard.ts";
import { dashboards } from "./tables.ts";

export type DashboardRow = typeof dashboards.$inferSelect;

/** A layout somebody has saved; `projectId` is empty for the workspace's. */
export async function findDashboard(
  tx: TenantTx,
  reader: Reader,
  projectId: string,
  options: { readonly lock?: boolean } = {},
): Promise<DashboardRow | undefined> {
  const query = tx.db
    .select()
    .from(dashboards)
    .where(and(eq(dashboards.reader, reader), eq(dashboards.projectId, projectId)));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}
