// Lists, board and detail over HTTP at 100 concurrent users, on 1,000 projects with 10,000 and with 100,000 tasks made by SQL.
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDatabase, startEmbeddedPostgres } from "@yutu/database";
import { createDemoWorkspace } from "@yutu/identity/server";
import { migrateDatabase } from "@yutu/server";
import { openWarehouse } from "@yutu/warehouse";
import type pg from "pg";
import { root } from "../tools/run/paths.mjs";
import { postgresCpuMs } from "./lists/cpu.ts";
import { fill, PROJECTS } from "./lists/fill.ts";
import { QUESTIONS } from "./lists/questions.ts";
import type { Measured, Visit } from "./lists/users.ts";
import { type Figure, report } from "./record.ts";
import { openStand, signIn } from "./stand.ts";

const USERS = 100;
const BAR_MS = 50;
/** People who read what they are shown: one question a second each. */
const AT_WORK = { seconds: 6, pauseMs: 1000 };
/** Nobody reads: each asks again as soon as he is answered. What the machine can do at most. */
const WITHOUT_PAUSE = { seconds: 3, pauseMs: 0 };

const silent = () => undefined;

/** The machine that is measured: where it answers, who may ask, and what its database has used of the processor. */
interface Stand {
  readonly baseUrl: string;
  readonly cookies: readonly string[];
  readonly tasks: number;
  readonly users: ChildProcess;
  readonly postmaster: number | undefined;
}

/** What one visit of all users came to, with the processor time of an answer in the server and in the database. */
async function visit(
  stand: Stand,
  question: number,
  how: typeof AT_WORK,
): Promise<Measured & { serverMs: number; databaseMs: number | undefined }> {
  const { baseUrl, cookies, tasks, users, postmaster } = stand;
  const cpu = process.cpuUsage();
  const before = postgresCpuMs(postmaster);
  users.send({ baseUrl, cookies, tasks, question, users: USERS, ...how } satisfies Visit);
  const [measured] = (await once(users, "message")) as [Measured];
  const { user, system } = process.cpuUsage(cpu);
  const after = postgresCpuMs(postmaster);
  return {
    ...measured,
    serverMs: (user + system) / 1000 / measured.count,
    databaseMs: before === undefined || after === undefined ? undefined : (after - before) / measured.count,
  };
}

const sum = (counts: Readonly<Record<number, number>>): number => Object.values(counts).reduce((a, b) => a + b, 0);

async function measureVisits(stand: Stand, how: typeof AT_WORK, bar: boolean): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const question of [-1, ...QUESTIONS.keys()]) {
    const { p50, p95, perSecond, errors, kilobytes, serverMs, databaseMs } = await visit(stand, question, how);
    const failed = sum(errors) === 0 ? "" : `, errors ${JSON.stringify(errors)}`;
    const processor = `CPU ${serverMs.toFixed(1)} + ${databaseMs?.toFixed(1) ?? "?"} ms`;
    figures.push({
      task: `${QUESTIONS[question]?.name ?? "all of these, in turn"}, p95`,
      size: `${stand.tasks.toLocaleString("en")} tasks`,
      value: `${p95.toFixed(0)} ms (p50 ${p50.toFixed(0)}, ${perSecond.toFixed(0)}/s, ${processor}, ${kilobytes.toFixed(0)} kB${failed})`,
      ...(bar ? { bar: `< ${BAR_MS} ms, no error`, isMet: p95 < BAR_MS && sum(errors) === 0 } : {}),
    });
  }
  return figures;
}

async function measureSize(connection: pg.ClientConfig, folder: string, tasks: number, postmaster: number | undefined) {
  await migrateDatabase(connection, root);
  const warehouse = await openWarehouse({
    kind: "chdb",
    dataDir: join(folder, "warehouse"),
    migrationsDir: join(root, "database", "clickhouse"),
  });
  const { app, baseUrl, stop } = await openStand(connection, folder, warehouse);
  const users = fork(fileURLToPath(new URL("lists/users.ts", import.meta.url)));
  try {
    const { workspaceId, people } = await createDemoWorkspace(app.services);
    await fill(connection, workspaceId, people[0]?.userId ?? "", tasks);
    const mailboxes = Array.from({ length: USERS }, (_, i) => `user${i + 1}@bench.yutu.local`);
    const cookies: string[] = [];
    for (const mailbox of mailboxes) cookies.push(await signIn(baseUrl, mailbox));
    const stand = { baseUrl, cookies, tasks, users, postmaster };
    await visit(stand, -1, WITHOUT_PAUSE); // warm
    const load = (): string => `load ${loadavg()[0]?.toFixed(1)}`;
    const title = `${USERS} users, ${PROJECTS.toLocaleString("en")} projects`;
    report(`${title}, a question a second each (${load()} before)`, await measureVisits(stand, AT_WORK, true));
    report(`${title}, without a pause (${load()} before)`, await measureVisits(stand, WITHOUT_PAUSE, false));
  } finally {
    users.kill();
    await stop();
  }
}

async function main(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), "yutu-lists-"));
  await chmod(base, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: base, onLog: silent });
  const pid = Number(readFileSync(join(base, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);
  try {
    for (const tasks of [10_000, 100_000]) {
      const name = `lists_${tasks}`;
      await ensureDatabase(postgres.connection("postgres"), name);
      await measureSize(postgres.connection(name), join(base, name), tasks, pid);
    }
  } finally {
    await postgres.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

await main();
