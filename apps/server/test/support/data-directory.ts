import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, startEmbeddedPostgres } from "@yutu/database";
import { createDemoWorkspace, type DemoWorkspace } from "@yutu/identity/server";
import { type Application, createApplication, createSecretBox, migrateDatabase, modules } from "@yutu/server";
import { openLocalStorage } from "@yutu/storage";
import { ROOT } from "@yutu/testkit";
import { openWarehouse } from "@yutu/warehouse";
import type pg from "pg";

/** A folder for data directories that PostgreSQL's own user can reach too, and how to remove it. */
export async function dataFolder(name: string): Promise<{ at: (name: string) => string; remove: () => Promise<void> }> {
  const folder = await mkdtemp(path.join(tmpdir(), `yutu-${name} 域图-`));
  await chmod(folder, 0o755);
  return { at: (inside) => path.join(folder, inside), remove: () => rm(folder, { recursive: true, force: true }) };
}

const silent = () => undefined;
const quiet = { debug: silent, info: silent, warn: silent, error: silent };

/** Options of an application in this process on the given engines. */
export const applicationOn = (
  connection: pg.ClientConfig,
  warehouse: Awaited<ReturnType<typeof openWarehouse>>,
  filesDir: string,
  role: "all" | "web",
): Promise<Application> =>
  createApplication({
    connection,
    poolSize: 8,
    warehouse,
    storage: openLocalStorage(filesDir),
    secrets: createSecretBox("a key that is used in tests only, nowhere else"),
    clock: { now: () => new Date() },
    log: quiet,
    modules,
    role,
    alone: true,
    webDir: undefined,
    publicUrl: () => "http://127.0.0.1",
    trustProxy: false,
    secureCookies: false,
    validateOutput: true,
    requestsPerSecond: 100_000,
  });

export interface Opened {
  readonly application: Application;
  readonly connection: pg.ClientConfig;
}

/** Opens a data directory in this process, as the server does, for what a test wants to put there or look at. */
export async function withDataDirectory<T>(
  dataDir: string,
  work: (opened: Opened) => Promise<T>,
  role: "all" | "web" = "all",
): Promise<T> {
  const postgres = await startEmbeddedPostgres({ dataDir, onLog: silent });
  try {
    await ensureDatabase(postgres.connection("postgres"), "yutu");
    const connection = postgres.connection("yutu");
    await migrateDatabase(connection, ROOT);
    const warehouse = await openWarehouse({
      kind: "chdb",
      dataDir: path.join(dataDir, "warehouse"),
      migrationsDir: path.join(ROOT, "database", "clickhouse"),
    });
    const application = await applicationOn(connection, warehouse, path.join(dataDir, "files"), role);
    try {
      return await work({ application, connection });
    } finally {
      await application.stop();
      await warehouse.close();
    }
  } finally {
    await postgres.stop();
  }
}

export const makeDemo = (application: Application): Promise<DemoWorkspace> => createDemoWorkspace(application.services);
