import type { TenantTx } from "@yutu/database";
import { decodeCursor } from "@yutu/kernel";

export interface AuditRow {
  readonly seq: string;
  readonly at: Date;
  readonly actor_kind: string;
  readonly actor_id: string | null;
  readonly operation: string;
  readonly request_id: string;
  readonly table_name: string;
  readonly row_id: string;
  readonly action: "insert" | "update" | "delete";
  readonly before: Record<string, unknown> | null;
  readonly after: Record<string, unknown> | null;
  readonly hash: string | null;
}

export interface AuditFilter {
  readonly actorId?: string | undefined;
  readonly table?: string | undefined;
  readonly rowId?: string | undefined;
  readonly operation?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

const CONDITIONS = `($1::text IS NULL OR actor_id = $1) AND ($2::text IS NULL OR table_name = $2) AND ($3::text IS NULL OR row_id = $3)
  AND ($4::text IS NULL OR operation = $4) AND ($5::date IS NULL OR at >= ($5::date)::timestamp AT TIME ZONE $7)
  AND ($6::date IS NULL OR at < ($6::date + 1)::timestamp AT TIME ZONE $7)`;

const values = (filter: AuditFilter, timeZone: string): (string | null)[] =>
  [filter.actorId, filter.table, filter.rowId, filter.operation, filter.from, filter.to, timeZone].map(
    (v) => v ?? null,
  );

export function listAudit(
  tx: TenantTx,
  filter: AuditFilter,
  timeZone: string,
  page: { limit: number; cursor?: string | undefined },
): Promise<AuditRow[]> {
  const decoded = page.cursor ? decodeCursor(page.cursor, 1) : undefined;
  const before = decoded?.ok ? decoded.value[0] : null;
  return tx.query<AuditRow>(
    `SELECT * FROM audit_log WHERE ${CONDITIONS} AND ($8::bigint IS NULL OR seq < $8) ORDER BY seq DESC LIMIT $9`,
    [...values(filter, timeZone), before, page.limit + 1],
  );
}

export const readForExport = (
  tx: TenantTx,
  filter: AuditFilter,
  timeZone: string,
  limit: number,
): Promise<AuditRow[]> =>
  tx.query<AuditRow>(`SELECT * FROM audit_log WHERE ${CONDITIONS} ORDER BY seq LIMIT $8`, [
    ...values(filter, timeZone),
    limit,
  ]);

/** Recomputes every hash from the content and the hash before it. */
export async function verifyChain(
  tx: TenantTx,
): Promise<{ sealed: number; unsealed: number; brokenAt: number | null }> {
  const [row] = await tx.query<{ sealed: number; unsealed: number; broken_at: string | null }>(
    `SELECT count(*) FILTER (WHERE hash IS NOT NULL)::int AS sealed, count(*) FILTER (WHERE hash IS NULL)::int AS unsealed,
            min(seq) FILTER (WHERE hash IS NOT NULL AND hash <> expected)::text AS broken_at
     FROM (SELECT seq, hash, yutu.audit_digest(coalesce(lag(hash) OVER (ORDER BY seq), ''), audit_log) AS expected FROM audit_log) AS chain`,
  );
  return {
    sealed: row?.sealed ?? 0,
    unsealed: row?.unsealed ?? 0,
    brokenAt: row?.broken_at ? Number(row.broken_at) : null,
  };
}
