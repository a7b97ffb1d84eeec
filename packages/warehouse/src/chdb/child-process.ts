import { type ChildProcess, fork } from "node:child_process";
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ChildOptions, ChildReply, ChildRequest } from "./protocol.ts";

/** Another process holds the directory of the embedded engine. */
export class WarehouseLockedError extends Error {
  override readonly name = "WarehouseLockedError";
  constructor(dataDir: string) {
    super(
      `The analytics data in ${dataDir} is in use by another process. Stop the other server, or give this one its own data directory.`,
    );
  }
}

/** The file to fork: TypeScript beside this one when run from source, else the bundled sibling of the server. */
export function defaultChildPath(): string {
  const fromSource = import.meta.url.endsWith(".ts");
  return fileURLToPath(new URL(fromSource ? "../chdb-child.ts" : "./chdb-child.js", import.meta.url));
}

/**
 * Forks the engine and waits until it holds its directory. A predecessor that is still closing gets `lockWaitMs` to let go.
 * The child gets a bare environment: 16 libuv threads so that running queries do not starve its own I/O. Each of them has
 * inserts of megabytes in hand now and then, which glibc would keep for itself in an arena per thread: two arenas, and what
 * lies free above a megabyte goes back to the system. The engine's own allocator (JE_…) gives back after one second instead
 * of five what an insert has freed: an import lasts about as long.
 * @throws WarehouseLockedError
 */
export async function startChild(path: string, options: ChildOptions, lockWaitMs: number): Promise<ChildProcess> {
  const deadline = performance.now() + lockWaitMs;
  for (;;) {
    const child = forkChild(path, options);
    const refusal = await firstAnswer(child);
    if (refusal === null) return child;
    const isLocked = /cannot lock/i.test(refusal);
    if (!isLocked) throw new Error(`The analytics engine did not start: ${refusal}`);
    if (performance.now() > deadline) throw new WarehouseLockedError(options.dataDir);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

function forkChild(path: string, options: ChildOptions): ChildProcess {
  const loader = path.endsWith(".ts")
    ? ["--import", pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href]
    : [];
  return fork(path, [JSON.stringify(options)], {
    execArgv: loader,
    env: {
      UV_THREADPOOL_SIZE: "16",
      JE_MALLOC_CONF: "dirty_decay_ms:1000",
      MALLOC_ARENA_MAX: "2",
      MALLOC_TRIM_THRESHOLD_: "1048576",
    },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "pipe", "ipc"],
  });
}

/** Null when the engine is ready, else why it is not: its own words, and what the engine wrote before it left. */
function firstAnswer(child: ChildProcess): Promise<string | null> {
  let complaint = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    complaint = (complaint + chunk.toString()).slice(-2_000);
  });
  return new Promise((resolve) => {
    const onMessage = (message: unknown) => {
      const answer = message as ChildReply;
      if (answer.kind === "ready") settle(null);
      if (answer.kind === "refused") complaint = `${answer.message} ${complaint}`;
    };
    const onClose = (code: number | null) => settle(complaint.trim() || `it ended with code ${code}`);
    const onError = (error: Error) => settle(error.message);
    const settle = (outcome: string | null) => {
      child.off("message", onMessage).off("close", onClose).off("error", onError);
      resolve(outcome);
    };
    child.on("message", onMessage).on("close", onClose).on("error", onError);
  });
}

/** Sends a request; false when the channel is gone (the exit that follows answers the caller). */
export function post(child: ChildProcess, request: ChildRequest): boolean {
  if (!child.connected) return false;
  child.send(request, () => undefined);
  return true;
}
