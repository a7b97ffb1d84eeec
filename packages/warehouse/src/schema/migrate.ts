import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "@yutu/kernel";
import type { Engine } from "../engine.ts";
import type { WarehouseProblem } from "../problems.ts";
import { type DdlTarget, expandDdl, splitStatements } from "./ddl-macros.ts";

const FILE = /^(\d{4})_([a-z0-9_]+)\.sql$/;
const TIMEOUT_MS = 120_000;

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly checksum: string;
}

async function readMigrations(folder: string): Promise<Migration[]> {
  const names = (await readdir(folder)).filter((name) => FILE.test(name)).sort();
  const migrations = await Promise.all(
    names.map(async (name) => {
      const sql = await readFile(join(folder, name), "utf8");
      return {
        number: Number(name.slice(0, 4)),
        name: name.slice(5, -4),
        sql,
        checksum: createHash("sha256").update(sql).digest("hex"),
      };
    }),
  );
  migrations.forEach((migration, i) => {
    if (migration.number === migrations[i - 1]?.number)
      throw new Error(`two ClickHouse migrations have the number ${migration.number}`);
  });
  return migrations;
}

/**
 * Applies the migrations of a folder (`NNNN_name.sql`) that are not yet recorded in `<database>.schema_migrations`, in order.
 * Statements are idempotent (`IF NOT EXISTS`), so one that was cut short is simply run again.
 * @returns the names applied now
 * @throws when a recorded migration was changed afterwards
 */
export async function migrateWarehouse(
  engine: Engine,
  folder: string,
  target: DdlTarget,
): Promise<Result<string[], WarehouseProblem>> {
  const run = (sql: string, params = {}) =>
    engine.command({ sql: expandDdl(sql, target), params, timeoutMs: TIMEOUT_MS });
  const setUp = [
    "CREATE DATABASE IF NOT EXISTS {database} {on_cluster}",
    "CREATE TABLE IF NOT EXISTS {database}.schema_migrations {on_cluster} (number UInt32, name String, checksum String, applied_at DateTime64(3, 'UTC') DEFAULT now64(3)) ENGINE = {engine:ReplacingMergeTree()} ORDER BY number SETTINGS fsync_after_insert = 1",
  ];
  for (const statement of setUp) {
    const made = await run(statement);
    if (!made.ok) return made;
  }
  const recorded = await engine.query({
    sql: `SELECT number, checksum FROM ${target.database}.schema_migrations`,
    params: {},
    timeoutMs: TIMEOUT_MS,
  });
  if (!recorded.ok) return recorded;
  const done = new Map(
    recorded.value
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as { number: number; checksum: string })
      .map((row) => [row.number, row.checksum]),
  );
  const applied: string[] = [];
  for (const migration of await readMigrations(folder)) {
    const before = done.get(migration.number);
    if (before === migration.checksum) continue;
    if (before !== undefined)
      throw new Error(`ClickHouse migration ${migration.number}_${migration.name} was changed after it was applied`);
    const result = await apply(engine, migration, target);
    if (!result.ok) return result;
    applied.push(migration.name);
  }
  return ok(applied);
}

async function apply(engine: Engine, migration: Migration, target: DdlTarget): Promise<Result<void, WarehouseProblem>> {
  for (const statement of splitStatements(migration.sql)) {
    const done = await engine.command({ sql: expandDdl(statement, target), params: {}, timeoutMs: TIMEOUT_MS });
    if (!done.ok) return done;
  }
  return engine.command({
    sql: `INSERT INTO ${target.database}.schema_migrations (number, name, checksum) SELECT {number:UInt32}, {name:String}, {checksum:String}`,
    params: { number: migration.number, name: migration.name, checksum: migration.checksum },
    timeoutMs: TIMEOUT_MS,
  });
}
