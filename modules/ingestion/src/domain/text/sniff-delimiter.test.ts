import { describe, expect, it } from "vitest";
import { sniffDelimiter } from "./sniff-delimiter.ts";

describe("sniffDelimiter", () => {
  it.each([
    [",", "date,cost\n2026-01-01,1\n2026-01-02,2\n"],
    ["\t", "日期\t花费\t点击量\n2026-01-01\t1,234.50\t3\n2026-01-02\t2,000.00\t4\n"],
    [";", 'date;cost\n2026-01-01;"1,5"\n2026-01-02;"2,5"\n'],
    ["|", "a|b\n1|2\n"],
    [",", '推广报表\n\n日期,花费\n2026-01-01,"1,234"\n2026-01-02,"1;2;3"\n合计,3\n'],
    [",", 'a,b\n"line\none;two;three",1\n"x",2\n'],
    [",", "one column\nonly\n"],
    [",", ""],
    [",", "a,b,c"],
  ])("finds %j", (delimiter, text) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });
});
