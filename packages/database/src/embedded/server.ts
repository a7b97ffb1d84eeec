import { type ChildProcess, execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import path from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { type Placement, placeCluster } from "./account.ts";
import { findBinaries } from "./binaries.ts";
import { isAlive, isPostgres } from "./process-state.ts";

const run = promisify(execFile);
const USER = "yutu";
/** PostgreSQL takes nothing from our environment; on Windows it needs the system's own variables. */
const ENVIRONMENT = process.platform === "win32" ? {} : { env: { PATH: "/usr/bin:/bin", LC_ALL: "C", TZ: "UTC" } };

export interface EmbeddedPostgres {
  /** Connection settings of the owner, for the given database. */
  readonly connection: (database: string) => pg.ClientConfig;
  readonly notice: string | undefined;
  readonly stop: () => Promise<void>;
}

export interface EmbeddedOptions {
  readonly dataDir: string;
  readonly onLog: (line: string) => void;
  /** Extra `-c name=value` settings, e.g. `fsync=off` in tests. */
  readonly settings?: Readonly<Record<string, string>>;
}

interface Endpoint {
  readonly host: string;
  readonly port: number;
  readonly password: string | undefined;
}

/** Encoding and locale are always given: with `C` character classes trigram search finds no Chinese. */
async function initialise(place: Placement, password: string | undefined): Promise<void> {
  const passwordFile = path.join(place.clusterDir, "..", `.pw-${process.pid}`);
  const authentication = password ? ["--auth=scram-sha-256", `--pwfile=${passwordFile}`] : ["--auth=trust"];
  if (password) await writeFile(passwordFile, password, { mode: 0o600 });
  try {
    await run(
      place.binaries.bin("initdb"),
      [
        `--pgdata=${place.clusterDir}`,
        `--username=${USER}`,
        "--encoding=UTF8",
        "--locale-provider=builtin",
        "--builtin-locale=C.UTF-8",
        "--lc-collate=C",
        "--lc-ctype=C.UTF-8",
        ...authentication,
      ],
      { ...place.runAs, cwd: place.clusterDir, ...ENVIRONMENT },
    );
  } finally {
    if (password) await unlink(passwordFile).catch(() => undefined);
  }
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function waitUntilGone(pid: number, timeoutMs: number): Promise<boolean> {
  for (let waited = 0; waited < timeoutMs; waited += 25) {
    if (!isAlive(pid)) return true;
    await pause(25);
  }
  return false;
}

/** A server left behind by a crash of ours still holds the cluster: it is stopped cleanly, then ours takes over. */
async function takeOverOrphan(clusterDir: string, onLog: (line: string) => void): Promise<void> {
  const text = await readFile(path.join(clusterDir, "postmaster.pid"), "utf8").catch(() => "");
  const pid = Number(text.split("\n")[0]);
  if (!(pid > 0) || !isAlive(pid)) return;
  const directory = text.split("\n")[1]?.trim();
  // After a restart of the machine the number can belong to any other program.
  if (directory !== clusterDir || !(await isPostgres(pid))) return;
  onLog(`taking over a PostgreSQL (pid ${pid}) that an earlier crash left running`);
  process.kill(pid, "SIGINT");
  if (await waitUntilGone(pid, 10_000)) return;
  process.kill(pid, "SIGQUIT");
  if (!(await waitUntilGone(pid, 5_000))) throw new Error(`PostgreSQL (pid ${pid}) on ${clusterDir} does not stop`);
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });

async function endpointOf(place: Placement): Promise<Endpoint> {
  if (process.platform !== "win32") return { host: place.socketDir, port: 5432, password: undefined };
  const file = path.join(place.clusterDir, "..", "postgres.password");
  if (!existsSync(file)) await writeFile(file, randomBytes(24).toString("base64url"), { mode: 0o600 });
  return { host: "127.0.0.1", port: await freePort(), password: await readFile(file, "utf8") };
}

function launch(place: Placement, endpoint: Endpoint, options: EmbeddedOptions): ChildProcess {
  const network =
    process.platform === "win32"
      ? [`listen_addresses=127.0.0.1`, `port=${endpoint.port}`]
      : ["listen_addresses=", `unix_socket_directories=${place.socketDir}`, "unix_socket_permissions=0700"];
  const settings = [
    ...network,
    "max_connections=120",
    "shared_buffers=128MB",
    // What is asked for all day lies in memory, where a random page costs hardly more than the next one.
    "random_page_cost=1.1",
    "log_min_messages=warning",
    ...Object.entries(options.settings ?? {}).map(([k, v]) => `${k}=${v}`),
  ];
  const child = spawn(
    place.binaries.bin("postgres"),
    ["-D", place.clusterDir, ...settings.flatMap((s) => ["-c", s])],
    // Its own group: Ctrl-C in the terminal reaches us first, and we stop it in order.
    {
      ...place.runAs,
      cwd: place.clusterDir,
      detached: true,
      stdio: ["ignore", "ignore", "pipe"],
      ...ENVIRONMENT,
    },
  );
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    for (const line of text.trimEnd().split("\n")) options.onLog(line);
  });
  return child;
}

async function waitUntilReady(connection: pg.ClientConfig, child: ChildProcess): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    const client = new pg.Client(connection);
    client.on("error", () => undefined);
    try {
      await client.connect();
      await client.end();
      return;
    } catch (error) {
      const ended = child.exitCode ?? child.signalCode;
      if (ended !== null) throw new Error(`PostgreSQL stopped while starting (${ended})`, { cause: error });
      if (attempt > 600) throw error;
      await pause(25);
    }
  }
}

/**
 * Starts PostgreSQL. Processes of one that was killed can hold its memory for a moment longer; it then refuses to
 * start, and is asked again.
 */
async function launchUntilReady(
  place: Placement,
  endpoint: Endpoint,
  options: EmbeddedOptions,
  connection: pg.ClientConfig,
  isStopping: () => boolean,
): Promise<ChildProcess> {
  for (let attempt = 1; ; attempt++) {
    const child = launch(place, endpoint, options);
    try {
      await waitUntilReady(connection, child);
      return child;
    } catch (error) {
      child.kill("SIGQUIT");
      if (attempt >= 12 || isStopping()) throw error;
      await pause(250 * Math.min(attempt, 4));
    }
  }
}

/** Starts, supervises and stops the PostgreSQL of a data directory; initialises it on first use. */
export async function startEmbeddedPostgres(options: EmbeddedOptions): Promise<EmbeddedPostgres> {
  const place = await placeCluster(options.dataDir, await findBinaries());
  const endpoint = await endpointOf(place);
  const connection = (database: string): pg.ClientConfig => ({
    host: endpoint.host,
    port: endpoint.port,
    user: USER,
    database,
    ...(endpoint.password ? { password: endpoint.password } : {}),
  });
  if (!existsSync(path.join(place.clusterDir, "PG_VERSION"))) await initialise(place, endpoint.password);
  await takeOverOrphan(place.clusterDir, options.onLog);

  let child: ChildProcess;
  let stopping = false;
  const start = async (): Promise<void> => {
    child = await launchUntilReady(place, endpoint, options, connection("postgres"), () => stopping);
    if (stopping) child.kill("SIGINT");
    child.once("exit", (code, signal) => {
      if (stopping) return;
      options.onLog(`PostgreSQL stopped unexpectedly (${signal ?? code}); starting it again`);
      void pause(500).then(restart);
    });
  };
  const restart = (): Promise<void> =>
    start().catch((error: unknown) => {
      options.onLog(String(error));
      return stopping ? undefined : pause(5_000).then(restart);
    });
  await start();

  return {
    connection,
    notice: place.notice,
    stop: async () => {
      stopping = true;
      const { pid } = child;
      if (pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
      child.kill("SIGINT");
      if (!(await waitUntilGone(pid, 15_000))) child.kill("SIGQUIT");
    },
  };
}
