import type { Actor } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { decodeCursor } from "@yutu/kernel";
import { inVisibleProject } from "@yutu/projects/server";
import { and, asc, desc, eq, ilike, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import type { FileKind } from "../domain/file-kind.ts";
import { assets, assetTasks, assetVersions, files } from "./tables.ts";

export type AssetRow = typeof assets.$inferSelect;

/** Assets of the workspace and of projects that exist for the actor; guests have only the latter. */
function visible(actor: Actor): SQL | undefined {
  const ofProjects = inVisibleProject(assets.projectId, actor);
  if (actor.role === "guest") return or(ofProjects, eq(assets.ownerId, actor.memberId));
  return or(isNull(assets.projectId), ofProjects);
}

export async function findVisibleAsset(tx: TenantTx, actor: Actor, assetId: string): Promise<AssetRow | undefined> {
  const [row] = await tx.db
    .select()
    .from(assets)
    .where(and(eq(assets.id, assetId), visible(actor)));
  return row;
}

export interface AssetFilter {
  readonly q?: string | undefined;
  readonly tag?: readonly string[] | undefined;
  readonly kind?: readonly FileKind[] | undefined;
  readonly channel?: string | undefined;
  readonly projectId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly status?: AssetRow["status"] | undefined;
}

const literal = (text: string): string => `%${text.replace(/[\\%_]/g, "\\$&")}%`;

function filterOf(actor: Actor, filter: AssetFilter): SQL | undefined {
  return and(
    visible(actor),
    filter.q
      ? or(
          ilike(assets.name, literal(filter.q)),
          ilike(assets.description, literal(filter.q)),
          sql`${filter.q} = ANY(${assets.tags})`,
        )
      : undefined,
    filter.tag?.length
      ? sql`${assets.tags} @> ${sql`ARRAY[${sql.join(
          [...filter.tag].map((tag) => sql`${tag}`),
          sql`, `,
        )}]::text[]`}`
      : undefined,
    filter.kind?.length ? inArray(assets.kind, [...filter.kind]) : undefined,
    filter.channel ? sql`${filter.channel} = ANY(${assets.channels})` : undefined,
    filter.projectId ? eq(assets.projectId, filter.projectId) : undefined,
    filter.status ? eq(assets.status, filter.status) : sql`${assets.status} <> 'archived'`,
    filter.taskId
      ? sql`EXISTS (SELECT 1 FROM asset_tasks t WHERE t.asset_id = ${assets.id} AND t.task_id = ${filter.taskId})`
      : undefined,
  );
}

export async function listAssets(
  tx: TenantTx,
  actor: Actor,
  filter: AssetFilter,
  page: { limit: number; cursor?: string | undefined },
): Promise<AssetRow[]> {
  const decoded = page.cursor ? decodeCursor(page.cursor, 2) : undefined;
  const after = decoded?.ok ? decoded.value : undefined;
  return tx.db
    .select()
    .from(assets)
    .where(
      and(
        filterOf(actor, filter),
        after ? sql`(${assets.updatedAt}, ${assets.id}) < (${after[0]}::timestamptz, ${after[1]})` : undefined,
      ),
    )
    .orderBy(desc(assets.updatedAt), desc(assets.id))
    .limit(page.limit + 1);
}

/** The tags of what a filter finds, the most used first. */
export async function countTags(
  tx: TenantTx,
  actor: Actor,
  filter: Omit<AssetFilter, "tag">,
): Promise<{ tag: string; count: number }[]> {
  const tag = sql<string>`unnest(${assets.tags})`;
  const rows = await tx.db
    .select({ tag, count: sql<number>`count(*)::int` })
    .from(assets)
    .where(filterOf(actor, filter))
    .groupBy(tag);
  return rows.sort((a, b) => b.count - a.count || a.tag.localeCompare(b.tag)).slice(0, 40);
}

export const versionsOf = (tx: TenantTx, assetIds: readonly string[]) =>
  assetIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .select({ version: assetVersions, file: files })
        .from(assetVersions)
        .innerJoin(files, eq(files.id, assetVersions.fileId))
        .where(inArray(assetVersions.assetId, [...assetIds]))
        .orderBy(desc(assetVersions.number));

export const taskLinksOf = (tx: TenantTx, assetIds: readonly string[]) =>
  assetIds.length === 0
    ? Promise.resolve([])
    : tx.db
        .select()
        .from(assetTasks)
        .where(inArray(assetTasks.assetId, [...assetIds]))
        .orderBy(asc(assetTasks.createdAt));

/** Assets the actor may see, archived ones left out, that hold the same bytes in any version. */
export async function findSameBytes(tx: TenantTx, actor: Actor, sha256: string): Promise<AssetRow[]> {
  const rows = await tx.db
    .selectDistinctOn([assets.id], { asset: assets })
    .from(assetVersions)
    .innerJoin(files, eq(files.id, assetVersions.fileId))
    .innerJoin(assets, eq(assets.id, assetVersions.assetId))
    .where(and(eq(files.sha256, sha256), sql`${assets.status} <> 'archived'`, visible(actor)))
    .orderBy(assets.id);
  return rows.map((row) => row.asset);
}

/** Assets with a similar name, blanks and case apart; trigram similarity works on Chinese too. */
export async function findSimilarNames(tx: TenantTx, actor: Actor, name: string): Promise<AssetRow[]> {
  const likeness = sql`similarity(replace(lower(${assets.name}), ' ', ''), replace(lower(${name}), ' ', ''))`;
  return tx.db
    .select()
    .from(assets)
    .where(and(sql`${likeness} > 0.45`, sql`${assets.status} <> 'archived'`, visible(actor)))
    .orderBy(sql`${likeness} DESC`)
    .limit(5);
}
