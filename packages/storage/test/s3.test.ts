import { randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { type S3Server, startS3Server } from "@yutu/testkit";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openS3Storage, type S3Options, type Storage, StorageUnavailable } from "../src/index.ts";
import { storageContract } from "./contract.ts";

const MEGABYTE = 1024 ** 2;
const NO_LIMIT = Number.MAX_SAFE_INTEGER;

let server: S3Server;
let storage: Storage;
const options = (more: Partial<S3Options> = {}): S3Options => ({
  endpoint: server.endpoint,
  bucket: server.bucket,
  region: server.region,
  accessKeyId: server.accessKeyId,
  secretAccessKey: server.secretAccessKey,
  pathStyle: true,
  ...more,
});
beforeAll(async () => {
  server = await startS3Server();
  storage = await openS3Storage(options());
});
beforeEach(() => {
  server.asked.length = 0;
});
afterAll(() => server.close());

storageContract("S3", () => storage);

describe("S3: requests", () => {
  it("sends a small object in one request, a large one in parts", async () => {
    await storage.write("a", Readable.from(["small"]), NO_LIMIT);
    await storage.write("b", Readable.from([randomBytes(17 * MEGABYTE)]), NO_LIMIT);
    expect(server.asked).toEqual([
      "PUT /yutu-files/a",
      "POST /yutu-files/b?uploads=",
      "PUT /yutu-files/b?partNumber=1&uploadId",
      "PUT /yutu-files/b?partNumber=2&uploadId",
      "PUT /yutu-files/b?partNumber=3&uploadId",
      "POST /yutu-files/b?uploadId",
    ]);
  });
  it("gives up the parts of an upload that fails", async () => {
    const content = Readable.from([randomBytes(20 * MEGABYTE)]);
    await expect(storage.write("c", content, 19 * MEGABYTE)).rejects.toThrow("larger than");
    const broken = Readable.from(
      (function* () {
        yield randomBytes(9 * MEGABYTE);
        throw new Error("gone");
      })(),
    );
    await expect(storage.write("c", broken, NO_LIMIT)).rejects.toThrow("gone");
    expect(server.asked.at(-1)).toBe("DELETE /yutu-files/c?uploadId");
    expect(server.content.uploads.size).toBe(0);
  });
});

describe("S3: a service that stumbles", () => {
  it.each([{ status: 503, code: "SlowDown" }, { status: 500, code: "InternalError" }, "hang up" as const])(
    "asks again after %j",
    async (how) => {
      server.failNext(2, how);
      await storage.write("d", Readable.from(["kept"]), NO_LIMIT);
      server.failNext(1, how);
      expect(await text(await storage.read("d"))).toBe("kept");
      expect(server.asked).toEqual(["PUT", "PUT", "PUT", "GET", "GET"].map((method) => `${method} /yutu-files/d`));
    },
  );
  it("says after some attempts that it is away", async () => {
    server.failNext(100, { status: 503, code: "SlowDown" });
    await expect(storage.read("d")).rejects.toThrow(StorageUnavailable);
    expect(server.asked).toHaveLength(4);
    await expect(storage.ping()).rejects.toThrow("cannot work now: HTTP 503");
    expect(server.asked).toHaveLength(5);
    const large = Readable.from([randomBytes(9 * MEGABYTE)]);
    await expect(storage.write("e", large, NO_LIMIT)).rejects.toThrow(StorageUnavailable);
    expect(large.destroyed).toBe(true);
    server.failNext(0, "hang up");
    const nowhere = await openS3Storage(options({ endpoint: "http://127.0.0.1:9" }));
    await expect(nowhere.ping()).rejects.toThrow(StorageUnavailable);
  });
});

describe("S3: a setting that is wrong", () => {
  it.each([
    ["the secret", { secretAccessKey: "other" }, "403 SignatureDoesNotMatch"],
    ["the key", { accessKeyId: "other" }, "403 InvalidAccessKeyId"],
    ["the region", { region: "eu-west-1" }, "403 AuthorizationHeaderMalformed"],
    ["the bucket", { bucket: "elsewhere" }, "404 NoSuchBucket"],
  ])("is named: %s", async (_, more, refusal) => {
    const wrong = await openS3Storage(options(more));
    await expect(wrong.read("d")).rejects.toThrow(refusal);
    await expect(wrong.ping()).rejects.toThrow(`refused: HTTP ${refusal.slice(0, 3)}`);
    expect(server.asked).toHaveLength(2);
  });
});
