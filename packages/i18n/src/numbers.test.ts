import { describe, expect, it } from "vitest";
import { numberFormats } from "./numbers.ts";

const zh = numberFormats("zh-CN");
const en = numberFormats("en");

describe("numbers", () => {
  it("writes short figures as each language counts", () => {
    expect([zh.short(12_000), zh.short(1_594_000), zh.short(340_000_000), zh.short(9_999)]).toEqual([
      "1.2万",
      "159.4万",
      "3.4亿",
      "9,999",
    ]);
    expect([en.short(1137), en.short(12_000), en.short(1_594_000)]).toEqual(["1,137", "12K", "1.594M"]);
  });

  it("writes money from minor units and shows cents only when there are any", () => {
    expect([zh.money(8_000_000), zh.money(8_000_050), zh.money(-120)]).toEqual(["¥80,000", "¥80,000.50", "-¥1.20"]);
    expect([zh.moneyShort(159_400_000), zh.moneyShort(58_960_000)]).toEqual(["¥159.4万", "¥58.96万"]);
    expect([en.money(8_000_000), en.moneyShort(159_400_000), en.money(1999, "USD")]).toEqual([
      "¥80,000",
      "¥1.594M",
      "$19.99",
    ]);
  });

  it("never writes the yen like the yuan", () => {
    expect(en.money(500, "JPY")).not.toBe(en.money(50_000, "CNY"));
    expect(zh.money(500, "JPY")).not.toBe(zh.money(50_000, "CNY"));
  });

  it("signs changes with a true minus and leaves zero bare", () => {
    expect([zh.delta(0.31), zh.delta(-3), zh.delta(0), zh.deltaPercent(0.082)]).toEqual([
      "+0.31",
      "\u22123",
      "0",
      "+8.2%",
    ]);
    expect([zh.percent(0.37), zh.percent(0.12345, 2)]).toEqual(["37%", "12.35%"]);
  });

  it("writes file sizes", () => {
    expect([en.bytes(512), en.bytes(1_234_567), en.bytes(48_000), zh.bytes(2_000_000_000)]).toEqual([
      "512 bytes",
      "1.2 MB",
      "48 kB",
      "2 GB",
    ]);
  });
});
