import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { BackupRefused } from "@yutu/database";
import { type Engine, FACT_TABLES } from "@yutu/warehouse";
import type { Manifest, Piece } from "./manifest.ts";
import { readCompressed, writePiece } from "./pieces.ts";

const DATABASE = "yutu";
const ROWS_PER_FILE = 50_000;
const TIMEOUT_MS = 10 * 60_000;

type CopiedFacts = Manifest["warehouse"][number];

async function rowsOf<Row>(engine: Engine, sql: string, params: Record<string, string | number> = {}): Promise<Row[]> {
  const lines = await linesOf(engine, sql, params);
  return lines === "" ? [] : (JSON.parse(`[${lines.trimEnd().replaceAll("\n", ",")}]`) as Row[]);
}

async function linesOf(engine: Engine, sql: string, params: Record<string, string | number>): Promise<string> {
  const answer = await engine.query({ sql, params, timeoutMs: TIMEOUT_MS });
  if (!answer.ok) throw new Error(answer.error.detail);
  return answer.value;
}

async function command(engine: Engine, sql: string): Promise<void> {
  const done = await engine.command({ sql, params: {}, timeoutMs: TIMEOUT_MS });
  if (!done.ok) throw new Error(done.error.detail);
}

/** The fact tables that the engine has; none before the first start. */
async function tablesThere(engine: Engine): Promise<string[]> {
  const sql = "SELECT name FROM system.tables WHERE database = {database:String}";
  const there = new Set((await rowsOf<{ name: string }>(engine, sql, { database: DATABASE })).map(({ name }) => name));
  return Object.values(FACT_TABLES)
    .map(({ table }) => table)
    .filter((table) => there.has(table));
}

// Rows as they lie, superseded ones included, so that undoing an import still works afterwards.
// Numbers inside JSON columns keep their type only when they are not quoted.
const PAGE = (table: string): string =>
  `SELECT * FROM ${DATABASE}.${table} WHERE _part = {part:String} AND _part_offset >= {from:UInt64} AND _part_offset < {to:UInt64} SETTINGS output_format_json_quote_64bit_integers = 0`;

async function exportTable(engine: Engine, folder: string, table: string, pieces: Piece[]): Promise<CopiedFacts> {
  const parts = await rowsOf<{ name: string; rows: string }>(
    engine,
    "SELECT name, rows FROM system.parts WHERE database = {database:String} AND table = {table:String} AND active ORDER BY name",
    { database: DATABASE, table },
  );
  const files: string[] = [];
  let rows = 0;
  for (const part of parts) {
    const size = Number(part.rows);
    for (let from = 0; from < size; from += ROWS_PER_FILE) {
      const page = await linesOf(engine, PAGE(table), { part: part.name, from, to: from + ROWS_PER_FILE });
      const file = `warehouse/${table}.${String(files.length).padStart(5, "0")}.jsonl.gz`;
      pieces.push(await writePiece(folder, file, Readable.from([page], { objectMode: false }), true));
      files.push(file);
    }
    rows += size;
  }
  return { table, rows, files };
}

/** Writes all facts as lines of JSON. Merging stands still meanwhile, so that every row is read exactly once. */
export async function exportFacts(engine: Engine, folder: string, pieces: Piece[]): Promise<CopiedFacts[]> {
  const copied: CopiedFacts[] = [];
  for (const table of await tablesThere(engine)) {
    await command(engine, `SYSTEM STOP MERGES ${DATABASE}.${table}`);
    try {
      copied.push(await exportTable(engine, folder, table, pieces));
    } finally {
      await command(engine, `SYSTEM START MERGES ${DATABASE}.${table}`);
    }
  }
  return copied;
}

const countOf = async (engine: Engine, table: string): Promise<number> =>
  Number((await rowsOf<{ n: string }>(engine, `SELECT count() AS n FROM ${DATABASE}.${table}`))[0]?.n ?? 0);

/** @throws BackupRefused when there are facts already */
export async function importFacts(engine: Engine, folder: string, facts: readonly CopiedFacts[]): Promise<void> {
  for (const table of await tablesThere(engine)) {
    if ((await countOf(engine, table)) > 0) throw new BackupRefused(`The warehouse is not empty: ${table} holds rows.`);
  }
  for (const { table, files } of facts) {
    for (const file of files) {
      const lines = new TextEncoder().encode(await text(readCompressed(folder, file)));
      const dedupToken = `restore:${file}`;
      const done = await engine.insert({ table: `${DATABASE}.${table}`, lines, dedupToken, timeoutMs: TIMEOUT_MS });
      if (!done.ok) throw new Error(done.error.detail);
    }
  }
}
