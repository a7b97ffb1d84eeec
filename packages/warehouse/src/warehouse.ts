import type { Result } from "@yutu/kernel";
import type { BindValues } from "./engine.ts";
import type { RestatedTable } from "./facts/restatement.ts";
import type { WarehouseProblem } from "./problems.ts";
import type { WarehouseTenant } from "./query/tenant-query.ts";
import type { FactTable } from "./schema/tables.ts";

/** Checks one row; every zod schema is one. 64-bit integers arrive as text: read them with `z.coerce.number()`. */
export interface RowSchema<Row> {
  parse(row: unknown): Row;
}

export interface TenantQuery<Row> {
  /** One SELECT over placeholders such as `{{events}}`, with `{name:Type}` for values. */
  readonly sql: string;
  readonly params?: BindValues;
  readonly row: RowSchema<Row>;
  /** Default 10 s, waiting included. */
  readonly timeoutMs?: number;
  /** Stops the query in the engine, too. The promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** A row without its workspace: the warehouse writes that itself. A string is the JSON text of such an object. */
export type FactRow = string | (Readonly<Record<string, unknown>> & { readonly workspace_id?: never });

export interface TenantRows extends WarehouseTenant {
  readonly rows: readonly FactRow[];
}

/**
 * Facts of all tenants, each seen only through its own window.
 * Refusals (engine away, too slow, too big) are values; a wrong statement, a row the schema refuses and an attempt to
 * leave the tenant throw, since they are bugs.
 */
export interface Warehouse {
  readonly kind: "chdb" | "clickhouse";
  query<Row>(tenant: WarehouseTenant, query: TenantQuery<Row>): Promise<Result<Row[], WarehouseProblem>>;
  /** The answer means durable. Rows sent again under the same token are written once. */
  insert(table: FactTable, batches: readonly TenantRows[], dedupToken: string): Promise<Result<void, WarehouseProblem>>;
  /** Writes a version of restated facts: kept in the history and, being the latest, current. Repeating it changes nothing. */
  restate(
    tenant: WarehouseTenant,
    table: RestatedTable,
    rows: readonly FactRow[],
    dedupToken: string,
  ): Promise<Result<void, WarehouseProblem>>;
  /** After the last `restate` of an import: a row that moved to another day stops counting on the former one. */
  settleImport(
    tenant: WarehouseTenant,
    table: RestatedTable,
    importId: string,
  ): Promise<Result<void, WarehouseProblem>>;
  /** Removes an import's rows; what they replaced counts again. `sequence` is greater than every version so far. Repeatable. */
  undoImport(
    tenant: WarehouseTenant,
    table: RestatedTable,
    importId: string,
    sequence: number,
  ): Promise<Result<void, WarehouseProblem>>;
  /** @throws when the engine does not answer within two seconds */
  ping(): Promise<void>;
  /** Kills what runs and lets go of the engine. */
  close(): Promise<void>;
}
