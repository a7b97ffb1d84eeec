import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Log } from "@yutu/application";
import { type Config, ConfigError, describeConfig, loadConfig } from "@yutu/config";
import { BackupRefused, DataDirectoryInUse, MigrationRefused } from "@yutu/database";
import { WarehouseLockedError } from "@yutu/warehouse";
import { type Application, createApplication } from "./application.ts";
import { runBackup, runRestore } from "./backup/commands.ts";
import { HELP, readCommandLine } from "./command-line.ts";
import { ensureDemo } from "./demo/ensure-demo.ts";
import { holdData, openPostgres } from "./engines/open-engines.ts";
import { migrateDatabase } from "./engines/postgres.ts";
import { openStorage, s3OptionsOf } from "./engines/storage.ts";
import { startWarehouse } from "./engines/warehouse.ts";
import { listen, PortTaken } from "./http/listen.ts";
import { modules } from "./modules.ts";
import { createLog } from "./services/log.ts";
import { createSecretBox, secretFromFile } from "./services/secret-box.ts";
import { Started } from "./started.ts";

const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..", "..", "..");

const say = (line: string): void => void process.stdout.write(`${line}\n`);

function checkRole(config: Config): void {
  if (config.role === "all" || config.databaseUrl) return;
  throw new ConfigError(
    `YUTU_ROLE=${config.role} needs DATABASE_URL: the embedded PostgreSQL belongs to one process. Leave the role out, or give a server.`,
  );
}

function checkConfig(config: Config, log: Log): void {
  checkRole(config);
  s3OptionsOf(config);
  if (config.role !== "all" && config.role !== "migrate" && !config.secretKey)
    log.warn({}, "YUTU_SECRET_KEY is not set: nodes that do not share it cannot read each other's stored secrets");
}

async function openApplication(
  config: Config,
  log: Log,
  started: Started,
  address: () => string,
): Promise<Application | undefined> {
  await holdData(config, started);
  const connection = await openPostgres(config, log, started, say);
  const applied = await migrateDatabase(connection, ROOT);
  for (const name of applied) log.info({ migration: name }, "applied");
  const warehouse = await startWarehouse(config, ROOT, (line) => log.debug({ engine: "warehouse" }, line));
  started.add(() => warehouse.close());
  if (config.role === "migrate") return undefined;
  const storage = await openStorage(config);
  const application = await createApplication({
    connection,
    poolSize: config.databasePool,
    warehouse,
    storage,
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
    eventRoom: { spooledBytes: config.eventSpoolMb * 2 ** 20 },
  });
  started.add(() => application.stop());
  return application;
}

async function serve(config: Config, started: Started): Promise<void> {
  const startedAt = performance.now();
  const log = createLog(config.logLevel);
  checkConfig(config, log);
  let address = `http://${config.host}:${config.port ?? 3000}`;
  const application = await openApplication(config, log, started, () => address);
  if (!application) {
    say("All migrations are applied.");
    await started.stop();
    return;
  }
  if (application.http) address = await listen(application.http.fastify, config.host, config.port);
  const demo =
    config.demo && config.role !== "web"
      ? await ensureDemo(
          application.services,
          modules.flatMap((m) => m.operations),
          say,
        )
      : undefined;
  if (application.http) {
    say(`\n  域图 Yutu is running at ${address}   (${((performance.now() - startedAt) / 1000).toFixed(1)} s)`);
    if (demo)
      say(`  Demo: choose a person on the sign-in page, or sign in as ${demo.email} with password ${demo.password}`);
    say("  Stop with Ctrl-C.\n");
  } else say("Worker is running. Stop with Ctrl-C.");
}

const EXPECTED = [ConfigError, DataDirectoryInUse, PortTaken, BackupRefused, MigrationRefused, WarehouseLockedError];

async function run(started: Started): Promise<void> {
  const { command, settings } = readCommandLine(process.argv.slice(2));
  if (command.kind === "help") return say(HELP);
  const config = loadConfig(undefined, settings);
  if (command.kind === "print-config") return say(describeConfig(config));
  if (command.kind === "serve") return serve(config, started);
  const context = { config, log: createLog(config.logLevel), started, root: ROOT, say };
  await (command.kind === "backup" ? runBackup : runRestore)(context, command.folder);
  await started.stop();
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
    await run(started);
  } catch (error) {
    const expected = EXPECTED.some((kind) => error instanceof kind);
    process.stderr.write(`${expected ? (error as Error).message : ((error as Error).stack ?? String(error))}\n`);
    stop(expected ? 2 : 1);
  }
}

await main();
