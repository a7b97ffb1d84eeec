import { type PointerEvent, useRef, useState } from "react";
import { type CellAt, type CellRange, moveRange, type Rectangle, rectangleOf } from "./cell-range.ts";

export interface GridRange {
  readonly range: CellRange | undefined;
  readonly area: Rectangle | undefined;
  readonly set: (range: CellRange | undefined) => void;
  readonly move: (rows: number, columns: number, extend: boolean) => CellRange;
  readonly onPointerDown: (event: PointerEvent) => void;
  readonly onPointerMove: (event: PointerEvent) => void;
  /** Whether the press that just ended covered more than one cell, so that it was no click. */
  readonly dragged: () => boolean;
}

/** The cell under a pointer, from the marks on row and cell. */
export function cellAt(target: EventTarget | null): CellAt | undefined {
  if (!(target instanceof Element)) return undefined;
  const column = target.closest<HTMLElement>("[data-column]")?.dataset["column"];
  const row = target.closest<HTMLElement>("[data-row]")?.dataset["row"];
  return column === undefined || row === undefined ? undefined : { row: Number(row), column: Number(column) };
}

/** Focus cell and range, by keys and by dragging with the mouse. */
export function useGridRange(rowCount: number, columnCount: number): GridRange {
  const [range, setRange] = useState<CellRange>();
  const pressed = useRef<CellAt>(undefined);
  const covered = useRef(false);
  const size = { rows: rowCount, columns: columnCount };
  const inside = range && range.focus.row < rowCount && range.anchor.row < rowCount ? range : undefined;
  return {
    range: inside,
    area: inside && rectangleOf(inside),
    set: setRange,
    move: (rows, columns, extend) => {
      const origin = { row: 0, column: 0 };
      const next = inside ? moveRange(inside, { rows, columns }, size, extend) : { anchor: origin, focus: origin };
      setRange(next);
      return next;
    },
    onPointerDown: (event) => {
      covered.current = false;
      pressed.current = undefined;
      const at = cellAt(event.target);
      if (!at || event.button !== 0 || event.pointerType === "touch") return;
      const extend = event.shiftKey && inside;
      pressed.current = extend ? inside.anchor : at;
      covered.current = Boolean(extend);
      setRange({ anchor: pressed.current, focus: at });
    },
    onPointerMove: (event) => {
      if (!pressed.current || event.buttons !== 1) return;
      const at = cellAt(event.target);
      if (!at || (at.row === range?.focus.row && at.column === range.focus.column)) return;
      covered.current = true;
      setRange({ anchor: pressed.current, focus: at });
    },
    dragged: () => covered.current,
  };
}
