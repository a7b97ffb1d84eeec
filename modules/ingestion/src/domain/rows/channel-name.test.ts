import { expect, it } from "vitest";
import { isChannel, parseChannel } from "./channel-name.ts";

it("finds channels by code, Chinese, English and what exports call them", () => {
  expect(["tmall", "天猫", "Tmall", "淘宝", "TikTok", "小程序"].map(parseChannel)).toEqual([
    "tmall",
    "tmall",
    "tmall",
    "tmall",
    "douyin",
    "wechat",
  ]);
  expect(parseChannel("constructor")).toBeNull();
  expect(isChannel("jd")).toBe(true);
  expect(isChannel("京东")).toBe(false);
});
