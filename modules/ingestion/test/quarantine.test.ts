import { ingestion } from "@yutu/ingestion/contract";
import { unwrap } from "@yutu/kernel";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { fileSource, imported, settled } from "./files.ts";

const FILE = `订单编号,商品编码,付款时间,数量,单价
1001,A,2026-08-01 10:00,1,10.00
1001,A,2026-08-01 10:00,1,10.00
1002,B,昨天,2,5.00
1003,C,2026-08-02,一,7.00
,D,2026-08-02,1,3.00
1001,A,2026-08-01 10:00,一件,10.00
合计,,,,45.00
`;

describe("quarantine", () => {
  let app: TestApp;
  let analyst: Person;
  let sourceId = "";
  let importId = "";
  beforeAll(async () => {
    app = await bootApp();
    analyst = await app.as("analyst");
    sourceId = await fileSource(analyst, "有错的订单");
    importId = (await imported(app, analyst, sourceId, "orders.csv", FILE)).id;
  });
  afterAll(() => app.close());

  const gross = async () =>
    unwrap(
      await app.services.warehouse.query(
        { workspaceId: analyst.workspaceId },
        {
          sql: "SELECT count() AS n, sum(gross_minor) AS gross FROM {{order_lines}} WHERE source_id = {sourceId:String}",
          params: { sourceId },
          row: z.object({ n: z.coerce.number(), gross: z.coerce.number() }),
        },
      ),
    )[0];
  const open = async () =>
    (await analyst.must(ingestion.listQuarantine, { query: { importId } })).items.sort(
      (a, b) => (a.rowNumber ?? 0) - (b.rowNumber ?? 0),
    );

  it("keeps every row with its reason; accepted, kept aside and passed over add up to the file", async () => {
    const done = await analyst.must(ingestion.getImport, { params: { importId } });
    expect(done.result).toMatchObject({
      rows: 7,
      accepted: 2,
      quarantined: 4,
      skipped: { totals: 1 },
      problems: { "not-a-date": 1, "not-a-number": 2, required: 1 },
    });
    expect(done.openRows).toBe(4);
    const rows = await open();
    expect(rows.map((row) => [row.rowNumber, ...row.problems.map((p) => `${p.field}:${p.code}`)])).toEqual([
      [4, "orderedAt:not-a-date"],
      [5, "quantity:not-a-number"],
      [6, "orderNo:required"],
      [7, "quantity:not-a-number"],
    ]);
    expect(rows[0]).toMatchObject({
      headings: ["订单编号", "商品编码", "付款时间", "数量", "单价"],
      cells: ["1002", "B", "昨天", "2", "5.00"],
      fileName: "orders.csv",
      sourceName: "有错的订单",
    });
    const counted = await analyst.must(ingestion.listQuarantine, {
      query: { importId, code: "not-a-number", limit: 1 },
    });
    expect(counted.items).toHaveLength(1);
    expect(counted.nextCursor).not.toBeNull();
    expect(counted.codes).toEqual([
      { code: "not-a-number", count: 2 },
      { code: "not-a-date", count: 1 },
      { code: "required", count: 1 },
    ]);
  });

  it("takes corrected rows in, a third equal line of an order as a third line", async () => {
    expect(await gross()).toEqual({ n: 2, gross: 2_000 });
    const [late, , , third] = await open();
    const replay = (rowId: string, cells: string[]) => ({ params: { rowId }, body: { cells } });
    expect(await analyst.refusal(ingestion.replayRow, replay(late?.id ?? "", ["1002", "B", "昨天", "2", "5.00"]))).toBe(
      "ingestion/row-still-wrong",
    );
    const fixed = replay(late?.id ?? "", ["1002", "B", "2026-08-01", "2", "5.00"]);
    expect(await analyst.must(ingestion.replayRow, fixed)).toMatchObject({
      state: "replayed",
      cells: ["1002", "B", "2026-08-01", "2", "5.00"],
    });
    expect(await analyst.refusal(ingestion.replayRow, fixed)).toBe("ingestion/row-resolved");
    await analyst.must(ingestion.replayRow, replay(third?.id ?? "", ["1001", "A", "2026-08-01 10:00", "1", "10.00"]));
    expect(await gross()).toEqual({ n: 4, gross: 4_000 });
  });

  it("leaves out what is discarded, for good", async () => {
    const [row] = await open();
    const params = { rowId: row?.id ?? "" };
    expect((await analyst.must(ingestion.discardRow, { params })).state).toBe("discarded");
    expect(await analyst.refusal(ingestion.discardRow, { params })).toBe("ingestion/row-resolved");
    const [entry] = await app.sql<{ operation: string }>(
      "SELECT operation FROM audit_log WHERE table_name = 'quarantined_rows' AND row_id = $1",
      [params.rowId],
    );
    expect(entry?.operation).toBe("ingestion.discardRow");
  });

  it("does not double when the corrected file comes again", async () => {
    const corrected = FILE.replace("昨天", "2026-08-01")
      .replace("一件", "1")
      .replace("\n,D,", "\n1004,D,")
      .replace(",一,", ",1,");
    const again = await imported(app, analyst, sourceId, "corrected.csv", corrected);
    expect(again.checked).toMatchObject({ accepted: 6, quarantined: 0, restated: 4 });
    expect(await gross()).toEqual({ n: 6, gross: 5_000 });
    await analyst.must(ingestion.undoImport, { params: { importId: again.id } });
    await settled(analyst, again.id);
    expect(await gross()).toEqual({ n: 4, gross: 4_000 });
  });

  it("is closed to strangers and to those who may not import; an undone import takes its rows along", async () => {
    const [row] = await open();
    const params = { rowId: row?.id ?? "" };
    const stranger = await app.stranger();
    expect(await stranger.refusal(ingestion.discardRow, { params })).toBe("request/not-found");
    expect(await stranger.refusal(ingestion.replayRow, { params, body: { cells: ["x"] } })).toBe("request/not-found");
    expect((await stranger.must(ingestion.listQuarantine, {})).items).toEqual([]);
    expect(await (await app.as("marketer")).refusal(ingestion.discardRow, { params })).toBe("request/forbidden");
    await analyst.must(ingestion.undoImport, { params: { importId } });
    await settled(analyst, importId);
    expect(await open()).toEqual([]);
    expect(await gross()).toEqual({ n: 0, gross: 0 });
  });
});
