import type { Readable } from "node:stream";

/** What was written: its length and SHA-256 (hex), computed while the bytes went by. */
export interface StoredObject {
  readonly key: string;
  readonly sizeBytes: number;
  readonly sha256: string;
}

/** The object would be larger than the caller allows; nothing was kept. */
export class ObjectTooLarge extends Error {
  override readonly name = "ObjectTooLarge";
  constructor(readonly limitBytes: number) {
    super(`larger than ${limitBytes} bytes`);
  }
}

/** There is no object under the key. */
export class ObjectMissing extends Error {
  override readonly name = "ObjectMissing";
}

/** The storage cannot be reached or refuses work for now; the request may be repeated later. */
export class StorageUnavailable extends Error {
  override readonly name = "StorageUnavailable";
}

/**
 * Files by key. Keys are made by us (`<workspace>/<id>`, letters, digits, `_-/.`), never from names that people give;
 * names live in the database. Every method @throws StorageUnavailable when the storage is away.
 */
export interface Storage {
  /** Streams an object in. A failed or refused write leaves nothing behind. @throws ObjectTooLarge */
  write(key: string, content: Readable, limitBytes: number): Promise<StoredObject>;
  /** Streams an object out, or the part of a byte range that exists (`end` inclusive). @throws ObjectMissing */
  read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  remove(key: string): Promise<void>;
  /** Every key there is, in no promised order. */
  keys(): AsyncIterable<string>;
  /** @throws when objects cannot be kept: no place, no right, no connection */
  ping(): Promise<void>;
}

const KEY = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;

export const isKey = (text: string): boolean => KEY.test(text) && !text.includes("..");

/** @throws RangeError for a key that we would never have made */
export function checkedKey(key: string): string {
  if (!isKey(key)) throw new RangeError(`not a storage key: ${key}`);
  return key;
}
