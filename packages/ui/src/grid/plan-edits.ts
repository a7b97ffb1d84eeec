import { acceptText } from "./accept-text.ts";
import type { Rectangle } from "./cell-range.ts";
import type { CellChange, GridColumn, GridItem } from "./grid-types.ts";

export interface EditPlan {
  readonly changes: readonly CellChange[];
  /** The same cells as they are now, to take it back. */
  readonly before: readonly CellChange[];
  /** Cells whose text did not fit or that may not be changed. */
  readonly refused: number;
}

interface Place<Row> {
  readonly items: readonly GridItem<Row>[];
  readonly columns: readonly GridColumn<Row>[];
}

/**
 * Decides which cells get which text when `textAt` is put over a rectangle. Group rows, columns that cannot be edited
 * and texts that do not fit are left out and counted; cells that already hold the text are left alone.
 */
export function planEdits<Row>(
  { items, columns }: Place<Row>,
  area: Rectangle,
  textAt: (row: number, column: number) => string,
): EditPlan {
  const changes: CellChange[] = [];
  const before: CellChange[] = [];
  let refused = 0;
  for (let row = area.top; row <= Math.min(area.bottom, items.length - 1); row += 1) {
    const item = items[row];
    if (item?.kind !== "row") continue;
    for (let column = area.left; column <= Math.min(area.right, columns.length - 1); column += 1) {
      const { key: columnKey, edit } = columns[column] ?? { key: "" };
      const allowed = edit && (edit.allowed?.(item.row) ?? true);
      const value = allowed ? acceptText(edit, textAt(row - area.top, column - area.left)) : undefined;
      if (!edit || value === undefined) {
        refused += 1;
        continue;
      }
      const now = edit.value(item.row);
      if (now === value) continue;
      changes.push({ rowKey: item.key, columnKey, value });
      before.push({ rowKey: item.key, columnKey, value: now });
    }
  }
  return { changes, before, refused };
}

/** The rectangle a paste covers: the clipboard's size from the corner on, or the whole range when one cell fills it. */
export function pasteArea(range: Rectangle, cells: readonly (readonly string[])[]): Rectangle {
  const rows = cells.length;
  const columns = Math.max(...cells.map((line) => line.length));
  if (rows === 1 && columns === 1) return range;
  return { top: range.top, left: range.left, bottom: range.top + rows - 1, right: range.left + columns - 1 };
}
