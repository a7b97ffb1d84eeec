import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { ClickHouseError, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { err, ok, type Result } from "@yutu/kernel";
import type { BindValues, Engine } from "../engine.ts";
import { insertSettings } from "../insert-settings.ts";
import { problemOfEngineError, unavailable, type WarehouseProblem, WarehouseStatementError } from "../problems.ts";

export interface ClickHouseOptions {
  /** `http(s)://user:password@host:8123`. */
  readonly url: string;
  /** Requests in flight at once. */
  readonly connections?: number;
  readonly maxMemoryBytes?: number;
}

/** Milliseconds the client waits beyond the limit the server enforces. */
const GRACE_MS = 2_000;

/** A ClickHouse server over HTTP. */
export function openClickHouse(options: ClickHouseOptions): Engine {
  const client = createClient({
    url: options.url,
    max_open_connections: options.connections ?? 16,
    // Errors are returned to the caller, who logs them in his own way.
    log: { level: ClickHouseLogLevel.OFF },
    compression: { request: false, response: true },
  });
  const memory = options.maxMemoryBytes === undefined ? {} : { max_memory_usage: String(options.maxMemoryBytes) };

  async function guarded<T>(
    timeoutMs: number,
    signal: AbortSignal | undefined,
    work: (abort: AbortSignal) => Promise<T>,
  ): Promise<Result<T, WarehouseProblem>> {
    const late = AbortSignal.timeout(timeoutMs + GRACE_MS);
    try {
      return ok(await work(signal === undefined ? late : AbortSignal.any([late, signal])));
    } catch (error) {
      signal?.throwIfAborted();
      return err(refusalOf(error, late.aborted));
    }
  }

  return {
    kind: "clickhouse",
    query: ({ sql, params, timeoutMs, signal }) =>
      guarded(timeoutMs, signal, async (abort_signal) => {
        const clickhouse_settings = {
          max_execution_time: timeoutMs / 1000,
          output_format_json_quote_64bit_integers: 1 as const,
          cancel_http_readonly_queries_on_client_close: 1 as const,
          ...memory,
        };
        const rows = await client.query({
          query: sql,
          query_params: { ...params },
          format: "JSONEachRow",
          clickhouse_settings,
          abort_signal,
        });
        return rows.text();
      }),
    insert: ({ table, lines, dedupToken, timeoutMs }) =>
      guarded(timeoutMs, undefined, async (abort_signal) => {
        const clickhouse_settings = { ...insertSettings(dedupToken), max_execution_time: timeoutMs / 1000 };
        // `insert` wants objects or rows; `exec` sends the bytes as they are.
        const values = Readable.from([lines], { objectMode: false });
        const sent = await client.exec({
          query: `INSERT INTO ${table} FORMAT JSONEachRow`,
          values,
          clickhouse_settings,
          abort_signal,
        });
        await finished(sent.stream.resume());
      }),
    command: ({ sql, params, timeoutMs }) =>
      guarded(timeoutMs, undefined, async (abort_signal) => {
        await client.command({
          query: sql,
          query_params: { ...(params satisfies BindValues) },
          clickhouse_settings: { max_execution_time: timeoutMs / 1000, wait_end_of_query: 1 },
          abort_signal,
        });
      }),
    close: () => client.close(),
  };
}

/** @throws WarehouseStatementError when the statement itself is wrong */
function refusalOf(error: unknown, isLate: boolean): WarehouseProblem {
  if (isLate) return problemOfEngineError(159, "") ?? unavailable("");
  if (error instanceof ClickHouseError) {
    const refusal = problemOfEngineError(Number(error.code), error.message);
    if (refusal === null) throw new WarehouseStatementError(Number(error.code), error.message);
    return refusal;
  }
  if (isNetworkError(error)) return unavailable("The analytics server cannot be reached.");
  throw error;
}

function isNetworkError(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const code = "code" in error ? error.code : undefined;
  return (
    (typeof code === "string" && /^(E[A-Z]+|UND_ERR_|CERT_|DEPTH_ZERO)/.test(code)) ||
    /socket|timeout|aborted/i.test(error.message)
  );
}
