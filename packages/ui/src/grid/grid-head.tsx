import { useMessages } from "@yutu/i18n";
import { type PointerEvent, type ReactElement, useRef } from "react";
import type { GridColumn, GridSort } from "./grid-types.ts";
import { gridTexts } from "./messages.ts";
import type { ColumnWidths } from "./use-column-widths.ts";

interface GridHeadProps<Row> {
  readonly columns: readonly GridColumn<Row>[];
  readonly widths: ColumnWidths;
  readonly selectable: boolean;
  readonly allSelected: boolean | "some";
  readonly onSelectAll: () => void;
  readonly sort: GridSort | undefined;
  readonly onSort: ((sort: GridSort) => void) | undefined;
}

/** The edge of a column: drag to resize, double click for the width it had. On the keyboard Alt+← and Alt+→ do it. */
function ResizeEdge({
  columnKey,
  widths,
}: {
  readonly columnKey: string;
  readonly widths: ColumnWidths;
}): ReactElement {
  const start = useRef<{ x: number; widthPx: number }>(undefined);
  const begin = (event: PointerEvent<HTMLSpanElement>): void => {
    event.preventDefault();
    event.currentTarget.setPointerCapture(event.pointerId);
    const widthPx = event.currentTarget.parentElement?.offsetWidth ?? widths.widthOf(columnKey);
    start.current = { x: event.clientX, widthPx };
  };
  return (
    <span
      className="yt-grid-edge"
      aria-hidden="true"
      onPointerDown={begin}
      onPointerMove={(event) => {
        if (start.current) widths.resize(columnKey, start.current.widthPx + event.clientX - start.current.x);
      }}
      onPointerUp={() => {
        start.current = undefined;
      }}
      onDoubleClick={() => widths.reset(columnKey)}
    />
  );
}

const ARIA_SORT = { up: "ascending", down: "descending" } as const;

export function GridHead<Row>({
  columns,
  widths,
  selectable,
  allSelected,
  onSelectAll,
  sort,
  onSort,
}: GridHeadProps<Row>): ReactElement {
  const t = useMessages(gridTexts);
  return (
    <div role="row" className="yt-grid-head" aria-rowindex={1}>
      <div role={selectable ? "columnheader" : "gridcell"} className="yt-grid-cell yt-grid-select">
        {selectable && (
          <input
            type="checkbox"
            tabIndex={-1}
            aria-label={t.selectAll}
            checked={allSelected === true}
            ref={(box) => {
              if (box) box.indeterminate = allSelected === "some";
            }}
            onChange={onSelectAll}
          />
        )}
      </div>
      {columns.map((column) => {
        const sorted = sort?.column === column.key ? sort.direction : undefined;
        return (
          <div
            key={column.key}
            role="columnheader"
            className="yt-grid-cell"
            data-align={column.align}
            aria-sort={sorted ? ARIA_SORT[sorted] : undefined}
          >
            {column.sortable && onSort ? (
              <button
                type="button"
                className="yt-plain yt-grid-sort"
                aria-label={t.sort({ column: column.title })}
                onClick={() => onSort({ column: column.key, direction: sorted === "up" ? "down" : "up" })}
              >
                {column.title}
                {sorted && <span aria-hidden="true">{sorted === "up" ? "↑" : "↓"}</span>}
              </button>
            ) : (
              <span className="yt-ellipsis">{column.title}</span>
            )}
            <ResizeEdge columnKey={column.key} widths={widths} />
          </div>
        );
      })}
    </div>
  );
}
