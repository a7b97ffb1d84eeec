import { readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { BackupRefused } from "@yutu/database";
import { z } from "zod";

const FORMAT = 1;
const MANIFEST = "manifest.json";

const piece = z.object({ file: z.string(), sha256: z.string(), sizeBytes: z.number() });
const table = z.object({ name: z.string(), columns: z.array(z.string()), rows: z.number() });

/** What a backup holds. It is written last: a folder without it is not a backup. */
export const manifestSchema = z.object({
  format: z.literal(FORMAT),
  product: z.string(),
  madeAt: z.string(),
  postgres: z.object({
    serverVersion: z.string(),
    migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
    queueVersion: z.number().nullable(),
    tables: z.array(table),
  }),
  warehouse: z.array(z.object({ table: z.string(), rows: z.number(), files: z.array(z.string()) })),
  /** Whether the key of stored secrets is in the backup; otherwise it is the YUTU_SECRET_KEY of then. */
  hasSecretKey: z.boolean(),
  /** Every file of the backup but this one. */
  pieces: z.array(piece),
});

export type Manifest = z.output<typeof manifestSchema>;
export type Piece = z.output<typeof piece>;

export async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const file = path.join(folder, MANIFEST);
  await writeFile(`${file}.partial`, `${JSON.stringify(manifest, undefined, 1)}\n`, { mode: 0o600, flush: true });
  await rename(`${file}.partial`, file);
}

/** @throws BackupRefused when the folder holds no complete backup that this build understands */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(path.join(folder, MANIFEST), "utf8").catch(() => {
    throw new BackupRefused(`${folder} holds no complete backup: there is no ${MANIFEST}.`);
  });
  const parsed = manifestSchema.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new BackupRefused(`${path.join(folder, MANIFEST)} is not one that this build understands.`);
  return parsed.data;
}
