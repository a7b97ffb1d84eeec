import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { add, allocate, money, parseAmount, toDecimal } from "./money.ts";

describe("allocate", () => {
  it("gives parts that add up to the total and lie within one unit of the exact share", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -1e9, max: 1e9 }),
        fc
          .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 12 })
          .filter((w) => w.some((x) => x > 0)),
        (total, weights) => {
          const parts = allocate(total, weights);
          const all = weights.reduce((a, b) => a + b, 0);
          expect(parts.reduce((a, b) => a + b, 0)).toBe(total);
          parts.forEach((part, i) => expect(Math.abs(part - (total * (weights[i] ?? 0)) / all)).toBeLessThanOrEqual(1));
        },
      ),
    );
  });
  it("refuses weights without a positive sum", () => {
    expect(() => allocate(100, [0, 0])).toThrow(RangeError);
  });
});

describe("parseAmount", () => {
  it.each([
    ["1,234.50", 123450],
    ["¥1234.5", 123450],
    ["(12.00)", -1200],
    ["-0.005", -1],
    ["0.004", 0],
    [".5", 50],
    ["2.55", 255],
  ])("reads %s", (text, minor) => {
    expect(parseAmount(text, "CNY")).toEqual({ ok: true, value: { minor, currency: "CNY" } });
  });
  it.each(["", "abc", "1.2.3", "--", "12元"])("refuses %j", (text) => {
    expect(parseAmount(text, "CNY")).toEqual({ ok: false, error: "money/not-a-number" });
  });
  it("refuses what a number cannot hold exactly", () => {
    expect(parseAmount("99999999999999999", "CNY")).toEqual({ ok: false, error: "money/too-large" });
  });
  it("reads back what toDecimal writes", () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e12, max: 1e12 }), fc.constantFrom("CNY", "JPY"), (minor, currency) => {
        expect(parseAmount(toDecimal(money(minor, currency)), currency)).toEqual({
          ok: true,
          value: { minor, currency },
        });
      }),
    );
  });
});

describe("add", () => {
  it("refuses to mix currencies", () => {
    expect(() => add(money(1, "CNY"), money(1, "GBP"))).toThrow(/CNY with GBP/);
  });
});
