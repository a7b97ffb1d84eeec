import { useCallback, useState } from "react";
import type { GridColumn } from "./grid-types.ts";

const NARROWEST_PX = 56;
const WIDEST_PX = 900;

type Widths = Readonly<Record<string, number>>;

function read(storageKey: string | undefined): Widths {
  if (!storageKey) return {};
  try {
    return JSON.parse(localStorage.getItem(storageKey) ?? "{}") as Widths;
  } catch {
    return {}; // storage blocked, or written by something else
  }
}

export interface ColumnWidths {
  /** `grid-template-columns` of every row, the selection column first. */
  readonly template: string;
  readonly totalPx: number;
  readonly widthOf: (columnKey: string) => number;
  readonly resize: (columnKey: string, widthPx: number) => void;
  readonly reset: (columnKey: string) => void;
}

/** Widths as the person set them, kept on this device under `storageKey`. */
export function useColumnWidths<Row>(
  columns: readonly GridColumn<Row>[],
  leadPx: number,
  storageKey: string | undefined,
): ColumnWidths {
  const [widths, setWidths] = useState<Widths>(() => read(storageKey));
  const change = useCallback(
    (next: (before: Widths) => Widths) => {
      setWidths((before) => {
        const after = next(before);
        try {
          if (storageKey) localStorage.setItem(storageKey, JSON.stringify(after));
        } catch {
          // the widths last until the page closes
        }
        return after;
      });
    },
    [storageKey],
  );
  const resize = useCallback(
    (key: string, widthPx: number) =>
      change((before) => ({ ...before, [key]: Math.round(Math.max(NARROWEST_PX, Math.min(WIDEST_PX, widthPx))) })),
    [change],
  );
  const reset = useCallback(
    (key: string) => change((before) => Object.fromEntries(Object.entries(before).filter(([each]) => each !== key))),
    [change],
  );
  const widthOf = (key: string): number => widths[key] ?? columns.find((column) => column.key === key)?.widthPx ?? 0;
  const tracks = columns.map((column) =>
    column.grow && widths[column.key] === undefined ? `minmax(${column.widthPx}px, 1fr)` : `${widthOf(column.key)}px`,
  );
  return {
    template: `${leadPx}px ${tracks.join(" ")}`,
    totalPx: leadPx + columns.reduce((sum, column) => sum + widthOf(column.key), 0),
    widthOf,
    resize,
    reset,
  };
}
