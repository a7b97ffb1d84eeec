// First start of a fresh copy with an empty npm cache, later starts, memory at rest, and the script of the first route.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { firstRouteLimitBytes, firstRouteSize } from "../tools/run/first-route.mjs";
import { root } from "../tools/run/paths.mjs";
import { family, memoryMb } from "./memory.ts";
import { type Figure, report } from "./record.ts";

const restSeconds = 20;

/** Copies what a clone would hold, with the changes of this working tree. */
function freshCopy(folder: string): void {
  const list = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "-z"], { cwd: root, encoding: "utf8" });
  for (const file of list.split("\0").filter(Boolean)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(root, file), join(folder, file));
  }
}

/** Starts the product; gives the milliseconds until its start page is answered. */
async function start(folder: string, cache: string): Promise<{ child: ChildProcess; ms: number }> {
  const began = performance.now();
  const env = {
    ...process.env,
    npm_config_cache: cache,
    PORT: "",
    YUTU_DATA_DIR: "",
    DATABASE_URL: "",
    CLICKHOUSE_URL: "",
  };
  const child = spawn(process.execPath, ["tools/start.mjs"], {
    cwd: folder,
    env,
    stdio: ["ignore", "pipe", "inherit"],
  });
  for await (const line of createInterface({ input: child.stdout })) {
    const address = /running at (http:\/\/\S+)/.exec(line)?.[1];
    if (address === undefined) continue;
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`the start page answered ${answer.status}`);
    child.stdout.resume();
    return { child, ms: performance.now() - began };
  }
  throw new Error("the server ended before it was running");
}

async function stop(child: ChildProcess): Promise<void> {
  child.kill("SIGTERM");
  await once(child, "exit");
}

const judged = (task: string, size: string, number: number, limit: number, unit: string): Figure => ({
  task,
  size,
  value: `${number.toFixed(number < 100 ? 1 : 0)} ${unit}`,
  bar: `< ${limit} ${unit}`,
  isMet: number < limit,
});

async function measureStarts(folder: string): Promise<Figure[]> {
  const cache = join(folder, "..", "cache");
  const first = await start(folder, cache);
  await new Promise((resolve) => setTimeout(resolve, restSeconds * 1000));
  const processes = process.platform === "linux" ? family(first.child.pid ?? 0) : [];
  const rest =
    processes.length === 0
      ? []
      : [judged("memory at rest", `${processes.length} processes`, memoryMb(processes), 700, "MB")];
  await stop(first.child);
  const later: number[] = [];
  for (let i = 0; i < 3; i += 1) {
    const { child, ms } = await start(folder, cache);
    later.push(ms);
    await stop(child);
  }
  const median = later.toSorted((a, b) => a - b)[1] ?? 0;
  return [
    judged("first start, packages and build included", "empty npm cache", first.ms / 1000, 150, "s"),
    judged("later start, to an answered page", "median of 3", median / 1000, 3, "s"),
    ...rest,
  ];
}

const base = mkdtempSync(join(tmpdir(), "yutu-startup-"));
try {
  const folder = join(base, "copy 域图");
  freshCopy(folder);
  const starts = await measureStarts(folder);
  const { bytes, files } = firstRouteSize(folder);
  const route = judged(
    "script of the first route, gzip",
    `${files.length} files`,
    bytes / 1000,
    firstRouteLimitBytes / 1000,
    "kB",
  );
  report("Start", [...starts, route]);
} finally {
  rmSync(base, { recursive: true, force: true });
}
