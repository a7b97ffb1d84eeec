import { describe, expect, it } from "vitest";
import { csvCell, csvFile } from "./csv.ts";

describe("csv", () => {
  it.each([
    ["=HYPERLINK(1)", "'=HYPERLINK(1)"],
    ["-1+2", "'-1+2"],
    ['a "b", c', '"a ""b"", c"'],
    [{ a: 1 }, '"{""a"":1}"'],
    [null, ""],
    ["双11", "双11"],
  ])("writes %j as %s", (value, cell) => expect(csvCell(value)).toBe(cell));
  it("begins with a byte-order mark", () => {
    expect([...csvFile([["a"]]).subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });
});
