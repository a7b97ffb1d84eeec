import type { ReactNode } from "react";
import type { CellChange, GridColumn, GridGrouping, GridSort } from "./grid-types.ts";

export interface DataGridProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  readonly columns: readonly GridColumn<Row>[];
  readonly grouping?: GridGrouping<Row>;
  readonly selected?: ReadonlySet<string>;
  readonly onSelect?: (selected: ReadonlySet<string>) => void;
  /** Key of the row whose details are open. */
  readonly current?: string;
  /** A click on a row, or Enter on a cell that cannot be edited. */
  readonly onOpen?: (row: Row) => void;
  /** Edits, pastes, fills and undos; each value has passed the column's kind. */
  readonly onEdit?: (changes: readonly CellChange[]) => void;
  readonly sort?: GridSort;
  readonly onSort?: (sort: GridSort) => void;
  /** Keeps column widths on this device. */
  readonly storageKey?: string;
  /** Rows are taller by this much, e.g. 3 for a bar under amounts. */
  readonly extraRowPx?: number;
  /** Shown instead of rows when there are none. */
  readonly empty?: ReactNode;
  /** True: as tall as its rows, and the page scrolls, for a table among other things. Otherwise it fills its place and scrolls itself. */
  readonly inPage?: boolean;
  /** Near the end of what is loaded. */
  readonly onEnd?: () => void;
}
