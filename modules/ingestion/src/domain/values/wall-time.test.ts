import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type DateOrder, parseWallTime, sniffDateOrder } from "./wall-time.ts";

const read = (text: string, order: DateOrder = "ymd") => {
  const value = parseWallTime(text, order);
  return value === null ? null : new Date(value.ms).toISOString() + (value.isInstant ? "" : " wall");
};

describe("parseWallTime", () => {
  it.each([
    ["2010-12-01 08:26:00", "2010-12-01T08:26:00.000Z wall"],
    ["2026/11/1 8:05", "2026-11-01T08:05:00.000Z wall"],
    ["2026.11.01", "2026-11-01T00:00:00.000Z wall"],
    ["2026年11月11日", "2026-11-11T00:00:00.000Z wall"],
    ["2026年1月2日 3时4分5秒", "2026-01-02T03:04:05.000Z wall"],
    ["2026年1月2日3时4分", "2026-01-02T03:04:00.000Z wall"],
    ["20261111", "2026-11-11T00:00:00.000Z wall"],
    ["20261111083000", "2026-11-11T08:30:00.000Z wall"],
    ["2026-11-11T08:00:00.123456Z", "2026-11-11T08:00:00.123Z"],
    ["2026-11-11T08:00:00+08:00", "2026-11-11T00:00:00.000Z"],
    ["2026-11-11 08:00:00 -0500", "2026-11-11T13:00:00.000Z"],
    ["Nov 1, 2026", "2026-11-01T00:00:00.000Z wall"],
    ["1 September 2026 1:05 PM", "2026-09-01T13:05:00.000Z wall"],
    ["2026-11-11 12:30 am", "2026-11-11T00:30:00.000Z wall"],
    ["2026-11-10 24:00", "2026-11-11T00:00:00.000Z wall"],
    ["44927.5", "2023-01-01T12:00:00.000Z wall"],
    ["40513.3513888889", "2010-12-01T08:26:00.000Z wall"],
  ])("%s", (text, expected) => {
    expect(read(text)).toBe(expected);
  });
  it("reads 3/4/2026 by the order of the file", () => {
    expect(read("3/4/2026 10:00", "mdy")).toBe("2026-03-04T10:00:00.000Z wall");
    expect(read("3/4/2026", "dmy")).toBe("2026-04-03T00:00:00.000Z wall");
  });
  it.each([
    "",
    "合计",
    "2026-02-30",
    "2026-13-01",
    "13/13/2026",
    "2026-01-01 25:00",
    "2026-01-01 10:61",
    "2026",
    "1.5",
    "Foo 1, 2026",
    "2026-11-10 24:01",
  ])("refuses %j", (text) => {
    expect(read(text, "mdy")).toBeNull();
  });
  it("reads every ISO instant exactly", () => {
    fc.assert(
      fc.property(fc.date({ min: new Date("1970-01-01"), max: new Date("2100-01-01"), noInvalidDate: true }), (at) => {
        expect(parseWallTime(at.toISOString(), "ymd")).toEqual({ ms: at.getTime(), isInstant: true });
      }),
    );
  });
  it("never fails on any text", () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.constantFrom<DateOrder>("ymd", "mdy", "dmy"),
        (text, order) => parseWallTime(text, order) !== undefined,
      ),
    );
  });
});

describe("sniffDateOrder", () => {
  it("finds the order that every value fits", () => {
    expect(sniffDateOrder(["1/2/2026", "12/31/2026"])).toBe("mdy");
    expect(sniffDateOrder(["1/2/2026", "31/12/2026 10:00"])).toBe("dmy");
  });
  it("does not guess", () => {
    expect(sniffDateOrder(["1/2/2026", "3/4/2026"])).toBeNull();
    expect(sniffDateOrder(["31/12/2026", "12/31/2026"])).toBeNull();
    expect(sniffDateOrder(["2026-01-02"])).toBeNull();
  });
});
