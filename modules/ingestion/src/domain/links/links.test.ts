import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isRobot, LINK_CODE_PATTERN, makeLinkCode } from "./link-code.ts";
import { checkUtm, DEFAULT_DICTIONARY, taggedUrl, type UtmParameters, utmSlug } from "./utm.ts";

const good: UtmParameters = { source: "douyin", medium: "live", campaign: "s26-618", content: "主图-a", term: "" };
const problems = (change: Partial<UtmParameters>) =>
  checkUtm({ ...good, ...change }, DEFAULT_DICTIONARY).map((p) => `${p.parameter}:${p.code}`);

describe("naming rules", () => {
  it.each([
    [{}, []],
    [{ source: "Douyin" }, ["source:not-lower-case"]],
    [{ source: "douyn" }, ["source:not-in-dictionary"]],
    [{ medium: "" }, ["medium:empty"]],
    [{ campaign: "618 爆发" }, ["campaign:bad-characters"]],
    [{ content: "li@example.com" }, ["content:personal-data"]],
    [{ term: "13800138000" }, ["term:personal-data"]],
    [{ content: "x".repeat(101), term: "-x" }, ["content:too-long", "term:bad-characters"]],
  ])("%j has %j", (change, expected) => {
    expect(problems(change)).toEqual(expected);
  });
  it("suggests a form that passes", () => {
    expect(utmSlug("  主图 A/2（新） ")).toBe("主图-a-2新");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const slug = utmSlug(text);
        const codes = problems({ content: slug });
        expect(codes.filter((code) => code !== "content:personal-data")).toEqual([]);
      }),
    );
  });
});

describe("taggedUrl", () => {
  it("adds parameters and leaves the rest", () => {
    expect(taggedUrl("https://shop.example/p/1?sku=9&utm_source=old&utm_term=old#reviews", good, "Ab3dE7x")).toBe(
      "https://shop.example/p/1?sku=9&utm_source=douyin&utm_medium=live&utm_campaign=s26-618&utm_content=%E4%B8%BB%E5%9B%BE-a&utm_id=Ab3dE7x#reviews",
    );
  });
  it.each(["javascript:alert(1)", "shop.example", "ftp://x.example", "https://user:pw@x.example", ""])(
    "refuses %j",
    (target) => {
      expect(taggedUrl(target, good, "x")).toBeNull();
    },
  );
});

describe("link codes", () => {
  it("are readable and cover their alphabet", () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 14, maxLength: 14 }), (random) =>
        LINK_CODE_PATTERN.test(makeLinkCode(random)),
      ),
    );
    expect(makeLinkCode(new Uint8Array(14))).toBe("2222222");
  });
});

it("tells machines from people", () => {
  expect(isRobot("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) MicroMessenger/8.0")).toBe(false);
  expect(["", undefined, "Googlebot/2.1", "curl/8", "facebookexternalhit/1.1"].every(isRobot)).toBe(true);
});
