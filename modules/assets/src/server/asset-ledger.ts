import type { TenantTx } from "@yutu/database";
import { asc, count, eq, inArray, or } from "drizzle-orm";
import { assets, assetTasks, assetVersions } from "./tables.ts";

/** An asset with how often it was made anew and how many of the given tasks name it. */
export interface AssetLedgerEntry {
  readonly assetId: string;
  readonly name: string;
  readonly kind: string;
  readonly channels: readonly string[];
  readonly versions: number;
  readonly tasks: number;
}

/** The assets of a project and those its tasks use, for reports that act for nobody. */
export async function assetLedger(
  tx: TenantTx,
  projectId: string,
  taskIds: readonly string[],
): Promise<AssetLedgerEntry[]> {
  const links =
    taskIds.length === 0
      ? []
      : await tx.db
          .select()
          .from(assetTasks)
          .where(inArray(assetTasks.taskId, [...taskIds]));
  const linked = [...new Set(links.map((link) => link.assetId))];
  const rows = await tx.db
    .select({
      assetId: assets.id,
      name: assets.name,
      kind: assets.kind,
      channels: assets.channels,
      versions: count(assetVersions.id),
    })
    .from(assets)
    .leftJoin(assetVersions, eq(assetVersions.assetId, assets.id))
    .where(
      linked.length > 0
        ? or(eq(assets.projectId, projectId), inArray(assets.id, linked))
        : eq(assets.projectId, projectId),
    )
    .groupBy(assets.workspaceId, assets.id)
    .orderBy(asc(assets.id));
  return rows.map((row) => ({
    ...row,
    tasks: new Set(links.filter((l) => l.assetId === row.assetId).map((l) => l.taskId)).size,
  }));
}
