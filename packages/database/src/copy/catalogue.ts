import pg from "pg";

/** A table as it stands in a backup. */
export interface CopiedTable {
  /** `schema.table`, as PostgreSQL writes it. */
  readonly name: string;
  /** Columns in the order of the file; computed ones are left out. */
  readonly columns: readonly string[];
}

/** Schemas that hold what people entered, and the jobs that wait. */
const SCHEMAS = ["public", "system", "pgboss"];
/** What the programs write themselves when they set a database up. */
const MADE_BY_SETUP = ["public.migrations", "pgboss.version"];

const TABLES = `
  SELECT format('%s.%s', n.nspname, c.relname) AS name, array_agg(a.attname::text ORDER BY a.attnum) AS columns
  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
  JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attgenerated = ''
  WHERE n.nspname = ANY ($1) AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  GROUP BY 1 ORDER BY 1`;

/** Every table with data of ours. */
export async function tablesOf(client: pg.ClientBase): Promise<CopiedTable[]> {
  const { rows } = await client.query<CopiedTable>(TABLES, [SCHEMAS]);
  return rows.filter(({ name }) => !MADE_BY_SETUP.includes(name));
}

/** `"schema"."table"` for a statement. */
export const quoted = (name: string): string => name.split(".").map(pg.escapeIdentifier).join(".");

export const quotedColumns = (columns: readonly string[]): string => columns.map(pg.escapeIdentifier).join(", ");
