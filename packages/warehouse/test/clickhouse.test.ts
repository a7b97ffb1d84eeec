import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { type ChdbEngine, openChdb, openWarehouse, type Warehouse } from "../src/index.ts";
import { type ClickHouseTwin, startTwin } from "./clickhouse-twin.ts";
import { warehouseContract } from "./contract.ts";

const migrationsDir = fileURLToPath(new URL("../../../database/clickhouse", import.meta.url));
let folder = "";
let embedded: ChdbEngine;
let twin: ClickHouseTwin;
let warehouse: Warehouse;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "yutu-ch-"));
  embedded = await openChdb({ dataDir: folder });
  twin = await startTwin(embedded);
  warehouse = await openWarehouse({ kind: "clickhouse", url: twin.url, migrationsDir });
});
afterAll(async () => {
  await warehouse.close();
  await twin.close();
  await embedded.close();
  await rm(folder, { recursive: true, force: true });
});

warehouseContract("@clickhouse/client over HTTP", () => warehouse);

describe("a ClickHouse server", () => {
  it("is told the limits and to quote 64-bit integers with each request", async () => {
    await warehouse.query(
      { workspaceId: "wsp_settings" },
      { sql: "SELECT 1 AS one", row: z.unknown(), timeoutMs: 1500 },
    );
    expect(twin.lastSettings()).toMatchObject({
      max_execution_time: "1.5",
      output_format_json_quote_64bit_integers: "1",
      param_workspaceId: "wsp_settings",
    });
  });
  it("that cannot be reached is a refusal, not a crash", async () => {
    const nowhere = openWarehouse({ kind: "clickhouse", url: "http://127.0.0.1:9", migrationsDir });
    await expect(nowhere).rejects.toThrow(/cannot be reached/);
  });
});
