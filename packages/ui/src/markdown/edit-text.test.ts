import { describe, expect, it } from "vitest";
import { linkSelection, prefixLines, wrap } from "./edit-text.ts";

describe("editing Markdown", () => {
  it("wraps and unwraps a selection", () => {
    const bold = wrap({ text: "看重点", start: 1, end: 3 }, "**");
    expect(bold).toEqual({ text: "看**重点**", start: 3, end: 5 });
    expect(wrap(bold, "**")).toEqual({ text: "看重点", start: 1, end: 3 });
  });

  it("marks whole lines, counting where they are numbered", () => {
    const list = prefixLines({ text: "头\n一\n二\n尾", start: 3, end: 5 }, (line) => `${line + 1}. `);
    expect(list.text).toBe("头\n1. 一\n2. 二\n尾");
    expect(prefixLines(list, (line) => `${line + 1}. `).text).toBe("头\n一\n二\n尾");
  });

  it("selects the address of a new link", () => {
    const link = linkSelection({ text: "见这里", start: 1, end: 3 });
    expect(link.text).toBe("见[这里](https://)");
    expect(link.text.slice(link.start, link.end)).toBe("https://");
  });
});
