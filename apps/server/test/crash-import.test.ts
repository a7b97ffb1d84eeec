import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { DemoServer } from "./support/demo-server.ts";
import { eventually } from "./support/server-process.ts";

const ROWS = 60_000;
/** One row in so many has no number where a number belongs. */
const BAD_EVERY = 997;
const BAD = Math.ceil(ROWS / BAD_EVERY);
const LIMIT_MS = 90_000;

/** Orders of three lines, two of them alike, so that ordinals must come out the same on every pass. */
function orders(): string {
  const lines = Array.from({ length: ROWS }, (_, n) => {
    const price = n % BAD_EVERY === 0 ? "面议" : "19.90";
    return `${500_000 + Math.floor(n / 3)},SKU${n % 3 === 0 ? "A" : "B"},2026-08-0${1 + (n % 9)} 10:00:00,1,${price}`;
  });
  return `订单编号,商品编码,付款时间,数量,单价\n${lines.join("\n")}\n`;
}

/** Row numbers are those of the file, where the first line below the headings is the second. */
const found = z.object({
  rows: z.coerce.number(),
  places: z.coerce.number(),
  lines: z.coerce.number(),
  bad: z.coerce.number(),
});
const FOUND = `SELECT count() AS rows, uniqExact(order_no, line_no) AS places, uniqExact(row_number) AS lines,
  countIf((row_number - 2) % ${BAD_EVERY} = 0) AS bad FROM`;

describe("kill -9 while a file is imported", () => {
  let server: DemoServer;
  let workspaceId = "";
  let importId = "";
  beforeAll(async () => {
    server = await DemoServer.start("crash-import");
    await begin();
  });
  afterAll(() => server.remove());

  /** Uploads the file and begins its dry run. */
  async function begin(): Promise<void> {
    const analyst = await server.as("analyst");
    const body = { name: "天猫订单", kind: "file" as const, channel: "tmall" };
    const { id: sourceId } = await analyst.must(ingestion.createSource, { body });
    const sent = await fetch(`${server.origin}/api/v1/import-files?name=orders.csv`, {
      method: "POST",
      headers: { cookie: analyst.cookie(), "content-type": "application/octet-stream" },
      body: orders(),
    });
    const { id: fileId } = (await sent.json()) as { id: string };
    const { layout, settings, presetKey } = await analyst.must(ingestion.previewImportFile, { params: { fileId } });
    const wish = { fileId, sourceId, presetKey, layout, settings };
    ({ id: importId } = await analyst.must(ingestion.createImport, { body: wish }));
    workspaceId = analyst.workspaceId;
  }

  /** Kills once the step is under way, so that it is cut short and not left out, and starts again. */
  async function killWhile(state: string, withDatabase: boolean): Promise<void> {
    const analyst = await server.as("analyst");
    const seen = await eventually(
      () => analyst.must(ingestion.getImport, { params: { importId } }),
      (view) => view.state !== state || view.progress.rowsDone > 0,
      LIMIT_MS,
    );
    expect(seen.state).toBe(state);
    await server.kill(withDatabase);
    await server.startAgain();
  }

  /** What the import has come to, without anybody asking it to go on. */
  async function settled(state: string) {
    const analyst = await server.as("analyst");
    const ask = () => analyst.must(ingestion.getImport, { params: { importId } });
    return eventually(ask, (view) => view.state === state, LIMIT_MS);
  }

  const inWarehouse = () =>
    server.look(async ({ application: { services } }) => {
      const read = async (facts: string) =>
        unwrap(await services.warehouse.query({ workspaceId }, { sql: `${FOUND} {{${facts}}}`, row: found }))[0];
      return { now: await read("order_lines"), history: await read("order_line_versions") };
    });

  it("goes on by itself, with every row once", async () => {
    await killWhile("checking", false);
    const checked = await settled("checked");
    expect(checked.checked).toMatchObject({ rows: ROWS, accepted: ROWS - BAD, quarantined: BAD });

    await (await server.as("analyst")).must(ingestion.commitImport, { params: { importId } });
    await killWhile("importing", false);
    await killWhile("importing", true);
    const done = await settled("done");
    expect(done.result).toMatchObject({ rows: ROWS, accepted: ROWS - BAD, quarantined: BAD });
    expect(done.openRows).toBe(BAD);
    const once = { rows: ROWS - BAD, places: ROWS - BAD, lines: ROWS - BAD, bad: 0 };
    expect(await inWarehouse()).toEqual({ now: once, history: once });
  }, 400_000);

  it("takes back what it wrote, also when that is cut short", async () => {
    await (await server.as("analyst")).must(ingestion.undoImport, { params: { importId } });
    await server.kill();
    await server.startAgain();
    expect((await settled("undone")).openRows).toBe(0);
    const nothing = { rows: 0, places: 0, lines: 0, bad: 0 };
    expect(await inWarehouse()).toEqual({ now: nothing, history: nothing });
  }, 200_000);
});
