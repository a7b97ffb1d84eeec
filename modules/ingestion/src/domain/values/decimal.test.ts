import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { multiply, parseDecimal, parsePercent, signOf, toText, toUnits } from "./decimal.ts";

const read = (text: string) => {
  const value = parseDecimal(text);
  return value === null ? null : toText(value, value.scale);
};

describe("parseDecimal", () => {
  it.each([
    ["1,234.50", "1234.50"],
    ["¥1234.5", "1234.5"],
    ["(12.00)", "-12.00"],
    ["-3", "-3"],
    [".5", "0.5"],
    ["12元", "12"],
    ["+1,000,000", "1000000"],
    ["-11062.06", "-11062.06"],
    ["0.001", "0.001"],
    ["5.", "5"],
  ])("reads %s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  it.each(["", "abc", "1.2.3", "12,5", "1,23,456", "--", "1e5", "(-", "1,2345", "½", "9".repeat(31)])(
    "refuses %j",
    (text) => {
      expect(parseDecimal(text)).toBeNull();
    },
  );
});

describe("exactness", () => {
  it("multiplies and rounds half away from zero", () => {
    const product = multiply(
      parseDecimal("3") ?? { coefficient: 0n, scale: 0 },
      parseDecimal("0.335") ?? { coefficient: 0n, scale: 0 },
    );
    expect(toUnits(product, 2)).toBe(101n);
    expect(toUnits({ coefficient: -5n, scale: 3 }, 2)).toBe(-1n);
    expect(toUnits({ coefficient: 4n, scale: 3 }, 2)).toBe(0n);
    expect(toUnits({ coefficient: 7n, scale: 0 }, 2)).toBe(700n);
  });
  it("reads back what it writes", () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(6), (coefficient, scale) => {
        expect(parseDecimal(toText({ coefficient, scale }, scale))).toEqual({ coefficient, scale });
      }),
    );
  });
  it("is never more than half a unit off", () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }),
        fc.integer({ min: 3, max: 6 }),
        (coefficient, scale) => {
          const units = toUnits({ coefficient, scale }, 2);
          const off = coefficient - units * 10n ** BigInt(scale - 2);
          expect(2n * (off < 0n ? -off : off) <= 10n ** BigInt(scale - 2)).toBe(true);
        },
      ),
    );
  });
});

it("reads percentages as shares", () => {
  expect(parsePercent("3.2%")).toEqual({ coefficient: 32n, scale: 3 });
  expect(parsePercent("100")).toEqual({ coefficient: 100n, scale: 2 });
  expect(parsePercent("x%")).toBeNull();
});

it("knows the sign", () => {
  expect([5n, 0n, -5n].map((coefficient) => signOf({ coefficient, scale: 2 }))).toEqual([1, 0, -1]);
});
