import { chordOf, isComposingKey, type KeyPress } from "../keyboard/chord.ts";

export type GridAction =
  | { readonly kind: "move"; readonly rows: number; readonly columns: number; readonly extend: boolean }
  | { readonly kind: "enter" | "edit" | "select" | "selectAll" | "clear" | "fillDown" | "undo" | "redo" | "leave" }
  | { readonly kind: "resize"; readonly byPx: number };

const FAR = 1e9;
const RESIZE_STEP_PX = 16;

const move = (rows: number, columns: number, extend = false): GridAction => ({ kind: "move", rows, columns, extend });

/** What a key does in the grid; `undefined` leaves it to the page. Keys of an input method do nothing. */
export function gridAction(press: KeyPress, mac: boolean, pageRows: number): GridAction | undefined {
  if (isComposingKey(press)) return undefined;
  const chord = chordOf(press, mac);
  const extend = press.shiftKey;
  switch (chord.replace(/^shift\+/, "")) {
    case "up":
    case "k":
      return move(-1, 0, extend && chord === "shift+up");
    case "down":
    case "j":
      return move(1, 0, extend && chord === "shift+down");
    case "left":
      return move(0, -1, extend);
    case "right":
      return move(0, 1, extend);
    case "home":
      return move(0, -FAR, extend);
    case "end":
      return move(0, FAR, extend);
    case "pageup":
      return move(-pageRows, 0, extend);
    case "pagedown":
      return move(pageRows, 0, extend);
    default:
      return plainAction(chord);
  }
}

function plainAction(chord: string): GridAction | undefined {
  switch (chord) {
    case "mod+home":
    case "mod+up":
      return move(-FAR, 0);
    case "mod+end":
    case "mod+down":
      return move(FAR, 0);
    case "alt+left":
      return { kind: "resize", byPx: -RESIZE_STEP_PX };
    case "alt+right":
      return { kind: "resize", byPx: RESIZE_STEP_PX };
    case "enter":
      return { kind: "enter" };
    case "e":
    case "f2":
      return { kind: "edit" };
    case "space":
    case "x":
      return { kind: "select" };
    case "mod+a":
      return { kind: "selectAll" };
    case "delete":
    case "backspace":
      return { kind: "clear" };
    case "mod+d":
      return { kind: "fillDown" };
    case "mod+z":
      return { kind: "undo" };
    case "mod+y":
    case "mod+shift+z":
      return { kind: "redo" };
    case "esc":
      return { kind: "leave" };
    default:
      return undefined;
  }
}
