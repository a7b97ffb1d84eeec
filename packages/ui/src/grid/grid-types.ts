import type { ReactNode } from "react";

export interface CellChoice {
  readonly value: string;
  readonly label: string;
  /** A ring, face or badge before the label. */
  readonly mark?: ReactNode;
}

/** How a cell is edited. Values travel as text, exactly as they are copied and pasted. */
export interface CellEdit<Row> {
  readonly kind: "text" | "number" | "date" | "choice";
  /** The text to edit and to copy; for a choice its value. */
  readonly value: (row: Row) => string;
  readonly options?: readonly CellChoice[];
  /** False where this row may not be changed. */
  readonly allowed?: (row: Row) => boolean;
}

export interface GridColumn<Row> {
  readonly key: string;
  readonly title: string;
  readonly widthPx: number;
  /** Takes the room that is left; give it to one column. */
  readonly grow?: boolean;
  readonly align?: "start" | "end";
  readonly cell: (row: Row) => ReactNode;
  /** What is copied from a cell that cannot be edited. */
  readonly text?: (row: Row) => string;
  readonly edit?: CellEdit<Row>;
  /** True makes the title a button that calls `onSort`. */
  readonly sortable?: boolean;
  /** What a group row shows in this column. */
  readonly summary?: (rows: readonly Row[]) => ReactNode;
}

export interface GridGrouping<Row> {
  readonly keyOf: (row: Row) => string;
  /** Name of the group and a remark after the count. */
  readonly title: (key: string, rows: readonly Row[]) => { readonly name: string; readonly note?: string };
}

export interface GridSort {
  readonly column: string;
  readonly direction: "up" | "down";
}

/** One cell gets a new text. */
export interface CellChange {
  readonly rowKey: string;
  readonly columnKey: string;
  readonly value: string;
}

export type GridItem<Row> =
  | { readonly kind: "group"; readonly key: string; readonly rows: readonly Row[]; readonly open: boolean }
  | { readonly kind: "row"; readonly key: string; readonly row: Row };
