import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { ensureDatabase, openDatabase } from "@yutu/database";
import { openQueue } from "@yutu/jobs";
import { ok } from "@yutu/kernel";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { longJob, optionsFor } from "./job.ts";

const server = inject("postgres");
const connection = { ...server, database: `test_${randomUUID().replaceAll("-", "")}` };
let database: ReturnType<typeof openDatabase>;
let worker: ChildProcess;

beforeAll(async () => {
  await ensureDatabase({ ...server, database: "postgres" }, connection.database, "yutu_template");
  const ids = { next: (prefix: string) => `${prefix}_${randomUUID()}` };
  const clock = { now: () => new Date() };
  database = openDatabase({ connection, poolSize: 2, clock, ids, onError: () => undefined });
  worker = spawn(process.execPath, ["--import", "tsx", `${import.meta.dirname}/worker-that-hangs.ts`], {
    env: { ...process.env, CONNECTION: JSON.stringify(connection) },
    stdio: ["ignore", "pipe", "inherit"],
  });
});
afterAll(async () => {
  worker.kill("SIGKILL");
  await database.close();
});

it("gives the job of a worker that was killed to another one long before its time limit", async () => {
  const queue = await openQueue(optionsFor(connection));
  const context = {
    workspaceId: "wsp_a",
    actor: { kind: "system", id: null },
    operation: "test",
    requestId: "r1",
  } as const;
  await database.withTenant(context, async (tx) => ok(await queue.enqueue(tx, longJob, { text: "导入" })));
  const [said] = (await once(worker.stdout as NodeJS.ReadableStream, "data")) as [Buffer];
  expect(said.toString()).toBe("taken\n");

  const runs: string[] = [];
  await queue.work(longJob, async ({ text }) => void runs.push(text));
  worker.kill("SIGKILL");
  await expect.poll(() => runs, { timeout: 50_000, interval: 200 }).toEqual(["导入"]);
  await queue.stop();
}, 90_000);
