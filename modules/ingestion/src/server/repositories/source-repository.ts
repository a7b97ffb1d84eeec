import type { TenantTx } from "@yutu/database";
import { asc, eq, sql } from "drizzle-orm";
import type { RowSettings } from "../../domain/rows/settings.ts";
import { imports, quarantinedRows, sourceMappings, sources } from "../tables.ts";

export type SourceRow = typeof sources.$inferSelect;

export interface SourceWithCounts {
  readonly source: SourceRow;
  readonly openRows: number;
  readonly lastImportAt: Date | null;
}

const openRows = sql<number>`(SELECT count(*)::int FROM ${quarantinedRows} q WHERE q.source_id = ${sources.id} AND q.state = 'open')`;
const lastImportAt = sql<
  string | null
>`(SELECT max(i.finished_at) FROM ${imports} i WHERE i.source_id = ${sources.id} AND i.state = 'done')`;

const withCounts = (tx: TenantTx) => tx.db.select({ source: sources, openRows, lastImportAt }).from(sources);
const dated = (row: { source: SourceRow; openRows: number; lastImportAt: string | null }): SourceWithCounts => ({
  ...row,
  lastImportAt: row.lastImportAt === null ? null : new Date(row.lastImportAt),
});

export const listSourceRows = async (tx: TenantTx): Promise<SourceWithCounts[]> =>
  (await withCounts(tx).orderBy(asc(sources.createdAt), asc(sources.id))).map(dated);

export async function findSourceWithCounts(tx: TenantTx, sourceId: string): Promise<SourceWithCounts | undefined> {
  const [row] = await withCounts(tx).where(eq(sources.id, sourceId));
  return row && dated(row);
}

export async function findSource(tx: TenantTx, sourceId: string): Promise<SourceRow | undefined> {
  const [row] = await tx.db.select().from(sources).where(eq(sources.id, sourceId));
  return row;
}

export const sourceNames = async (tx: TenantTx): Promise<ReadonlyMap<string, string>> =>
  new Map((await tx.db.select({ id: sources.id, name: sources.name }).from(sources)).map((row) => [row.id, row.name]));

/** How files of this layout from this source were read the last time. */
export async function rememberedMapping(tx: TenantTx, sourceId: string, fingerprint: string) {
  const [row] = await tx.db
    .select()
    .from(sourceMappings)
    .where(sql`${sourceMappings.sourceId} = ${sourceId} AND ${sourceMappings.fingerprint} = ${fingerprint}`);
  return row;
}

export async function rememberMapping(
  tx: TenantTx,
  mapping: { sourceId: string; fingerprint: string; presetKey: string; settings: RowSettings },
): Promise<void> {
  await tx.db
    .insert(sourceMappings)
    .values({ id: tx.ids.next("map"), ...mapping })
    .onConflictDoUpdate({
      target: [sourceMappings.workspaceId, sourceMappings.sourceId, sourceMappings.fingerprint],
      set: {
        settings: mapping.settings,
        presetKey: mapping.presetKey,
        updatedAt: tx.now,
        version: sql`${sourceMappings.version} + 1`,
      },
    });
}
