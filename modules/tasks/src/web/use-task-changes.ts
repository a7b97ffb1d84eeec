import type { ProblemBody } from "@yutu/contract";
import { useMessages } from "@yutu/i18n";
import { type Person, toast, useCommand, useProblemText } from "@yutu/ui";
import { tasks } from "../contract/index.ts";
import { inTurn } from "./in-turn.ts";
import { taskTexts } from "./messages.ts";
import { pendingChanges } from "./pending-changes.ts";
import type { TaskPatch, TaskRow } from "./task-row.ts";
import { useMembers } from "./use-members.ts";

/** What a change looks like on a row before the server has answered. */
export function expected(patch: TaskPatch, people: readonly Person[]): Partial<TaskRow> {
  const { status, priority, channel, phaseId, assigneeIds, title, dueDate, startDate, labels, budgetMinor } = patch;
  const nameOf = (id: string): string => people.find((p) => p.id === id)?.name ?? "";
  const given = { status, priority, channel, phaseId, title, dueDate, startDate, labels, budgetMinor };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  return {
    ...known,
    ...(status === "done" || status === "cancelled" ? { overdue: false } : {}),
    ...(assigneeIds ? { assignees: assigneeIds.map((memberId) => ({ memberId, memberName: nameOf(memberId) })) } : {}),
  };
}

/** The change that takes another one back. */
export function inverse(row: TaskRow, patch: TaskPatch): TaskPatch {
  const before: Record<string, unknown> = { ...row, assigneeIds: row.assignees.map((a) => a.memberId) };
  const keys = Object.keys(patch).filter((key) => key in before);
  const dates = keys.some((key) => key === "startDate" || key === "dueDate");
  const wanted = dates ? new Set([...keys, "startDate", "dueDate"]) : new Set(keys);
  return Object.fromEntries([...wanted].map((key) => [key, before[key]]));
}

function withoutDays({ startDate: _start, dueDate: _due, durationDays: _days, ...rest }: TaskPatch): TaskPatch {
  return rest;
}

export interface TaskChanges {
  /** Changes one task, shown at once; `said` is the notice with an undo, when one is wanted. */
  readonly change: (row: TaskRow, patch: TaskPatch, said?: string) => Promise<boolean>;
  readonly changeAll: (rows: readonly TaskRow[], patch: TaskPatch) => Promise<boolean>;
  readonly remove: (rows: readonly TaskRow[]) => Promise<boolean>;
}

/** A predecessor is not done: say which, and offer to end it all the same. Other refusals are told as they are. */
export function useRefusal(): (problem: ProblemBody, again: () => void) => void {
  const t = useMessages(taskTexts);
  const sentenceOf = useProblemText();
  return (problem, again) => {
    if (problem.code !== "tasks/blocked") toast.problem(problem);
    else toast.warn(sentenceOf(problem), { action: { label: t.doneAnyway, run: again } });
  };
}

function useChangeOne() {
  const t = useMessages(taskTexts);
  const people = useMembers();
  const refuse = useRefusal();
  const { run } = useCommand(tasks.updateTask, { quiet: true });
  const back = useCommand(tasks.undoPlan);
  return async function send(
    row: TaskRow,
    patch: TaskPatch,
    said?: string,
    despiteBlockers: boolean = false,
  ): Promise<boolean> {
    pendingChanges.put(row, expected(patch, people));
    const input = { params: { taskId: row.id }, body: { ...patch, despiteBlockers } };
    const answer = await inTurn([row.id], () => run(input));
    if (!answer.ok) {
      pendingChanges.drop([row.id]);
      refuse(answer.error, () => void send(row, patch, said, true));
      return false;
    }
    const { pushed, task, changeId } = answer.value;
    const undo = async (): Promise<void> => {
      // What the dates pushed comes back with them; the rest of the change is taken back by itself.
      if (changeId !== null) await back.run({ params: { projectId: row.projectId }, body: { changeId } });
      const rest = changeId === null ? inverse(row, patch) : withoutDays(inverse(row, patch));
      if (Object.keys(rest).length > 0) await send({ ...row, version: task.version }, rest, undefined, true);
    };
    if (pushed.length > 0) toast.done(t.pushed({ count: pushed.length }), { undo: () => void undo() });
    else if (said !== undefined) toast.done(said, { undo: () => void undo() });
    return true;
  };
}

function useChangeSeveral(one: ReturnType<typeof useChangeOne>) {
  const t = useMessages(taskTexts);
  const people = useMembers();
  const refuse = useRefusal();
  const { run } = useCommand(tasks.updateTasks, { quiet: true });
  return async function send(
    rows: readonly TaskRow[],
    patch: TaskPatch,
    despiteBlockers: boolean = false,
  ): Promise<boolean> {
    for (const row of rows) pendingChanges.put(row, expected(patch, people));
    const taskIds = rows.map((r) => r.id);
    const answer = await inTurn(taskIds, () => run({ body: { taskIds, change: patch, despiteBlockers } }));
    if (!answer.ok) {
      pendingChanges.drop(taskIds);
      refuse(answer.error, () => void send(rows, patch, true));
      return false;
    }
    const undo = (): void => {
      for (const row of rows) void one(row, inverse(row, patch), undefined, true);
    };
    toast.done(t.changed({ count: answer.value.changed }), { undo });
    return true;
  };
}

/** Changing tasks from lists, boards and panels: at once on screen, with undo, and with a way on where the plan objects. */
export function useTaskChanges(): TaskChanges {
  const t = useMessages(taskTexts);
  const one = useChangeOne();
  const several = useChangeSeveral(one);
  const removal = useCommand(tasks.deleteTasks);
  const restoral = useCommand(tasks.restoreTasks);
  return {
    change: one,
    changeAll: several,
    remove: async (rows) => {
      const taskIds = rows.map((r) => r.id);
      const answer = await removal.run({ body: { taskIds } });
      if (!answer.ok) return false;
      toast.done(t.deleted({ count: rows.length }), { undo: () => void restoral.run({ body: { taskIds } }) });
      return true;
    },
  };
}
