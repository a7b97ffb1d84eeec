import { useMessages } from "@yutu/i18n";
import { toast, useCommand, useOperation } from "@yutu/ui";
import { tasks } from "../../contract/index.ts";
import { taskTexts } from "../messages.ts";
import { pendingChanges, usePendingChanges, withPending } from "../pending-changes.ts";
import type { Task, TaskPatch } from "../task-row.ts";
import { useMembers } from "../use-members.ts";
import { expected, inverse, useRefusal } from "../use-task-changes.ts";

/** One task as it is, with changes of this person shown at once. */
export function useTask(taskId: string) {
  const state = useOperation(tasks.getTask, { params: { taskId } });
  const pending = usePendingChanges();
  const task = state.data?.id === taskId ? withPending(state.data, pending) : undefined;
  return { ...state, task };
}

export type ChangeTask = (patch: TaskPatch, options?: { readonly despiteBlockers?: boolean }) => Promise<boolean>;

/** Changes the open task; the answer is on screen before the server's. */
export function useChangeTask(task: Task | undefined): ChangeTask {
  const t = useMessages(taskTexts);
  const people = useMembers();
  const refuse = useRefusal();
  const { run } = useCommand(tasks.updateTask, {
    quiet: true,
    optimistic: (cache, { params, body }) => {
      const { description, checklist, progress } = body ?? {};
      const given = { description, checklist, progress };
      const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
      cache.update(tasks.getTask, (before) => ({ ...before, ...known }), { params });
    },
  });
  const back = useCommand(tasks.undoPlan);
  return async function change(patch, { despiteBlockers = false } = {}) {
    if (!task) return false;
    const params = { taskId: task.id };
    pendingChanges.put(task, expected(patch, people));
    const answer = await run({ params, body: { ...patch, despiteBlockers } });
    if (!answer.ok) {
      pendingChanges.drop([task.id]);
      refuse(answer.error, () => void change(patch, { despiteBlockers: true }));
      return false;
    }
    const { pushed, changeId } = answer.value;
    const undo = async (): Promise<void> => {
      if (changeId !== null) await back.run({ params: { projectId: task.projectId }, body: { changeId } });
      else await run({ params, body: inverse(task, patch) });
    };
    if (pushed.length > 0) toast.done(t.pushed({ count: pushed.length }), { undo: () => void undo() });
    return true;
  };
}
