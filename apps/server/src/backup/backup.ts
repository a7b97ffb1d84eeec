import { mkdir, readdir } from "node:fs/promises";
import { PassThrough } from "node:stream";
import { BackupRefused, exportTables } from "@yutu/database";
import type { Storage } from "@yutu/storage";
import type { Engine } from "@yutu/warehouse";
import type pg from "pg";
import { VERSION } from "../version.ts";
import { type Manifest, type Piece, writeManifest } from "./manifest.ts";
import { filesBelow, readPiece, writePiece } from "./pieces.ts";
import { exportFacts } from "./warehouse-copy.ts";

/** The engines and the files that people gave have their own way into a backup; passwords of this machine stay here. */
const LEFT_OUT = /^(postgres|warehouse|files|postgres\.password|\..*)(\/|$)/;
/** Restored by name, so that a backup made elsewhere never writes outside the data directory. */
export const isDataFile = (file: string): boolean => !LEFT_OUT.test(file) && !file.split("/").includes("..");

/** Where a backup keeps the objects of the storage, whether they were on disk or in a bucket. */
export const STORED = "data/files/";

export interface BackupSource {
  readonly connection: pg.ClientConfig;
  readonly engine: Engine;
  readonly storage: Storage;
  readonly dataDir: string;
  readonly now: Date;
}

async function emptyFolder(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0)
    throw new BackupRefused(`${folder} is not empty; name a new folder for the backup.`);
}

async function exportDatabase(source: BackupSource, folder: string, pieces: Piece[]): Promise<Manifest["postgres"]> {
  const writing: Promise<void>[] = [];
  const database = await exportTables(source.connection, async (table) => {
    // A failed write ends the stream, and with it the export.
    const way = new PassThrough();
    const written = writePiece(folder, `postgres/${table}.copy.gz`, way, true).then((piece) => void pieces.push(piece));
    written.catch((error: Error) => way.destroy(error));
    writing.push(written);
    return way;
  });
  await Promise.all(writing);
  return {
    ...database,
    migrations: [...database.migrations],
    tables: database.tables.map((t) => ({ ...t, columns: [...t.columns] })),
  };
}

/**
 * Writes a backup: the database as of one instant, then the facts, then the files. What is written to the product
 * meanwhile (only possible with servers of one's own) can be in the later parts without being in the earlier ones.
 */
export async function makeBackup(source: BackupSource, folder: string): Promise<Manifest> {
  await emptyFolder(folder);
  const pieces: Piece[] = [];
  const postgres = await exportDatabase(source, folder, pieces);
  const warehouse = await exportFacts(source.engine, folder, pieces);
  const files = (await filesBelow(source.dataDir, (file) => !isDataFile(file))).filter(isDataFile);
  for (const file of files)
    pieces.push(await writePiece(folder, `data/${file}`, readPiece(source.dataDir, file), false));
  for await (const key of source.storage.keys())
    pieces.push(await writePiece(folder, `${STORED}${key}`, await source.storage.read(key), false));
  const manifest: Manifest = {
    format: 1,
    product: VERSION,
    madeAt: source.now.toISOString(),
    postgres,
    warehouse,
    hasSecretKey: files.includes("secret.key"),
    pieces,
  };
  await writeManifest(folder, manifest);
  return manifest;
}
