import type { TenantTx } from "@yutu/database";
import { ID_PATTERN } from "@yutu/kernel";
import type { AuditRow } from "./audit.ts";

/** What the log knows of a record: how it was last called, its money, and the records it belongs to. */
interface KnownRecord {
  readonly id: string;
  readonly name: string | null;
  readonly currency: string | null;
  readonly parent_id: string | null;
  readonly project_id: string | null;
}

export interface EntryWords {
  /** Names by record id, as far as the log knows them. */
  readonly names: Readonly<Record<string, string>>;
  /** Of the amounts in the entry. */
  readonly currency: string;
}

/** Columns that name what a record without a name of its own belongs to, the nearest first. */
const PARENTS = [
  "approval_id",
  "claim_id",
  "asset_id",
  "kpi_id",
  "task_id",
  "file_id",
  "from_id",
  "member_id",
  "project_id",
];
const PARENT = `coalesce(${PARENTS.map((column) => `nullif(state ->> '${column}', '')`).join(", ")})`;

/** The last value each record had in the columns that say what it is; the log holds every audited record from its first day. */
const knownRecords = (tx: TenantTx, ids: readonly string[]): Promise<KnownRecord[]> =>
  tx.query<KnownRecord>(
    `SELECT row_id AS id,
       (array_agg(named ORDER BY seq DESC) FILTER (WHERE named IS NOT NULL))[1] AS name,
       (array_agg(state ->> 'currency' ORDER BY seq DESC) FILTER (WHERE state ->> 'currency' IS NOT NULL))[1] AS currency,
       (array_agg(${PARENT} ORDER BY seq) FILTER (WHERE ${PARENT} IS NOT NULL))[1] AS parent_id,
       (array_agg(state ->> 'project_id' ORDER BY seq DESC) FILTER (WHERE state ->> 'project_id' IS NOT NULL))[1] AS project_id
     FROM (SELECT row_id, seq, state, coalesce(state ->> 'name', state ->> 'title') AS named
           FROM (SELECT row_id, seq, coalesce(after, before) AS state FROM audit_log WHERE row_id = ANY($1)) AS states) AS records
     GROUP BY row_id`,
    [ids],
  );

const idsIn = (row: Readonly<Record<string, unknown>> | null): string[] =>
  Object.entries(row ?? {})
    .flatMap(([column, value]: [string, unknown]) => (column === "workspace_id" ? [] : value))
    .filter((value): value is string => typeof value === "string" && ID_PATTERN.test(value));

/** Says of each entry what the ids in it are called and which currency its amounts have. */
export async function wordsOfEntries(
  tx: TenantTx,
  rows: readonly AuditRow[],
  workspaceCurrency: string,
): Promise<(row: AuditRow) => EntryWords> {
  const known = new Map<string, KnownRecord>();
  const learn = async (ids: readonly string[]): Promise<void> => {
    const missing = [...new Set(ids)].filter((id) => id !== "" && !known.has(id));
    if (missing.length === 0) return;
    for (const record of await knownRecords(tx, missing)) known.set(record.id, record);
  };
  await learn(rows.flatMap((row) => [row.row_id, ...idsIn(row.before), ...idsIn(row.after)]));
  await learn([...known.values()].flatMap(({ parent_id, project_id }) => [parent_id ?? "", project_id ?? ""]));
  const currencyOf = (id: string): string | null => {
    const record = known.get(id);
    if (record === undefined) return null;
    if (record.currency !== null) return record.currency;
    return known.get(record.parent_id ?? "")?.currency ?? known.get(record.project_id ?? "")?.currency ?? null;
  };
  return (row) => {
    const ids = [row.row_id, ...idsIn(row.before), ...idsIn(row.after)];
    const named = ids.flatMap((id): [string, string][] => {
      const record = known.get(id);
      const name = record?.name ?? known.get(record?.parent_id ?? "")?.name;
      return name ? [[id, name]] : [];
    });
    return { names: Object.fromEntries(named), currency: currencyOf(row.row_id) ?? workspaceCurrency };
  };
}
