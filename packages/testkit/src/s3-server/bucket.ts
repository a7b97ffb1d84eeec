import { createHash, randomUUID } from "node:crypto";

/** What S3 answers a request that it refuses. */
export class S3Fault extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
  ) {
    super(code);
  }
}

const MIN_PART_BYTES = 5 * 1024 ** 2;

const etagOf = (content: Buffer): string => `"${createHash("md5").update(content).digest("hex")}"`;

interface Part {
  readonly number: number;
  readonly etag: string;
}

/** The objects of one bucket, in memory, by the rules of S3. */
export class Bucket {
  readonly objects = new Map<string, Buffer>();
  /** Uploads in parts that were neither joined nor given up. */
  readonly uploads = new Map<string, { readonly key: string; readonly parts: Map<number, Buffer> }>();

  put(key: string, content: Buffer): string {
    this.objects.set(key, content);
    return etagOf(content);
  }

  get(key: string): Buffer {
    const content = this.objects.get(key);
    if (!content) throw new S3Fault(404, "NoSuchKey");
    return content;
  }

  startUpload(key: string): string {
    const id = `${randomUUID()}+/=&<`;
    this.uploads.set(id, { key, parts: new Map() });
    return id;
  }

  putPart(key: string, uploadId: string, number: number, content: Buffer): string {
    this.upload(key, uploadId).parts.set(number, content);
    return etagOf(content);
  }

  join(key: string, uploadId: string, given: readonly Part[]): void {
    const { parts } = this.upload(key, uploadId);
    const contents = given.map(({ number, etag }, index) => {
      const content = parts.get(number);
      if (!content || etag !== etagOf(content)) throw new S3Fault(400, "InvalidPart");
      if (number <= (given[index - 1]?.number ?? 0)) throw new S3Fault(400, "InvalidPartOrder");
      if (content.length < MIN_PART_BYTES && index < given.length - 1) throw new S3Fault(400, "EntityTooSmall");
      return content;
    });
    if (contents.length === 0) throw new S3Fault(400, "MalformedXML");
    this.objects.set(key, Buffer.concat(contents));
    this.uploads.delete(uploadId);
  }

  giveUp(key: string, uploadId: string): void {
    this.upload(key, uploadId);
    this.uploads.delete(uploadId);
  }

  /** Keys in order, after the one that a token names. */
  page(token: string, size: number): { readonly keys: readonly string[]; readonly next: string | undefined } {
    const after = Buffer.from(token, "base64").toString();
    const keys = [...this.objects.keys()].filter((key) => key > after).sort();
    const shown = keys.slice(0, size);
    return { keys: shown, next: keys.length > size ? Buffer.from(shown.at(-1) ?? "").toString("base64") : undefined };
  }

  private upload(key: string, uploadId: string) {
    const upload = this.uploads.get(uploadId);
    if (upload?.key !== key) throw new S3Fault(404, "NoSuchUpload");
    return upload;
  }
}
