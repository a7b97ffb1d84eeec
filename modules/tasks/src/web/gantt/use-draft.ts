import { calendarDate } from "@yutu/kernel";
import { type PreparedNetwork, prepareNetwork } from "@yutu/scheduling";
import type { GanttChange } from "@yutu/ui";
import { useCallback, useMemo, useState } from "react";
import { planOf } from "../../domain/plan.ts";
import { type PlanEdit, previewEdits } from "../../domain/plan-change.ts";
import { workingCalendar } from "../../domain/working-calendar.ts";
import { isPhaseRow, type Plan } from "./gantt-rows.ts";

/** The plan as the engine sees it, prepared once for every drag on it. */
function useNetwork(plan: Plan | undefined): PreparedNetwork | undefined {
  return useMemo(() => {
    if (!plan) return undefined;
    const prepared = prepareNetwork(planOf(plan.tasks, plan.links, calendarDate(plan.projectStart), workingCalendar()));
    return prepared.ok ? prepared.value : undefined;
  }, [plan]);
}

/** An edit replaces an earlier one of the same task; the others stand in the order they were made. */
function withEdit(edits: readonly PlanEdit[], edit: PlanEdit): PlanEdit[] {
  const rest = edit.kind === "move" ? edits.filter((e) => e.kind !== "move" || e.taskId !== edit.taskId) : edits;
  return [...rest, edit];
}

const moveOf = ({ id, start, finish }: GanttChange): PlanEdit => ({
  kind: "move",
  taskId: id,
  startDate: start,
  dueDate: finish,
});

/** Changes of a plan that are not published yet, with what they would move; computed in the browser at every step. */
export function useDraft(plan: Plan | undefined) {
  const network = useNetwork(plan);
  const [edits, setEdits] = useState<readonly PlanEdit[]>([]);
  const outcome = useMemo(() => {
    if (!plan || !network || edits.length === 0) return undefined;
    return previewEdits(network, plan.tasks, plan.links, edits);
  }, [plan, network, edits]);
  const preview = outcome?.ok ? outcome.value : undefined;
  /** Refuses what the plan cannot hold, before it becomes part of the draft. */
  const add = useCallback(
    (edit: PlanEdit) => {
      if (!plan || !network) return undefined;
      const next = withEdit(edits, edit);
      const tried = previewEdits(network, plan.tasks, plan.links, next);
      if (!tried.ok) return tried.error;
      setEdits(next);
      return undefined;
    },
    [plan, network, edits],
  );
  const ghosts = useCallback(
    (change: GanttChange): readonly GanttChange[] => {
      if (!plan || !network || isPhaseRow(change.id)) return [];
      const tried = previewEdits(network, plan.tasks, plan.links, withEdit(edits, moveOf(change)));
      if (!tried.ok) return [];
      const named = tried.value.moves.filter((move) => move.taskId !== change.id);
      return named.map((move) => ({ id: move.taskId, start: move.newStart, finish: move.newFinish }));
    },
    [plan, network, edits],
  );
  return {
    edits,
    schedule: preview?.network.schedule,
    moves: preview?.moves ?? [],
    /** The draft no longer fits the plan, since somebody else changed it. */
    broken: outcome?.ok === false,
    move: (change: GanttChange) => add(moveOf(change)),
    add,
    undo: () => setEdits((before) => before.slice(0, -1)),
    clear: () => setEdits([]),
    ghosts,
  };
}

export type Draft = ReturnType<typeof useDraft>;
