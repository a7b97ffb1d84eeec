import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { parse } from "csv-parse/sync";
import { writeXlsxStream } from "hucre/xlsx";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checked, fileSource, sampleFile, settled } from "./files.ts";

const totals = z.object({
  n: z.coerce.number(),
  gross: z.coerce.number(),
  net: z.coerce.number(),
  orders: z.coerce.number(),
  names: z.coerce.number(),
});
const TOTALS = `SELECT count() AS n, sum(gross_minor) AS gross, sum(net_minor) AS net, uniqExactIf(order_no, kind = 'sale') AS orders,
  uniqExact(product_name) AS names FROM {{order_lines}} WHERE source_id = {sourceId:String}`;

/** As a spreadsheet has it: numbers and instants are such, whatever looks like one. */
const cellOf = (text: string, heading: string): string | number | Date | null => {
  if (heading === "InvoiceDate") return new Date(`${text.replace(" ", "T")}Z`);
  if (text === "") return null;
  return /^-?\d+(?:\.\d+)?$/.test(text) ? Number(text) : text;
};

/** Real order lines, as the workbook a shop would have of them. */
describe("a workbook of real orders", () => {
  let app: TestApp;
  let analyst: Person;
  let headings: string[];
  let rows: string[][];
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
    [headings = [], ...rows] = parse(await sampleFile("online-retail-sample.csv"));
  });
  afterAll(() => app.close());

  async function workbook(inlineStrings: boolean): Promise<Uint8Array> {
    function* cells() {
      for (const row of rows) yield row.map((text, i) => cellOf(text, headings[i] ?? ""));
    }
    const columns = headings.map((header) => ({ header }));
    const stream = writeXlsxStream(cells(), { name: "Online Retail", columns, inlineStrings });
    return new Uint8Array(await new Response(stream).arrayBuffer());
  }

  it.each([
    ["listed once, as Excel has them", false],
    ["in their cells", true],
  ])("gives the totals of the CSV with texts %s", async (name, inlineStrings) => {
    const bytes = await workbook(inlineStrings);
    expect(Buffer.from(bytes).includes("xl/sharedStrings.xml")).toBe(!inlineStrings);
    const sourceId = await fileSource(analyst, name);
    const ready = await checked(app, analyst, sourceId, "orders.xlsx", bytes);
    expect(ready).toMatchObject({ state: "checked", presetKey: "online-retail" });
    expect(ready.checked).toMatchObject({ rows: rows.length, accepted: rows.length, quarantined: 0 });
    await analyst.must(ingestion.commitImport, { params: { importId: ready.id } });
    expect(await settled(analyst, ready.id)).toMatchObject({ state: "done" });
    const tenant = { workspaceId: analyst.workspaceId };
    const [found] = unwrap(
      await app.services.warehouse.query(tenant, { sql: TOTALS, params: { sourceId }, row: totals }),
    );
    const names = new Set(rows.map((row) => row[headings.indexOf("Description")]?.trim())).size;
    expect(found).toEqual({ n: 417, gross: 691_770, net: 644_870, orders: 34, names });
  });
});
