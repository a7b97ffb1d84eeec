import { StorageUnavailable } from "../storage.ts";
import { type S3Connection, S3Refusal } from "./connection.ts";
import { completeUpload, readError, readUploadId } from "./xml.ts";

/** The services take at least 5 MiB a part and 10,000 parts: this allows 78 GiB, and one part is all that is held in memory. */
export const PART_BYTES = 8 * 1024 ** 2;

/** Cuts a stream into blocks of exactly `PART_BYTES`, and a last one that is shorter, perhaps empty. */
export async function* blocksOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer<ArrayBuffer>> {
  let block = Buffer.allocUnsafe(PART_BYTES);
  let filled = 0;
  for await (const chunk of source) {
    for (let at = 0; at < chunk.length; ) {
      const part = chunk.subarray(at, at + PART_BYTES - filled);
      block.set(part, filled);
      filled += part.length;
      at += part.length;
      if (filled < PART_BYTES) continue;
      yield block;
      block = Buffer.allocUnsafe(PART_BYTES);
      filled = 0;
    }
  }
  yield block.subarray(0, filled);
}

async function sendParts(
  s3: S3Connection,
  key: string,
  uploadId: string,
  blocks: AsyncIterable<Buffer<ArrayBuffer>>,
): Promise<void> {
  const tags: string[] = [];
  for await (const body of blocks) {
    if (body.length === 0) break;
    const query = { partNumber: String(tags.length + 1), uploadId };
    const answer = await s3.send({ method: "PUT", key, query, body });
    await answer.arrayBuffer();
    tags.push(answer.headers.get("etag") ?? "");
  }
  const answer = await s3.send({ method: "POST", key, query: { uploadId }, body: Buffer.from(completeUpload(tags)) });
  // Joining takes a while: the service may begin a success and end it with an error.
  const failed = readError(await answer.text());
  if (failed.code !== "") throw new StorageUnavailable(`the object storage could not join parts: ${failed.code}`);
}

async function* startingWith<T>(first: T, rest: AsyncIterable<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}

/** Sends a stream as one object, in one request or in parts; an upload that fails is given up, and no object appears. */
export async function upload(s3: S3Connection, key: string, source: AsyncIterable<Uint8Array>): Promise<void> {
  const blocks = blocksOf(source);
  const first = await blocks.next();
  if (first.done) throw new Error("a stream gives at least an empty block");
  if (first.value.length < PART_BYTES) {
    await (await s3.send({ method: "PUT", key, body: first.value })).arrayBuffer();
    return;
  }
  const started = await s3.send({ method: "POST", key, query: { uploads: "" } });
  const uploadId = readUploadId(await started.text());
  try {
    await sendParts(s3, key, uploadId, startingWith(first.value, blocks));
  } catch (error) {
    // A service that is away keeps the parts; a lifecycle rule of the bucket removes such leftovers.
    await s3.send({ method: "DELETE", key, query: { uploadId } }).catch((gone: unknown) => {
      if (!(gone instanceof S3Refusal) && !(gone instanceof StorageUnavailable)) throw gone;
    });
    throw error;
  }
}
