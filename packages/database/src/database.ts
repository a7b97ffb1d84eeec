import type { Clock, IdSource } from "@yutu/kernel";
import { drizzle } from "drizzle-orm/node-postgres";
import pg from "pg";
import type { Queries, SystemTx, TenantContext, TenantTx } from "./context.ts";
import { DatabaseUnavailable, isConnectionLoss, isRetryable } from "./errors.ts";
import { appendEvent, notifyBrowsers } from "./outbox.ts";
import { preparing, Statements } from "./statements.ts";

export interface DatabaseOptions {
  readonly connection: pg.ClientConfig;
  readonly poolSize: number;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly onError: (error: Error) => void;
}

/** A refusal: makes the transaction roll back while its value is still handed to the caller. */
interface MaybeRefusal {
  readonly ok?: boolean;
}

export interface Database {
  /**
   * Runs `fn` in a transaction that sees one workspace only. Commits, unless `fn` throws or its value is a refused
   * `Result` (`ok: false`): a refusal leaves no trace. Deadlocks are retried, so `fn` must have no effect outside.
   * @throws DatabaseUnavailable when the database is away
   */
  withTenant<T>(context: TenantContext, fn: (tx: TenantTx) => Promise<T>): Promise<T>;
  /** Runs `fn` as the owner, outside the tenant wall. `reason` says why, for readers and logs. */
  withSystem<T>(reason: string, fn: (tx: SystemTx) => Promise<T>): Promise<T>;
  /** One statement as the owner in one round trip, for what every request needs. */
  querySystem<Row extends object>(reason: string, text: string, values?: readonly unknown[]): Promise<Row[]>;
  /**
   * Calls `onMessage` for each notification on a channel until the returned function is called. Reconnects by itself;
   * `onGap` then tells that notifications may have been missed.
   */
  listen(channel: string, onMessage: (payload: string) => void, onGap?: () => void): Promise<() => Promise<void>>;
  ping(): Promise<void>;
  readonly connection: pg.ClientConfig;
  close(): Promise<void>;
}

const ATTEMPTS = 4;
const isRefusal = (value: unknown): boolean =>
  typeof value === "object" && value !== null && (value as MaybeRefusal).ok === false;

function beginStatement(context: TenantContext): string {
  const set = (name: string, value: string) => `set_config('app.${name}', ${pg.escapeLiteral(value)}, true)`;
  return [
    context.readOnly ? "BEGIN READ ONLY" : "BEGIN",
    "SET LOCAL ROLE yutu_app",
    `SELECT ${set("workspace_id", context.workspaceId)}, ${set("actor_kind", context.actor.kind)}, ${set("actor_id", context.actor.id ?? "")}, ${set("operation", context.operation)}, ${set("request_id", context.requestId)}`,
  ].join("; ");
}

const statements = new Statements();

/** Runs a statement, prepared when its text comes often. */
async function ask<Row extends object>(
  client: pg.PoolClient | pg.Pool,
  text: string,
  values: readonly unknown[],
): Promise<Row[]> {
  const name = statements.nameOf(text);
  return (await client.query<Row & pg.QueryResultRow>({ name, text, values: [...values] })).rows;
}

const queryOn =
  (client: pg.PoolClient) =>
  <Row extends object>(text: string, values: readonly unknown[] = []): Promise<Row[]> =>
    ask<Row>(client, text, values);

const queriesOf = (client: pg.PoolClient): Queries =>
  drizzle(preparing(client, statements) as pg.PoolClient, { casing: "snake_case" });

async function listenForever(
  options: DatabaseOptions,
  channel: string,
  onMessage: (payload: string) => void,
  onGap: () => void,
): Promise<() => Promise<void>> {
  let closed = false;
  let current: pg.Client | undefined;
  const connect = async (): Promise<void> => {
    const client = new pg.Client({ ...options.connection, keepAlive: true });
    current = client;
    client.on("error", () => undefined);
    client.on("notification", (message) => onMessage(message.payload ?? ""));
    client.once("end", () => {
      if (!closed) setTimeout(() => void connect().then(onGap, () => undefined), 500).unref();
    });
    await client.connect();
    await client.query(`LISTEN ${pg.escapeIdentifier(channel)}`);
  };
  await connect();
  return async () => {
    closed = true;
    await current?.end().catch(() => undefined);
  };
}

async function transaction<T>(pool: pg.Pool, begin: string, fn: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect().catch((error: unknown) => {
    throw new DatabaseUnavailable("the database does not accept connections", { cause: error });
  });
  let broken: Error | undefined;
  // A connection that is lost between two statements says so here, and nowhere else.
  const onLoss = (error: Error): void => {
    broken = error;
  };
  client.on("error", onLoss);
  try {
    await client.query(begin);
    const value = await fn(client);
    await client.query(isRefusal(value) ? "ROLLBACK" : "COMMIT");
    return value;
  } catch (error) {
    await client.query("ROLLBACK").catch((lost: Error) => {
      broken = lost;
    });
    throw error;
  } finally {
    client.off("error", onLoss);
    client.release(broken);
  }
}

async function withRetries<T>(attempt: () => Promise<T>): Promise<T> {
  for (let n = 1; ; n++) {
    try {
      return await attempt();
    } catch (error) {
      if (isConnectionLoss(error)) throw new DatabaseUnavailable("the database went away", { cause: error });
      if (!isRetryable(error) || n >= ATTEMPTS) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** n));
    }
  }
}

export function openDatabase(options: DatabaseOptions): Database {
  const pool = new pg.Pool({
    ...options.connection,
    max: options.poolSize,
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 5_000,
  });
  pool.on("error", options.onError);

  return {
    connection: options.connection,
    withTenant: (context, fn) =>
      withRetries(() =>
        transaction(pool, beginStatement(context), (client) => {
          const now = options.clock.now();
          return fn({
            context,
            db: queriesOf(client),
            ids: options.ids,
            now,
            query: queryOn(client),
            emit: (event, payload, subject) =>
              appendEvent(client, context, event, payload, subject, { id: options.ids.next("evt"), at: now }),
            hint: (name, subject) => notifyBrowsers(client, context, name, subject),
          });
        }),
      ),
    withSystem: (_reason, fn) =>
      withRetries(() =>
        transaction(pool, "BEGIN", (client) =>
          fn({ db: queriesOf(client), ids: options.ids, now: options.clock.now(), query: queryOn(client) }),
        ),
      ),
    querySystem: (_reason, text, values = []) => withRetries(() => ask(pool, text, values)),
    listen: (channel, onMessage, onGap = () => undefined) => listenForever(options, channel, onMessage, onGap),
    ping: async () => {
      await transaction(pool, "BEGIN READ ONLY", (client) => client.query("SELECT 1"));
    },
    close: () => pool.end(),
  };
}
