import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checked, fileSource, imported, settled, upload } from "./files.ts";

const HEADINGS = "订单编号,商品编码,商品名称,付款时间,数量,单价";
const row = (n: number, name = "外套", quantity = "1"): string =>
  `10${n},SKU${n},${name},2026-08-01 10:00:00,${quantity},10.00`;
const BOM = Uint8Array.of(0xef, 0xbb, 0xbf);

/** What people really upload, each through the wizard's operations. */
describe("odd files", () => {
  let app: TestApp;
  let analyst: Person;
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
  });
  afterAll(() => app.close());

  const names = async (sourceId: string) => {
    const sql =
      "SELECT product_name, gross_minor FROM {{order_lines}} WHERE source_id = {sourceId:String} ORDER BY order_no";
    const line = z.object({ product_name: z.string(), gross_minor: z.coerce.number() });
    const tenant = { workspaceId: analyst.workspaceId };
    const found = unwrap(await app.services.warehouse.query(tenant, { sql, params: { sourceId }, row: line }));
    return found.map(({ product_name, gross_minor }) => [product_name, gross_minor]);
  };

  it.each([
    ["a byte order mark", Buffer.concat([BOM, Buffer.from(`${HEADINGS}\n${row(1)}\n${row(2)}\n`)]), {}],
    ["semicolons", `${HEADINGS}\n${row(1)}\n${row(2)}\n`.replaceAll(",", ";"), { delimiter: ";" }],
    ["tabs and CRLF", `${HEADINGS}\r\n${row(1)}\r\n${row(2)}\r\n`.replaceAll(",", "\t"), { delimiter: "\t" }],
  ])("reads a file with %s", async (name, content, layout) => {
    const sourceId = await fileSource(analyst, name);
    const done = await imported(app, analyst, sourceId, "orders.csv", content);
    expect(done).toMatchObject({ layout, result: { rows: 2, accepted: 2, quarantined: 0 } });
    expect(await names(sourceId)).toEqual([
      ["外套", 1_000],
      ["外套", 1_000],
    ]);
  });

  it("keeps line breaks, commas and quotes inside quotes", async () => {
    const sourceId = await fileSource(analyst, "引号");
    const content = `${HEADINGS}\n${row(1, '"外套\n加厚, ""新款"""')}\n${row(2)}\n`;
    const done = await imported(app, analyst, sourceId, "quoted.csv", content);
    expect(done.result).toMatchObject({ rows: 2, accepted: 2 });
    expect((await names(sourceId)).map(([name]) => String(name).replace(/\s+/, " "))).toEqual([
      '外套 加厚, "新款"',
      "外套",
    ]);
  });

  it("puts one bad row in the middle aside and takes the others", async () => {
    const sourceId = await fileSource(analyst, "坏了一行");
    const lines = Array.from({ length: 999 }, (_, n) => row(1_000 + n, "外套", n === 500 ? "若干" : "1"));
    const done = await imported(app, analyst, sourceId, "one-bad.csv", `${HEADINGS}\n${lines.join("\n")}\n`);
    expect(done.result).toMatchObject({ rows: 999, accepted: 998, quarantined: 1 });
    const { items } = await analyst.must(ingestion.listQuarantine, { query: { importId: done.id } });
    expect(items.map((item) => [item.rowNumber, item.problems[0]?.code])).toEqual([[502, "not-a-number"]]);
    expect(await names(sourceId)).toHaveLength(998);
  });

  it("finds nothing to import below headings, whether or not a line break ends them", async () => {
    for (const content of [HEADINGS, `${HEADINGS}\n`]) {
      const ready = await checked(app, analyst, await fileSource(analyst, `空 ${content.length}`), "h.csv", content);
      expect(ready.checked).toMatchObject({ rows: 0, accepted: 0 });
      expect(await analyst.refusal(ingestion.commitImport, { params: { importId: ready.id } })).toBe(
        "ingestion/nothing-to-import",
      );
    }
  });

  it("says which fields have no column when the file is of something else", async () => {
    const { body: file } = await upload(app, analyst, "members.csv", "会员号,生日\nm1,1990-01-01\n");
    const sourceId = await fileSource(analyst, "别的表");
    const { layout, settings, presetKey } = await analyst.must(ingestion.previewImportFile, {
      params: { fileId: file.id },
    });
    const refused = await analyst.call(ingestion.createImport, {
      body: { fileId: file.id, sourceId, presetKey, layout, settings },
    });
    expect(refused).toMatchObject({ ok: false, error: { code: "ingestion/mapping-incomplete" } });
    if (!refused.ok) expect(refused.error.errors?.length).toBeGreaterThan(0);
  });

  it("warns of a file that was imported before, whatever its name, until that import is undone", async () => {
    const sourceId = await fileSource(analyst, "同一个文件");
    const content = `${HEADINGS}\n${row(7)}\n`;
    expect((await upload(app, analyst, "first.csv", content)).body.importedBefore).toEqual([]);
    const done = await imported(app, analyst, sourceId, "first.csv", content);
    expect((await upload(app, analyst, "second.csv", content)).body.importedBefore).toMatchObject([
      { importId: done.id, sourceName: "同一个文件" },
    ]);
    await analyst.must(ingestion.undoImport, { params: { importId: done.id } });
    await settled(analyst, done.id);
    expect((await upload(app, analyst, "third.csv", content)).body.importedBefore).toEqual([]);
  });
});
