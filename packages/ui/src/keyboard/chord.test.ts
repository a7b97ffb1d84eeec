import { describe, expect, it } from "vitest";
import { chordOf, isComposingKey, type KeyPress, keyCaps } from "./chord.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("chordOf", () => {
  it("calls the platform's command key mod", () => {
    expect(chordOf(press("k", { metaKey: true }), true)).toBe("mod+k");
    expect(chordOf(press("k", { ctrlKey: true }), false)).toBe("mod+k");
    expect(chordOf(press("k", { ctrlKey: true }), true)).toBe("ctrl+k");
  });

  it("names shift with letters and arrows but not with signs that need it", () => {
    expect(chordOf(press("?", { shiftKey: true }), false)).toBe("?");
    expect(chordOf(press("Z", { shiftKey: true, ctrlKey: true }), false)).toBe("mod+shift+z");
    expect(chordOf(press("ArrowLeft", { shiftKey: true }), false)).toBe("shift+left");
    expect(chordOf(press(" "), false)).toBe("space");
  });
});

describe("isComposingKey", () => {
  it("knows both ways browsers mark keys of an input method", () => {
    expect(isComposingKey({ isComposing: true, keyCode: 13 })).toBe(true);
    expect(isComposingKey({ isComposing: false, keyCode: 229 })).toBe(true);
    expect(isComposingKey({ isComposing: false, keyCode: 13 })).toBe(false);
  });
});

describe("keyCaps", () => {
  it("shows what is printed on the keyboard", () => {
    expect(keyCaps("mod+k", true)).toEqual(["⌘", "K"]);
    expect(keyCaps("mod+enter", false)).toEqual(["Ctrl", "↵"]);
    expect(keyCaps("g p", false)).toEqual(["G", "P"]);
  });
});
