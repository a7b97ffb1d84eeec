export interface CellAt {
  readonly row: number;
  readonly column: number;
}

/** The cell with the focus and the corner the range was begun at; both inclusive. */
export interface CellRange {
  readonly anchor: CellAt;
  readonly focus: CellAt;
}

export interface Rectangle {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export const rectangleOf = ({ anchor, focus }: CellRange): Rectangle => ({
  top: Math.min(anchor.row, focus.row),
  bottom: Math.max(anchor.row, focus.row),
  left: Math.min(anchor.column, focus.column),
  right: Math.max(anchor.column, focus.column),
});

const clamp = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));

/** Moves the focus within the grid; `extend` keeps the anchor where it was. */
export function moveRange(
  range: CellRange,
  by: { readonly rows: number; readonly columns: number },
  size: { readonly rows: number; readonly columns: number },
  extend: boolean,
): CellRange {
  const focus = {
    row: clamp(range.focus.row + by.rows, size.rows),
    column: clamp(range.focus.column + by.columns, size.columns),
  };
  return { anchor: extend ? range.anchor : focus, focus };
}

/** Columns of the rectangle on one row, or `undefined` where the row is outside. */
export const columnsOn = (rectangle: Rectangle, row: number): readonly [number, number] | undefined =>
  row >= rectangle.top && row <= rectangle.bottom ? [rectangle.left, rectangle.right] : undefined;
