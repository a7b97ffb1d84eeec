import type { BackgroundCall } from "@yutu/application";
import { DatabaseUnavailable } from "@yutu/database";
import { unwrap } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { beginRun } from "../src/server/imports/import-run.ts";
import { writeImport } from "../src/server/imports/write-import.ts";
import { checked, fileSource, sampleFile } from "./files.ts";

const ROWS = 417;
const found = z.object({ rows: z.coerce.number(), lines: z.coerce.number(), net: z.coerce.number() });
const ONCE = { rows: ROWS, lines: ROWS, net: 644_870 };
const FOUND = "SELECT count() AS rows, uniqExact(row_number) AS lines, sum(net_minor) AS net FROM";

/** A step that ends between the warehouse's answer and its own note of it, as `kill -9` would have it, then one that goes on. */
describe("an import that is taken up again", () => {
  let app: TestApp;
  let analyst: Person;
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
  });
  afterAll(() => app.close());

  /** The call of a job. @param lives how many transactions it lasts */
  function jobCall(lives = Number.POSITIVE_INFINITY): BackgroundCall {
    const { workspaceId } = analyst;
    const context = {
      workspaceId,
      actor: { kind: "system", id: null },
      operation: "ingestion.move-import",
      requestId: "",
    } as const;
    let left = lives;
    return {
      workspaceId,
      requestId: "",
      services: app.services,
      withTenant: async (fn) => {
        if (left-- <= 0) throw new DatabaseUnavailable("the process is gone");
        return app.services.database.withTenant(context, fn);
      },
      signal: new AbortController().signal,
    };
  }

  /** An import that was committed, and that no worker has taken yet. */
  async function committed(name: string): Promise<string> {
    const sourceId = await fileSource(analyst, name);
    const { id } = await checked(app, analyst, sourceId, "sample.csv", await sampleFile("online-retail-sample.csv"));
    await app.sql("UPDATE imports SET state = 'importing' WHERE id = $1", [id]);
    await app.sql("UPDATE import_progress SET rows_done = 0, bytes_done = 0 WHERE id = $1", [id]);
    return id;
  }

  async function attempt(importId: string, partRows: number, lives?: number): Promise<void> {
    const run = await beginRun(jobCall(lives), importId);
    if (run === undefined) throw new Error("the import is gone");
    await writeImport(run, partRows);
  }

  const inWarehouse = async (facts: string, importId: string) => {
    const sql = `${FOUND} {{${facts}}} WHERE import_id = {importId:String}`;
    const tenant = { workspaceId: analyst.workspaceId };
    return unwrap(await app.services.warehouse.query(tenant, { sql, params: { importId }, row: found }))[0];
  };

  it.each([
    ["smaller parts", 100, 64],
    ["larger parts", 64, 150],
    ["parts of the same size", 100, 100],
  ])("writes every row once, now in %s", async (name, before, after) => {
    const importId = await committed(name);
    // It loads what it needs, notes what it will write, notes that; then the second part arrives and is not noted.
    await expect(attempt(importId, before, 3)).rejects.toThrow("the process is gone");
    const half = await inWarehouse("order_line_versions", importId);
    expect(half?.rows).toBe(before * 2);
    const [progress] = await app.sql<{ rows_done: number }>("SELECT rows_done FROM import_progress WHERE id = $1", [
      importId,
    ]);
    expect(progress?.rows_done).toBe(before);
    await attempt(importId, after);
    expect(await inWarehouse("order_line_versions", importId)).toEqual(ONCE);
    expect(await inWarehouse("order_lines", importId)).toEqual(ONCE);
    const [row] = await app.sql<{ state: string; totals: unknown }>("SELECT state, totals FROM imports WHERE id = $1", [
      importId,
    ]);
    expect(row).toMatchObject({ state: "done", totals: { rows: ROWS, accepted: ROWS } });
  });

  it("knows the part of a version before, which counted parts instead of rows", async () => {
    const importId = await committed("from before");
    await app.sql("UPDATE import_progress SET rows_done = 0, sending_to = 250, sending_as = id || ':0' WHERE id = $1", [
      importId,
    ]);
    await expect(attempt(importId, 100, 2)).rejects.toThrow("the process is gone");
    expect((await inWarehouse("order_line_versions", importId))?.rows).toBe(250);
    await attempt(importId, 100);
    expect(await inWarehouse("order_line_versions", importId)).toEqual(ONCE);
  });
});
