import { describe, expect, it } from "vitest";
import { currencyOf, decimalOf, minorOf } from "./money.ts";

describe("amounts in fields", () => {
  it("reads and writes what people type", () => {
    expect([
      minorOf("1,234.5", "CNY"),
      minorOf("abc", "CNY"),
      minorOf(undefined, "CNY"),
      decimalOf(123450, "CNY"),
    ]).toEqual([123450, null, null, "1234.50"]);
    expect([currencyOf("GBP"), currencyOf("???")]).toEqual(["GBP", "CNY"]);
  });
});
