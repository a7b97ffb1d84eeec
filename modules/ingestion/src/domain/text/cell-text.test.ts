import { describe, expect, it } from "vitest";
import { cellText, isNothing } from "./cell-text.ts";

describe("cellText", () => {
  it.each([
    ['="3912345678901234567"', "3912345678901234567"],
    ["'3912345678901234567", "3912345678901234567"],
    ["\t391 ", "391"],
    ["　１２３．５０　", "123.50"],
    ["￥１，２３４", "¥1,234"],
    ["\u200b订单号\ufeff", "订单号"],
    ["直播（晚）", "直播（晚）"],
    ["= a", "= a"],
    ["", ""],
  ])("%j is %j", (raw, text) => {
    expect(cellText(raw)).toBe(text);
  });
});

it("knows how platforms write nothing", () => {
  expect(["", "-", "--", "—", "NULL", "N/A", "无"].every(isNothing)).toBe(true);
  expect(["0", "无糖", "-1"].some(isNothing)).toBe(false);
});
