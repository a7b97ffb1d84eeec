import { type RefObject, useCallback, useId, useMemo, useState } from "react";
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

export interface GridModel<Row> {
  readonly gridId: string;
  readonly rowPx: number;
  readonly items: readonly GridItem<Row>[];
  readonly widths: ColumnWidths;
  readonly cells: GridRange;
  readonly edits: GridEdits;
  readonly selection: GridSelection;
  readonly window: GridWindow;
  readonly editing: boolean;
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

/** Everything the grid knows, apart from how it looks. */
export function useGridModel<Row>(props: DataGridProps<Row>, scroller: RefObject<HTMLElement | null>): GridModel<Row> {
  const { rows, keyOf, columns, grouping } = props;
  const gridId = useId();
  const rowPx = rowHeightPx[useAppearance().density] + (props.extraRowPx ?? 0);
  const [closed, toggleGroup] = useClosedGroups();
  const [editing, setEditing] = useState(false);
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
  const focus = cells.range?.focus;
  const leave = (): void => {
    setEditing(false);
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
    startEdit: () => {
      const item = items[focus?.row ?? -1];
      const edit = columns[focus?.column ?? -1]?.edit;
      if (item?.kind !== "row" || !edit || !props.onEdit || edit.allowed?.(item.row) === false) return false;
      setEditing(true);
      return true;
    },
    finishEdit: (text, then) => {
      if (focus)
        edits.write({ top: focus.row, bottom: focus.row, left: focus.column, right: focus.column }, () => text);
      if (then === "down") window.reveal(cells.move(1, 0, false).focus.row);
      leave();
    },
    cancelEdit: leave,
  };
}
