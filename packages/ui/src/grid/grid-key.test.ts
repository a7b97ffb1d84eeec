import { describe, expect, it } from "vitest";
import type { KeyPress } from "../keyboard/chord.ts";
import { gridAction } from "./grid-key.ts";

const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});
const act = (key: string, held: Partial<KeyPress> = {}) => gridAction(press(key, held), false, 20);

describe("gridAction", () => {
  it("moves by one, by a page and to the ends, extending with Shift", () => {
    expect(act("ArrowDown")).toEqual({ kind: "move", rows: 1, columns: 0, extend: false });
    expect(act("ArrowUp", { shiftKey: true })).toEqual({ kind: "move", rows: -1, columns: 0, extend: true });
    expect(act("PageDown", { shiftKey: true })).toEqual({ kind: "move", rows: 20, columns: 0, extend: true });
    expect(act("j")).toEqual(act("ArrowDown"));
  });

  it("edits, fills, clears, takes back and does again", () => {
    expect(
      [
        act("Enter"),
        act("F2"),
        act("d", { ctrlKey: true }),
        act("z", { ctrlKey: true }),
        act("Z", { ctrlKey: true, shiftKey: true }),
      ].map((each) => each?.kind),
    ).toEqual(["enter", "edit", "fillDown", "undo", "redo"]);
  });

  it("leaves an input method and unknown keys alone", () => {
    expect(act("Enter", { isComposing: true })).toBeUndefined();
    expect(act("q")).toBeUndefined();
  });
});
