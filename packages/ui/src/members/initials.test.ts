import { describe, expect, it } from "vitest";
import { avatarColour, initials } from "./initials.ts";

describe("initials", () => {
  it("takes the given name of Chinese names and initials of others", () => {
    expect([
      initials("林晓彤", "two"),
      initials("林晓彤", "one"),
      initials("赵敏", "two"),
      initials("欧阳娜娜", "two"),
    ]).toEqual(["晓彤", "晓", "赵敏", "娜娜"]);
    expect([
      initials("ada lovelace", "two"),
      initials("Grace Brewster Hopper", "two"),
      initials("ada", "one"),
      initials(" ", "two"),
    ]).toEqual(["AL", "GH", "A", "?"]);
  });

  it("gives one person one colour", () => {
    expect(avatarColour("mem_1")).toBe(avatarColour("mem_1"));
    const colours = new Set(Array.from({ length: 200 }, (_, index) => avatarColour(`mem_${index}`)));
    expect(colours.size).toBe(8);
  });
});
