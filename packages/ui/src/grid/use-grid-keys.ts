import type { KeyboardEvent } from "react";
import { isMac } from "../keyboard/chord.ts";
import { type GridAction, gridAction } from "./grid-key.ts";
import type { GridColumn, GridItem } from "./grid-types.ts";
import type { ColumnWidths } from "./use-column-widths.ts";
import type { GridEdits } from "./use-grid-edits.ts";
import type { GridRange } from "./use-grid-range.ts";

export interface GridKeyContext<Row> {
  readonly items: readonly GridItem<Row>[];
  readonly columns: readonly GridColumn<Row>[];
  readonly cells: GridRange;
  readonly edits: GridEdits;
  readonly widths: ColumnWidths;
  readonly pageRows: number;
  readonly startEdit: () => boolean;
  readonly openRow: (row: Row) => void;
  readonly toggleGroup: (key: string) => void;
  readonly select: (index: number, extend: boolean) => void;
  readonly selectAll: () => void;
  readonly reveal: (index: number) => void;
}

/** Left and right on a group row close and open it, as in a tree. */
function movesGroup<Row>(context: GridKeyContext<Row>, action: GridAction): boolean {
  if (action.kind !== "move" || action.columns === 0 || action.extend) return false;
  const item = context.items[context.cells.range?.focus.row ?? -1];
  if (item?.kind !== "group") return false;
  if (item.open === action.columns < 0) context.toggleGroup(item.key);
  return true;
}

function enter<Row>(context: GridKeyContext<Row>): void {
  const item = context.items[context.cells.range?.focus.row ?? -1];
  if (item?.kind === "group") context.toggleGroup(item.key);
  else if (item && !context.startEdit()) context.openRow(item.row);
}

/** @returns whether the key was used */
function perform<Row>(context: GridKeyContext<Row>, action: GridAction): boolean {
  const { cells, edits, widths, columns } = context;
  const { area, range } = cells;
  switch (action.kind) {
    case "move":
      if (!movesGroup(context, action))
        context.reveal(cells.move(action.rows, action.columns, action.extend).focus.row);
      return true;
    case "undo":
      edits.undo();
      return true;
    case "redo":
      edits.redo();
      return true;
    case "selectAll":
      context.selectAll();
      return true;
    case "leave":
      if (!range || range.anchor === range.focus) return false; // the page may close its panel
      cells.set({ anchor: range.focus, focus: range.focus });
      return true;
    case "enter":
    case "edit":
    case "select":
    case "clear":
    case "fillDown":
    case "resize":
      break;
  }
  if (!area || !range) return false;
  if (action.kind === "enter") enter(context);
  else if (action.kind === "edit") return context.startEdit();
  else if (action.kind === "select") context.select(range.focus.row, false);
  else if (action.kind === "clear") edits.write(area, () => "");
  else if (action.kind === "fillDown") edits.fillDown(area);
  else if (action.kind === "resize") {
    const key = columns[range.focus.column]?.key;
    if (key !== undefined) widths.resize(key, widths.widthOf(key) + action.byPx);
  }
  return true;
}

export function useGridKeys<Row>(context: GridKeyContext<Row>): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.target !== event.currentTarget) return; // a field inside has the key
    const action = gridAction(event.nativeEvent, isMac(), context.pageRows);
    if (action && perform(context, action)) event.preventDefault();
  };
}
