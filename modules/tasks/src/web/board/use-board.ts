import { useMessages } from "@yutu/i18n";
import { type CardMove, toast, useCommand, usePagedOperation } from "@yutu/ui";
import { useEffect, useMemo, useRef, useState } from "react";
import { tasks } from "../../contract/index.ts";
import type { GroupNames } from "../list/group-tasks.ts";
import { type BoardState, filterQuery } from "../list/list-state.ts";
import { taskTexts } from "../messages.ts";
import { usePendingChanges, withPending } from "../pending-changes.ts";
import type { TaskPatch, TaskRow } from "../task-row.ts";
import { useMembers } from "../use-members.ts";
import { expected, inverse, useRefusal } from "../use-task-changes.ts";
import { lanePatch, lanesOf } from "./lanes.ts";
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

/** What lies on screen until the server says something new, or refuses. */
function useShown(items: readonly TaskRow[], stored: readonly TaskRow[]) {
  const [moved, setMoved] = useState<{ readonly from: readonly TaskRow[]; readonly rows: readonly TaskRow[] }>();
  const rows = moved && moved.from === items ? moved.rows : stored;
  const latest = useRef(rows);
  useEffect(() => {
    latest.current = rows;
  });
  return {
    rows,
    latest,
    show: (next: readonly TaskRow[]) => setMoved({ from: items, rows: next }),
    reset: () => setMoved(undefined),
  };
}

/** The cards of a board, and moving them: at once on screen, with undo. */
export function useBoard(projectId: string, state: BoardState, names: GroupNames) {
  const t = useMessages(boardTexts);
  const words = useMessages(taskTexts);
  const people = useMembers();
  const refuse = useRefusal();
  const cards = useCards(projectId, state);
  const { run } = useCommand(tasks.moveTask, { quiet: true });
  const shown = useShown(cards.items, cards.rows);
  const lanes = useMemo(
    () => (state.lane === "none" ? undefined : lanesOf(shown.rows, state.lane, names, words.priority)),
    [shown.rows, state.lane, names, words.priority],
  );
  /** Sends a move with what it changes of the card; `said` is the notice where there is something to take back. */
  const send = async (step: CardMove, patch: TaskPatch, said: string, despiteBlockers = false): Promise<void> => {
    const rows = shown.latest.current;
    const card = rows.find((row) => row.id === step.cardKey);
    const back = moveBack(rows, step.cardKey);
    if (!card || !back) return;
    shown.show(afterMove(rows, step, expected(patch, people)));
    const body = { ...patch, beforeId: step.before, despiteBlockers };
    const answer = await run({ params: { taskId: step.cardKey }, body });
    if (!answer.ok) {
      shown.reset();
      refuse(answer.error, () => void send(step, patch, said, true));
      return;
    }
    const { pushed } = answer.value;
    const undo = said === "" ? {} : { undo: () => void send(back, inverse(card, patch), "", true) };
    if (pushed.length > 0) toast.done(words.pushed({ count: pushed.length }), undo);
    else if (said !== "") toast.done(said, undo);
  };
  const move = (step: CardMove): void => {
    const status = statusOf(step.column);
    const card = shown.latest.current.find((row) => row.id === step.cardKey);
    if (!status || !card) return;
    const patch = {
      ...(status === card.status ? {} : { status }),
      ...(state.lane === "none" || step.lane === undefined ? {} : lanePatch(card, state.lane, step.lane)),
    };
    const across = Object.keys(patch).length > (patch.status ? 1 : 0);
    const lane = lanes?.find(({ key }) => key === step.lane);
    const place = [across && lane ? lane.name : "", patch.status ? words.status[status] : ""];
    const column = place.filter(Boolean).join(" · ");
    void send(step, patch, column === "" ? "" : t.moved({ title: card.title, column }));
  };
  return { ...cards, rows: shown.rows, lanes, move };
}
