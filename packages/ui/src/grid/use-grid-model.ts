import { type RefObject, useCallback, useEffect, useId, useMemo, useRef, useState } from "react";
import { useStableCallback } from "../react/use-stable-callback.ts";
import { rowHeightPx } from "../theme/theme-store.ts";
import { useAppearance } from "../theme/use-appearance.ts";
import { gridItems } from "./grid-items.ts";
import type { DataGridProps } from "./grid-props.ts";
import type { GridItem } from "./grid-types.ts";
import { type ColumnWidths, useColumnWidths } from "./use-column-widths.ts";
import { type GridEdits, useGridEdits } from "./use-grid-edits.ts";
import { type GridRange, useGridRange } from "./use-grid-range.ts";
import { type GridSelection, useGridSelection } from "./use-grid-selection.ts";
import { type GridWindow, useGridWindow } from "./use-grid-window.ts";

export const HEAD_PX = 34;
const LEAD_PX = 40;
/** Without boxes to tick the first words stand where those of the page do. */
const MARGIN_PX = 12;
const NOTHING: ReadonlySet<string> = new Set();

export interface EditedCell {
  readonly rowKey: string;
  readonly column: number;
}

export interface GridModel<Row> {
  readonly gridId: string;
  readonly rowPx: number;
  readonly items: readonly GridItem<Row>[];
  readonly widths: ColumnWidths;
  readonly cells: GridRange;
  readonly edits: GridEdits;
  readonly selection: GridSelection;
  readonly window: GridWindow;
  /** The cell with the field over it; it stays with its row when rows move meanwhile. */
  readonly editing: EditedCell | undefined;
  readonly toggleGroup: (key: string) => void;
  /** @returns false where the focused cell cannot be edited */
  readonly startEdit: () => boolean;
  readonly finishEdit: (text: string, then: "down" | "none") => void;
  readonly cancelEdit: () => void;
}

/** Which groups are closed. */
function useClosedGroups(): readonly [ReadonlySet<string>, (key: string) => void] {
  const [closed, setClosed] = useState<ReadonlySet<string>>(NOTHING);
  const toggle = useCallback((key: string) => {
    setClosed((before) => {
      const after = new Set(before);
      if (!after.delete(key)) after.add(key);
      return after;
    });
  }, []);
  return [closed, toggle];
}

const indexOfRow = <Row>(items: readonly GridItem<Row>[], key: string): number =>
  items.findIndex((item) => item.kind === "row" && item.key === key);

/** Keeps the focus on its row when an edit, or somebody else, puts the row elsewhere. */
function useFollowing<Row>(items: readonly GridItem<Row>[], cells: GridRange): void {
  const before = useRef(items);
  const follow = useStableCallback((from: readonly GridItem<Row>[]) => {
    const focus = cells.range?.focus;
    const item = from[focus?.row ?? -1];
    if (!focus || item?.kind !== "row" || items[focus.row]?.key === item.key) return;
    const row = indexOfRow(items, item.key);
    const at = { row, column: focus.column };
    if (row !== -1) cells.set({ anchor: at, focus: at });
  });
  useEffect(() => {
    if (before.current !== items) follow(before.current);
    before.current = items;
  }, [items, follow]);
}

/** The field over a cell: where it opens, and where its text goes. */
function useEditing<Row>(
  items: readonly GridItem<Row>[],
  { columns, onEdit }: DataGridProps<Row>,
  cells: GridRange,
  edits: GridEdits,
) {
  const [editing, setEditing] = useState<EditedCell>();
  const focus = cells.range?.focus;
  return {
    editing,
    stop: () => setEditing(undefined),
    start: (): boolean => {
      const item = items[focus?.row ?? -1];
      const edit = columns[focus?.column ?? -1]?.edit;
      if (!focus || item?.kind !== "row" || !edit || !onEdit || edit.allowed?.(item.row) === false) return false;
      setEditing({ rowKey: item.key, column: focus.column });
      return true;
    },
    write: (text: string): void => {
      const row = editing ? indexOfRow(items, editing.rowKey) : -1;
      if (!editing || row === -1) return;
      edits.write({ top: row, bottom: row, left: editing.column, right: editing.column }, () => text);
    },
  };
}

/** Everything the grid knows, apart from how it looks. */
export function useGridModel<Row>(props: DataGridProps<Row>, scroller: RefObject<HTMLElement | null>): GridModel<Row> {
  const { rows, keyOf, columns, grouping } = props;
  const gridId = useId();
  const rowPx = rowHeightPx[useAppearance().density] + (props.extraRowPx ?? 0);
  const [closed, toggleGroup] = useClosedGroups();
  const items = useMemo(() => gridItems(rows, keyOf, grouping, closed), [rows, keyOf, grouping, closed]);
  const widths = useColumnWidths(columns, props.onSelect ? LEAD_PX : MARGIN_PX, props.storageKey);
  const cells = useGridRange(items.length, columns.length);
  const edits = useGridEdits(items, columns, props.onEdit);
  const selection = useGridSelection(items, keyOf, rows, props.selected ?? NOTHING, props.onSelect);
  const window = useGridWindow(scroller, {
    count: items.length,
    rowPx,
    headPx: HEAD_PX,
    inPage: props.inPage ?? false,
    onEnd: props.onEnd,
  });
  const { editing, start, stop, write } = useEditing(items, props, cells, edits);
  useFollowing(items, cells);
  const leave = (): void => {
    stop();
    scroller.current?.focus({ preventScroll: true });
  };
  return {
    gridId,
    rowPx,
    items,
    widths,
    cells,
    edits,
    selection,
    window,
    editing,
    toggleGroup,
    startEdit: start,
    finishEdit: (text, then) => {
      write(text);
      if (then === "down") window.reveal(cells.move(1, 0, false).focus.row);
      leave();
    },
    cancelEdit: leave,
  };
}
