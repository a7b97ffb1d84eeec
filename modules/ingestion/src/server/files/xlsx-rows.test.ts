import { writeXlsx } from "hucre/xlsx";
import { describe, expect, it } from "vitest";
import { UnreadableTable } from "./file-rows.ts";
import { pacedWorkbook } from "./paced-workbook.ts";
import { sheetNames, xlsxRows } from "./xlsx-rows.ts";

const ROWS = 6_000;
const orders = Array.from({ length: ROWS }, (_, n) => [
  `20260${n}`,
  "外套 & <帽>",
  n / 100,
  new Date("2026-08-01T10:00:00Z"),
]);
const workbook = (): Promise<Uint8Array> =>
  writeXlsx({
    sheets: [
      { name: "说明", rows: [["请勿修改"]] },
      { name: "订单", rows: [["订单编号", "商品", "单价", "付款时间"], ...orders] },
    ],
  });

async function read(bytes: Uint8Array, sheet: string) {
  const rows: (readonly string[])[] = [];
  for await (const batch of xlsxRows(bytes, sheet)) rows.push(...batch.rows.map(({ cells }) => cells));
  return rows;
}

/** The workbook with the name of a part written otherwise, wherever it stands; both names must be equally long. */
function renamed(bytes: Uint8Array, from: string, to: string): Uint8Array {
  const copy = Buffer.from(bytes);
  for (let at = copy.indexOf(from); at >= 0; at = copy.indexOf(from, at + 1)) copy.write(to, at);
  return copy;
}

describe("rows of a workbook", () => {
  it("come from the sheet asked for, shared texts, numbers and instants as they show", async () => {
    const bytes = await workbook();
    expect(await sheetNames(bytes)).toEqual(["说明", "订单"]);
    expect(await read(bytes, "说明")).toEqual([["请勿修改"]]);
    const rows = await read(bytes, "订单");
    expect(rows).toHaveLength(ROWS + 1);
    expect(rows[0]).toEqual(["订单编号", "商品", "单价", "付款时间"]);
    expect(rows[ROWS]).toEqual(["202605999", "外套 & <帽>", "59.99", "2026-08-01 10:00:00"]);
  });

  it("come all the same from a workbook without the styles it names, which only the reader of the whole takes", async () => {
    const rows = await read(renamed(await workbook(), "xl/styles.xml", "xl/stylus.xml"), "订单");
    expect(rows).toHaveLength(ROWS + 1);
    expect(rows[1]?.slice(0, 3)).toEqual(["202600", "外套 & <帽>", "0"]);
  });

  it("are read only while somebody wants them", async () => {
    const paced = pacedWorkbook(await workbook(), "订单");
    if (paced === null) throw new Error("the workbook cannot be streamed");
    const reader = paced.stream.getReader();
    const first = reader.read().then(() => "given");
    const soon = new Promise((resolve) => setTimeout(resolve, 30, "held"));
    expect(await Promise.race([first, soon])).toBe("held");
    paced.flow(true);
    expect(await first).toBe("given");
    paced.end();
  });

  it("are refused when the sheet is cut short or damaged", async () => {
    const bytes = await workbook();
    const damaged = Buffer.from(bytes);
    damaged.fill(
      0x55,
      damaged.indexOf("xl/worksheets/sheet2.xml") + 2_000,
      damaged.indexOf("xl/worksheets/sheet2.xml") + 4_000,
    );
    await expect(read(damaged, "订单")).rejects.toBeInstanceOf(UnreadableTable);
    await expect(read(bytes.subarray(0, bytes.length / 2), "订单")).rejects.toBeInstanceOf(UnreadableTable);
  });
});
