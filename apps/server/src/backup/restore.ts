import { createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { BackupRefused, importTables, migrate, readMigrations } from "@yutu/database";
import type { Engine } from "@yutu/warehouse";
import type pg from "pg";
import { migrateDatabase } from "../engines/postgres.ts";
import { isDataFile } from "./backup.ts";
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

/** Facts, then files; the engine's schema is up to date. */
export async function restoreRest(engine: Engine, dataDir: string, folder: string, manifest: Manifest): Promise<void> {
  await importFacts(engine, folder, manifest.warehouse);
  for (const { file } of manifest.pieces) {
    const name = file.replace(/^data\//, "");
    if (name === file || !isDataFile(name)) continue;
    const target = path.join(dataDir, name);
    await mkdir(path.dirname(target), { recursive: true });
    await pipeline(readPiece(folder, file), createWriteStream(target, { mode: 0o600, flush: true }));
  }
}
