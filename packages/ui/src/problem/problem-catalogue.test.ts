import { createFormat, defineMessages, type Format } from "@yutu/i18n";
import { describe, expect, it } from "vitest";
import { fieldName } from "./field-errors.ts";
import { problemSentence, registerProblems } from "./problem-catalogue.ts";

registerProblems(
  defineMessages({
    zh: {
      "test/over": (p: { availableMinor: number }, f: Format) => `只剩 ${f.money(p.availableMinor)}`,
      "test/closed": "已关闭",
    },
    en: { "test/over": (p, f) => `Only ${f.money(p.availableMinor)} left`, "test/closed": "Closed" },
  }),
);

describe("problemSentence", () => {
  it("fills the facts of the refusal in, in the reader's language", () => {
    const over = { code: "test/over", params: { availableMinor: 120_050 } };
    expect(problemSentence(over, createFormat("zh-CN"))).toBe("只剩 ¥1,200.50");
    expect(problemSentence(over, createFormat("en"))).toBe("Only ¥1,200.50 left");
    expect(problemSentence({ code: "test/closed" }, createFormat("en"))).toBe("Closed");
    expect(problemSentence({ code: "test/unheard-of" }, createFormat("en"))).toBeUndefined();
  });
});

describe("fieldName", () => {
  it("turns a JSON pointer into the name of a form field", () => {
    expect(fieldName("/body/lines/2/amountMinor")).toEqual(["lines", 2, "amountMinor"]);
    expect(fieldName("/query/a~1b~0c")).toEqual(["a/b~c"]);
  });
});
