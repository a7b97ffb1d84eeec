import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseInline } from "./parse-inline.ts";
import { parseMarkdown } from "./parse-markdown.ts";

const text = (content: string) => ({ kind: "text" as const, text: content });

describe("parseInline", () => {
  it("reads emphasis, code, links and bare addresses", () => {
    expect(parseInline("看 **重点** 和 `code`，见 https://a.cn/b。")).toEqual([
      text("看 "),
      { kind: "strong", children: [text("重点")] },
      text(" 和 "),
      { kind: "code", text: "code" },
      text("，见 "),
      { kind: "link", to: "https://a.cn/b", children: [text("https://a.cn/b")] },
      text("。"),
    ]);
    expect(parseInline("snake_case_name")).toEqual([text("snake_case_name")]);
  });

  it("follows no dangerous address and shows no foreign picture", () => {
    expect(parseInline("[点我](javascript:alert)")).toEqual([text("点我")]);
    expect(parseInline("[a](//evil.example)")).toEqual([text("a")]);
    expect(parseInline("![图](https://evil.example/x.png)")).toEqual([text("图")]);
    expect(parseInline("![图](/api/v1/charts/1)")).toEqual([{ kind: "image", from: "/api/v1/charts/1", alt: "图" }]);
  });
});

describe("parseMarkdown", () => {
  it("reads headings, nested lists and tasks", () => {
    const blocks = parseMarkdown("# 复盘\n\n- 一\n  - 二\n- [x] 三\n\n1. 甲\n2. 乙\n正文");
    expect(blocks.map((block) => block.kind)).toEqual(["heading", "list", "list", "paragraph"]);
    const list = blocks[1];
    if (list?.kind !== "list") throw new Error("no list");
    expect(list.items.map((item) => [item.blocks.map((block) => block.kind), item.checked])).toEqual([
      [["paragraph", "list"], undefined],
      [["paragraph"], true],
    ]);
  });

  it("reads tables with alignment, short rows and escaped bars", () => {
    const [table] = parseMarkdown("| 渠道 | 花费 |\n|---|--:|\n| 天猫 | 12 |\n| a\\|b |\n后文");
    expect(table).toEqual({
      kind: "table",
      align: ["start", "end"],
      head: [[text("渠道")], [text("花费")]],
      rows: [
        [[text("天猫")], [text("12")]],
        [[text("a|b")], []],
      ],
    });
  });

  it("keeps code and quotes apart from the rest", () => {
    expect(parseMarkdown("> 引用\n> - 点\n\n```\n# 不是标题\n```\n---")).toEqual([
      {
        kind: "quote",
        blocks: [
          { kind: "paragraph", children: [text("引用")] },
          { kind: "list", ordered: false, items: [{ blocks: [{ kind: "paragraph", children: [text("点")] }] }] },
        ],
      },
      { kind: "code", text: "# 不是标题" },
      { kind: "rule" },
    ]);
  });

  it("ends on anything people type", () => {
    const line = fc.string({
      unit: fc.constantFrom("#", "-", " ", "|", ">", "`", "*", "a", "1", ".", "[", "]", "(", ")", "\n"),
    });
    fc.assert(fc.property(line, (source) => Array.isArray(parseMarkdown(source))));
  });
});
