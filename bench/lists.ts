// Lists, board and detail over HTTP at 100 concurrent users, on 1,000 projects with 10,000 and with 100,000 tasks made by SQL.
import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { chmod } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureDatabase, startEmbeddedPostgres } from "@yutu/database";
import { createDemoWorkspace, DEMO_PASSWORD } from "@yutu/identity/server";
import { API_PREFIX, createApplication, createSecretBox, migrateDatabase, modules } from "@yutu/server";
import { openLocalStorage } from "@yutu/storage";
import { openWarehouse } from "@yutu/warehouse";
import pg from "pg";
import { root } from "../tools/run/paths.mjs";
import { type Figure, report } from "./record.ts";

const USERS = 100;
const SECONDS = 6;
const PROJECTS = 1_000;
const BAR_MS = 50;

const PEOPLE = ["owner", "admin", "executive", "pm", "marketer", "designer", "analyst", "finance"];

/** Projects spread over two years, tasks over the projects; every value from its number, so that runs are alike. */
const FILL = `
  INSERT INTO projects (workspace_id, id, campaign_key, name, type_key, template_version, color, status, anchor_date, start_date, end_date, currency, total_budget_minor, channels, manager_id)
  SELECT $1, 'prj_' || lpad(n::text, 26, '0'), 'C' || n, (ARRAY['双11','618','年货节','新品上市','门店周年'])[1 + n % 5] || ' 活动 ' || n, 'ecommerce_promo', 1, '#2f54eb',
    (ARRAY['draft','in_review','approved','running','running','closed'])[1 + n % 6], d, d - 60, d + 14, 'CNY', 100000000, ARRAY['tmall','douyin'], $2
  FROM (SELECT n, date '2026-01-01' + (n * 7 % 730) AS d FROM generate_series(1, ${PROJECTS}) AS n) AS p;`;
const PHASES = `
  INSERT INTO phases (workspace_id, id, project_id, key, name, position)
  SELECT $1, 'pha_' || lpad((p * 4 + k)::text, 26, '0'), 'prj_' || lpad(p::text, 26, '0'), 'k' || k, '阶段 ' || k, k FROM generate_series(1, ${PROJECTS}) AS p, generate_series(0, 3) AS k`;
const TASKS = `
  INSERT INTO tasks (workspace_id, id, number, project_id, phase_id, title, status, priority, channel, assignee_ids, accountable_id, start_date, due_date, duration_days, rank)
  SELECT $1, 'tsk_' || lpad(n::text, 26, '0'), n, 'prj_' || lpad((1 + n % ${PROJECTS})::text, 26, '0'), 'pha_' || lpad(((1 + n % ${PROJECTS}) * 4 + n / ${PROJECTS} % 4)::text, 26, '0'),
    (ARRAY['主视觉设计','达人沟通','直播脚本','素材剪辑','预算核对','物流对接'])[1 + n % 6] || ' ' || n, (ARRAY['todo','doing','review','done','done'])[1 + n % 5],
    (ARRAY['low','medium','high','urgent'])[1 + n % 4], (ARRAY['tmall','douyin','xiaohongshu',NULL])[1 + n % 4], ARRAY[($2::text[])[1 + n % 8]], ($2::text[])[1 + n % 8],
    date '2026-01-01' + n * 7 % 730, date '2026-01-05' + n * 7 % 730, 5, 'a' || lpad((n / ${PROJECTS})::text, 6, '0')
  FROM generate_series(1, $3::int) AS n`;

const projectId = (n: number): string => `prj_${String(1 + (n % PROJECTS)).padStart(26, "0")}`;
const taskId = (n: number, tasks: number): string => `tsk_${String(1 + (n % tasks)).padStart(26, "0")}`;

/** What people open, each request another project or task. */
const endpoints = (tasks: number): [string, (n: number) => string][] => [
  ["list of projects", () => "/projects?limit=50"],
  ["project", (n) => `/projects/${projectId(n * 7)}`],
  ["list of all tasks by due date", () => "/tasks?limit=50&sort=due"],
  ["my open tasks", () => "/tasks?limit=50&mine=true&status=todo,doing,review"],
  ["list of a project's tasks", (n) => `/tasks?limit=50&sort=due&projectId=${projectId(n * 13)}`],
  ["board of a project", (n) => `/tasks?limit=500&sort=rank&projectId=${projectId(n * 11)}`],
  ["task", (n) => `/tasks/${taskId(n * 17, tasks)}`],
];

interface Measured {
  readonly p50: number;
  readonly p95: number;
  readonly perSecond: number;
  readonly errors: number;
}

/** The users are a process of their own, so that they do not take the server's time but the machine's. */
async function loadFromOutside(
  baseUrl: string,
  cookies: readonly string[],
  tasks: number,
  endpoint: number,
): Promise<Measured> {
  const users = fork(fileURLToPath(import.meta.url), [JSON.stringify({ baseUrl, cookies, tasks, endpoint })]);
  const [measured] = (await once(users, "message")) as [Measured];
  return measured;
}

/** Every user asks again as soon as he is answered, for a few seconds. */
async function load(baseUrl: string, cookies: readonly string[], path: (n: number) => string): Promise<Measured> {
  const times: number[] = [];
  let errors = 0;
  let n = 0;
  const end = performance.now() + SECONDS * 1000;
  const user = async (index: number): Promise<void> => {
    const headers = { cookie: cookies[index % cookies.length] ?? "" };
    while (performance.now() < end) {
      const began = performance.now();
      const answer = await fetch(baseUrl + path(n++), { headers });
      await answer.arrayBuffer();
      if (answer.status !== 200) errors += 1;
      times.push(performance.now() - began);
    }
  };
  await Promise.all(Array.from({ length: USERS }, (_, i) => user(i)));
  times.sort((a, b) => a - b);
  const at = (share: number): number => times[Math.floor(times.length * share)] ?? 0;
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / SECONDS, errors };
}

async function signIn(baseUrl: string, mailbox: string): Promise<string> {
  const body = JSON.stringify({ email: `${mailbox}@demo.yutu.local`, password: DEMO_PASSWORD });
  const answer = await fetch(`${baseUrl}/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body,
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}

async function fill(
  connection: pg.ClientConfig,
  workspaceId: string,
  memberIds: readonly string[],
  tasks: number,
): Promise<void> {
  const client = new pg.Client(connection);
  await client.connect();
  await client.query(FILL, [workspaceId, memberIds[3]]);
  await client.query(PHASES, [workspaceId]);
  await client.query(TASKS, [workspaceId, memberIds, tasks]);
  await client.query("UPDATE outbox SET delivered_at = now()");
  await client.query("VACUUM ANALYZE");
  await client.end();
}

const silent = () => undefined;

async function application(connection: pg.ClientConfig, folder: string) {
  const warehouse = await openWarehouse({
    kind: "chdb",
    dataDir: join(folder, "warehouse"),
    migrationsDir: join(root, "database", "clickhouse"),
  });
  const app = await createApplication({
    connection,
    poolSize: 20,
    warehouse,
    storage: openLocalStorage(join(folder, "files")),
    secrets: createSecretBox("a key that is used in benchmarks only, nowhere else"),
    clock: { now: () => new Date() },
    log: { debug: silent, info: silent, warn: silent, error: silent },
    modules,
    role: "all",
    alone: true,
    webDir: undefined,
    publicUrl: () => "http://127.0.0.1",
    trustProxy: false,
    secureCookies: false,
    validateOutput: false,
    requestsPerSecond: 100_000,
  });
  const stop = async (): Promise<void> => {
    await app.stop();
    await warehouse.close();
  };
  return { app, stop };
}

async function measureSize(connection: pg.ClientConfig, folder: string, tasks: number): Promise<Figure[]> {
  await migrateDatabase(connection, root);
  const { app, stop } = await application(connection, folder);
  try {
    const baseUrl = `${await app.http?.fastify.listen({ host: "127.0.0.1", port: 0 })}${API_PREFIX}`;
    const { workspaceId, people } = await createDemoWorkspace(app.services);
    await fill(
      connection,
      workspaceId,
      people.map((p) => p.memberId),
      tasks,
    );
    const cookies = await Promise.all(PEOPLE.map((mailbox) => signIn(baseUrl, mailbox)));
    const figures: Figure[] = [];
    for (const [endpoint, [name]] of endpoints(tasks).entries()) {
      const { p50, p95, perSecond, errors } = await loadFromOutside(baseUrl, cookies, tasks, endpoint);
      const value = `${p95.toFixed(0)} ms (p50 ${p50.toFixed(0)}, ${perSecond.toFixed(0)}/s, ${errors} errors)`;
      const size = `${tasks.toLocaleString("en")} tasks`;
      figures.push({
        task: `${name}, p95`,
        size,
        value,
        bar: `< ${BAR_MS} ms, no error`,
        isMet: p95 < BAR_MS && errors === 0,
      });
    }
    return figures;
  } finally {
    await stop();
  }
}

async function main(): Promise<void> {
  const base = mkdtempSync(join(tmpdir(), "yutu-lists-"));
  await chmod(base, 0o755);
  const postgres = await startEmbeddedPostgres({ dataDir: base, onLog: silent });
  try {
    for (const tasks of [10_000, 100_000]) {
      const name = `lists_${tasks}`;
      await ensureDatabase(postgres.connection("postgres"), name);
      const figures = await measureSize(postgres.connection(name), join(base, name), tasks);
      report(`Lists at ${USERS} users, ${PROJECTS.toLocaleString("en")} projects`, figures);
    }
  } finally {
    await postgres.stop();
    rmSync(base, { recursive: true, force: true });
  }
}

const users = process.argv[2];
if (users === undefined) await main();
else {
  const { baseUrl, cookies, tasks, endpoint } = JSON.parse(users);
  const [, path] = endpoints(tasks)[endpoint] ?? [];
  if (path !== undefined) process.send?.(await load(baseUrl, cookies, path), () => process.disconnect());
}
