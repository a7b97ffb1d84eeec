import { randomUUID } from "node:crypto";
import { type Database, ensureDatabase, openDatabase, type TenantContext } from "@yutu/database";
import pg from "pg";
import { inject } from "vitest";

const TEMPLATE = "yutu_template";

export interface Clone {
  readonly connection: pg.ClientConfig;
  readonly open: (options?: { readonly poolSize: number }) => Database;
  /** As the owner, past every wall. */
  readonly sql: <Row extends object>(text: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly drop: () => Promise<void>;
}

let serial = 0;
export const ids = { next: (prefix: string) => `${prefix}_${String(++serial).padStart(8, "0")}` };

export const contextOf = (workspaceId: string): TenantContext => ({
  workspaceId,
  actor: { kind: "member", id: "mem_1" },
  operation: "test.run",
  requestId: "req-1",
});

/** A database of its own; migrated, unless it is to be empty. */
export async function cloneDatabase(migrated = true): Promise<Clone> {
  const server = inject("postgres");
  const name = `test_${randomUUID().replaceAll("-", "")}`;
  await ensureDatabase({ ...server, database: "postgres" }, name, migrated ? TEMPLATE : undefined);
  const connection = { ...server, database: name };
  const opened: Database[] = [];
  const asOwner = async <Row extends object>(
    on: pg.ClientConfig,
    text: string,
    values: readonly unknown[],
  ): Promise<Row[]> => {
    const client = new pg.Client(on);
    await client.connect();
    try {
      return (await client.query<Row & pg.QueryResultRow>(text, [...values])).rows;
    } finally {
      await client.end();
    }
  };
  return {
    connection,
    open: ({ poolSize } = { poolSize: 10 }) => {
      const clock = { now: () => new Date() };
      const database = openDatabase({ connection, poolSize, clock, ids, onError: () => undefined });
      opened.push(database);
      return database;
    },
    sql: (text, values = []) => asOwner(connection, text, values),
    drop: async () => {
      for (const database of opened) await database.close();
      await asOwner({ ...server, database: "postgres" }, `DROP DATABASE ${name} WITH (FORCE)`, []);
    },
  };
}
