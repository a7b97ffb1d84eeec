import type { TenantTx } from "@yutu/database";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { ImportState } from "../../domain/import-state.ts";
import { importFiles, importProgress, imports, quarantinedRows, sources } from "../tables.ts";

export type ImportRow = typeof imports.$inferSelect;
export type ImportFileRow = typeof importFiles.$inferSelect;
export type ProgressRow = typeof importProgress.$inferSelect;

/** An import with what is shown beside it. */
export interface ImportView {
  readonly row: ImportRow;
  readonly file: ImportFileRow;
  readonly sourceName: string;
  readonly rowsDone: number;
  readonly bytesDone: number;
  readonly openRows: number;
}

const views = (tx: TenantTx) =>
  tx.db
    .select({
      row: imports,
      file: importFiles,
      sourceName: sources.name,
      rowsDone: sql<number>`coalesce(${importProgress.rowsDone}, 0)`,
      bytesDone: sql<number>`coalesce(${importProgress.bytesDone}, 0)::float8`,
      openRows: sql<number>`(SELECT count(*)::int FROM ${quarantinedRows} q WHERE q.import_id = ${imports.id} AND q.state = 'open')`,
    })
    .from(imports)
    .innerJoin(importFiles, eq(importFiles.id, imports.fileId))
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .leftJoin(importProgress, eq(importProgress.id, imports.id));

export async function findImportView(tx: TenantTx, importId: string): Promise<ImportView | undefined> {
  const [view] = await views(tx).where(eq(imports.id, importId));
  return view;
}

export interface ImportFilter {
  readonly sourceId?: string | undefined;
  readonly state?: ImportState | undefined;
  /** Position after the last item of the page before: instant and id. */
  readonly after?: readonly [string, string] | undefined;
}

/** Newest first; one more than `limit`, so that the caller sees whether there is another page. */
export function listImportViews(tx: TenantTx, filter: ImportFilter, limit: number): Promise<ImportView[]> {
  const conditions: SQL[] = [];
  if (filter.sourceId !== undefined) conditions.push(eq(imports.sourceId, filter.sourceId));
  if (filter.state !== undefined) conditions.push(eq(imports.state, filter.state));
  if (filter.after !== undefined)
    conditions.push(sql`(${imports.createdAt}, ${imports.id}) < (${filter.after[0]}::timestamptz, ${filter.after[1]})`);
  return views(tx)
    .where(and(...conditions))
    .orderBy(desc(imports.createdAt), desc(imports.id))
    .limit(limit + 1);
}

export async function findImport(
  tx: TenantTx,
  importId: string,
  options: { readonly lock?: boolean } = {},
): Promise<ImportRow | undefined> {
  const query = tx.db.select().from(imports).where(eq(imports.id, importId));
  const [row] = options.lock ? await query.for("update") : await query;
  return row;
}

export async function findFile(tx: TenantTx, fileId: string): Promise<ImportFileRow | undefined> {
  const [row] = await tx.db.select().from(importFiles).where(eq(importFiles.id, fileId));
  return row;
}

export async function updateImport(
  tx: TenantTx,
  importId: string,
  change: Partial<typeof imports.$inferInsert>,
): Promise<void> {
  await tx.db
    .update(imports)
    .set({ ...change, updatedAt: tx.now, version: sql`${imports.version} + 1` })
    .where(eq(imports.id, importId));
}

export async function findProgress(tx: TenantTx, importId: string): Promise<ProgressRow | undefined> {
  const [row] = await tx.db.select().from(importProgress).where(eq(importProgress.id, importId));
  return row;
}

export async function saveProgress(
  tx: TenantTx,
  importId: string,
  progress: Pick<ProgressRow, "rowsDone" | "bytesDone"> & Partial<Pick<ProgressRow, "sendingTo" | "sendingAs">>,
): Promise<void> {
  await tx.db
    .insert(importProgress)
    .values({ id: importId, ...progress })
    .onConflictDoUpdate({ target: [importProgress.workspaceId, importProgress.id], set: progress });
}

/** Imports of files with the same bytes whose rows count now. */
export const importsOfSameBytes = (tx: TenantTx, sha256: string) =>
  tx.db
    .select({ importId: imports.id, sourceName: sources.name, finishedAt: imports.finishedAt })
    .from(imports)
    .innerJoin(importFiles, eq(importFiles.id, imports.fileId))
    .innerJoin(sources, eq(sources.id, imports.sourceId))
    .where(and(eq(importFiles.sha256, sha256), eq(imports.state, "done")))
    .orderBy(desc(imports.finishedAt))
    .limit(5);

/** The next number in the order of versions. */
export async function nextFactVersion(tx: TenantTx): Promise<number> {
  const [row] = await tx.query<{ version: string }>("SELECT nextval('fact_versions') AS version");
  return Number(row?.version);
}

/**
 * Takes or renews the turn to write facts of the workspace. A holder that has not renewed for a minute is taken for dead.
 * @returns false while another import writes
 */
export async function takeWriterTurn(tx: TenantTx, importId: string): Promise<boolean> {
  const taken = await tx.query(
    `INSERT INTO import_writers AS w (id, import_id, until) VALUES ('facts', $1, clock_timestamp() + interval '60 seconds')
     ON CONFLICT (workspace_id, id) DO UPDATE SET import_id = $1, until = clock_timestamp() + interval '60 seconds'
     WHERE w.import_id = $1 OR w.until < clock_timestamp() RETURNING 1`,
    [importId],
  );
  return taken.length > 0;
}

export async function endWriterTurn(tx: TenantTx, importId: string): Promise<void> {
  await tx.query("DELETE FROM import_writers WHERE import_id = $1", [importId]);
}
