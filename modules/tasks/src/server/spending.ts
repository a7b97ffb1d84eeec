import type { TenantTx } from "@yutu/database";
import { eq, inArray } from "drizzle-orm";
import { taskSpendingChanged } from "../domain/events.ts";
import { findTask, selectAnyTasks, type TaskRow } from "./repository/tasks.ts";
import { taskSpending } from "./tables.ts";

/** What a task has cost, in minor units of its project's currency. */
export interface TaskSpending {
  /** Asked for and not decided. */
  readonly heldMinor: number;
  readonly spentMinor: number;
}

export const NOTHING_SPENT: TaskSpending = { heldMinor: 0, spentMinor: 0 };

/** What tasks have cost; those that cost nothing are left out. */
export async function spendingOf(tx: TenantTx, taskIds: readonly string[]): Promise<ReadonlyMap<string, TaskSpending>> {
  if (taskIds.length === 0) return new Map();
  const rows = await tx.db
    .select()
    .from(taskSpending)
    .where(inArray(taskSpending.taskId, [...taskIds]));
  return new Map(rows.map(({ taskId, heldMinor, spentMinor }) => [taskId, { heldMinor, spentMinor }]));
}

/** A task of a project that is not deleted; for what other modules tie to it. */
export async function findProjectTask(tx: TenantTx, projectId: string, taskId: string): Promise<TaskRow | undefined> {
  const task = await findTask(tx, taskId);
  return task?.projectId === projectId ? task : undefined;
}

/** Numbers and titles of tasks, deleted ones too. */
export async function taskTitlesOf(
  tx: TenantTx,
  taskIds: readonly string[],
): Promise<ReadonlyMap<string, { readonly id: string; readonly number: number; readonly title: string }>> {
  const rows = taskIds.length === 0 ? [] : await selectAnyTasks(tx, taskIds);
  return new Map(rows.map(({ id, number, title }) => [id, { id, number, title }]));
}

/**
 * Keeps what a task has cost. The sums are taken while the task's row is held, so that of two expenses decided at the same
 * instant the later one counts both.
 */
export async function recordSpending(
  tx: TenantTx,
  task: { readonly id: string; readonly projectId: string },
  sums: () => Promise<TaskSpending>,
): Promise<void> {
  await tx.db
    .insert(taskSpending)
    .values({ taskId: task.id })
    .onConflictDoUpdate({
      target: [taskSpending.workspaceId, taskSpending.taskId],
      set: { taskId: task.id },
    });
  await tx.db
    .update(taskSpending)
    .set(await sums())
    .where(eq(taskSpending.taskId, task.id));
  const { id: taskId, projectId } = task;
  await tx.emit(taskSpendingChanged, { taskId, projectId }, { entity: "task", id: taskId, projectId });
}
