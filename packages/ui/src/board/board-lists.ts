import type { BoardCards, BoardColumn, BoardLane, CardMove } from "./board-types.ts";

/** A list of cards: where a column and a lane meet. */
export interface BoardCell {
  readonly key: string;
  readonly column: BoardColumn;
  readonly lane: BoardLane | undefined;
}

const keyOfCell = (column: string, lane: string | undefined): string =>
  lane === undefined ? column : `${column} ${lane}`;

/** The lists of a board, lane by lane, within a lane in the order of the columns. */
export function boardCells(columns: readonly BoardColumn[], lanes: readonly BoardLane[] | undefined): BoardCell[] {
  const rows = lanes ?? [undefined];
  return rows.flatMap((lane) => columns.map((column) => ({ key: keyOfCell(column.key, lane?.key), column, lane })));
}

/** Cards of each list, in the order they were given. Cards of unknown columns or lanes are left out. */
export function boardLists<Card>(
  cells: readonly BoardCell[],
  { cards, columnOf, laneOf }: Pick<BoardCards<Card>, "cards" | "columnOf" | "laneOf">,
): Map<string, Card[]> {
  const lists = new Map<string, Card[]>(cells.map((cell) => [cell.key, []]));
  for (const card of cards) lists.get(keyOfCell(columnOf(card), laneOf?.(card)))?.push(card);
  return lists;
}

/** Index in a list of cards where something dropped at a height would go: before the first card whose middle is below. */
export function dropIndex(tops: Float64Array, px: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    const centre = ((tops[middle] ?? 0) + (tops[middle + 1] ?? 0)) / 2;
    if (px < centre) high = middle;
    else low = middle + 1;
  }
  return low;
}

export const moveInto = (cell: BoardCell, cardKey: string, before: string | null): CardMove => ({
  cardKey,
  column: cell.column.key,
  before,
  ...(cell.lane ? { lane: cell.lane.key } : {}),
});

/**
 * The move that puts a card at an index of a list, the card itself still counted where it lies.
 * `undefined` when it would stay where it is.
 */
export function moveTo(keys: readonly string[], cardKey: string, cell: BoardCell, index: number): CardMove | undefined {
  const own = keys.indexOf(cardKey);
  if (own !== -1 && (index === own || index === own + 1)) return undefined;
  return moveInto(cell, cardKey, keys[index] ?? null);
}

export interface BoardPlace {
  /** Index of the list among the cells of the board. */
  readonly cell: number;
  /** Index among the other cards of the list, the moving card left out. */
  readonly index: number;
}

export type Arrow = "up" | "down" | "left" | "right";

/** The lists of a board as its keys see them. */
export interface BoardShape {
  /** Cards per list without the moving one. */
  readonly counts: readonly number[];
  /** How many lists a lane has. */
  readonly columns: number;
  /** Whether the lane of a list is folded away; keys pass over it. */
  readonly isClosed?: (cell: number) => boolean;
}

/** One step of a place by an arrow key; above the first and below the last card lies the next lane that is open. */
export function stepPlace({ cell, index }: BoardPlace, arrow: Arrow, shape: BoardShape): BoardPlace {
  const { counts, columns, isClosed = () => false } = shape;
  const last = (at: number): number => counts[at] ?? 0;
  const inCell = (at: number): BoardPlace => ({ cell: at, index: Math.min(last(at), index) });
  const openLane = (by: number): number | undefined => {
    let at = cell + by;
    while (at >= 0 && at < counts.length && isClosed(at)) at += by;
    return at >= 0 && at < counts.length ? at : undefined;
  };
  switch (arrow) {
    case "up": {
      if (index > 0) return { cell, index: index - 1 };
      const above = openLane(-columns);
      return above === undefined ? { cell, index } : { cell: above, index: last(above) };
    }
    case "down": {
      if (index < last(cell)) return { cell, index: index + 1 };
      const below = openLane(columns);
      return below === undefined ? { cell, index: last(cell) } : { cell: below, index: 0 };
    }
    case "left":
      return inCell(cell % columns === 0 ? cell : cell - 1);
    case "right":
      return inCell(cell % columns === columns - 1 ? cell : cell + 1);
  }
}
