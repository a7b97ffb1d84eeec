import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import { buffer, text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { ObjectMissing, ObjectTooLarge, type Storage } from "../src/index.ts";

const MEGABYTE = 1024 ** 2;
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const sha256 = (content: Buffer): string => createHash("sha256").update(content).digest("hex");

/** Content in pieces as a network gives them: never the size of a part. */
const inPieces = (content: Buffer, size = 65_521): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < content.length; at += size) yield content.subarray(at, at + size);
    })(),
  );

/** Content that ends with an error, as an upload does when the browser goes away. */
const cutOff = (content: Buffer): Readable =>
  Readable.from(
    (function* () {
      yield content;
      throw new Error("the browser went away");
    })(),
  );

async function keysOf(storage: Storage): Promise<string[]> {
  const found: string[] = [];
  for await (const key of storage.keys()) found.push(key);
  return found.sort();
}

/** What every storage must do. Run for the disk and for an S3 service. */
export function storageContract(name: string, storage: () => Storage): void {
  describe(`${name}: objects`, () => {
    it("gives back what was written, with its length and hash", async () => {
      const written = await storage().write("wsp_1/fil_1", Readable.from(["发", "票"]), 6);
      expect(written).toEqual({ key: "wsp_1/fil_1", sizeBytes: 6, sha256: sha256(Buffer.from("发票")) });
      expect(await text(await storage().read("wsp_1/fil_1"))).toBe("发票");
    });
    it("keeps an object of no bytes", async () => {
      expect(await storage().write("empty", Readable.from([]), 10)).toMatchObject({ sizeBytes: 0 });
      expect(await buffer(await storage().read("empty"))).toHaveLength(0);
    });
    it.each([5 * MEGABYTE, 8 * MEGABYTE, 20 * MEGABYTE + 1])(
      "streams %i bytes in and out unchanged",
      async (length) => {
        const content = randomBytes(length);
        const written = await storage().write(`large.${length}`, inPieces(content), length);
        expect(written).toMatchObject({ sizeBytes: length, sha256: sha256(content) });
        expect(sha256(await buffer(await storage().read(`large.${length}`)))).toBe(sha256(content));
      },
    );
    it("replaces an object", async () => {
      await storage().write("again", Readable.from(["first"]), NO_LIMIT);
      await storage().write("again", Readable.from(["second"]), NO_LIMIT);
      expect(await text(await storage().read("again"))).toBe("second");
    });
    it("removes an object, and one that is not there", async () => {
      await storage().write("gone", Readable.from(["x"]), NO_LIMIT);
      await storage().remove("gone");
      await storage().remove("gone");
      await expect(storage().read("gone")).rejects.toThrow(ObjectMissing);
      await expect(storage().read("gone", { start: 0, end: 1 })).rejects.toThrow(ObjectMissing);
    });
    it("accepts only keys of ours", async () => {
      for (const key of ["", "/a", "a//b", "../a", "a/../b", ".partial/x", "a/", "名字", "a b"]) {
        await expect(storage().write(key, Readable.from(["x"]), NO_LIMIT)).rejects.toThrow(RangeError);
        await expect(storage().read(key)).rejects.toThrow(RangeError);
        await expect((async () => storage().remove(key))()).rejects.toThrow(RangeError);
      }
    });
  });

  describe(`${name}: ranges`, () => {
    it.each([
      [{ start: 0, end: 0 }, "0"],
      [{ start: 2, end: 4 }, "234"],
      [{ start: 8, end: 8191 }, "89"],
      [{ start: 10, end: 20 }, ""],
      [{ start: 500, end: 600 }, ""],
    ])("reads %j of ten bytes", async (range, expected) => {
      await storage().write("digits", Readable.from(["0123456789"]), NO_LIMIT);
      expect(await text(await storage().read("digits", range))).toBe(expected);
    });
    it("reads a range across the parts of a large object", async () => {
      const content = randomBytes(17 * MEGABYTE);
      await storage().write("ranged", inPieces(content), NO_LIMIT);
      const range = { start: 8 * MEGABYTE - 7, end: 16 * MEGABYTE + 7 };
      expect(sha256(await buffer(await storage().read("ranged", range)))).toBe(
        sha256(content.subarray(range.start, range.end + 1)),
      );
    });
  });

  describe(`${name}: writes that fail`, () => {
    it.each([10, 12 * MEGABYTE])("keeps nothing of an object above a limit of %i bytes", async (limit) => {
      const content = randomBytes(limit + 1);
      await expect(storage().write("too-large", inPieces(content), limit)).rejects.toThrow(ObjectTooLarge);
      await expect(storage().read("too-large")).rejects.toThrow(ObjectMissing);
    });
    it.each([10, 12 * MEGABYTE])("keeps nothing of an upload that breaks off after %i bytes", async (length) => {
      await expect(storage().write("cut", cutOff(randomBytes(length)), NO_LIMIT)).rejects.toThrow("browser went away");
      await expect(storage().read("cut")).rejects.toThrow(ObjectMissing);
    });
    it("leaves the former object where its replacement breaks off", async () => {
      await storage().write("former", Readable.from(["kept"]), NO_LIMIT);
      await expect(storage().write("former", cutOff(Buffer.from("new")), NO_LIMIT)).rejects.toThrow();
      expect(await text(await storage().read("former"))).toBe("kept");
    });
  });

  describe(`${name}: all keys`, () => {
    it("names every object once, over as many pages as there are", async () => {
      const before = await keysOf(storage());
      const more = Array.from({ length: 230 }, (_, i) => `wsp_list/fil_${String(i).padStart(3, "0")}`);
      for (const key of more) await storage().write(key, Readable.from(["x"]), NO_LIMIT);
      expect(await keysOf(storage())).toEqual([...before, ...more].sort());
    });
    it("is ready", async () => {
      await expect(storage().ping()).resolves.toBeUndefined();
    });
  });
}
