import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { BackupRefused, importTables, migrate, readMigrations } from "@yutu/database";
import type { Storage } from "@yutu/storage";
import type { Engine } from "@yutu/warehouse";
import type pg from "pg";
import { migrateDatabase } from "../engines/postgres.ts";
import { isDataFile, STORED } from "./backup.ts";
import { type Manifest, readManifest } from "./manifest.ts";
import { checkPieces, readCompressed, readPiece } from "./pieces.ts";
import { importFacts } from "./warehouse-copy.ts";

/** @throws BackupRefused when the data directory holds anything */
export async function requireEmpty(dataDir: string): Promise<void> {
  const found = await readdir(dataDir).catch(() => []);
  if (found.length > 0)
    throw new BackupRefused(
      `${dataDir} is not empty. Restore into a new data directory (YUTU_DATA_DIR), and keep the old one until you have looked.`,
    );
}

/** @throws BackupRefused when the storage holds anything: a bucket outlives a data directory */
export async function requireEmptyStorage(storage: Storage, name: string): Promise<void> {
  for await (const key of storage.keys())
    throw new BackupRefused(`The bucket ${name} is not empty (it holds ${key}). Restore into a new one.`);
}

/** Reads a backup and checks every file of it before anything is written anywhere. */
export async function openBackup(folder: string, root: string): Promise<Manifest> {
  const manifest = await readManifest(folder);
  const known = new Map(
    (await readMigrations(path.join(root, "database", "postgres"))).map((m) => [m.name, m.checksum]),
  );
  for (const { name, checksum } of manifest.postgres.migrations) {
    if (known.get(name) !== checksum)
      throw new BackupRefused(
        `The backup was made by another build (migration ${name} is unknown or different here): use that build or a newer one.`,
      );
  }
  await checkPieces(folder, manifest.pieces);
  return manifest;
}

/** Brings an empty database to where the backup was, fills it, then applies what this build adds. */
export async function restoreDatabase(
  connection: pg.ClientConfig,
  folder: string,
  manifest: Manifest,
  root: string,
): Promise<void> {
  const then = new Set(manifest.postgres.migrations.map(({ name }) => name));
  const all = await readMigrations(path.join(root, "database", "postgres"));
  await migrateDatabase(connection, root, (name) => then.has(name));
  await importTables(connection, manifest.postgres, (table) => readCompressed(folder, `postgres/${table}.copy.gz`));
  await migrate(connection, all);
}

/** Facts, then what lay in the data directory and in the storage; the engine's schema is up to date. */
export async function restoreRest(
  engine: Engine,
  storage: Storage,
  dataDir: string,
  folder: string,
  manifest: Manifest,
): Promise<void> {
  await importFacts(engine, folder, manifest.warehouse);
  for (const { file } of manifest.pieces) {
    const content = () => readPiece(folder, file);
    const name = file.replace(/^data\//, "");
    if (file.startsWith(STORED)) await storage.write(file.slice(STORED.length), content(), Number.POSITIVE_INFINITY);
    else if (name !== file && isDataFile(name)) {
      const target = path.join(dataDir, name);
      await mkdir(path.dirname(target), { recursive: true });
      await pipeline(content(), createWriteStream(target, { mode: 0o600, flush: true }));
    }
  }
}
