/**
 * Entry of the child process that holds the embedded engine. It lives as long as its parent: a broken channel ends it,
 * and signals of the terminal are left to the parent, which closes it in order.
 */
import type { ChildOptions, ChildReply, ChildRequest } from "./chdb/protocol.ts";
import { SessionPool } from "./chdb/session-pool.ts";

const GIVE_UP_MS = 3_000;

const reply = (message: ChildReply): void => {
  if (process.connected) process.send?.(message);
};

function failure(id: number, error: unknown): ChildReply {
  const code =
    typeof error === "object" && error !== null && "clickhouseCode" in error
      ? Number(error.clickhouseCode)
      : Number.NaN;
  const message = error instanceof Error ? error.message : String(error);
  const inText = /^Code: (\d+)\./.exec(message);
  return { kind: "failed", id, code: Number.isNaN(code) ? Number(inText?.[1] ?? 0) : code, message };
}

async function leave(pool: SessionPool): Promise<never> {
  // A query that cannot be stopped must not keep the directory locked: acknowledged inserts are on disk already.
  setTimeout(() => process.kill(process.pid, "SIGKILL"), GIVE_UP_MS).unref();
  await pool.close();
  process.exit(0);
}

async function handle(pool: SessionPool, request: ChildRequest): Promise<void> {
  switch (request.kind) {
    case "query":
    case "command":
    case "insert":
      await pool.run(request).then(
        (text) => reply({ kind: "done", id: request.id, text }),
        (error: unknown) => reply(failure(request.id, error)),
      );
      return;
    case "cancel":
      await pool.cancel(request.target);
      return;
    case "close":
      await leave(pool);
      return;
  }
}

function start(): void {
  const options = JSON.parse(process.argv[2] ?? "{}") as ChildOptions;
  process.on("SIGINT", () => undefined);
  process.on("SIGTERM", () => undefined);
  let pool: SessionPool;
  try {
    pool = new SessionPool(options);
  } catch (error) {
    reply({ kind: "refused", message: error instanceof Error ? error.message : String(error) });
    process.disconnect();
    return;
  }
  process.on("message", (request: ChildRequest) => void handle(pool, request));
  process.on("disconnect", () => void leave(pool));
  reply({ kind: "ready" });
}

start();
