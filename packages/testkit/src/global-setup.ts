import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureDatabase, startEmbeddedPostgres } from "@yutu/database";
import { migrateDatabase } from "@yutu/server";
import type { TestProject } from "vitest/node";
import { ROOT, TEMPLATE_DATABASE } from "./places.ts";

declare module "vitest" {
  interface ProvidedContext {
    postgres: { host: string; port: number; user: string; password: string };
  }
}

/** One real PostgreSQL for the whole run, with a migrated template that each test file clones. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = await mkdtemp(path.join(tmpdir(), "yutu-test-"));
  // PostgreSQL runs as another user when we are root: the data then stays here, and goes with the folder.
  await chmod(dataDir, 0o755);
  // Tests throw their data away, so nothing waits for the disk.
  const settings = { fsync: "off", synchronous_commit: "off", full_page_writes: "off", max_connections: "300" };
  const postgres = await startEmbeddedPostgres({ dataDir, onLog: () => undefined, settings });
  await ensureDatabase(postgres.connection("postgres"), TEMPLATE_DATABASE);
  await migrateDatabase(postgres.connection(TEMPLATE_DATABASE), ROOT);
  const { host, port, user, password } = postgres.connection("postgres");
  project.provide("postgres", {
    host: host ?? "",
    port: port ?? 5432,
    user: user ?? "",
    password: typeof password === "string" ? password : "",
  });
  return async () => {
    await postgres.stop();
    await rm(dataDir, { recursive: true, force: true });
  };
}
