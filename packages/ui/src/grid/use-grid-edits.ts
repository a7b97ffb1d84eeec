import { useMessages } from "@yutu/i18n";
import { useCallback, useState } from "react";
import { toast } from "../toast/toast-store.ts";
import type { Rectangle } from "./cell-range.ts";
import { readCells, writeCells } from "./clipboard-text.ts";
import { EditHistory } from "./edit-history.ts";
import type { CellChange, GridColumn, GridItem } from "./grid-types.ts";
import { gridTexts } from "./messages.ts";
import { type EditPlan, pasteArea, planEdits } from "./plan-edits.ts";

export interface GridEdits {
  /** Puts `textAt` over an area, remembers how to take it back, and says how many cells did not take it. */
  readonly write: (area: Rectangle, textAt: (row: number, column: number) => string) => void;
  readonly copy: (area: Rectangle) => string;
  readonly paste: (area: Rectangle, text: string) => void;
  readonly fillDown: (area: Rectangle) => void;
  readonly undo: () => void;
  readonly redo: () => void;
}

function cellText<Row>(item: GridItem<Row> | undefined, column: GridColumn<Row> | undefined): string {
  if (item?.kind !== "row" || !column) return "";
  return column.text?.(item.row) ?? column.edit?.value(item.row) ?? "";
}

const copyText = <Row>(items: readonly GridItem<Row>[], columns: readonly GridColumn<Row>[], area: Rectangle): string =>
  writeCells(
    items
      .slice(area.top, area.bottom + 1)
      .filter((item) => item.kind === "row")
      .map((item) => columns.slice(area.left, area.right + 1).map((column) => cellText(item, column))),
  );

/** Editing of cells over plain data: the grid decides what changes, the owner of the data does it. */
export function useGridEdits<Row>(
  items: readonly GridItem<Row>[],
  columns: readonly GridColumn<Row>[],
  onEdit: ((changes: readonly CellChange[]) => void) | undefined,
): GridEdits {
  const t = useMessages(gridTexts);
  const [history] = useState(() => new EditHistory());
  const apply = useCallback(
    (plan: EditPlan) => {
      if (plan.refused > 0) toast.warn(t.refused({ count: plan.refused }));
      if (plan.changes.length === 0 || !onEdit) return;
      history.record(plan.changes, plan.before);
      onEdit(plan.changes);
    },
    [history, onEdit, t],
  );
  const write: GridEdits["write"] = (area, textAt) => apply(planEdits({ items, columns }, area, textAt));
  const again = (changes: readonly CellChange[] | undefined): void => {
    if (changes) onEdit?.(changes);
  };
  return {
    write,
    copy: (area) => copyText(items, columns, area),
    paste: (area, text) => {
      const cells = readCells(text);
      const single = cells.length === 1 && cells[0]?.length === 1;
      write(pasteArea(area, cells), (row, column) => (single ? cells[0]?.[0] : cells[row]?.[column]) ?? "");
    },
    fillDown: (area) => {
      const source = items[area.top];
      const texts = columns.map((column) => (source?.kind === "row" ? (column.edit?.value(source.row) ?? "") : ""));
      if (area.bottom > area.top) write({ ...area, top: area.top + 1 }, (_, column) => texts[area.left + column] ?? "");
    },
    undo: () => again(history.undo()),
    redo: () => again(history.redo()),
  };
}
