import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectEncoding, looksLikeOldExcel, looksLikeZip } from "./detect-encoding.ts";

const bytes = (...values: number[]) => new Uint8Array(values);
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("detectEncoding", () => {
  it("believes a byte order mark", () => {
    expect(detectEncoding(bytes(0xef, 0xbb, 0xbf, 0x61))).toBe("utf-8");
    expect(detectEncoding(bytes(0xff, 0xfe, 0x61, 0x00))).toBe("utf-16le");
    expect(detectEncoding(bytes(0xfe, 0xff, 0x00, 0x61))).toBe("utf-16be");
  });
  it("takes GBK bytes for GB18030: 日期,花费", () => {
    const gbk = bytes(0xc8, 0xd5, 0xc6, 0xda, 0x2c, 0xbb, 0xa8, 0xb7, 0xd1);
    expect(detectEncoding(gbk)).toBe("gb18030");
    expect(new TextDecoder("gb18030").decode(gbk)).toBe("日期,花费");
  });
  it("takes every UTF-8 text for UTF-8, wherever the sample ends", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(3), (text, cut) => {
        const all = utf8(`日期 ${text}`);
        expect(detectEncoding(all.subarray(0, all.length - cut))).toBe("utf-8");
      }),
    );
  });
  it("takes plain ASCII for UTF-8, and nothing, too", () => {
    expect(detectEncoding(utf8("date,cost\n2026-01-01,1"))).toBe("utf-8");
    expect(detectEncoding(bytes())).toBe("utf-8");
  });
});

it("knows workbooks by their first bytes", () => {
  expect(looksLikeZip(bytes(0x50, 0x4b, 3, 4, 0))).toBe(true);
  expect(looksLikeOldExcel(bytes(0xd0, 0xcf, 0x11, 0xe0))).toBe(true);
  expect(looksLikeZip(utf8("PK"))).toBe(false);
});
