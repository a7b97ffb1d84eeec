import type { CardMove } from "@yutu/ui";
import { TASK_STATUSES, type TaskStatus } from "../../domain/status.ts";
import type { TaskRow } from "../task-row.ts";

export const statusOf = (column: string): TaskStatus | undefined => TASK_STATUSES.find((status) => status === column);

/**
 * The cards as they lie after a move, before the server has confirmed it.
 * @param rows in the order of the board
 */
export function afterMove(rows: readonly TaskRow[], move: CardMove): TaskRow[] {
  const card = rows.find((row) => row.id === move.cardKey);
  const status = statusOf(move.column);
  if (!card || !status) return [...rows];
  const rest = rows.filter((row) => row.id !== move.cardKey);
  const at = move.before === null ? rest.length : rest.findIndex((row) => row.id === move.before);
  const overdue = status === "done" || status === "cancelled" ? false : card.overdue;
  return rest.toSpliced(at === -1 ? rest.length : at, 0, { ...card, status, overdue });
}

/** The move that takes another one back: to the column it was in, above the card that followed it there. */
export function moveBack(rows: readonly TaskRow[], cardKey: string): CardMove | undefined {
  const card = rows.find((row) => row.id === cardKey);
  if (!card) return undefined;
  const column = rows.filter((row) => row.status === card.status);
  const next = column[column.indexOf(card) + 1];
  return { cardKey, column: card.status, before: next?.id ?? null };
}
