import type { S3Options } from "./s3/connection.ts";
import type { Storage } from "./storage.ts";

export { openLocalStorage } from "./local.ts";
export type { S3Options } from "./s3/connection.ts";
export { ObjectMissing, ObjectTooLarge, type Storage, StorageUnavailable, type StoredObject } from "./storage.ts";

/** Loaded only where a bucket is configured. */
export const openS3Storage = async (options: S3Options): Promise<Storage> =>
  (await import("./s3/s3.ts")).openS3Storage(options);
