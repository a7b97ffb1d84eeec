import { describe, expect, it } from "vitest";
import { suggestMapping } from "../mapping/suggest-mapping.ts";
import { ImportTally } from "./import-tally.ts";
import { rowParser } from "./row-parser.ts";
import { settingsOf } from "./settings.ts";

it("adds up to the rows of the file", () => {
  const headings = ["订单编号", "付款时间", "金额", "数量", "币种"];
  const { preset, columns } = suggestMapping(headings);
  const parse = rowParser(settingsOf(preset, columns), headings, Date.parse("2026-09-01"));
  const tally = new ImportTally();
  const rows = [
    ["1", "2026-08-02", "10.10", "1", ""],
    ["1", "2026-08-02", "5", "1", ""],
    ["2", "2026-08-01", "-3", "-1", ""],
    ["3", "2026-08-03", "7", "1", "USD"],
    ["", "x", "1", "1", ""],
    ["4", "", "1", "1", ""],
    ["合计", "", "19.10", "", ""],
    [""],
  ];
  for (const row of rows) tally.add(parse(row));
  expect(tally.totals()).toEqual({
    rows: 8,
    accepted: 4,
    quarantined: 2,
    skipped: { blank: 1, totals: 1, note: 0, header: 0 },
    problems: { required: 2, "not-a-date": 1 },
    amounts: [
      { currency: "CNY", grossMinor: 1510, netMinor: 1210 },
      { currency: "USD", grossMinor: 700, netMinor: 700 },
    ],
    orders: 2,
    firstOn: "2026-08-01",
    lastOn: "2026-08-03",
  });
});

describe("an empty file", () => {
  it("has no first day", () => {
    expect(new ImportTally().totals()).toMatchObject({ rows: 0, amounts: [], firstOn: null, lastOn: null });
  });
});
