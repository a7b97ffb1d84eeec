import { type ClipboardEvent, type CSSProperties, type MouseEvent, type ReactElement, useRef } from "react";
import type { GridRange } from "./use-grid-range.ts";
import { cellAt } from "./use-grid-range.ts";
import "./data-grid.css";
import { isField } from "../keyboard/shortcuts.ts";
import { GridBody } from "./grid-body.tsx";
import { GridHead } from "./grid-head.tsx";
import type { DataGridProps } from "./grid-props.ts";
import type { GridEdits } from "./use-grid-edits.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { HEAD_PX, useGridModel } from "./use-grid-model.ts";

const INTERACTIVE = "a, button, input, select, textarea, label, [role=button]";

/** Copy, cut and paste while the grid itself has the focus. */
const clipboardHandler =
  ({ area }: GridRange, edits: GridEdits) =>
  (event: ClipboardEvent): void => {
    // the browser names the place of the caret as target, so only fields are left alone
    if (!area || isField(event.target)) return;
    event.preventDefault();
    if (event.type === "paste") edits.paste(area, event.clipboardData.getData("text/plain"));
    else event.clipboardData.setData("text/plain", edits.copy(area));
    if (event.type === "cut") edits.write(area, () => "");
  };

/**
 * A dense editable table of any length: groups, inline editing on Enter, ranges, copy and paste with spreadsheets,
 * fill down, undo, column widths. Only rows in sight exist in the page.
 * `keyOf`, `columns` and `grouping` must keep their identity between renders.
 */
export function DataGrid<Row>(props: DataGridProps<Row>): ReactElement {
  const scroller = useRef<HTMLDivElement>(null);
  const model = useGridModel(props, scroller);
  const { items, cells, edits, widths, selection } = model;
  const selectable = props.onSelect !== undefined;
  const onKeyDown = useGridKeys({
    items,
    columns: props.columns,
    cells,
    edits,
    widths,
    pageRows: model.window.pageRows,
    startEdit: model.startEdit,
    openRow: (row) => props.onOpen?.(row),
    toggleGroup: model.toggleGroup,
    select: selection.toggle,
    selectAll: selection.toggleAll,
    reveal: model.window.reveal,
  });
  const onClick = (event: MouseEvent): void => {
    const at = cellAt(event.target);
    if (!at || cells.dragged() || (event.target as Element).closest(INTERACTIVE)) return;
    const item = items[at.row];
    if (item?.kind === "group") model.toggleGroup(item.key);
    else if (item) props.onOpen?.(item.row);
  };
  const onClipboard = clipboardHandler(cells, edits);
  const focus = cells.range?.focus;
  const style = {
    "--yt-grid-columns": widths.template,
    "--yt-grid-width": `${widths.totalPx}px`,
    "--yt-grid-row": `${model.rowPx}px`,
    "--yt-grid-head": `${HEAD_PX}px`,
  } as CSSProperties;
  return (
    <div
      ref={scroller}
      role="grid"
      className="yt-grid"
      data-in-page={props.inPage}
      data-wide={model.window.widthPx > 0 && widths.totalPx > model.window.widthPx}
      style={style}
      tabIndex={0}
      aria-label={props.label}
      aria-rowcount={items.length + 1}
      aria-colcount={props.columns.length + 1}
      aria-multiselectable={selectable}
      aria-activedescendant={focus ? `${model.gridId}-${focus.row}-${focus.column}` : undefined}
      onKeyDown={onKeyDown}
      onPointerDown={cells.onPointerDown}
      onPointerMove={cells.onPointerMove}
      onClick={onClick}
      onDoubleClick={(event) => {
        if (cellAt(event.target)) model.startEdit();
      }}
      onCopy={onClipboard}
      onCut={onClipboard}
      onPaste={onClipboard}
    >
      <GridHead
        columns={props.columns}
        widths={widths}
        selectable={selectable}
        allSelected={selection.all}
        onSelectAll={selection.toggleAll}
        sort={props.sort}
        onSort={props.onSort}
      />
      {props.rows.length === 0 && props.empty}
      <GridBody
        model={model}
        columns={props.columns}
        grouping={props.grouping}
        current={props.current}
        selectable={selectable}
      />
    </div>
  );
}
