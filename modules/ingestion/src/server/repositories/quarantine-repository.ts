import type { TenantTx } from "@yutu/database";
import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { importFiles, imports, quarantinedRows, type StoredProblem, sources } from "../tables.ts";

export type QuarantineRow = typeof quarantinedRows.$inferSelect;

export interface NewQuarantineRow {
  readonly sourceId: string;
  readonly importId: string | null;
  readonly rowNumber: number | null;
  readonly cells: readonly string[];
  readonly problems: readonly StoredProblem[];
}

const AT_ONCE = 1_000;

/** Puts rows aside; a row of an import that is there already stays as it is, so a repeated chunk adds nothing. */
export async function quarantine(tx: TenantTx, rows: readonly NewQuarantineRow[]): Promise<void> {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const part = rows.slice(at, at + AT_ONCE).map((row) => ({
      id: tx.ids.next("qua"),
      createdAt: tx.now,
      ...row,
      cells: [...row.cells],
      problems: [...row.problems],
    }));
    await tx.db.insert(quarantinedRows).values(part).onConflictDoNothing();
  }
}

const views = (tx: TenantTx) =>
  tx.db
    .select({
      row: quarantinedRows,
      sourceName: sources.name,
      fileName: importFiles.name,
      layout: imports.layout,
      settings: imports.settings,
      fileId: imports.fileId,
    })
    .from(quarantinedRows)
    .innerJoin(sources, eq(sources.id, quarantinedRows.sourceId))
    .leftJoin(imports, eq(imports.id, quarantinedRows.importId))
    .leftJoin(importFiles, eq(importFiles.id, imports.fileId));

export type QuarantineView = Awaited<ReturnType<typeof listQuarantineViews>>[number];

export interface QuarantineFilter {
  readonly state: QuarantineRow["state"];
  readonly sourceId?: string | undefined;
  readonly importId?: string | undefined;
  readonly code?: string | undefined;
  readonly after?: readonly [string, string] | undefined;
}

const hasCode = (code: string): SQL => sql`${quarantinedRows.problems} @> ${JSON.stringify([{ code }])}::jsonb`;

function conditionsOf(filter: QuarantineFilter): SQL | undefined {
  const { state, sourceId, importId, code, after } = filter;
  return and(
    eq(quarantinedRows.state, state),
    sourceId === undefined ? undefined : eq(quarantinedRows.sourceId, sourceId),
    importId === undefined ? undefined : eq(quarantinedRows.importId, importId),
    code === undefined ? undefined : hasCode(code),
    after === undefined
      ? undefined
      : sql`(${quarantinedRows.createdAt}, ${quarantinedRows.id}) < (${after[0]}::timestamptz, ${after[1]})`,
  );
}

/** Newest first; one more than `limit`. */
export const listQuarantineViews = (tx: TenantTx, filter: QuarantineFilter, limit: number) =>
  views(tx)
    .where(conditionsOf(filter))
    .orderBy(desc(quarantinedRows.createdAt), desc(quarantinedRows.id))
    .limit(limit + 1);

/** How many rows there are per reason, for the filter. Looks at the newest ten thousand. */
export const countByCode = (tx: TenantTx, filter: QuarantineFilter) =>
  tx.query<{ code: string; count: number }>(
    `SELECT p ->> 'code' AS code, count(DISTINCT q.id)::int AS count
       FROM (SELECT id, problems FROM quarantined_rows WHERE state = $1 AND ($2::text IS NULL OR source_id = $2) AND ($3::text IS NULL OR import_id = $3)
             ORDER BY created_at DESC, id DESC LIMIT 10000) q, jsonb_array_elements(q.problems) p
      GROUP BY 1 ORDER BY 2 DESC, 1`,
    [filter.state, filter.sourceId ?? null, filter.importId ?? null],
  );

export async function findQuarantineView(tx: TenantTx, rowId: string): Promise<QuarantineView | undefined> {
  const [view] = await views(tx).where(eq(quarantinedRows.id, rowId));
  return view;
}

/** Events of a source that wait to be corrected. */
export async function countOpenEvents(tx: TenantTx, sourceId: string): Promise<number> {
  const [row] = await tx.query<{ count: number }>(
    "SELECT count(*)::int AS count FROM quarantined_rows WHERE source_id = $1 AND state = 'open' AND import_id IS NULL",
    [sourceId],
  );
  return row?.count ?? 0;
}

/** Marks an open row as dealt with; false when somebody else did first. */
export async function resolveRow(
  tx: TenantTx,
  rowId: string,
  change: { state: "replayed" | "discarded"; corrected: string[] | null; by: string | null },
): Promise<boolean> {
  const changed = await tx.db
    .update(quarantinedRows)
    .set({ state: change.state, corrected: change.corrected, resolvedBy: change.by, resolvedAt: tx.now })
    .where(and(eq(quarantinedRows.id, rowId), eq(quarantinedRows.state, "open")))
    .returning({ id: quarantinedRows.id });
  return changed.length > 0;
}

/** With the import its open rows lose their meaning: they would add to nothing. */
export async function discardRowsOf(tx: TenantTx, importId: string): Promise<void> {
  await tx.query(
    "UPDATE quarantined_rows SET state = 'discarded', resolved_at = $2 WHERE import_id = $1 AND state = 'open'",
    [importId, tx.now],
  );
}
