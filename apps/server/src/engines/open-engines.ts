import { mkdir } from "node:fs/promises";
import path from "node:path";
import type { Log } from "@yutu/application";
import { type Config, ConfigError } from "@yutu/config";
import { ensureDatabase, holdDataDirectory, startEmbeddedPostgres } from "@yutu/database";
import pg from "pg";
import type { Started } from "../started.ts";

const DATABASE_NAME = "yutu";

export const dataDirOf = (config: Config): string => path.resolve(config.dataDir);

/** Makes the data directory, and keeps other servers off it while an engine of ours lives there. */
export async function holdData(config: Config, started: Started): Promise<void> {
  const dataDir = dataDirOf(config);
  await mkdir(dataDir, { recursive: true }).catch((error: Error) => {
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
