import { mkdir, stat } from "node:fs/promises";
import path from "node:path";
import type { Log } from "@yutu/application";
import { type Config, ConfigError } from "@yutu/config";
import { ensureDatabase, holdDataDirectory, startEmbeddedPostgres } from "@yutu/database";
import pg from "pg";
import type { Started } from "../started.ts";

const DATABASE_NAME = "yutu";

export const dataDirOf = (config: Config): string => path.resolve(config.dataDir);

/**
 * Makes a folder and those above it. Node's own recursive mkdir never returns where the folder above exists
 * and yet refuses with ENOENT, as /proc does: here that is an error.
 */
async function makeFolder(folder: string): Promise<void> {
  const exists = await stat(folder).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (exists) return;
  if (path.dirname(folder) !== folder) await makeFolder(path.dirname(folder));
  await mkdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
    return mkdir(folder, { recursive: true });
  });
}

/** Makes the data directory, and keeps other servers off it while an engine of ours lives there. */
export async function holdData(config: Config, started: Started): Promise<void> {
  const dataDir = dataDirOf(config);
  await makeFolder(dataDir).catch((error: Error) => {
    throw new ConfigError(
      `The data directory ${dataDir} cannot be made: ${error.message}. Choose another one with YUTU_DATA_DIR.`,
    );
  });
  if (!config.databaseUrl || !config.clickhouseUrl) started.add(await holdDataDirectory(dataDir));
}

async function requireReachable(connectionString: string): Promise<void> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
  } catch (error) {
    throw new ConfigError(`PostgreSQL at DATABASE_URL cannot be used: ${(error as Error).message || String(error)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** PostgreSQL at `DATABASE_URL`, or our own in the data directory. */
export async function openPostgres(
  config: Config,
  log: Log,
  started: Started,
  say: (line: string) => void,
): Promise<pg.ClientConfig> {
  if (config.databaseUrl) {
    await requireReachable(config.databaseUrl);
    return { connectionString: config.databaseUrl };
  }
  const onLog = (line: string): void => log.debug({ engine: "postgres" }, line);
  const embedded = await startEmbeddedPostgres({ dataDir: dataDirOf(config), onLog });
  started.add(embedded.stop);
  if (embedded.notice) say(embedded.notice);
  await ensureDatabase(embedded.connection("postgres"), DATABASE_NAME);
  return embedded.connection(DATABASE_NAME);
}
