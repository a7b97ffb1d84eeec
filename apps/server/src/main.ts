import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "@yutu/application";
import { type Config, ConfigError, describeConfig, loadConfig } from "@yutu/config";
import { DataDirectoryInUse, ensureDatabase, holdDataDirectory, startEmbeddedPostgres } from "@yutu/database";
import { openLocalStorage } from "@yutu/storage";
import type pg from "pg";
import { type Application, createApplication } from "./application.ts";
import { ensureDemo } from "./demo/ensure-demo.ts";
import { migrateDatabase } from "./engines/postgres.ts";
import { startWarehouse } from "./engines/warehouse.ts";
import { listen, PortTaken } from "./http/listen.ts";
import { modules } from "./modules.ts";
import { createLog } from "./services/log.ts";
import { createSecretBox, secretFromFile } from "./services/secret-box.ts";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");
const DATABASE_NAME = "yutu";

const say = (line: string): void => void process.stdout.write(`${line}\n`);

type Stop = () => Promise<void>;

/** What was started, stopped in reverse order, each once. */
class Started {
  readonly #stops: Stop[] = [];
  add(stop: Stop): void {
    this.#stops.push(stop);
  }
  async stop(): Promise<void> {
    for (let stop = this.#stops.pop(); stop; stop = this.#stops.pop()) await stop();
  }
}

async function openPostgres(config: Config, log: Log, started: Started): Promise<pg.ClientConfig> {
  if (config.databaseUrl) return { connectionString: config.databaseUrl };
  const onLog = (line: string): void => log.debug({ engine: "postgres" }, line);
  const embedded = await startEmbeddedPostgres({ dataDir: path.resolve(config.dataDir), onLog });
  started.add(embedded.stop);
  if (embedded.notice) say(embedded.notice);
  await ensureDatabase(embedded.connection("postgres"), DATABASE_NAME);
  return embedded.connection(DATABASE_NAME);
}

function checkRole(config: Config): void {
  if (config.role === "all" || config.databaseUrl) return;
  throw new ConfigError(
    `YUTU_ROLE=${config.role} needs DATABASE_URL: the embedded PostgreSQL belongs to one process. Leave the role out, or give a server.`,
  );
}

async function openApplication(
  config: Config,
  log: Log,
  started: Started,
  address: () => string,
): Promise<Application | undefined> {
  const usesDataDir = !config.databaseUrl || !config.clickhouseUrl;
  if (usesDataDir) started.add(await holdDataDirectory(path.resolve(config.dataDir)));
  const connection = await openPostgres(config, log, started);
  const applied = await migrateDatabase(connection, ROOT);
  for (const name of applied) log.info({ migration: name }, "applied");
  const warehouse = await startWarehouse(config, ROOT, (line) => log.debug({ engine: "warehouse" }, line));
  started.add(() => warehouse.close());
  if (config.role === "migrate") return undefined;
  const application = await createApplication({
    connection,
    poolSize: config.databasePool,
    warehouse,
    storage: openLocalStorage(path.resolve(config.dataDir, "files")),
    secrets: createSecretBox(config.secretKey ?? (await secretFromFile(path.resolve(config.dataDir)))),
    clock: { now: () => new Date() },
    log,
    modules,
    role: config.role,
    alone: !config.databaseUrl,
    webDir: path.join(ROOT, "apps", "web", "dist"),
    publicUrl: () => config.publicUrl?.replace(/\/$/, "") ?? address(),
    trustProxy: config.trustProxy,
    secureCookies: config.publicUrl?.startsWith("https:") ?? false,
    validateOutput: false,
    requestsPerSecond: config.requestsPerSecond,
  });
  started.add(() => application.stop());
  return application;
}

async function serve(config: Config, started: Started): Promise<void> {
  const startedAt = performance.now();
  checkRole(config);
  await mkdir(path.resolve(config.dataDir), { recursive: true });
  const log = createLog(config.logLevel);
  let address = `http://${config.host}:${config.port ?? 3000}`;
  const application = await openApplication(config, log, started, () => address);
  if (!application) {
    say("All migrations are applied.");
    await started.stop();
    return;
  }
  if (application.http) address = await listen(application.http.fastify, config.host, config.port);
  const demo = config.demo && config.role !== "web" ? await ensureDemo(application.services, say) : undefined;
  if (application.http) {
    say(`\n  域图 Yutu is running at ${address}   (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    if (demo)
      say(`  Demo: choose a person on the sign-in page, or sign in as ${demo.email} with password ${demo.password}`);
    say("  Stop with Ctrl-C.\n");
  } else say("Worker is running. Stop with Ctrl-C.");
}

async function main(): Promise<void> {
  const started = new Started();
  let stopping = false;
  const stop = (code: number): void => {
    if (stopping) return;
    stopping = true;
    void started
      .stop()
      .catch((error: unknown) => {
        say(`While stopping: ${String(error)}`);
      })
      .finally(() => process.exit(code));
  };
  process.once("SIGINT", () => stop(0));
  process.once("SIGTERM", () => stop(0));
  process.once("SIGHUP", () => stop(0));
  try {
    const config = loadConfig();
    if (process.argv.includes("--print-config")) return say(describeConfig(config));
    await serve(config, started);
  } catch (error) {
    const expected = error instanceof ConfigError || error instanceof DataDirectoryInUse || error instanceof PortTaken;
    process.stderr.write(`${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    stop(expected ? 2 : 1);
  }
}

await main();
