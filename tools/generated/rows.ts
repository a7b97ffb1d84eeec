import { makeId } from "@yutu/kernel";
import type { TestApp } from "@yutu/testkit";
import type { IdFor } from "./sample.ts";

/** Every id of a workspace, wherever it is stored. */
export async function idsOf(app: TestApp, workspaceId: string): Promise<Set<string>> {
  const tables = await app.sql<{ name: string }>(
    `SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name
       FROM information_schema.columns
      WHERE table_schema IN ('public', 'system') AND column_name IN ('id', 'workspace_id') AND data_type = 'text'
      GROUP BY 1 HAVING count(*) = 2`,
  );
  const found = new Set<string>();
  for (const { name } of tables) {
    const rows = await app.sql<{ id: string }>(`SELECT id FROM ${name} WHERE workspace_id = $1`, [workspaceId]);
    for (const { id } of rows) found.add(id);
  }
  return found;
}

/** Chooses among the ids that exist; for a prefix without any, a well-formed id of nothing. `missing` collects those prefixes. */
export function chooseFrom(ids: ReadonlySet<string>, missing: Set<string>): IdFor {
  return (prefix) => {
    const found = [...ids].findLast((id) => id.startsWith(`${prefix}_`));
    if (found === undefined) missing.add(prefix);
    return found ?? makeId(prefix, Date.UTC(2026, 0, 1), new Uint8Array(10));
  };
}
