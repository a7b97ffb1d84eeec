import { mapOk, ok, type Result } from "@yutu/kernel";
import { type ChdbOptions, openChdb } from "./chdb/engine.ts";
import { type ClickHouseOptions, openClickHouse } from "./clickhouse/engine.ts";
import type { BindValues, Engine } from "./engine.ts";
import { RESTATED, settleStatement, undoStatements } from "./facts/restatement.ts";
import { rowLines } from "./facts/row-lines.ts";
import type { WarehouseProblem } from "./problems.ts";
import { compileTenantQuery } from "./query/tenant-query.ts";
import type { DdlTarget } from "./schema/ddl-macros.ts";
import { migrateWarehouse } from "./schema/migrate.ts";
import { FACT_TABLES } from "./schema/tables.ts";
import type { FactRow, TenantQuery, Warehouse } from "./warehouse.ts";

const QUERY_TIMEOUT_MS = 10_000;
const WRITE_TIMEOUT_MS = 300_000;
const PING_TIMEOUT_MS = 2_000;

interface CommonOptions {
  /** Folder of `NNNN_name.sql`, applied before the warehouse is handed out. */
  readonly migrationsDir: string;
  /** Name of the ClickHouse database. */
  readonly database?: string;
  /** Restarts and other news of the engine, one line each. */
  readonly onLog?: (line: string) => void;
}

export type WarehouseOptions = CommonOptions &
  (
    | ({ readonly kind: "chdb" } & ChdbOptions)
    | ({ readonly kind: "clickhouse"; readonly cluster?: string | undefined } & ClickHouseOptions)
  );

type Outcome<T> = Promise<Result<T, WarehouseProblem>>;

/**
 * Opens the warehouse on the engine asked for and brings its schema up to date.
 * @throws WarehouseLockedError when another process holds the embedded engine's folder
 * @throws when the engine cannot be reached or refuses a migration
 */
export async function openWarehouse(options: WarehouseOptions): Promise<Warehouse> {
  const database = options.database ?? "yutu";
  if (!/^[a-z][a-z0-9_]{0,62}$/.test(database)) throw new RangeError(`not a database name: ${database}`);
  const engine = options.kind === "chdb" ? await openChdb(options) : openClickHouse(options);
  const target = { database, cluster: options.kind === "clickhouse" ? options.cluster : undefined };
  const migrated = await migrateWarehouse(engine, options.migrationsDir, target).catch(async (error: unknown) => {
    await engine.close();
    throw error;
  });
  if (migrated.ok) {
    for (const name of migrated.value) options.onLog?.(`applied warehouse migration ${name}`);
    return warehouseOn(engine, target);
  }
  await engine.close();
  throw new Error(migrated.error.detail);
}

/** A warehouse over an engine that is already open. */
export function warehouseOn(engine: Engine, target: DdlTarget): Warehouse {
  const { database } = target;
  const write = (table: string, lines: Uint8Array, dedupToken: string): Outcome<void> =>
    engine.insert({ table: `${database}.${table}`, lines, dedupToken, timeoutMs: WRITE_TIMEOUT_MS });

  return {
    kind: engine.kind,
    query: async (tenant, query) => {
      const compiled = compileTenantQuery(tenant, query.sql, query.params ?? {}, database);
      const timeoutMs = query.timeoutMs ?? QUERY_TIMEOUT_MS;
      // A dashboard asks a dozen questions under one signal: each listens to its own, so that none counts as a leak.
      const text = await engine.query({
        ...compiled,
        timeoutMs,
        signal: query.signal && AbortSignal.any([query.signal]),
      });
      return mapOk(text, (lines) => readRows(lines, query));
    },
    insert: async (table, batches, dedupToken) => {
      const rows = batches.reduce((sum, batch) => sum + batch.rows.length, 0);
      return rows === 0 ? ok(undefined) : write(FACT_TABLES[table].table, rowLines(batches), dedupToken);
    },
    restate: async ({ workspaceId }, table, rows: readonly FactRow[], dedupToken) => {
      if (rows.length === 0) return ok(undefined);
      const lines = rowLines([{ workspaceId, rows }]);
      // Side by side: a caller that is refused repeats both, and both take a repetition as one.
      const { versions, current } = RESTATED[table];
      const [kept, counts] = await Promise.all([write(versions, lines, dedupToken), write(current, lines, dedupToken)]);
      return kept.ok ? counts : kept;
    },
    settleImport: ({ workspaceId }, table, importId) => {
      const statement = settleStatement(table, database);
      return inOrder(engine, statement === null ? [] : [statement], { workspaceId, importId });
    },
    undoImport: ({ workspaceId }, table, importId, sequence) =>
      inOrder(engine, undoStatements(table, database), { workspaceId, importId, sequence }),
    ping: async () => {
      const one = await engine.query({ sql: "SELECT 1 AS one", params: {}, timeoutMs: PING_TIMEOUT_MS });
      if (!one.ok) throw new Error(one.error.detail);
    },
    close: () => engine.close(),
  };
}

async function inOrder(engine: Engine, statements: readonly string[], params: BindValues): Outcome<void> {
  for (const sql of statements) {
    const done = await engine.command({ sql, params, timeoutMs: WRITE_TIMEOUT_MS });
    if (!done.ok) return done;
  }
  return ok(undefined);
}

function readRows<Row>(lines: string, query: TenantQuery<Row>): Row[] {
  const text = lines.trimEnd();
  if (text === "") return [];
  const rows: unknown[] = JSON.parse(`[${text.replaceAll("\n", ",")}]`);
  return rows.map((row) => query.row.parse(row));
}
