import { defineEvent } from "@yutu/contract";
import { z } from "zod";

const task = { taskId: z.string(), projectId: z.string() };

export const planLaid = defineEvent("tasks.plan-laid", 1, z.object({ projectId: z.string(), tasks: z.int() }));
export const taskCreated = defineEvent("tasks.task-created", 1, z.object({ ...task, title: z.string() }));
export const taskChanged = defineEvent("tasks.task-changed", 1, z.object({ ...task, fields: z.array(z.string()) }));
export const taskAssigned = defineEvent(
  "tasks.task-assigned",
  1,
  z.object({ ...task, title: z.string(), memberIds: z.array(z.string()) }),
);
export const taskStatusChanged = defineEvent(
  "tasks.task-status-changed",
  1,
  z.object({ ...task, title: z.string(), from: z.string(), to: z.string(), watcherIds: z.array(z.string()) }),
);
export const tasksRescheduled = defineEvent(
  "tasks.tasks-rescheduled",
  1,
  z.object({ projectId: z.string(), taskIds: z.array(z.string()) }),
);
export const commentAdded = defineEvent(
  "tasks.comment-added",
  1,
  z.object({
    ...task,
    commentId: z.string(),
    title: z.string(),
    excerpt: z.string(),
    mentionIds: z.array(z.string()),
    followerIds: z.array(z.string()),
  }),
);
export const commentChanged = defineEvent("tasks.comment-changed", 1, z.object({ ...task, commentId: z.string() }));

/** Tasks were deleted or brought back, with those below them. */
export const tasksRemoved = defineEvent(
  "tasks.tasks-removed",
  1,
  z.object({ projectId: z.string(), taskIds: z.array(z.string()), restored: z.boolean() }),
);
/** A link was drawn or removed; told once for each of its ends. */
export const linkChanged = defineEvent(
  "tasks.link-changed",
  1,
  z.object({ ...task, fromId: z.string(), toId: z.string(), added: z.boolean() }),
);
export const attachmentsChanged = defineEvent(
  "tasks.attachments-changed",
  1,
  z.object({ ...task, fileId: z.string(), added: z.boolean() }),
);
export const taskSpendingChanged = defineEvent("tasks.spending-changed", 1, z.object(task));
export const viewChanged = defineEvent("tasks.view-changed", 1, z.object({ viewId: z.string() }));
