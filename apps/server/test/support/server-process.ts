import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { ROOT } from "@yutu/testkit";
import { builtServer } from "./built-server.ts";

/** The server as a process of its own, as `npm start` runs it. */
export interface ServerProcess {
  readonly pid: number;
  /** Everything it has said so far, both streams. */
  readonly output: () => string;
  /** Its address, once it says that it is running. @throws with its output when it ends before */
  readonly running: () => Promise<string>;
  /** Resolves with the exit code when it has ended. */
  readonly ended: () => Promise<number | null>;
  readonly signal: (name: NodeJS.Signals) => void;
  /** Asks it to stop in order and waits. */
  readonly stop: () => Promise<void>;
}

const LIMIT_MS = 60_000;

/** Nothing of this shell's settings reaches the server but the way to its programs. */
const environment = (given: Record<string, string>): Record<string, string> => ({
  PATH: process.env.PATH ?? "",
  HOME: process.env.HOME ?? "",
  TMPDIR: process.env.TMPDIR ?? "/tmp",
  YUTU_DEMO: "false",
  ...given,
});

async function until(
  what: string,
  found: () => string | undefined,
  child: ChildProcess,
  output: () => string,
): Promise<string> {
  for (const deadline = Date.now() + LIMIT_MS; Date.now() < deadline; ) {
    const value = found();
    if (value !== undefined) return value;
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`ended before ${what}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  throw new Error(`not ${what} after ${LIMIT_MS} ms:\n${output()}`);
}

export async function startServer(
  settings: Record<string, string>,
  args: readonly string[] = [],
): Promise<ServerProcess> {
  const child = spawn(process.execPath, [await builtServer(), ...args], {
    cwd: ROOT,
    env: environment(settings),
    stdio: ["ignore", "pipe", "pipe"],
  });
  let text = "";
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding("utf8").on("data", (chunk: string) => {
      text += chunk;
    });
  const output = (): string => text;
  const ended = async (): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
    return child.exitCode;
  };
  return {
    pid: child.pid ?? 0,
    output,
    running: () =>
      until(
        "running",
        () => /running at (http:\/\/\S+)|Worker is (running)/.exec(text)?.slice(1).find(Boolean),
        child,
        output,
      ),
    ended,
    signal: (name) => void child.kill(name),
    stop: async () => {
      child.kill("SIGTERM");
      await ended();
    },
  };
}

/** Runs it to its end, for what it refuses and for commands. */
export async function runServer(
  settings: Record<string, string>,
  args: readonly string[] = [],
): Promise<{ code: number | null; output: string }> {
  const server = await startServer(settings, args);
  const code = await server.ended();
  return { code, output: server.output() };
}

/** A port that nothing listens on just now. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  return typeof address === "object" && address ? address.port : 0;
}

/** Asks again until the answer satisfies, or fails with the last one. */
export async function eventually<T>(
  ask: () => Promise<T>,
  satisfies: (value: T) => boolean,
  limitMs = 20_000,
): Promise<T> {
  for (const deadline = Date.now() + limitMs; ; ) {
    const value = await ask();
    if (satisfies(value)) return value;
    if (Date.now() > deadline) throw new Error(`still ${JSON.stringify(value)} after ${limitMs} ms`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
