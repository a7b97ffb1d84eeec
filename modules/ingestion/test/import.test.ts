import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { checked, fileSource, imported, sampleFile, settled, upload } from "./files.ts";

const totals = z.object({
  n: z.coerce.number(),
  gross: z.coerce.number(),
  net: z.coerce.number(),
  orders: z.coerce.number(),
});
const ORDERS =
  "SELECT count() AS n, sum(gross_minor) AS gross, sum(net_minor) AS net, uniqExactIf(order_no, kind = 'sale') AS orders FROM {{order_lines}}";
const SAMPLE = { n: 417, gross: 691_770, net: 644_870, orders: 34 };

describe("imports", () => {
  let app: TestApp;
  let analyst: Person;
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
  });
  afterAll(() => app.close());

  const inWarehouse = async (sourceId: string) =>
    unwrap(
      await app.services.warehouse.query(
        { workspaceId: analyst.workspaceId },
        { sql: `${ORDERS} WHERE source_id = {sourceId:String}`, params: { sourceId }, row: totals },
      ),
    )[0];

  it("reads a file, says what it would do, and writes it: cancellations lower net sales, repeated lines count", async () => {
    const sourceId = await fileSource(analyst, "官网订单");
    const ready = await checked(app, analyst, sourceId, "sample.csv", await sampleFile("online-retail-sample.csv"));
    expect(ready).toMatchObject({
      state: "checked",
      presetKey: "online-retail",
      kind: "orders",
      layout: { encoding: "utf-8", delimiter: ",", headerRow: 1 },
    });
    expect(ready.checked).toMatchObject({
      rows: 417,
      accepted: 417,
      quarantined: 0,
      orders: 34,
      restated: 0,
      amounts: [{ currency: "GBP", grossMinor: 691_770, netMinor: 644_870 }],
      firstOn: "2010-12-01",
      lastOn: "2011-01-04",
    });
    expect(await inWarehouse(sourceId)).toMatchObject({ n: 0 });
    const commit = { params: { importId: ready.id } };
    await analyst.must(ingestion.commitImport, commit);
    const done = await settled(analyst, ready.id);
    expect(done).toMatchObject({ state: "done", result: { accepted: 417, quarantined: 0 }, progress: { share: 1 } });
    expect(await inWarehouse(sourceId)).toEqual(SAMPLE);
    expect(await analyst.refusal(ingestion.commitImport, commit)).toBe("ingestion/import-not-ready");
  });

  it("doubles nothing when the same file comes again, and undo brings the former version back", async () => {
    const sourceId = await fileSource(analyst, "再次导入");
    const file = await sampleFile("online-retail-sample.csv");
    await imported(app, analyst, sourceId, "a.csv", file);
    const again = await imported(app, analyst, sourceId, "b.csv", file);
    expect(again.checked?.restated).toBe(417);
    expect((await upload(app, analyst, "c.csv", file)).body.importedBefore.length).toBeGreaterThanOrEqual(2);
    expect(await inWarehouse(sourceId)).toEqual(SAMPLE);
    // A later export states half of the first order's price anew.
    const restated = file
      .toString()
      .split("\n")
      .slice(0, 3)
      .join("\n")
      .replaceAll(",2.55,", ",1.00,")
      .replaceAll(",3.39,", ",1.00,");
    const third = await imported(app, analyst, sourceId, "c.csv", restated);
    expect(third.checked).toMatchObject({ rows: 2, restated: 2 });
    expect((await inWarehouse(sourceId))?.n).toBe(417);
    expect((await inWarehouse(sourceId))?.gross).not.toBe(SAMPLE.gross);
    await analyst.must(ingestion.undoImport, { params: { importId: third.id } });
    expect((await settled(analyst, third.id)).state).toBe("undone");
    expect(await inWarehouse(sourceId)).toEqual(SAMPLE);
  });

  it("reads GB18030 with titles and a line of totals, and remembers how", async () => {
    const sourceId = await fileSource(analyst, "腾讯投放");
    const ready = await checked(app, analyst, sourceId, "818.csv", await sampleFile("818-ad-costs-gb18030.csv"));
    expect(ready).toMatchObject({
      presetKey: "tencent-ads",
      kind: "ads",
      layout: { encoding: "gb18030", headerRow: 4 },
    });
    expect(ready.checked).toMatchObject({
      rows: 21,
      accepted: 20,
      quarantined: 0,
      skipped: { totals: 1 },
      amounts: [{ currency: "CNY", grossMinor: 6_359_951, netMinor: 0 }],
    });
    await analyst.must(ingestion.commitImport, { params: { importId: ready.id } });
    await settled(analyst, ready.id);
    const [sum] = unwrap(
      await app.services.warehouse.query(
        { workspaceId: analyst.workspaceId },
        {
          sql: "SELECT sum(spend_minor) AS spend, sum(impressions) AS impressions, sum(clicks) AS clicks, countIf(ad_group = '口播A_喆哥') AS named FROM {{ad_facts}} WHERE source_id = {sourceId:String}",
          params: { sourceId },
          row: z.object({
            spend: z.coerce.number(),
            impressions: z.coerce.number(),
            clicks: z.coerce.number(),
            named: z.coerce.number(),
          }),
        },
      ),
    );
    expect(sum).toEqual({ spend: 6_359_951, impressions: 748_545, clicks: 24_781, named: 6 });
    const { body: file } = await upload(app, analyst, "next.csv", await sampleFile("818-ad-costs-gb18030.csv"));
    const again = await analyst.must(ingestion.previewImportFile, { params: { fileId: file.id }, query: { sourceId } });
    expect(again).toMatchObject({ remembered: true, presetKey: "tencent-ads" });
  });

  it("shows where a row came from", async () => {
    const sourceId = await fileSource(analyst, "追溯");
    const done = await imported(app, analyst, sourceId, "trace.csv", await sampleFile("online-retail-sample.csv"));
    const [line] = unwrap(
      await app.services.warehouse.query(
        { workspaceId: analyst.workspaceId },
        {
          sql: "SELECT import_id, toInt32(row_number) AS row_number, order_no, sku FROM {{order_lines}} WHERE source_id = {sourceId:String} AND kind = 'cancellation' ORDER BY row_number LIMIT 1",
          params: { sourceId },
          row: z.object({ import_id: z.string(), row_number: z.number(), order_no: z.string(), sku: z.string() }),
        },
      ),
    );
    expect(line?.import_id).toBe(done.id);
    const row = await analyst.must(ingestion.viewImportRow, {
      params: { importId: done.id, rowNumber: line?.row_number ?? 0 },
    });
    expect(row.cells.slice(0, 2)).toEqual([line?.order_no, line?.sku]);
    expect(row.headings[0]).toBe("InvoiceNo");
    expect(await analyst.refusal(ingestion.viewImportRow, { params: { importId: done.id, rowNumber: 9_999 } })).toBe(
      "request/not-found",
    );
  });

  it("stops when cancelled and leaves nothing behind", async () => {
    const sourceId = await fileSource(analyst, "取消");
    const lines = Array.from({ length: 60_000 }, (_, i) => `${500_000 + i},A,x,1,2010-12-01 08:26:00,1.00,1,UK`);
    const ready = await checked(
      app,
      analyst,
      sourceId,
      "big.csv",
      `InvoiceNo,StockCode,Description,Quantity,InvoiceDate,UnitPrice,CustomerID,Country\n${lines.join("\n")}\n`,
    );
    await analyst.must(ingestion.commitImport, { params: { importId: ready.id } });
    for (
      let n = 0;
      n === 0;
      n = (await analyst.must(ingestion.getImport, { params: { importId: ready.id } })).progress.rowsDone
    )
      await new Promise((resolve) => setTimeout(resolve, 20));
    await analyst.must(ingestion.cancelImport, { params: { importId: ready.id } });
    expect((await settled(analyst, ready.id)).state).toBe("cancelled");
    expect(await inWarehouse(sourceId)).toMatchObject({ n: 0 });
    const early = await checked(app, analyst, sourceId, "small.csv", await sampleFile("online-retail-sample.csv"));
    await analyst.must(ingestion.cancelImport, { params: { importId: early.id } });
    expect((await settled(analyst, early.id)).state).toBe("cancelled");
  });

  it("lists imports newest first, page by page", async () => {
    const first = await analyst.must(ingestion.listImports, { query: { limit: 2 } });
    const second = await analyst.must(ingestion.listImports, { query: { limit: 2, cursor: first.nextCursor ?? "" } });
    const ids = [...first.items, ...second.items].map((item) => item.id);
    expect(new Set(ids).size).toBe(4);
    expect([...ids].sort().reverse()).toEqual(ids);
    expect(
      (await analyst.must(ingestion.listImports, { query: { state: "cancelled" } })).items.every(
        (item) => item.state === "cancelled",
      ),
    ).toBe(true);
  });
});
