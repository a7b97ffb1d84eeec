import { readFileSync } from "node:fs";
import { join } from "node:path";
import { DEMO_PASSWORD } from "@yutu/identity/server";
import { API_PREFIX, createApplication, createSecretBox, modules } from "@yutu/server";
import { openLocalStorage } from "@yutu/storage";
import type { ChdbEngine, Warehouse } from "@yutu/warehouse";
import type pg from "pg";

const silent = () => undefined;

/** The real server in this process, on a database and a warehouse that are filled by SQL. `stop` closes the warehouse too. */
export async function openStand(connection: pg.ClientConfig, folder: string, warehouse: Warehouse) {
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
  const address = await app.http?.fastify.listen({ host: "127.0.0.1", port: 0 });
  const stop = async (): Promise<void> => {
    await app.stop();
    await warehouse.close();
  };
  return { app, baseUrl: `${address}${API_PREFIX}`, stop };
}

const TICK_MS = 10;

/** CPU milliseconds that the embedded warehouse has used so far (Linux only). */
export function engineCpuMs(engine: ChdbEngine): number {
  const [, fields = ""] = readFileSync(`/proc/${engine.pid()}/stat`, "utf8").split(") ");
  const [user = 0, system = 0] = fields.split(" ").slice(11, 13).map(Number);
  return (user + system) * TICK_MS;
}

/** Signs a demo person in. @returns the session's cookie */
export async function signIn(baseUrl: string, email: string): Promise<string> {
  const answer = await fetch(`${baseUrl}/sign-in`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password: DEMO_PASSWORD }),
  });
  return answer.headers.getSetCookie()[0]?.split(";")[0] ?? "";
}
