import { describe, expect, it } from "vitest";
import { readTextDraft } from "./use-text-draft.ts";

describe("drafts of the texts", () => {
  it("come back with the version they began from", () => {
    const draft = { text: "供应商临时涨价。\n下次提前询价。", version: 3 };
    expect(readTextDraft(JSON.stringify(draft))).toEqual(draft);
  });
  it("are nothing when what was kept is something else", () => {
    expect(["", "plain words", "{", '{"text":1,"version":0}', '{"text":"a"}'].map(readTextDraft)).toEqual(
      Array.from({ length: 5 }, () => undefined),
    );
  });
});
