import type { CardMove } from "@yutu/ui";
import { TASK_STATUSES, type TaskStatus } from "../../domain/status.ts";
import type { TaskRow } from "../task-row.ts";

export const statusOf = (column: string): TaskStatus | undefined => TASK_STATUSES.find((status) => status === column);

/**
 * The cards as they lie after a move, before the server has confirmed it.
 * @param rows in the order of the board
 * @param change what the new column and lane mean for the card
 */
export function afterMove(
  rows: readonly TaskRow[],
  { cardKey, before }: Pick<CardMove, "cardKey" | "before">,
  change: Partial<TaskRow>,
): TaskRow[] {
  const card = rows.find((row) => row.id === cardKey);
  if (!card) return [...rows];
  const rest = rows.filter((row) => row.id !== cardKey);
  const at = before === null ? rest.length : rest.findIndex((row) => row.id === before);
  return rest.toSpliced(at === -1 ? rest.length : at, 0, { ...card, ...change });
}

/** The move that takes another one back: to the column it was in, above the card that followed it there. */
export function moveBack(rows: readonly TaskRow[], cardKey: string): CardMove | undefined {
  const card = rows.find((row) => row.id === cardKey);
  if (!card) return undefined;
  const column = rows.filter((row) => row.status === card.status);
  const next = column[column.indexOf(card) + 1];
  return { cardKey, column: card.status, before: next?.id ?? null };
}
