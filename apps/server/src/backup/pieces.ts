import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import { type Readable, Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { BackupRefused } from "@yutu/database";
import type { Piece } from "./manifest.ts";

const FASTEST = 1;

/** Hashes and counts what passes. */
function digest() {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ sha256: hash.digest("hex"), sizeBytes }) };
}

/** Writes one file of a backup; the checksum is that of the file as it lies on disk. */
export async function writePiece(folder: string, file: string, content: Readable, compress: boolean): Promise<Piece> {
  const target = path.join(folder, file);
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 });
  const { through, result } = digest();
  const out = createWriteStream(target, { mode: 0o600, flags: "wx", flush: true });
  if (compress) await pipeline(content, createGzip({ level: FASTEST }), through, out);
  else await pipeline(content, through, out);
  return { file, ...result() };
}

export const readPiece = (folder: string, file: string): Readable => createReadStream(path.join(folder, file));

export const readCompressed = (folder: string, file: string): Readable => {
  const source = readPiece(folder, file);
  const plain = createGunzip();
  source.once("error", (error) => plain.destroy(error));
  return source.pipe(plain);
};

/** @throws BackupRefused naming the first file that is missing or was changed since */
export async function checkPieces(folder: string, pieces: readonly Piece[]): Promise<void> {
  for (const { file, sha256 } of pieces) {
    const { through, result } = digest();
    await pipeline(readPiece(folder, file), through.resume()).catch(() => {
      throw new BackupRefused(`The backup is incomplete: ${file} cannot be read.`);
    });
    if (result().sha256 !== sha256) throw new BackupRefused(`The backup is damaged: ${file} is not what was written.`);
  }
}

/** Every file below a folder, by its path from there with `/`. */
export async function filesBelow(folder: string, skip: (file: string) => boolean, from = ""): Promise<string[]> {
  const entries = await readdir(path.join(folder, from), { withFileTypes: true }).catch(() => []);
  const found: string[] = [];
  for (const entry of entries) {
    const file = from === "" ? entry.name : `${from}/${entry.name}`;
    if (skip(file)) continue;
    if (entry.isDirectory()) found.push(...(await filesBelow(folder, skip, file)));
    else if (entry.isFile()) found.push(file);
  }
  return found.sort();
}
