import { randomUUID } from "node:crypto";
import { constants, createReadStream, createWriteStream } from "node:fs";
import { access, mkdir, open, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { pipeline } from "node:stream/promises";
import { meter } from "./meter.ts";
import { checkedKey, isKey, ObjectMissing, type Storage } from "./storage.ts";

/** The keys below a folder; what is still being written (`.partial`) has no key. */
async function* keysBelow(root: string, from = ""): AsyncGenerator<string> {
  const entries = await readdir(path.join(root, from), { withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return [];
      throw error;
    },
  );
  for (const entry of entries) {
    const key = from === "" ? entry.name : `${from}/${entry.name}`;
    if (!isKey(key)) continue;
    if (entry.isDirectory()) yield* keysBelow(root, key);
    else if (entry.isFile()) yield key;
  }
}

/** Files under a folder of this machine. A write is complete and on disk before it gets its name. */
export function openLocalStorage(root: string): Storage {
  const fileOf = (key: string): string => path.join(root, ...checkedKey(key).split("/"));
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
    keys: () => keysBelow(root),
    ping: async () => {
      await mkdir(root, { recursive: true });
      await access(root, constants.W_OK | constants.X_OK);
    },
  };
}
