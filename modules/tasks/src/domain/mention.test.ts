import { describe, expect, it } from "vitest";
import { numberInCode, taskCode } from "./code.ts";
import { excerptOf, mentionParts, mentionsIn } from "./mention.ts";

const LIN = "mem_01k2aaaaaaaaaaaaaaaaaaaaaa";
const ZHOU = "mem_01k2bbbbbbbbbbbbbbbbbbbbbb";
const names = new Map([
  [LIN, "林晓彤"],
  [ZHOU, "周子航"],
]);
const nameOf = (id: string): string => names.get(id) ?? "?";

describe("mentions", () => {
  it("are found once each, in order", () => {
    expect(mentionsIn(`<@${ZHOU}> 看一下，<@${LIN}> 也是。<@${ZHOU}>`)).toEqual([ZHOU, LIN]);
    expect(mentionsIn("mail <@nobody> or @林晓彤")).toEqual([]);
  });
  it("read as names on one short line", () => {
    expect(excerptOf(`<@${LIN}>\n\n主图  好了`, nameOf)).toBe("@林晓彤 主图 好了");
    expect(excerptOf("长".repeat(300), nameOf)).toBe(`${"长".repeat(119)}…`);
  });
  it("are cut out for drawing", () => {
    expect(mentionParts(`请 <@${LIN}> 看`)).toEqual([
      { kind: "text", text: "请 " },
      { kind: "mention", memberId: LIN },
      { kind: "text", text: " 看" },
    ]);
  });
});

describe("task codes", () => {
  it.each([
    ["MKT-1024", 1024],
    ["mkt1024", 1024],
    ["#1024", 1024],
    ["1024", 1024],
    ["618 主图", undefined],
    ["12", undefined],
  ])("reads %s", (text, number) => expect(numberInCode(text)).toBe(number));
  it("writes them", () => expect(taskCode(1024)).toBe("MKT-1024"));
});
