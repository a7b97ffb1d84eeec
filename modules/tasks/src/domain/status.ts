export const TASK_STATUSES = ["todo", "doing", "review", "done", "cancelled"] as const;
export type TaskStatus = (typeof TASK_STATUSES)[number];
export const PRIORITIES = ["low", "medium", "high", "urgent"] as const;
export type Priority = (typeof PRIORITIES)[number];

export const isEnded = (status: TaskStatus): boolean => status === "done" || status === "cancelled";

/** Past its day and not ended. */
export const isOverdue = (
  task: { readonly status: TaskStatus; readonly dueDate: string | null },
  today: string,
): boolean => !isEnded(task.status) && task.dueDate !== null && task.dueDate < today;

interface Moment {
  readonly startedOn: string | null;
  readonly completedOn: string | null;
  readonly progress: number;
}

/** What a change of status says about when work began and ended. Reopening forgets the end. */
export function momentsAfter(now: Moment, to: TaskStatus, today: string): Moment {
  switch (to) {
    case "todo":
      return { startedOn: null, completedOn: null, progress: 0 };
    case "doing":
    case "review":
      return {
        startedOn: now.startedOn ?? today,
        completedOn: null,
        progress: now.progress === 100 ? 90 : now.progress,
      };
    case "done":
      return { startedOn: now.startedOn ?? today, completedOn: now.completedOn ?? today, progress: 100 };
    case "cancelled":
      return { ...now, completedOn: null };
  }
}
