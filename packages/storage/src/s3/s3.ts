import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { ReadableStream } from "node:stream/web";
import { meter } from "../meter.ts";
import { checkedKey, isKey, ObjectMissing, type Storage, type StoredObject } from "../storage.ts";
import { connectS3, type S3Connection, type S3Options, S3Refusal } from "./connection.ts";
import { upload } from "./upload.ts";
import { readKeys } from "./xml.ts";

const PING_TIMEOUT_MS = 5_000;

const bodyOf = (response: Response): Readable =>
  response.body ? Readable.fromWeb(response.body as ReadableStream<Uint8Array>) : Readable.from([]);

async function read(s3: S3Connection, key: string, range?: { start: number; end: number }): Promise<Readable> {
  const headers: Record<string, string> = range ? { range: `bytes=${range.start}-${range.end}` } : {};
  try {
    return bodyOf(await s3.send({ method: "GET", key, headers }));
  } catch (error) {
    if (!(error instanceof S3Refusal)) throw error;
    if (error.status === 404 && error.code !== "NoSuchBucket") throw new ObjectMissing(key);
    if (error.status === 416) return Readable.from([]);
    throw error;
  }
}

async function* keys(s3: S3Connection): AsyncGenerator<string> {
  for (let token: string | undefined = ""; token !== undefined; ) {
    const query: Record<string, string> = { "list-type": "2", ...(token ? { "continuation-token": token } : {}) };
    const page = readKeys(await (await s3.send({ method: "GET", query })).text());
    yield* page.keys.filter(isKey);
    token = page.next;
  }
}

/** Streams into the bucket; what has to be tidied up after a failure is tidied up before the failure is told. */
async function write(s3: S3Connection, key: string, content: Readable, limitBytes: number): Promise<StoredObject> {
  const { through, result } = meter(limitBytes);
  const sending = upload(s3, key, through).catch((error: Error) => {
    through.destroy(error);
    throw error;
  });
  for (const outcome of await Promise.allSettled([sending, pipeline(content, through)]))
    if (outcome.status === "rejected") throw outcome.reason;
  return { key, ...result() };
}

/** Objects in a bucket of an S3-compatible service. The service shows an object only when all of it has arrived. */
export function openS3Storage(options: S3Options): Storage {
  const s3 = connectS3(options);
  return {
    write: async (key, content, limitBytes) => write(s3, checkedKey(key), content, limitBytes),
    read: async (key, range) => read(s3, checkedKey(key), range),
    remove: async (key) => {
      await (await s3.send({ method: "DELETE", key: checkedKey(key) })).arrayBuffer();
    },
    keys: () => keys(s3),
    ping: async () => {
      await s3.send({ method: "HEAD", timeoutMs: PING_TIMEOUT_MS, attempts: 1 });
    },
  };
}
