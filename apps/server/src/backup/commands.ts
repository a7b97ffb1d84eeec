import path from "node:path";
import type { Log } from "@yutu/application";
import type { Config } from "@yutu/config";
import { dataDirOf, holdData, openPostgres } from "../engines/open-engines.ts";
import { openStorage } from "../engines/storage.ts";
import { openWarehouseEngine, startWarehouse } from "../engines/warehouse.ts";
import type { Started } from "../started.ts";
import { makeBackup } from "./backup.ts";
import type { Manifest } from "./manifest.ts";
import { openBackup, requireEmpty, requireEmptyStorage, restoreDatabase, restoreRest } from "./restore.ts";

export interface CommandContext {
  readonly config: Config;
  readonly log: Log;
  readonly started: Started;
  readonly root: string;
  readonly say: (line: string) => void;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, n) => total + n, 0);

function summary(manifest: Manifest): string {
  const rows = sum(manifest.postgres.tables.map((t) => t.rows)).toLocaleString("en");
  const facts = sum(manifest.warehouse.map((t) => t.rows)).toLocaleString("en");
  const files = manifest.pieces.filter((p) => p.file.startsWith("data/")).length;
  const megabytes = (sum(manifest.pieces.map((p) => p.sizeBytes)) / 1e6).toFixed(1);
  return `${rows} rows of ${manifest.postgres.tables.length} tables, ${facts} facts, ${files} files, ${megabytes} MB`;
}

/** `backup FOLDER`. With the embedded engines the product must be stopped, since they belong to one process. */
export async function runBackup({ config, log, started, say }: CommandContext, folder: string): Promise<void> {
  await holdData(config, started);
  const connection = await openPostgres(config, log, started, say);
  const engine = await openWarehouseEngine(config);
  started.add(() => engine.close());
  const storage = await openStorage(config);
  const target = path.resolve(folder);
  const source = { connection, engine, storage, dataDir: dataDirOf(config), now: new Date() };
  const manifest = await makeBackup(source, target);
  say(`Backup written to ${target}: ${summary(manifest)}.`);
  if (!manifest.hasSecretKey) say("The key of stored secrets is YUTU_SECRET_KEY; keep it apart from the backup.");
}

/** `restore FOLDER`: into an empty data directory, and an empty database and warehouse where servers are given. */
export async function runRestore({ config, log, started, root, say }: CommandContext, folder: string): Promise<void> {
  const source = path.resolve(folder);
  const manifest = await openBackup(source, root);
  const dataDir = dataDirOf(config);
  await requireEmpty(dataDir);
  const storage = await openStorage(config);
  if (config.s3Bucket) await requireEmptyStorage(storage, config.s3Bucket);
  await holdData(config, started);
  const connection = await openPostgres(config, log, started, say);
  await restoreDatabase(connection, source, manifest, root);
  await (await startWarehouse(config, root, () => undefined)).close();
  const engine = await openWarehouseEngine(config);
  started.add(() => engine.close());
  await restoreRest(engine, storage, dataDir, source, manifest);
  say(`Restored ${summary(manifest)}, as of ${manifest.madeAt}. Start with npm start.`);
}
