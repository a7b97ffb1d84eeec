import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import { identity } from "@yutu/identity/contract";
import { DEMO_PASSWORD } from "@yutu/identity/server";
import { clientFor } from "@yutu/testkit";
import type { FactRow } from "@yutu/warehouse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { dataFolder, makeDemo, type Opened, withDataDirectory } from "./support/data-directory.ts";
import { runServer, startServer } from "./support/server-process.ts";

const EVENTS = 1_200;
const event = (i: number): FactRow => ({
  source_id: "src_1",
  message_id: `m${i}`,
  type: "track",
  event: "支付成功",
  user_id: `u${i % 7}`,
  anonymous_id: "",
  occurred_at: "2026-11-11 00:00:00.123",
  received_at: "2026-11-11 00:00:01.000",
  project_id: "prj_1",
  revenue_minor: 100 + i,
  currency: "CNY",
  properties: { quantity: i, title: '折扣 "五折"\t换行\n', ratio: 0.5, day: "2026-11-11" },
  context: "{}",
});

const factsSchema = z.object({
  n: z.coerce.number(),
  revenue: z.coerce.number(),
  quantity: z.coerce.number(),
  types: z.array(z.string()),
});

/** Everything that a restore must bring back, in figures. */
async function figuresOf({ application }: Opened, workspaceId: string) {
  const { database, warehouse, storage } = application.services;
  const tables = await database.querySystem<{ name: string }>(
    "count everything",
    "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname IN ('public', 'system') AND tablename <> 'migrations' ORDER BY 1",
  );
  const content: Record<string, string> = {};
  for (const { name } of tables) {
    const [row] = await database.querySystem<{ digest: string }>(
      "compare everything",
      `SELECT count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${name} t`,
    );
    content[name] = row?.digest ?? "";
  }
  const facts = await warehouse.query(
    { workspaceId },
    {
      sql: "SELECT count() AS n, sum(revenue_minor) AS revenue, sum(properties.quantity.:Int64) AS quantity, arraySort(groupUniqArray(dynamicType(properties.quantity))) AS types FROM {{events}}",
      row: factsSchema,
    },
  );
  return {
    content,
    facts: facts.ok ? facts.value[0] : facts.error.detail,
    file: await text(await storage.read("wsp_x/receipt")),
  };
}

describe("backup and restore", () => {
  let folder: Awaited<ReturnType<typeof dataFolder>>;
  let before: Awaited<ReturnType<typeof figuresOf>>;
  let workspaceId: string;
  let backup: Awaited<ReturnType<typeof runServer>>;

  beforeAll(async () => {
    folder = await dataFolder("backup");
    before = await withDataDirectory(folder.at("data"), async (opened) => {
      ({ workspaceId } = await makeDemo(opened.application));
      const { warehouse, storage } = opened.application.services;
      const rows = Array.from({ length: EVENTS }, (_, i) => event(i));
      const written = await warehouse.insert("events", [{ workspaceId, rows }], "once");
      expect(written.ok).toBe(true);
      await storage.write("wsp_x/receipt", Readable.from(["发票"]), 100);
      return figuresOf(opened, workspaceId);
    });
    await writeFile(folder.at("data/secret.key"), "the key of stored secrets, thirty-two and more");
    backup = await runServer({ YUTU_DATA_DIR: folder.at("data") }, ["backup", folder.at("copy")]);
  });
  afterAll(() => folder.remove());

  it("writes a backup and says what is in it", () => {
    expect(backup.output).toMatch(/Backup written to .* 1,200 facts, 2 files/);
    expect(backup.code).toBe(0);
    expect(before.facts).toEqual({ n: EVENTS, revenue: 839_400, quantity: 719_400, types: ["Int64"] });
  });

  it("restores the same rows, facts, files and key elsewhere, and people sign in there", async () => {
    const restored = await runServer({ YUTU_DATA_DIR: folder.at("elsewhere") }, ["restore", folder.at("copy")]);
    expect(restored).toEqual({ code: 0, output: expect.stringMatching(/^Restored .* 1,200 facts/) });
    expect(await readFile(folder.at("elsewhere/secret.key"), "utf8")).toContain("thirty-two");
    const after = await withDataDirectory(folder.at("elsewhere"), (opened) => figuresOf(opened, workspaceId));
    expect(after).toEqual(before);

    const server = await startServer({ YUTU_DATA_DIR: folder.at("elsewhere") });
    try {
      const person = clientFor(`${await server.running()}/api/v1`);
      await person.must(identity.signIn, { body: { email: "pm@demo.yutu.local", password: DEMO_PASSWORD } });
      expect((await person.must(identity.getSession, {})).workspace?.id).toBe(workspaceId);
    } finally {
      await server.stop();
    }
  });

  it("refuses a data directory that holds something, and a folder that does", async () => {
    const again = await runServer({ YUTU_DATA_DIR: folder.at("data") }, ["restore", folder.at("copy")]);
    expect(again).toEqual({
      code: 2,
      output: expect.stringContaining("is not empty. Restore into a new data directory"),
    });
    const over = await runServer({ YUTU_DATA_DIR: folder.at("data") }, ["backup", folder.at("copy")]);
    expect(over).toEqual({ code: 2, output: expect.stringContaining("is not empty; name a new folder") });
  });

  it("refuses a backup that is damaged or incomplete, before it touches anything", async () => {
    const manifest = path.join(folder.at("copy"), "manifest.json");
    const file = path.join(folder.at("copy"), "data", "secret.key");
    await writeFile(file, "something else");
    const damaged = await runServer({ YUTU_DATA_DIR: folder.at("third") }, ["restore", folder.at("copy")]);
    expect(damaged).toEqual({ code: 2, output: expect.stringContaining("data/secret.key is not what was written") });
    await writeFile(manifest, (await readFile(manifest, "utf8")).replace('"format": 1', '"format": 99'));
    const unknown = await runServer({ YUTU_DATA_DIR: folder.at("third") }, ["restore", folder.at("copy")]);
    expect(unknown).toEqual({ code: 2, output: expect.stringContaining("is not one that this build understands") });
  });
});
