import { describe, expect, it } from "vitest";
import { decodeCursor, encodeCursor, toPage } from "./paging.ts";

describe("paging", () => {
  it("reads back a cursor, Chinese included", () => {
    expect(decodeCursor(encodeCursor(["双11 主图", 3, null]), 3)).toEqual({ ok: true, value: ["双11 主图", 3, null] });
  });
  it.each(["", "%%%", "bm90IGpzb24", encodeCursor(["a"])])("refuses %j", (cursor) => {
    expect(decodeCursor(cursor, 2)).toEqual({ ok: false, error: "paging/bad-cursor" });
  });
  it("names the next page only when there is one", () => {
    expect(toPage([1, 2, 3], 2, (n) => [n])).toEqual({ items: [1, 2], nextCursor: encodeCursor([2]) });
    expect(toPage([1, 2], 2, (n) => [n]).nextCursor).toBeNull();
  });
});
