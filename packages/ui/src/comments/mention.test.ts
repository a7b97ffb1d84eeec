import { describe, expect, it } from "vitest";
import { insertMention, mentionedIn, openMention, splitMentions } from "./mention.ts";

const people = [
  { id: "a", name: "林晓" },
  { id: "b", name: "林晓彤" },
  { id: "c", name: "Ada Lovelace" },
];

describe("mentions", () => {
  it("are open while their name is being typed", () => {
    expect(openMention("请 @林", 4)).toEqual({ at: 2, text: "林" });
    expect(openMention("@", 1)).toEqual({ at: 0, text: "" });
    expect(openMention("请@林晓彤 看", 7)).toBeUndefined();
    expect(openMention("mail a@b", 8)).toBeUndefined();
  });

  it("put the name and one space in place of what was typed", () => {
    const open = openMention("请 @li 看", 5);
    expect(open && insertMention("请 @li 看", open, "林晓彤")).toEqual({ text: "请 @林晓彤 看", caret: 7 });
  });

  it("are read back from the text, the longer name first", () => {
    expect(mentionedIn("@林晓彤 和 @Ada Lovelace 请看", people).map((each) => each.id)).toEqual(["b", "c"]);
    expect(splitMentions("给@林晓看", people)).toEqual([
      { text: "给" },
      { text: "@林晓", person: people[0] },
      { text: "看" },
    ]);
    expect(mentionedIn("没有人", people)).toEqual([]);
  });
});
