import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { unwrap } from "@yutu/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import {
  type ChdbEngine,
  openChdb,
  openWarehouse,
  type Warehouse,
  WarehouseLockedError,
  warehouseOn,
} from "../src/index.ts";
import { migrateWarehouse } from "../src/schema/migrate.ts";
import { warehouseContract } from "./contract.ts";

const migrationsDir = fileURLToPath(new URL("../../../database/clickhouse", import.meta.url));
const me = { workspaceId: "wsp_restart" };
const COUNT = {
  sql: "SELECT toUInt32(uniqExact(message_id)) AS ids, toUInt32(count()) AS n FROM {{events}}",
  row: z.object({ ids: z.number(), n: z.number() }),
};
const SLOW = {
  sql: "SELECT sum(cityHash64(number)) AS n FROM numbers(100000000000)",
  row: z.unknown(),
  timeoutMs: 60_000,
};
const row = (id: string) => ({
  message_id: id,
  type: "track",
  event: "x",
  occurred_at: "2026-09-01T00:00:00Z",
  received_at: "2026-09-01T00:00:00Z",
});

let folder = "";
let engine: ChdbEngine;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "yutu 仓库 "));
  engine = await openChdb({ dataDir: folder });
  unwrap(await migrateWarehouse(engine, migrationsDir, { database: "yutu" }));
  warehouse = warehouseOn(engine, { database: "yutu" });
});
afterAll(async () => {
  await warehouse.close();
  await rm(folder, { recursive: true, force: true });
});

warehouseContract("chDB", () => warehouse);

describe("the embedded engine", () => {
  it("applies each migration once", async () => {
    expect(unwrap(await migrateWarehouse(engine, migrationsDir, { database: "yutu" }))).toEqual([]);
  });
  it("answers a small question while long ones run", async () => {
    const leaving = new AbortController();
    const long = Array.from({ length: 6 }, () =>
      warehouse.query(me, { ...SLOW, signal: leaving.signal }).catch(() => "stopped"),
    );
    await warehouse.ping();
    leaving.abort();
    expect(await Promise.all(long)).toEqual(long.map(() => "stopped"));
  });
  it("refuses a second process on the same folder with a sentence that says so", async () => {
    await expect(openWarehouse({ kind: "chdb", dataDir: folder, migrationsDir, lockWaitMs: 0 })).rejects.toThrow(
      WarehouseLockedError,
    );
    await warehouse.ping();
  });
  it("comes back after the process is killed: answered writes are there, waiting ones happen once, reads are repeated", async () => {
    unwrap(await warehouse.insert("events", [{ ...me, rows: [row("answered")] }], "r-0"));
    const killed = engine.pid();
    const waiting = Array.from({ length: 20 }, (_, i) =>
      warehouse.insert("events", [{ ...me, rows: [row(`w${i}`)] }], `r-${i + 1}`),
    );
    const reading = warehouse.query(me, COUNT);
    process.kill(killed ?? 0, "SIGKILL");
    expect((await Promise.all(waiting)).map((r) => r.ok)).toEqual(waiting.map(() => true));
    expect((await reading).ok).toBe(true);
    expect(engine.pid()).not.toBe(killed);
    expect(unwrap(await warehouse.query(me, COUNT))).toEqual([{ ids: 21, n: 21 }]);
  });
  it("refuses what waits when it dies twice, and works again afterwards", async () => {
    const asked = warehouse.query(me, SLOW);
    for (let i = 0; i < 2; i++) {
      process.kill(engine.pid() ?? 0, "SIGKILL");
      await warehouse.ping();
    }
    const answer = await asked;
    expect(answer.ok ? "ok" : answer.error.definition.code).toBe("warehouse/unavailable");
  });
  it("closes at once although a query runs, and refuses afterwards", async () => {
    const other = await mkdtemp(path.join(tmpdir(), "yutu-wh-"));
    const second = await openWarehouse({ kind: "chdb", dataDir: other, migrationsDir });
    const asked = second.query(me, SLOW);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const started = performance.now();
    await second.close();
    expect(performance.now() - started).toBeLessThan(4_000);
    expect((await asked).ok).toBe(false);
    expect((await second.query(me, COUNT)).ok).toBe(false);
    await rm(other, { recursive: true, force: true });
  });
});
