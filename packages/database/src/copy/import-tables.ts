import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import pg from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { BackupRefused } from "./backup-refused.ts";
import { quoted, quotedColumns, tablesOf } from "./catalogue.ts";
import type { DatabaseExport, ExportedTable } from "./export-tables.ts";

interface ForeignKey {
  readonly table: string;
  readonly name: string;
  readonly definition: string;
}

const FOREIGN_KEYS = `
  SELECT c.conrelid::regclass::text AS table, quote_ident(c.conname) AS name, pg_get_constraintdef(c.oid) AS definition
  FROM pg_constraint c JOIN pg_class r ON r.oid = c.conrelid JOIN pg_namespace n ON n.oid = r.relnamespace
  WHERE c.contype = 'f' AND c.conparentid = 0 AND n.nspname IN ('public', 'system', 'pgboss')`;

// An identity or serial column goes on after the highest number that came in.
const SEQUENCES = `
  SELECT format('SELECT setval(%L, greatest(coalesce(max(%I), 0), 1), max(%I) IS NOT NULL) FROM %I.%I',
    s.oid::regclass::text, a.attname, a.attname, n.nspname, t.relname) AS statement
  FROM pg_class s JOIN pg_depend d ON d.objid = s.oid AND d.classid = 'pg_class'::regclass AND d.deptype IN ('a', 'i') AND d.refobjsubid > 0
  JOIN pg_class t ON t.oid = d.refobjid JOIN pg_namespace n ON n.oid = t.relnamespace
  JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = d.refobjsubid
  WHERE s.relkind = 'S' AND n.nspname IN ('public', 'system', 'pgboss')`;

/** Names of tables that hold rows already; those that setting up fills are left out. */
async function filledTables(client: pg.ClientBase): Promise<string[]> {
  const filled: string[] = [];
  for (const { name } of await tablesOf(client)) {
    if (name.startsWith("pgboss.")) continue;
    const { rows } = await client.query<{ found: boolean }>(`SELECT EXISTS (SELECT FROM ${quoted(name)}) AS found`);
    if (rows[0]?.found) filled.push(name);
  }
  return filled;
}

async function checkTarget(client: pg.ClientBase, source: DatabaseExport): Promise<void> {
  const filled = await filledTables(client);
  if (filled.length > 0)
    throw new BackupRefused(`The database is not empty: ${filled.slice(0, 5).join(", ")} hold rows.`);
  const there = new Map((await tablesOf(client)).map((t) => [t.name, new Set(t.columns)]));
  for (const { name, columns } of source.tables) {
    const missing = columns.filter((column) => !there.get(name)?.has(column));
    if (missing.length > 0) throw new BackupRefused(`This build has no place for ${name} (${missing.join(", ")}).`);
  }
  const queue = await client.query<{ version: number }>("SELECT version FROM pgboss.version");
  if (source.queueVersion !== null && queue.rows[0]?.version !== source.queueVersion)
    throw new BackupRefused(
      "The backup holds jobs of another version: restore it with the release that made it, then upgrade.",
    );
}

async function fill(client: pg.ClientBase, table: ExportedTable, content: Readable): Promise<void> {
  const target = client.query(copyFrom(`COPY ${quoted(table.name)} (${quotedColumns(table.columns)}) FROM STDIN`));
  await pipeline(content, target);
  if (target.rowCount !== table.rows)
    throw new Error(`${table.name}: ${target.rowCount} rows came in, the backup says ${table.rows}`);
}

/**
 * Fills the empty tables of a migrated database, in one transaction: either everything is there afterwards, or nothing.
 * References are checked at the end, so the order of the tables does not matter; the audit log comes from the backup
 * and is not written again.
 * @throws BackupRefused when there are rows already, or the tables differ
 */
export async function importTables(
  connection: pg.ClientConfig,
  source: DatabaseExport,
  open: (table: string) => Readable,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  try {
    await client.query("BEGIN");
    await checkTarget(client, source);
    const keys = (await client.query<ForeignKey>(FOREIGN_KEYS)).rows;
    for (const { table, name } of keys) await client.query(`ALTER TABLE ${table} DROP CONSTRAINT ${name}`);
    const names = source.tables.map(({ name }) => quoted(name));
    await client.query(`TRUNCATE ${names.join(", ")}`);
    for (const table of source.tables) {
      await client.query(`ALTER TABLE ${quoted(table.name)} DISABLE TRIGGER USER`);
      await fill(client, table, open(table.name));
      await client.query(`ALTER TABLE ${quoted(table.name)} ENABLE TRIGGER USER`);
    }
    for (const { table, name, definition } of keys)
      await client.query(`ALTER TABLE ${table} ADD CONSTRAINT ${name} ${definition}`);
    const sequences = await client.query<{ statement: string }>(SEQUENCES);
    for (const { statement } of sequences.rows) await client.query(statement);
    await client.query("COMMIT");
    await client.query("ANALYZE");
  } finally {
    await client.end();
  }
}
