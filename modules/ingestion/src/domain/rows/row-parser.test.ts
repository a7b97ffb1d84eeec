import { describe, expect, it } from "vitest";
import { suggestMapping } from "../mapping/suggest-mapping.ts";
import { rowParser } from "./row-parser.ts";
import { type RowSettings, settingsOf } from "./settings.ts";

const NOW = Date.parse("2026-09-01T00:00:00Z");

function parserFor(headings: readonly string[], change: Partial<RowSettings> = {}) {
  const { preset, columns } = suggestMapping(headings);
  return rowParser({ ...settingsOf(preset, columns), ...change }, headings, NOW);
}
const factOf = (outcome: ReturnType<ReturnType<typeof rowParser>>) =>
  outcome.kind === "fact" ? outcome.fact : outcome;
const codesOf = (outcome: ReturnType<ReturnType<typeof rowParser>>) =>
  outcome.kind === "problems" ? outcome.problems.map((p) => `${p.field}:${p.code}`) : outcome.kind;

const RETAIL = [
  "InvoiceNo",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "UnitPrice",
  "CustomerID",
  "Country",
];
const TMALL = [
  "订单编号",
  "买家会员名",
  "买家实际支付金额",
  "订单状态",
  "订单付款时间",
  "宝贝标题",
  "宝贝总数量",
  "退款金额",
];
const ADS = ["日期", "账户名称", "推广计划名称", "曝光次数", "点击次数", "花费(元)", "目标转化量"];

describe("order lines", () => {
  it("reads a line of the sample data", () => {
    const row = [
      "536365",
      "85123A",
      "WHITE HANGING HEART T-LIGHT HOLDER",
      "6",
      "2010-12-01 08:26:00",
      "2.55",
      "17850",
      "United Kingdom",
    ];
    expect(factOf(parserFor(RETAIL)(row))).toMatchObject({
      type: "orders",
      orderNo: "536365",
      lineBase: "85123A",
      kind: "sale",
      orderedAtMs: Date.parse("2010-12-01T08:26:00Z"),
      orderedOn: "2010-12-01",
      quantity: "6.000",
      unitPrice: "2.550000",
      currency: "GBP",
      amountMinor: 1530,
      grossMinor: 1530,
      netMinor: 1530,
      customerId: "17850",
      region: "United Kingdom",
      channel: "website",
    });
  });
  it.each([
    ["C536379", "-1", "27.5", "cancellation", 0, -2750],
    ["536589", "-10", "0", "return", 0, 0],
    ["536589", "-10", "1.5", "return", 0, -1500],
    ["A563186", "1", "-11062.06", "adjustment", 0, -1106206],
    ["A563185", "1", "11062.06", "sale", 1106206, 1106206],
    ["536414", "56", "0", "gift", 0, 0],
    ["550193", "3", "0.001", "sale", 0, 0],
    ["CN0001", "1", "9.99", "sale", 999, 999],
  ])("invoice %s of %s at %s is a %s", (orderNo, quantity, price, kind, grossMinor, netMinor) => {
    const row = [orderNo, "X", "", quantity, "2011-08-12 14:50:00", price, "", "United Kingdom"];
    expect(factOf(parserFor(RETAIL)(row))).toMatchObject({ kind, grossMinor, netMinor });
  });
  it("knows summer time: the day and the instant are those of the shop", () => {
    const row = ["1", "X", "", "1", "2011-06-01 00:30", "1", "", ""];
    expect(factOf(parserFor(RETAIL)(row))).toMatchObject({
      orderedOn: "2011-06-01",
      orderedAtMs: Date.parse("2011-05-31T23:30:00Z"),
    });
  });
  it.each([
    ["交易成功", "199.00", "0.00", { kind: "sale", grossMinor: 19900, refundMinor: 0, netMinor: 19900 }],
    ["交易成功", "199.00", "50.00", { kind: "sale", grossMinor: 19900, refundMinor: 5000, netMinor: 14900 }],
    ["交易关闭", "199.00", "", { kind: "sale", grossMinor: 19900, refundMinor: 19900, netMinor: 0 }],
    ["交易关闭", "0.00", "", { kind: "unpaid", grossMinor: 0, netMinor: 0 }],
    ["等待买家付款", "199.00", "", { kind: "unpaid", grossMinor: 0, netMinor: 0 }],
  ])("a Tmall order that is %s with %s paid and %s back", (status, amount, refund, expected) => {
    const row = ['="3912345678901234567"', "青柠**", amount, status, "2026-08-18 20:00:01", "气泡水", "2", refund];
    const fact = factOf(parserFor(TMALL)(row));
    expect(fact).toMatchObject({
      ...expected,
      orderNo: "3912345678901234567",
      quantity: "2.000",
      currency: "CNY",
      channel: "tmall",
    });
  });
  it("makes the price from amount and quantity", () => {
    const row = ["1", "b", "100", "交易成功", "2026-08-18 20:00:01", "x", "3", ""];
    expect(factOf(parserFor(TMALL)(row))).toMatchObject({ unitPrice: "33.333333", amountMinor: 10000 });
  });
  it("says everything that is wrong with a row", () => {
    const parse = parserFor(RETAIL);
    expect(codesOf(parse(["", "X", "", "abc", "soon", "2,5", "", ""]))).toEqual([
      "orderNo:required",
      "orderedAt:not-a-date",
      "quantity:not-a-number",
      "unitPrice:not-a-number",
    ]);
    expect(codesOf(parse(["1", "X", "", "0", "2030-01-01", "1", "", ""]))).toEqual([
      "orderedAt:date-in-future",
      "quantity:zero-quantity",
    ]);
    expect(codesOf(parse(["3.91235E+18", "X", "", "1", "1899-12-30", "", "", ""]))).toEqual([
      "orderNo:damaged-number",
      "orderedAt:date-too-old",
      "amount:required",
    ]);
    expect(codesOf(parse(["1", "X", "x".repeat(501), "1", "2026-01-01", "99999999999999999", "", ""]))).toEqual([
      "amount:too-large",
      "productName:too-long",
    ]);
  });
  it("refuses currencies and channels it does not know", () => {
    const parse = parserFor(["订单编号", "付款时间", "金额", "币种", "渠道"]);
    expect(factOf(parse(["1", "2026-01-01", "1", "人民币", "抖音"]))).toMatchObject({
      currency: "CNY",
      channel: "douyin",
    });
    expect(codesOf(parse(["1", "2026-01-01", "1", "XAU", "火星"]))).toEqual([
      "currency:unknown-currency",
      "channel:unknown-channel",
    ]);
  });
  it("takes blank cells of merged columns from above where told to", () => {
    const parse = parserFor(["订单编号", "付款时间", "商品编码", "金额"], { fillDown: ["orderNo", "orderedAt"] });
    expect(factOf(parse(["1", "2026-01-01", "A", "1"]))).toMatchObject({ orderNo: "1" });
    expect(factOf(parse(["", "", "B", "2"]))).toMatchObject({ orderNo: "1", sku: "B", orderedOn: "2026-01-01" });
  });
});

describe("ad facts", () => {
  it("reads a line of a platform's report", () => {
    const row = ["2026-08-18", "青柠旗舰店", "818 爆发", "12,345", "678", "1,234.50", "12.5"];
    expect(factOf(parserFor(ADS)(row))).toMatchObject({
      type: "ads",
      factOn: "2026-08-18",
      account: "青柠旗舰店",
      campaign: "818 爆发",
      lineBase: "青柠旗舰店|818 爆发||||",
      spendMinor: 123450,
      impressions: 12345,
      clicks: 678,
      conversions: "12.500",
      channel: "wechat",
    });
  });
  it("takes dashes for nothing and refuses what cannot be", () => {
    const parse = parserFor(ADS);
    expect(factOf(parse(["2026-08-18", "a", "b", "--", "-", "0.00", "—"]))).toMatchObject({
      impressions: 0,
      clicks: 0,
      spendMinor: 0,
      conversions: "0.000",
    });
    expect(codesOf(parse(["2026-08-18", "a", "b", "-5", "1.5", "", ""]))).toEqual([
      "spend:required",
      "impressions:negative",
      "clicks:not-an-integer",
    ]);
    expect(codesOf(parse(["2026-08-01 ~ 2026-08-31", "a", "b", "1", "1", "1", "1"]))).toEqual(["date:date-range"]);
  });
});

describe("rows that carry no fact", () => {
  const parse = parserFor(ADS);
  it.each([
    [["", "", " ", "--"], "blank"],
    [["合计", "", "", "100", "10", "88.00", ""], "totals"],
    [["--", "总计", "", "100", "10", "88.00", ""], "totals"],
    [["Total: Account", "", "", "100"], "totals"],
    [["数据更新时间：2026-08-19 10:00"], "note"],
    [["#----导出结束----", "1"], "note"],
    [ADS, "header"],
  ])("%j is passed over as %s", (row, reason) => {
    expect(parse(row)).toEqual({ kind: "skipped", reason });
  });
  it("keeps a product that is called Total", () => {
    expect(parserFor(RETAIL)(["1", "T", "Total", "1", "2026-01-01", "1", "", ""]).kind).toBe("fact");
  });
});
