import { Readable } from "node:stream";
import type { LongCall } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { ObjectTooLarge } from "@yutu/storage";
import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";
import { cleanFileName, contentTypeOf, kindOf } from "../domain/file-kind.ts";
import { assetProblems } from "../domain/problems.ts";
import type { FileRow } from "./attachments.ts";
import { files } from "./tables.ts";

export const MAX_FILE_BYTES = 2 * 1024 ** 3;
const SNIFF_BYTES = 8192;
const PREVIEW_MAX_SOURCE_BYTES = 60 * 1024 ** 2;
const PREVIEW_EDGE_PX = 640;
/** About 80 megapixels: a small file must not unpack into all memory. */
const MAX_PIXELS = 80_000_000;

async function readAll(call: LongCall, key: string, range?: { start: number; end: number }): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of await call.services.storage.read(key, range)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Picture {
  readonly width: number | null;
  readonly height: number | null;
  readonly previewKey: string | null;
}

const NO_PICTURE: Picture = { width: null, height: null, previewKey: null };

/** Size and a small copy of an image; a broken or huge one simply has none. */
async function pictureOf(call: LongCall, key: string, contentType: string, sizeBytes: number): Promise<Picture> {
  if (!contentType.startsWith("image/") || sizeBytes > PREVIEW_MAX_SOURCE_BYTES) return NO_PICTURE;
  try {
    const image = sharp(await readAll(call, key), { limitInputPixels: MAX_PIXELS }).rotate();
    const { width, height } = await image.metadata();
    const small = await image
      .resize({ width: PREVIEW_EDGE_PX, height: PREVIEW_EDGE_PX, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 78 })
      .toBuffer();
    const previewKey = `${key}.preview`;
    await call.services.storage.write(previewKey, Readable.from([small]), small.length);
    return { width: width ?? null, height: height ?? null, previewKey };
  } catch (error) {
    call.services.log.info({ err: error, key }, "no preview for an image");
    return NO_PICTURE;
  }
}

/** Stores the request's bytes as a file of the workspace: streamed, hashed, sniffed, with a preview where there can be one. */
export async function uploadFile(call: LongCall, name: string): Promise<Result<FileRow, Problem>> {
  const { services, actor } = call;
  const id = services.ids.next("fil");
  const key = `${actor.workspaceId}/${id}`;
  let stored: Awaited<ReturnType<typeof services.storage.write>>;
  try {
    stored = await services.storage.write(key, call.stream, MAX_FILE_BYTES);
  } catch (error) {
    if (error instanceof ObjectTooLarge)
      return err(
        problem(assetProblems.fileTooLarge, "A file may have 2 GB at most.", { params: { maxBytes: MAX_FILE_BYTES } }),
      );
    throw error;
  }
  if (stored.sizeBytes === 0) {
    await services.storage.remove(key);
    return err(problem(assetProblems.fileEmpty, "The file has no content; export it again."));
  }
  const clean = cleanFileName(name);
  const sniffed = await fileTypeFromBuffer(await readAll(call, key, { start: 0, end: SNIFF_BYTES - 1 }));
  const contentType = contentTypeOf(sniffed?.mime, clean);
  const picture = await pictureOf(call, key, contentType, stored.sizeBytes);
  const row = {
    id,
    name: clean,
    sizeBytes: stored.sizeBytes,
    sha256: stored.sha256,
    contentType,
    kind: kindOf(contentType),
    storageKey: key,
    uploadedBy: actor.memberId,
    ...picture,
  };
  const [saved] = await call.withTenant((tx) => tx.db.insert(files).values(row).returning());
  if (!saved) throw new Error("an inserted file gives its row");
  return ok(saved);
}
