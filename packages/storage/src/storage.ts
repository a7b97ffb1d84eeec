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

/**
 * Files by key. Keys are made by us (`<workspace>/<id>`, letters, digits, `_-/.`), never from names that people give;
 * names live in the database.
 */
export interface Storage {
  /** Streams an object in. A failed or refused write leaves nothing behind. @throws ObjectTooLarge */
  write(key: string, content: Readable, limitBytes: number): Promise<StoredObject>;
  /** Streams an object out, or a byte range of it (`end` inclusive). @throws ObjectMissing */
  read(key: string, range?: { start: number; end: number }): Promise<Readable>;
  remove(key: string): Promise<void>;
}
