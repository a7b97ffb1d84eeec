import { chmod, mkdir, realpath, unlink } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import path from "node:path";
import { fingerprint } from "./account.ts";

/** Thrown when another running process holds the data directory. */
export class DataDirectoryInUse extends Error {
  override readonly name = "DataDirectoryInUse";
  constructor(readonly dataDir: string) {
    super(`Another Yutu is already running on ${dataDir}. Stop it first, or give this one its own YUTU_DATA_DIR.`);
  }
}

const listen = (server: Server, at: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(at, () => resolve());
  });

const isAnswered = (at: string): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect(at);
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });

/**
 * Holds a data directory for this process. A listening socket is the lock: the operating system closes it when
 * the process dies, however it dies, so a crash never leaves a directory locked.
 */
export async function holdDataDirectory(dataDir: string): Promise<() => Promise<void>> {
  await mkdir(dataDir, { recursive: true });
  const real = await realpath(dataDir);
  const name = `yutu-lock-${fingerprint(real)}`;
  const at = process.platform === "win32" ? `\\\\.\\pipe\\${name}` : path.join("/tmp", `${name}.sock`);
  for (let attempt = 0; attempt < 2; attempt++) {
    const server = createServer((socket) => socket.destroy());
    try {
      await listen(server, at);
      server.unref();
      if (process.platform !== "win32") await chmod(at, 0o600);
      return () => new Promise((resolve) => server.close(() => resolve()));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
      if (await isAnswered(at)) throw new DataDirectoryInUse(real);
      await unlink(at).catch(() => undefined);
    }
  }
  throw new DataDirectoryInUse(real);
}
