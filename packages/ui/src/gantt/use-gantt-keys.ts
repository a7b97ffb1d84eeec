import type { KeyboardEvent } from "react";
import { chordOf, isComposingKey, isMac } from "../keyboard/chord.ts";
import { carried, changeOf } from "./drag-change.ts";
import type { GanttRow } from "./gantt-rows.ts";
import type { GanttChange } from "./gantt-types.ts";

export interface GanttKeyOptions {
  readonly rows: readonly GanttRow[];
  readonly focusIndex: number;
  readonly pageRows: number;
  readonly setFocus: (index: number) => void;
  readonly toggle: (id: string) => void;
  readonly onOpen: ((id: string) => void) | undefined;
  readonly onChange: ((change: GanttChange) => void) | undefined;
  readonly removeLink: () => boolean;
  readonly zoom: (direction: 1 | -1) => void;
  readonly goToday: () => void;
}

/** Arrows sideways: a summary closes and opens, a task moves by a day, or with Shift its end does. */
function sideways(options: GanttKeyOptions, row: GanttRow, days: 1 | -1, extend: boolean): boolean {
  if (row.summary) {
    if (row.open === days < 0) options.toggle(row.task.id);
    return true;
  }
  if (!options.onChange || row.task.movable === false) return false;
  const next = carried(row, extend ? "finish" : "body", days);
  if (next.start !== row.start || next.end !== row.end) options.onChange(changeOf(row, next));
  return true;
}

/** @returns whether the key was used */
function press(options: GanttKeyOptions, chord: string): boolean {
  const { rows, focusIndex, setFocus, pageRows } = options;
  const row = rows[focusIndex];
  const to = (index: number): boolean => {
    setFocus(Math.max(0, Math.min(rows.length - 1, index)));
    return true;
  };
  switch (chord) {
    case "up":
    case "k":
      return to(focusIndex - 1);
    case "down":
    case "j":
      return to(focusIndex + 1);
    case "pageup":
      return to(focusIndex - pageRows);
    case "pagedown":
      return to(focusIndex + pageRows);
    case "home":
      return to(0);
    case "end":
      return to(rows.length - 1);
    case "+":
    case "=":
      options.zoom(1);
      return true;
    case "-":
      options.zoom(-1);
      return true;
    case "t":
      options.goToday();
      return true;
    case "delete":
    case "backspace":
      return options.removeLink();
    default:
      return row ? rowKey(options, row, chord) : false;
  }
}

function rowKey(options: GanttKeyOptions, row: GanttRow, chord: string): boolean {
  switch (chord) {
    case "left":
      return sideways(options, row, -1, false);
    case "right":
      return sideways(options, row, 1, false);
    case "shift+left":
      return sideways(options, row, -1, true);
    case "shift+right":
      return sideways(options, row, 1, true);
    case "enter":
      if (!options.onOpen) return false;
      options.onOpen(row.task.id);
      return true;
    case "space":
      if (!row.summary) return false;
      options.toggle(row.task.id);
      return true;
    default:
      return false;
  }
}

export const useGanttKeys =
  (options: GanttKeyOptions) =>
  (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposingKey(event.nativeEvent)) return;
    if (press(options, chordOf(event.nativeEvent, isMac()))) event.preventDefault();
  };
