import {
  calendarDateSchema,
  defineOperation,
  expectedVersionSchema,
  flagSchema,
  idSchema,
  listOf,
  pageOf,
  pageQuerySchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { taskProblems as problems } from "../domain/problems.ts";
import {
  channelSchema,
  prioritySchema,
  pushedSchema,
  taskChangeSchema,
  taskIdSchema,
  taskRowSchema,
  taskSchema,
  taskStatusSchema,
} from "./schemas.ts";

const params = z.object({ taskId: taskIdSchema });
const projectParams = z.object({ projectId: idSchema("prj") });
const { notFound, staleVersion } = requestProblems;
const taskIds = z.array(taskIdSchema).min(1).max(500);
const references = [problems.unknownMember, problems.unknownPhase, problems.unknownTask, problems.parentCycle] as const;
const dates = [problems.datesReversed, problems.cycle, problems.impossibleLink] as const;

export const TASK_SORTS = ["due", "start", "rank", "priority", "status", "title", "number", "updated"] as const;

export const taskFilterSchema = z.object({
  projectId: idSchema("prj").optional(),
  phaseId: listOf(idSchema("pha")),
  parentId: taskIdSchema.optional(),
  status: listOf(taskStatusSchema),
  assigneeId: listOf(idSchema("mem")),
  channel: listOf(channelSchema),
  priority: listOf(prioritySchema),
  label: listOf(z.string().max(30)),
  dueFrom: calendarDateSchema.optional(),
  dueTo: calendarDateSchema.optional(),
  overdue: flagSchema.optional(),
  /** Assigned to the caller. */
  mine: flagSchema.optional(),
  /** Part of the title, or a number such as MKT-1024. */
  q: z.string().trim().max(100).optional(),
});

export const listTasks = defineOperation({
  id: "tasks.listTasks",
  method: "GET",
  path: "/tasks",
  summary: "Tasks of one project or of all the caller may see, filtered and sorted.",
  access: "tasks.view",
  query: pageQuerySchema.extend(taskFilterSchema.shape).extend({
    sort: z.enum(TASK_SORTS).default("due"),
    direction: z.enum(["up", "down"]).default("up"),
  }),
  output: pageOf(taskRowSchema),
});

export const getTask = defineOperation({
  id: "tasks.getTask",
  method: "GET",
  path: "/tasks/:taskId",
  summary: "One task with its links, subtasks and what the caller may do to it.",
  access: "tasks.view",
  params,
  output: taskSchema,
  problems: [notFound],
});

export const createTask = defineOperation({
  id: "tasks.createTask",
  method: "POST",
  path: "/tasks",
  summary: "Add a task to a project.",
  access: "tasks.edit",
  body: taskChangeSchema
    .omit({ title: true })
    .extend({ projectId: idSchema("prj"), title: taskChangeSchema.shape.title.unwrap() }),
  output: z.object({ id: z.string(), number: z.int() }),
  problems: [notFound, problems.projectClosed, ...references, ...dates],
});

export const updateTask = defineOperation({
  id: "tasks.updateTask",
  method: "PATCH",
  path: "/tasks/:taskId",
  summary: "Change any fields of a task; what its links push moves with it.",
  access: "tasks.edit",
  params,
  body: taskChangeSchema.extend({
    expectedVersion: expectedVersionSchema,
    /** Done although a predecessor is not. */
    despiteBlockers: z.boolean().default(false),
  }),
  /** `changeId` takes new dates back with everything they pushed, see `tasks.undoPlan`; null when nothing was. */
  output: z.object({ task: taskSchema, pushed: pushedSchema, changeId: idSchema("pch").nullable() }),
  problems: [notFound, staleVersion, problems.projectClosed, problems.blocked, ...references, ...dates],
});

export const updateTasks = defineOperation({
  id: "tasks.updateTasks",
  method: "PATCH",
  path: "/task-sets",
  summary: "Make one change to several tasks, all or none.",
  access: "tasks.edit",
  body: z.object({
    taskIds,
    change: taskChangeSchema.pick({
      status: true,
      priority: true,
      phaseId: true,
      channel: true,
      assigneeIds: true,
      startDate: true,
      dueDate: true,
      labels: true,
    }),
    despiteBlockers: z.boolean().default(false),
  }),
  output: z.object({ changed: z.int(), pushed: pushedSchema }),
  problems: [notFound, problems.projectClosed, problems.blocked, ...references, ...dates],
});

export const moveTask = defineOperation({
  id: "tasks.moveTask",
  method: "POST",
  path: "/tasks/:taskId/move",
  summary: "Put a card into a column and lane of the board, directly above another one or at the end.",
  access: "tasks.edit",
  params,
  body: z.object({
    status: taskStatusSchema.optional(),
    phaseId: idSchema("pha").nullable().optional(),
    assigneeIds: taskChangeSchema.shape.assigneeIds,
    channel: taskChangeSchema.shape.channel,
    priority: taskChangeSchema.shape.priority,
    /** The card that follows; null puts it last. */
    beforeId: taskIdSchema.nullable(),
    despiteBlockers: z.boolean().default(false),
  }),
  output: z.object({ task: taskRowSchema, pushed: pushedSchema }),
  problems: [
    notFound,
    problems.projectClosed,
    problems.blocked,
    problems.unknownTask,
    problems.unknownPhase,
    problems.unknownMember,
  ],
});

const removed = z.object({ taskIds: z.array(z.string()) });

export const deleteTask = defineOperation({
  id: "tasks.deleteTask",
  method: "DELETE",
  path: "/tasks/:taskId",
  summary: "Delete a task with its subtasks; it can be brought back.",
  access: "tasks.edit",
  params,
  output: removed,
  problems: [notFound, problems.projectClosed],
});

export const deleteTasks = defineOperation({
  id: "tasks.deleteTasks",
  method: "POST",
  path: "/task-sets/delete",
  summary: "Delete several tasks with their subtasks, all or none.",
  access: "tasks.edit",
  body: z.object({ taskIds }),
  output: removed,
  problems: [notFound, problems.projectClosed],
});

export const restoreTasks = defineOperation({
  id: "tasks.restoreTasks",
  method: "POST",
  path: "/task-sets/restore",
  summary: "Bring deleted tasks back, as the undo of deleting them.",
  access: "tasks.edit",
  body: z.object({ taskIds }),
  output: removed,
  problems: [notFound, problems.projectClosed],
});

export const listPhases = defineOperation({
  id: "tasks.listPhases",
  method: "GET",
  path: "/projects/:projectId/phases",
  summary: "Phases of a project in order, with how far they are.",
  access: "tasks.view",
  params: projectParams,
  output: z.object({
    phases: z.array(
      z.object({
        id: idSchema("pha"),
        key: z.string(),
        name: z.string(),
        tasks: z.int(),
        done: z.int(),
        startDate: z.string().nullable(),
        dueDate: z.string().nullable(),
      }),
    ),
  }),
  problems: [notFound],
});

export const getTaskSummary = defineOperation({
  id: "tasks.getTaskSummary",
  method: "GET",
  path: "/projects/:projectId/task-summary",
  summary: "How much of a project's work is done and late, today and over the last fourteen days.",
  access: "tasks.view",
  params: projectParams,
  output: z.object({
    total: z.int(),
    done: z.int(),
    overdue: z.int(),
    dueThisWeek: z.int(),
    /** Planned budget of the tasks; null for those who may not see money. */
    budgetMinor: z.int().nullable(),
    days: z.array(z.object({ date: z.string(), done: z.int(), overdue: z.int() })),
    abilities: z.object({ edit: z.boolean() }),
  }),
  problems: [notFound],
});

export const listMyWork = defineOperation({
  id: "tasks.listMyWork",
  method: "GET",
  path: "/my-work",
  summary: "The caller's day: overdue, today, this week, and what waits for their review.",
  access: "tasks.view",
  output: z.object({
    today: z.string(),
    overdue: z.array(taskRowSchema),
    dueToday: z.array(taskRowSchema),
    thisWeek: z.array(taskRowSchema),
    /** In review, and the caller answers for it. */
    waiting: z.array(taskRowSchema),
    /** The next few after this week. */
    later: z.array(taskRowSchema),
    laterCount: z.int(),
    doneThisWeek: z.int(),
    projects: z.array(z.object({ id: z.string(), name: z.string(), color: z.string() })),
  }),
});
