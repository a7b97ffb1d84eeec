import { useMessages } from "@yutu/i18n";
import { type CardMove, toast, useCommand, usePagedOperation } from "@yutu/ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { tasks } from "../../contract/index.ts";
import { type BoardState, filterQuery } from "../list/list-state.ts";
import { taskTexts } from "../messages.ts";
import { usePendingChanges, withPending } from "../pending-changes.ts";
import type { TaskRow } from "../task-row.ts";
import { useRefusal } from "../use-task-changes.ts";
import { boardTexts } from "./messages.ts";
import { afterMove, moveBack, statusOf } from "./move-card.ts";

const PAGE = 500;

/** Every card of a project's board in its order; all pages are read, a board has no end to scroll to. */
function useCards(projectId: string, state: BoardState) {
  const list = usePagedOperation(tasks.listTasks, {
    query: { ...filterQuery(state), projectId, sort: "rank", limit: PAGE },
  });
  const { hasMore, fetching, loadMore } = list;
  useEffect(() => {
    if (hasMore && !fetching) loadMore();
  }, [hasMore, fetching, loadMore]);
  const pending = usePendingChanges();
  const rows = useMemo(() => list.items.map((row) => withPending(row, pending)), [list.items, pending]);
  return { ...list, rows };
}

/** The cards of a board, and moving them: at once on screen, with undo. */
export function useBoard(projectId: string, state: BoardState) {
  const t = useMessages(boardTexts);
  const words = useMessages(taskTexts);
  const refuse = useRefusal();
  const cards = useCards(projectId, state);
  const { run } = useCommand(tasks.moveTask, { quiet: true });
  const [moved, setMoved] = useState<{ readonly from: readonly TaskRow[]; readonly rows: readonly TaskRow[] }>();
  // What the server says wins as soon as it says something new.
  const rows = moved && moved.from === cards.items ? moved.rows : cards.rows;
  const shown = useRef(rows);
  useEffect(() => {
    shown.current = rows;
  });
  const move = async (step: CardMove, despiteBlockers = false): Promise<void> => {
    const status = statusOf(step.column);
    const card = shown.current.find((row) => row.id === step.cardKey);
    if (!status || !card) return;
    const back = moveBack(shown.current, step.cardKey);
    setMoved({ from: cards.items, rows: afterMove(shown.current, step) });
    const body = { status, beforeId: step.before, despiteBlockers };
    const answer = await run({ params: { taskId: step.cardKey }, body });
    if (!answer.ok) {
      setMoved(undefined);
      refuse(answer.error, () => void move(step, true));
      return;
    }
    const { pushed } = answer.value;
    const across = card.status !== status;
    const undo = back && across ? { undo: () => void move(back, true) } : {};
    if (pushed.length > 0) toast.done(words.pushed({ count: pushed.length }), undo);
    else if (across) toast.done(t.moved({ title: card.title, column: words.status[status] }), undo);
  };
  return { ...cards, rows, move: (step: CardMove) => void move(step) };
}
