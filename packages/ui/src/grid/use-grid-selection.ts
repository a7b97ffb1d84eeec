import { useRef } from "react";
import type { GridItem } from "./grid-types.ts";

export interface GridSelection {
  readonly stateOf: <Row>(item: GridItem<Row>) => boolean | "some";
  readonly all: boolean | "some";
  /** Ticks a row or a whole group; `extend` takes everything since the last tick. */
  readonly toggle: (index: number, extend: boolean) => void;
  readonly toggleAll: () => void;
}

const share = (chosen: number, all: number): boolean | "some" => (chosen === 0 ? false : chosen === all || "some");

/** Ticked rows by key; the owner keeps the set. */
export function useGridSelection<Row>(
  items: readonly GridItem<Row>[],
  keyOf: (row: Row) => string,
  rows: readonly Row[],
  selected: ReadonlySet<string>,
  onSelect: ((selected: ReadonlySet<string>) => void) | undefined,
): GridSelection {
  const last = useRef<number>(undefined);
  const keysOf = (item: GridItem<Row> | undefined): string[] =>
    item === undefined ? [] : item.kind === "row" ? [item.key] : item.rows.map(keyOf);
  const chosen = rows.reduce((count, row) => count + (selected.has(keyOf(row)) ? 1 : 0), 0);
  return {
    stateOf: (item) => {
      if (item.kind === "row") return selected.has(item.key);
      const keys = keysOf(item as unknown as GridItem<Row>);
      return share(keys.filter((key) => selected.has(key)).length, keys.length);
    },
    all: share(chosen, rows.length),
    toggle: (index, extend) => {
      const from = extend ? (last.current ?? index) : index;
      const keys = items.slice(Math.min(from, index), Math.max(from, index) + 1).flatMap(keysOf);
      const next = new Set(selected);
      const off = keysOf(items[index]).every((key) => selected.has(key));
      for (const key of keys) {
        if (off) next.delete(key);
        else next.add(key);
      }
      last.current = index;
      onSelect?.(next);
    },
    toggleAll: () => onSelect?.(chosen === rows.length ? new Set() : new Set(rows.map(keyOf))),
  };
}
