import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import pg from "pg";

export interface Migration {
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

/** The database and this build do not fit each other; nothing was changed. */
export class MigrationRefused extends Error {
  override readonly name = "MigrationRefused";
}

const NAME = /^\d{4}_[a-z0-9_]+\.sql$/;

/** Reads a folder of `NNNN_name.sql` in order; two files with one number are an error. */
export async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => NAME.test(name)).sort();
  const numbers = names.map((name) => name.slice(0, 4));
  const twice = numbers.find((number, i) => numbers[i + 1] === number);
  if (twice) throw new Error(`two migrations have the number ${twice}`);
  return Promise.all(
    names.map(async (name) => {
      const sql = await readFile(path.join(folder, name), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

// Any number will do as long as every node uses the same one.
const LOCK = 7_268_001;

/**
 * Applies what is missing, each migration in its own transaction, one process at a time. Forward only: a migration
 * that was applied and then edited is refused, as is a database that is ahead of this build.
 * @returns names applied now
 */
export async function migrate(connection: pg.ClientConfig, migrations: readonly Migration[]): Promise<string[]> {
  const client = new pg.Client(connection);
  await client.connect();
  const applied: string[] = [];
  try {
    // The default path begins with a schema of the user's own name, which ours could be.
    await client.query("SET search_path = public");
    await client.query("SELECT pg_advisory_lock($1)", [LOCK]);
    await client.query(
      "CREATE TABLE IF NOT EXISTS public.migrations (name text PRIMARY KEY, checksum text NOT NULL, applied_at timestamptz NOT NULL DEFAULT now())",
    );
    const rows = await client.query<{ name: string; checksum: string }>("SELECT name, checksum FROM public.migrations");
    const done = new Map(rows.rows.map((row) => [row.name, row.checksum]));
    for (const name of done.keys()) {
      if (!migrations.some((m) => m.name === name))
        throw new MigrationRefused(
          `The database has migration ${name}, which this build does not know: use a newer build.`,
        );
    }
    for (const migration of migrations) {
      const known = done.get(migration.name);
      if (known === migration.checksum) continue;
      if (known !== undefined)
        throw new MigrationRefused(`Migration ${migration.name} was changed after it was applied.`);
      await client.query("BEGIN");
      try {
        await client.query(migration.sql);
        await client.query("INSERT INTO public.migrations (name, checksum) VALUES ($1, $2)", [
          migration.name,
          migration.checksum,
        ]);
        await client.query("COMMIT");
      } catch (error) {
        await client.query("ROLLBACK");
        throw new Error(`migration ${migration.name} failed: ${(error as Error).message}`, { cause: error });
      }
      applied.push(migration.name);
    }
  } finally {
    await client.end();
  }
  return applied;
}

/** Creates a database when it is missing; `template` clones another one. */
export async function ensureDatabase(admin: pg.ClientConfig, name: string, template?: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  try {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [name]);
    if (found.rowCount) return;
    const from = template ? ` TEMPLATE ${pg.escapeIdentifier(template)}` : "";
    await client.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}${from}`);
  } finally {
    await client.end();
  }
}
