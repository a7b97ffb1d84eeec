import type { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { to as copyTo } from "pg-copy-streams";
import { BackupRefused } from "./backup-refused.ts";
import { type CopiedTable, quoted, quotedColumns, tablesOf } from "./catalogue.ts";

export interface ExportedTable extends CopiedTable {
  readonly rows: number;
}

export interface DatabaseExport {
  readonly serverVersion: string;
  /** Migrations the database had, in order of their names. */
  readonly migrations: readonly { readonly name: string; readonly checksum: string }[];
  /** Version of the job tables, null before they were made. */
  readonly queueVersion: number | null;
  readonly tables: readonly ExportedTable[];
}

const MIGRATIONS = "SELECT name, checksum FROM public.migrations ORDER BY name";

/**
 * Writes every table in PostgreSQL's COPY text format, all as of one instant: other sessions may go on writing.
 * @param open makes the place one table's text goes to
 */
export async function exportTables(
  connection: pg.ClientConfig,
  open: (table: string) => Promise<Writable>,
): Promise<DatabaseExport> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("BEGIN TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const version = await client.query<{ server_version: string }>("SHOW server_version");
    const made = await client.query<{ found: boolean }>("SELECT to_regclass('public.migrations') IS NOT NULL AS found");
    if (!made.rows[0]?.found)
      throw new BackupRefused("There is nothing to back up: the product was never started here.");
    const migrations = await client.query<{ name: string; checksum: string }>(MIGRATIONS);
    const tables: ExportedTable[] = [];
    for (const table of await tablesOf(client)) {
      const source = client.query(
        copyTo(`COPY (SELECT ${quotedColumns(table.columns)} FROM ${quoted(table.name)}) TO STDOUT`),
      );
      await pipeline(source, await open(table.name));
      tables.push({ ...table, rows: source.rowCount });
    }
    const hasQueue = tables.some(({ name }) => name.startsWith("pgboss."));
    const queue = hasQueue ? await client.query<{ version: number }>("SELECT version FROM pgboss.version") : undefined;
    await client.query("COMMIT");
    return {
      serverVersion: version.rows[0]?.server_version ?? "",
      migrations: migrations.rows,
      queueVersion: queue?.rows[0]?.version ?? null,
      tables,
    };
  } finally {
    await client.end();
  }
}
