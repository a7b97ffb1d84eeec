import type { Result } from "@yutu/kernel";
import type { WarehouseProblem } from "./problems.ts";

/** Values bound on the server as `{name:Type}`; never pasted into the text. Instants are strings (`2026-11-11 00:00:00.000`), since a `Date` would lose its milliseconds. */
export type BindValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | readonly BindValue[]
  | { readonly [key: string]: string };
export type BindValues = Readonly<Record<string, BindValue>>;

export interface EngineQuery {
  readonly sql: string;
  readonly params: BindValues;
  readonly timeoutMs: number;
  readonly signal?: AbortSignal | undefined;
}

export interface EngineInsert {
  /** `database.table`. */
  readonly table: string;
  /** JSONEachRow lines. */
  readonly lines: Uint8Array;
  /** The same token within the table's window is written once, however often it is sent. */
  readonly dedupToken: string;
  readonly timeoutMs: number;
}

export interface EngineCommand {
  readonly sql: string;
  readonly params: BindValues;
  readonly timeoutMs: number;
}

/**
 * What a ClickHouse engine must do for us, below the tenant wall: only this package sees it.
 * Refusals are values; a statement the engine finds wrong throws `WarehouseStatementError`.
 */
export interface Engine {
  readonly kind: "chdb" | "clickhouse";
  /** Runs a SELECT and gives its rows as JSONEachRow text, 64-bit integers quoted. */
  query(query: EngineQuery): Promise<Result<string, WarehouseProblem>>;
  insert(insert: EngineInsert): Promise<Result<void, WarehouseProblem>>;
  command(command: EngineCommand): Promise<Result<void, WarehouseProblem>>;
  close(): Promise<void>;
}
