import type { BoardCards, CardMove } from "./board-types.ts";

/** Cards of each column, in the order they were given. Cards of unknown columns are left out. */
export function boardLists<Card>({
  columns,
  cards,
  columnOf,
}: Pick<BoardCards<Card>, "columns" | "cards" | "columnOf">): Map<string, Card[]> {
  const lists = new Map<string, Card[]>(columns.map((column) => [column.key, []]));
  for (const card of cards) lists.get(columnOf(card))?.push(card);
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

/**
 * The move that puts a card at an index of a column's list, the card itself still counted where it lies.
 * `undefined` when it would stay where it is.
 */
export function moveTo(keys: readonly string[], cardKey: string, column: string, index: number): CardMove | undefined {
  const own = keys.indexOf(cardKey);
  if (own !== -1 && (index === own || index === own + 1)) return undefined;
  return { cardKey, column, before: keys[index] ?? null };
}

export interface BoardPlace {
  readonly column: number;
  /** Index among the other cards of the column, the moving card left out. */
  readonly index: number;
}

export type Arrow = "up" | "down" | "left" | "right";

/** One step of a place by an arrow key; `counts` are the cards per column without the moving one. */
export function stepPlace(place: BoardPlace, arrow: Arrow, counts: readonly number[]): BoardPlace {
  const inColumn = (column: number, index: number): BoardPlace => ({
    column,
    index: Math.max(0, Math.min(counts[column] ?? 0, index)),
  });
  switch (arrow) {
    case "up":
      return inColumn(place.column, place.index - 1);
    case "down":
      return inColumn(place.column, place.index + 1);
    case "left":
      return inColumn(Math.max(0, place.column - 1), place.index);
    case "right":
      return inColumn(Math.min(counts.length - 1, place.column + 1), place.index);
  }
}
