import { createHash, randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, open, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { ObjectMissing, ObjectTooLarge, type Storage } from "./storage.ts";

const KEY = /^[A-Za-z0-9_][A-Za-z0-9_.-]*(\/[A-Za-z0-9_][A-Za-z0-9_.-]*)*$/;

/** Counts, hashes and limits bytes as they pass. */
function meter(limitBytes: number) {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      sizeBytes += chunk.length;
      if (sizeBytes > limitBytes) return done(new ObjectTooLarge(limitBytes));
      hash.update(chunk);
      done(null, chunk);
    },
  });
  return { through, result: () => ({ sizeBytes, sha256: hash.digest("hex") }) };
}

/** Files under a folder of this machine. A write is complete and on disk before it gets its name. */
export function openLocalStorage(root: string): Storage {
  const fileOf = (key: string): string => {
    if (!KEY.test(key) || key.includes("..")) throw new RangeError(`not a storage key: ${key}`);
    return path.join(root, ...key.split("/"));
  };
  return {
    write: async (key, content, limitBytes) => {
      const target = fileOf(key);
      const partial = path.join(root, ".partial", randomUUID());
      await mkdir(path.dirname(partial), { recursive: true });
      await mkdir(path.dirname(target), { recursive: true });
      const { through, result } = meter(limitBytes);
      try {
        await pipeline(content, through, createWriteStream(partial, { mode: 0o600 }));
        const handle = await open(partial, "r+");
        try {
          await handle.sync();
        } finally {
          await handle.close();
        }
        await rename(partial, target);
      } catch (error) {
        await rm(partial, { force: true });
        throw error;
      }
      return { key, ...result() };
    },
    read: async (key, range) => {
      const file = fileOf(key);
      await stat(file).catch(() => {
        throw new ObjectMissing(key);
      });
      return createReadStream(file, range ?? {});
    },
    remove: (key) => rm(fileOf(key), { force: true }),
  };
}
