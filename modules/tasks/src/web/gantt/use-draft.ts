import { calendarDate } from "@yutu/kernel";
import { type PreparedNetwork, prepareNetwork } from "@yutu/scheduling";
import { type GanttChange, useDraft as useKeptText } from "@yutu/ui";
import { useCallback, useMemo, useState } from "react";
import { planOf } from "../../domain/plan.ts";
import { type PlanEdit, previewEdits } from "../../domain/plan-change.ts";
import { workingCalendar } from "../../domain/working-calendar.ts";
import { moveOf, readEdits, withEdit, writeEdits } from "./draft-edits.ts";
import { isPhaseRow, type Plan } from "./gantt-rows.ts";

/** The plan as the engine sees it, prepared once for every drag on it. */
function useNetwork(plan: Plan | undefined): PreparedNetwork | undefined {
  return useMemo(() => {
    if (!plan) return undefined;
    const prepared = prepareNetwork(planOf(plan.tasks, plan.links, calendarDate(plan.projectStart), workingCalendar()));
    return prepared.ok ? prepared.value : undefined;
  }, [plan]);
}

/** The edits of a project's draft, kept in this browser until they are published or given up, and the steps back. */
function useEdits(projectId: string) {
  const [text, setText] = useKeptText(`plan.${projectId}`);
  const [before, setBefore] = useState<readonly string[]>([]);
  const edits = useMemo(() => readEdits(text), [text]);
  return {
    edits,
    set: (next: readonly PlanEdit[]): void => {
      setBefore([...before, text]);
      setText(writeEdits(next));
    },
    /** One step back; after a reload the steps are the edits themselves. */
    undo: (): void => {
      setText(before.at(-1) ?? writeEdits(edits.slice(0, -1)));
      setBefore(before.slice(0, -1));
    },
    clear: (): void => {
      setBefore([]);
      setText("");
    },
  };
}

/** Changes of a plan that are not published yet, with what they would move; computed in the browser at every step. */
export function useDraft(projectId: string, plan: Plan | undefined) {
  const network = useNetwork(plan);
  const { edits, set, undo, clear } = useEdits(projectId);
  const outcome = useMemo(() => {
    if (!plan || !network || edits.length === 0) return undefined;
    return previewEdits(network, plan.tasks, plan.links, edits);
  }, [plan, network, edits]);
  const preview = outcome?.ok ? outcome.value : undefined;
  const schedule = preview?.network.schedule;
  /** Refuses what the plan cannot hold, before it becomes part of the draft. */
  const add = (edit: PlanEdit) => {
    if (!plan || !network) return undefined;
    const next = withEdit(edits, edit);
    const tried = previewEdits(network, plan.tasks, plan.links, next);
    if (!tried.ok) return tried.error;
    set(next);
    return undefined;
  };
  const ghosts = useCallback(
    (change: GanttChange): readonly GanttChange[] => {
      if (!plan || !network || isPhaseRow(change.id)) return [];
      const next = withEdit(edits, moveOf(plan, edits, schedule, change));
      const tried = previewEdits(network, plan.tasks, plan.links, next);
      if (!tried.ok) return [];
      const own = tried.value.network.schedule.task(change.id);
      const moved = tried.value.moves.map((m) => ({ id: m.taskId, start: m.newStart, finish: m.newFinish }));
      return own ? [...moved, { id: change.id, start: own.start, finish: own.finish }] : moved;
    },
    [plan, network, edits, schedule],
  );
  return {
    edits,
    schedule,
    moves: preview?.moves ?? [],
    /** The draft no longer fits the plan, since somebody else changed it. */
    broken: outcome?.ok === false,
    move: (change: GanttChange) => plan && add(moveOf(plan, edits, schedule, change)),
    add,
    /** Takes one edit out again, e.g. a link drawn by mistake. */
    drop: (index: number) => set(edits.toSpliced(index, 1)),
    undo,
    clear,
    ghosts,
  };
}

export type Draft = ReturnType<typeof useDraft>;
