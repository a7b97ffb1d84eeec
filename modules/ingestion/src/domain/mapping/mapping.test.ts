import { describe, expect, it } from "vitest";
import { missingFields } from "./fields.ts";
import { distinctHeadings, findHeaderRow } from "./find-header.ts";
import { headerFingerprint } from "./fingerprint.ts";
import { currencyInHeading, headerName } from "./header-name.ts";
import { PRESETS, presetByKey } from "./presets.ts";
import { headingOf, suggestMapping } from "./suggest-mapping.ts";

const retail = [
  "InvoiceNo",
  "StockCode",
  "Description",
  "Quantity",
  "InvoiceDate",
  "UnitPrice",
  "CustomerID",
  "Country",
];

describe("suggestMapping", () => {
  it.each([
    [
      "online-retail",
      retail,
      {
        orderNo: "InvoiceNo",
        orderedAt: "InvoiceDate",
        unitPrice: "UnitPrice",
        customerId: "CustomerID",
        region: "Country",
      },
    ],
    [
      "tmall-orders",
      [
        "订单编号",
        "买家会员名",
        "买家应付货款",
        "买家实际支付金额",
        "订单状态",
        "收货人姓名",
        "订单创建时间",
        "订单付款时间",
        "宝贝标题",
        "宝贝总数量",
        "退款金额",
      ],
      {
        orderNo: "订单编号",
        orderedAt: "订单付款时间",
        amount: "买家实际支付金额",
        refund: "退款金额",
        status: "订单状态",
      },
    ],
    [
      "jd-orders",
      [
        "订单号",
        "商品ID",
        "商品名称",
        "订购数量",
        "支付方式",
        "下单时间",
        "京东价",
        "应付金额",
        "订单状态",
        "下单帐号",
      ],
      { orderNo: "订单号", orderedAt: "下单时间", unitPrice: "京东价", amount: "应付金额", sku: "商品ID" },
    ],
    [
      "ocean-engine",
      ["时间-天", "账户名称", "项目名称", "广告名称", "消耗(元)", "展示数", "点击数", "转化数"],
      { date: "时间-天", campaign: "项目名称", adGroup: "广告名称", spend: "消耗(元)", conversions: "转化数" },
    ],
    [
      "tencent-ads",
      ["日期", "推广计划名称", "广告名称", "曝光次数", "点击次数", "花费", "目标转化量"],
      { spend: "花费", impressions: "曝光次数", conversions: "目标转化量" },
    ],
    [
      "xiaohongshu-ads",
      ["时间", "账户名称", "计划名称", "单元名称", "笔记ID", "消费", "展现量", "点击量", "私信留资数"],
      { spend: "消费", ad: "笔记ID", leads: "私信留资数" },
    ],
    [
      "google-ads",
      ["Day", "Campaign", "Ad group", "Currency code", "Cost", "Impr.", "Clicks", "Conversions", "Conv. value"],
      { date: "Day", spend: "Cost", impressions: "Impr.", conversionValue: "Conv. value" },
    ],
    [
      "meta-ads",
      [
        "Campaign name",
        "Ad set name",
        "Ad name",
        "Day",
        "Amount spent (GBP)",
        "Impressions",
        "Link clicks",
        "Purchases",
        "Purchases conversion value",
      ],
      { spend: "Amount spent (GBP)", ad: "Ad name", clicks: "Link clicks" },
    ],
    [
      "generic-orders",
      ["Order ID", "Created at", "Total"],
      { orderNo: "Order ID", orderedAt: "Created at", amount: "Total" },
    ],
    ["generic-ads", ["日期", "费用", "曝光"], { date: "日期", spend: "费用", impressions: "曝光" }],
  ])("takes %s for what it is", (key, headings, fields) => {
    const { preset, columns } = suggestMapping(headings);
    expect(preset.key).toBe(key);
    expect(missingFields(preset.kind, columns)).toEqual([]);
    const chosen = Object.fromEntries(
      Object.keys(fields).map((field) => [field, headingOf(headings, columns, field as never)]),
    );
    expect(chosen).toEqual(fields);
  });
  it("gives no column to two fields", () => {
    for (const preset of PRESETS) {
      const headings = Object.values(preset.headings).flat();
      const used = Object.values(suggestMapping(headings, [preset]).columns);
      expect(new Set(used).size).toBe(used.length);
    }
  });
  it("says what is missing", () => {
    const { preset, columns } = suggestMapping(
      ["日期", "点击量"],
      [presetByKey("generic-ads")].filter((p) => p !== undefined),
    );
    expect(missingFields(preset.kind, columns)).toEqual([["spend"]]);
    expect(missingFields("orders", { orderNo: 0, orderedAt: 1 })).toEqual([["amount", "unitPrice"]]);
  });
});

describe("findHeaderRow", () => {
  it("passes over titles, blank lines and totals above", () => {
    const rows = [
      ["推广数据报表", "", ""],
      ["统计周期：2026-08-01 至 2026-08-31"],
      [],
      ["合计", "1234.50", "88"],
      ["日期", "花费(元)", "点击量"],
      ["2026-08-01", "10.00", "3"],
    ];
    expect(findHeaderRow(rows)).toBe(4);
  });
  it("takes the first row of the real file", () => {
    expect(
      findHeaderRow([
        retail,
        ["536365", "85123A", "HOLDER", "6", "2010-12-01 08:26:00", "2.55", "17850", "United Kingdom"],
      ]),
    ).toBe(0);
  });
  it("finds headings nobody knows", () => {
    expect(
      findHeaderRow([
        ["foo", "bar", "baz"],
        ["1", "2", "3"],
      ]),
    ).toBe(0);
  });
  it("finds none among values", () => {
    expect(
      findHeaderRow([
        ["1", "2"],
        ["3", "4"],
      ]),
    ).toBe(-1);
    expect(findHeaderRow([])).toBe(-1);
  });
});

it("makes headings distinct", () => {
  expect(distinctHeadings(["金额", "", "金额", "金额"])).toEqual(["金额", "列 2", "金额 (2)", "金额 (3)"]);
});

it("compares headings by what they mean", () => {
  expect(new Set(["消耗（元）", "消耗 (元)", "消耗"].map(headerName)).size).toBe(1);
  expect(headerName("Invoice No.")).toBe(headerName("InvoiceNo"));
  expect(headerName("Clicks (all)")).not.toBe(headerName("Clicks"));
  expect(currencyInHeading("Amount spent (GBP)")).toBe("GBP");
  expect(currencyInHeading("花费（元）")).toBe("CNY");
  expect(currencyInHeading("Clicks (all)")).toBeNull();
});

it("remembers layouts, not spellings", () => {
  expect(headerFingerprint(["日期", "花费（元）"])).toBe(headerFingerprint(["日期 ", "花费"]));
  expect(headerFingerprint(["花费", "日期"])).not.toBe(headerFingerprint(["日期", "花费"]));
  expect(headerFingerprint(["a", "bc"])).not.toBe(headerFingerprint(["ab", "c"]));
  expect(headerFingerprint([])).toMatch(/^[0-9a-f]{16}$/);
});
