import { Readable } from "node:stream";
import { finished } from "node:stream/promises";
import { type ClickHouseClient, ClickHouseError, ClickHouseLogLevel, createClient } from "@clickhouse/client";
import { err, ok, type Result } from "@yutu/kernel";
import type { Engine, EngineCommand, EngineInsert, EngineQuery } from "../engine.ts";
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

type Outcome<T> = Promise<Result<T, WarehouseProblem>>;

/** A ClickHouse server over HTTP. */
export const openClickHouse = (options: ClickHouseOptions): Engine => new ClickHouseEngine(options);

class ClickHouseEngine implements Engine {
  readonly kind = "clickhouse";
  readonly #client: ClickHouseClient;
  readonly #memory: Readonly<Record<string, string>>;

  constructor({ url, connections, maxMemoryBytes }: ClickHouseOptions) {
    this.#memory = maxMemoryBytes === undefined ? {} : { max_memory_usage: String(maxMemoryBytes) };
    this.#client = createClient({
      url,
      max_open_connections: connections ?? 16,
      // Errors are returned to the caller, who logs them in his own way.
      log: { level: ClickHouseLogLevel.OFF },
      compression: { request: false, response: true },
      // Long lists of values travel in the body.
      use_multipart_params_auto: true,
    });
  }

  query({ sql, params, timeoutMs, signal }: EngineQuery): Outcome<string> {
    const clickhouse_settings = {
      max_execution_time: timeoutMs / 1000,
      output_format_json_quote_64bit_integers: 1 as const,
      cancel_http_readonly_queries_on_client_close: 1 as const,
      ...this.#memory,
    };
    return guarded(timeoutMs, signal, async (abort_signal) => {
      const query_params = { ...params };
      const asked = { query: sql, query_params, format: "JSONEachRow" as const, clickhouse_settings, abort_signal };
      return (await this.#client.query(asked)).text();
    });
  }

  insert({ table, lines, dedupToken, timeoutMs }: EngineInsert): Outcome<void> {
    const clickhouse_settings = { ...insertSettings(dedupToken), max_execution_time: timeoutMs / 1000 };
    return guarded(timeoutMs, undefined, async (abort_signal) => {
      // `insert` wants objects or rows; `exec` sends the bytes as they are.
      const values = Readable.from([lines], { objectMode: false });
      const query = `INSERT INTO ${table} FORMAT JSONEachRow`;
      const sent = await this.#client.exec({ query, values, clickhouse_settings, abort_signal });
      await finished(sent.stream.resume());
    });
  }

  command({ sql, params, timeoutMs }: EngineCommand): Outcome<void> {
    const clickhouse_settings = { max_execution_time: timeoutMs / 1000, wait_end_of_query: 1 as const };
    return guarded(timeoutMs, undefined, async (abort_signal) => {
      await this.#client.command({ query: sql, query_params: { ...params }, clickhouse_settings, abort_signal });
    });
  }

  close(): Promise<void> {
    return this.#client.close();
  }
}

async function guarded<T>(
  timeoutMs: number,
  signal: AbortSignal | undefined,
  work: (abort: AbortSignal) => Promise<T>,
): Outcome<T> {
  const late = AbortSignal.timeout(timeoutMs + GRACE_MS);
  try {
    return ok(await work(signal === undefined ? late : AbortSignal.any([late, signal])));
  } catch (error) {
    signal?.throwIfAborted();
    return err(refusalOf(error, late.aborted));
  }
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
  if (typeof code === "string" && /^(E[A-Z]+|UND_ERR_|CERT_|DEPTH_ZERO)/.test(code)) return true;
  return /socket|timeout|aborted/i.test(error.message);
}
