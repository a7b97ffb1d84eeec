import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { bootApp, ROOT, type TestApp } from "@yutu/testkit";
import { is } from "drizzle-orm";
import { toSnakeCase } from "drizzle-orm/casing";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

/** A column in one line: `budget_lines.planned_minor bigint not null`. */
type Columns = ReadonlySet<string>;

/** Tables that are reached in SQL only: those of the platform, and two of modules whose statements no query builder writes. */
const SQL_ONLY = ["audit_log", "event_spool", "idempotency_keys", "inbox", "migrations", "outbox", "task_counters"];

const lineOf = (table: string, column: string, type: string, isRequired: boolean): string =>
  `${table}.${column} ${type.replace(/\s*([(),])\s*/g, "$1").toLowerCase()}${isRequired ? " not null" : ""}`;

/** What the modules' `server/tables.ts` say. */
async function declaredColumns(): Promise<Columns> {
  const found: string[] = [];
  const modules = path.join(ROOT, "modules");
  for (const name of await readdir(modules)) {
    const file = path.join(modules, name, "src", "server", "tables.ts");
    if (!existsSync(file)) continue;
    const declared: Record<string, unknown> = await import(pathToFileURL(file).href);
    for (const table of Object.values(declared)) {
      if (!is(table, PgTable)) continue;
      const { name: tableName, schema, columns } = getTableConfig(table);
      const full = schema === undefined || schema === "public" ? tableName : `${schema}.${tableName}`;
      for (const column of columns) {
        const columnName = column.keyAsName ? toSnakeCase(column.name) : column.name;
        found.push(lineOf(full, columnName, column.getSQLType(), column.notNull));
      }
    }
  }
  return new Set(found);
}

/** What the migrations made. */
async function storedColumns(app: TestApp): Promise<Columns> {
  const rows = await app.sql<{ table: string; column: string; type: string; required: boolean }>(
    `SELECT CASE n.nspname WHEN 'public' THEN '' ELSE n.nspname || '.' END || c.relname AS table,
            a.attname AS column, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS required
       FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid JOIN pg_namespace n ON n.oid = c.relnamespace
      WHERE n.nspname IN ('public', 'system') AND c.relkind IN ('r', 'p') AND NOT c.relispartition
        AND a.attnum > 0 AND NOT a.attisdropped`,
  );
  return new Set(rows.map((row) => lineOf(row.table, row.column, row.type, row.required)));
}

const tablesOf = (columns: Columns): string[] =>
  [...new Set([...columns].map((line) => /^(.*)\.[^. ]+ /.exec(line)?.[1] ?? ""))].sort();

const isBuilt = (line: string): boolean => !SQL_ONLY.some((table) => line.startsWith(`${table}.`));

describe("tables that the modules declare", () => {
  let app: TestApp;
  let declared: Columns;
  let stored: Columns;
  beforeAll(async () => {
    app = await bootApp();
    [declared, stored] = [await declaredColumns(), await storedColumns(app)];
  });
  afterAll(() => app.close());

  it("are those of the migrated database, none more and none less", () => {
    expect([...tablesOf(declared), ...SQL_ONLY].sort()).toEqual(tablesOf(stored));
  });

  it("have the same columns, of the same type, that may be null or not", () => {
    const missing = [...declared].filter((line) => !stored.has(line)).map((line) => `declared only: ${line}`);
    const extra = [...stored].filter((line) => isBuilt(line) && !declared.has(line)).map((l) => `stored only: ${l}`);
    expect([...missing, ...extra].sort()).toEqual([]);
  });
});
