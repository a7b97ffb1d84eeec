import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { EventRoom, Services } from "@yutu/application";
import { ensureDatabase } from "@yutu/database";
import { createDemoWorkspace, DEMO_PASSWORD, type DemoWorkspace } from "@yutu/identity/server";
import { API_PREFIX, createApplication, createSecretBox, modules } from "@yutu/server";
import { openLocalStorage } from "@yutu/storage";
import { openWarehouse } from "@yutu/warehouse";
import pg from "pg";
import { inject } from "vitest";
import { FixedClock } from "./fixed-clock.ts";
import { clientFor, type Person, signInAs } from "./people.ts";
import { ROOT, TEMPLATE_DATABASE } from "./places.ts";

export type RoleName =
  | "owner"
  | "admin"
  | "executive"
  | "pm"
  | "marketer"
  | "designer"
  | "analyst"
  | "finance"
  | "store"
  | "agency";

export interface TestApp {
  /** Origin, e.g. `http://127.0.0.1:41234`. */
  readonly origin: string;
  readonly baseUrl: string;
  readonly clock: FixedClock;
  readonly services: Services;
  readonly demo: DemoWorkspace;
  /** A signed-in person of the first workspace (each kept for the file). */
  as(role: RoleName): Promise<Person>;
  /** The owner of another workspace: for them nothing of the first one exists. */
  stranger(): Promise<Person>;
  /** A client that is not signed in. */
  visitor(): ReturnType<typeof clientFor>;
  /** Waits until every event is delivered and every job has run. */
  settle(timeoutMs?: number): Promise<void>;
  /** Rows as the owner of the database sees them, for assertions about what was stored. */
  sql<Row extends object>(text: string, values?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

export interface BootOptions {
  /** The instant at which the test begins. */
  readonly now?: string;
  readonly eventRoom?: Partial<EventRoom>;
}

const quiet = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: (fields: object, message: string) => process.stderr.write(`${message} ${JSON.stringify(fields, errorText)}\n`),
};
const errorText = (_key: string, value: unknown): unknown =>
  value instanceof Error ? `${value.stack} ${value.cause instanceof Error ? value.cause.message : ""}` : value;

async function settleWithin(services: Services, timeoutMs: number): Promise<void> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const [outbox] = await services.database.querySystem<{ n: number }>(
      "wait for events",
      "SELECT count(*)::int AS n FROM outbox WHERE delivered_at IS NULL AND attempts < 3",
    );
    const jobs = (await services.queue.counts()).filter((c) => c.state !== "failed").reduce((n, c) => n + c.count, 0);
    if ((outbox?.n ?? 0) === 0 && jobs === 0) return;
    if (Date.now() > deadline) throw new Error(`not settled after ${timeoutMs} ms: ${outbox?.n} events, ${jobs} jobs`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** The whole application on a clone of the migrated database, a warehouse of its own, and a free port. */
export async function bootApp(options: BootOptions = {}): Promise<TestApp> {
  const server = inject("postgres");
  const database = `test_${randomUUID().replaceAll("-", "")}`;
  await ensureDatabase({ ...server, database: "postgres" }, database, TEMPLATE_DATABASE);
  const folder = await mkdtemp(path.join(tmpdir(), "yutu-app-"));
  const clock = new FixedClock(options.now ?? "2026-09-01T02:00:00Z");
  const warehouse = await openWarehouse({
    kind: "chdb",
    dataDir: path.join(folder, "warehouse"),
    migrationsDir: path.join(ROOT, "database", "clickhouse"),
    onLog: () => undefined,
  });
  let origin = "";
  const app = await createApplication({
    connection: { ...server, database },
    poolSize: 12,
    warehouse,
    storage: openLocalStorage(path.join(folder, "files")),
    secrets: createSecretBox("a key that is used in tests only, nowhere else"),
    clock,
    log: quiet,
    modules,
    role: "all",
    alone: true,
    webDir: undefined,
    publicUrl: () => origin,
    trustProxy: false,
    secureCookies: false,
    validateOutput: true,
    requestsPerSecond: 100_000,
    eventRoom: options.eventRoom ?? {},
  });
  origin = (await app.http?.fastify.listen({ host: "127.0.0.1", port: 0 })) ?? "";
  const baseUrl = origin + API_PREFIX;
  const demo = await createDemoWorkspace(app.services);
  const people = new Map<string, Promise<Person>>();
  const remember = (key: string, make: () => Promise<Person>): Promise<Person> => {
    const known = people.get(key) ?? make();
    people.set(key, known);
    return known;
  };
  return {
    origin,
    baseUrl,
    clock,
    services: app.services,
    demo,
    as: (role) => remember(role, () => signInAs(baseUrl, `${role}@demo.yutu.local`, DEMO_PASSWORD)),
    stranger: () => remember("stranger", () => signUpStranger(baseUrl)),
    visitor: () => clientFor(baseUrl),
    settle: (timeoutMs = 20_000) => settleWithin(app.services, timeoutMs),
    sql: (text, values = []) => app.services.database.querySystem("look at what a test has stored", text, values),
    close: async () => {
      await app.stop();
      await warehouse.close();
      await dropDatabase({ ...server, database: "postgres" }, database);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function signUpStranger(baseUrl: string): Promise<Person> {
  const { identity } = await import("@yutu/identity/contract");
  const email = "stranger@elsewhere.example";
  const password = "another company altogether";
  await clientFor(baseUrl).must(identity.signUp, {
    body: { email, name: "外人", password, workspaceName: "别家公司" },
  });
  return signInAs(baseUrl, email, password);
}

async function dropDatabase(admin: pg.ClientConfig, name: string): Promise<void> {
  const client = new pg.Client(admin);
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${pg.escapeIdentifier(name)} WITH (FORCE)`);
  await client.end();
}
