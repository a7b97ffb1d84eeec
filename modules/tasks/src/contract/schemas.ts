import { calendarDateSchema, idSchema, lineSchema } from "@yutu/contract";
import { z } from "zod";
import { PRIORITIES, TASK_STATUSES } from "../domain/status.ts";

export const taskIdSchema = idSchema("tsk");
export const taskStatusSchema = z.enum(TASK_STATUSES);
export const prioritySchema = z.enum(PRIORITIES);
export const linkTypeSchema = z.enum(["FS", "SS", "FF", "SF"]);
export const constraintKindSchema = z.enum(["ASAP", "ALAP", "SNET", "SNLT", "FNET", "FNLT", "MSO", "MFO"]);
export const channelSchema = z.string().min(1).max(30);

export const lagSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("working-days"), days: z.int().min(-400).max(400) }),
  z.object({ kind: z.literal("calendar-days"), days: z.int().min(-400).max(400) }),
  z.object({ kind: z.literal("percent"), percent: z.number().min(-100).max(400) }),
]);

export const personSchema = z.object({ memberId: z.string(), memberName: z.string() });

export const checklistItemSchema = z.object({
  id: z.string().min(1).max(40),
  text: lineSchema(200),
  done: z.boolean(),
});

/** A task as a row of a list, a card of a board. */
export const taskRowSchema = z.object({
  id: taskIdSchema,
  number: z.int(),
  projectId: z.string(),
  phaseId: z.string().nullable(),
  parentId: z.string().nullable(),
  title: z.string(),
  status: taskStatusSchema,
  priority: prioritySchema,
  channel: z.string().nullable(),
  labels: z.array(z.string()),
  assignees: z.array(personSchema),
  milestone: z.boolean(),
  startDate: z.string().nullable(),
  dueDate: z.string().nullable(),
  durationDays: z.int(),
  completedOn: z.string().nullable(),
  progress: z.int(),
  overdue: z.boolean(),
  checklistDone: z.int(),
  checklistTotal: z.int(),
  comments: z.int(),
  attachments: z.int(),
  /** Null when there is none, or when the caller may not see money. */
  budgetMinor: z.int().nullable(),
  /** What expenses for it hold (not decided) and have taken, minor units; null when the caller may not see money. */
  spending: z.object({ heldMinor: z.int(), spentMinor: z.int() }).nullable(),
  version: z.int(),
});

export const linkedTaskSchema = z.object({
  linkId: z.string(),
  taskId: z.string(),
  number: z.int(),
  title: z.string(),
  status: taskStatusSchema,
  type: linkTypeSchema,
  lag: lagSchema.nullable(),
});

export const taskSchema = taskRowSchema.extend({
  description: z.string(),
  checklist: z.array(checklistItemSchema),
  accountable: personSchema.nullable(),
  watchers: z.array(personSchema),
  estimateMinutes: z.int().nullable(),
  constraintKind: constraintKindSchema.nullable(),
  constraintDate: z.string().nullable(),
  baselineStart: z.string().nullable(),
  baselineDue: z.string().nullable(),
  startedOn: z.string().nullable(),
  budgetLineKey: z.string().nullable(),
  project: z.object({ id: z.string(), name: z.string(), color: z.string(), currency: z.string() }),
  phaseName: z.string().nullable(),
  parent: z.object({ id: z.string(), number: z.int(), title: z.string() }).nullable(),
  subtasks: z.array(taskRowSchema),
  predecessors: z.array(linkedTaskSchema),
  successors: z.array(linkedTaskSchema),
  createdAt: z.string(),
  createdBy: personSchema.nullable(),
  abilities: z.object({
    edit: z.boolean(),
    comment: z.boolean(),
    attach: z.boolean(),
    seeMoney: z.boolean(),
  }),
});

/** What may be changed of a task; left out stays as it is. */
export const taskChangeSchema = z.object({
  title: lineSchema(200).optional(),
  description: z.string().max(20_000).optional(),
  status: taskStatusSchema.optional(),
  priority: prioritySchema.optional(),
  phaseId: idSchema("pha").nullable().optional(),
  parentId: taskIdSchema.nullable().optional(),
  channel: channelSchema.nullable().optional(),
  labels: z.array(lineSchema(30)).max(20).optional(),
  assigneeIds: z.array(idSchema("mem")).max(20).optional(),
  accountableId: idSchema("mem").nullable().optional(),
  watcherIds: z.array(idSchema("mem")).max(100).optional(),
  milestone: z.boolean().optional(),
  startDate: calendarDateSchema.nullable().optional(),
  dueDate: calendarDateSchema.nullable().optional(),
  /** Working days. */
  durationDays: z.int().min(0).max(2000).optional(),
  progress: z.int().min(0).max(100).optional(),
  estimateMinutes: z.int().min(0).max(1_000_000).nullable().optional(),
  constraintKind: constraintKindSchema.nullable().optional(),
  constraintDate: calendarDateSchema.nullable().optional(),
  checklist: z.array(checklistItemSchema).max(100).optional(),
  budgetMinor: z.int().min(0).max(9e15).nullable().optional(),
});

/** Tasks that a change pushed along its links, with their new days. */
export const pushedSchema = z.array(
  z.object({ taskId: z.string(), startDate: z.string(), dueDate: z.string(), version: z.int() }),
);

export const moveSchema = z.object({
  taskId: z.string(),
  number: z.int(),
  title: z.string(),
  oldStart: z.string().nullable(),
  oldFinish: z.string().nullable(),
  newStart: z.string(),
  newFinish: z.string(),
  /** Working days by which the end moves; negative is earlier. */
  shiftDays: z.int(),
  milestone: z.boolean(),
  /** Task ids from the change to this task, along the links that carry the move. */
  chain: z.array(z.string()),
});

export const planEditSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("move"),
    taskId: taskIdSchema,
    startDate: calendarDateSchema,
    dueDate: calendarDateSchema,
    /** Working days; left out, a move of the stored length keeps the work and any other counts it between the dates. */
    durationDays: z.int().min(0).max(2000).optional(),
  }),
  z.object({
    kind: z.literal("add-link"),
    fromId: taskIdSchema,
    toId: taskIdSchema,
    type: linkTypeSchema,
    lag: lagSchema.nullable().optional(),
  }),
  z.object({ kind: z.literal("remove-link"), linkId: idSchema("tln") }),
]);

export const dayMarkSchema = z.object({ date: z.string(), kind: z.enum(["holiday", "makeup"]), reason: z.string() });

export const commentSchema = z.object({
  id: idSchema("cmt"),
  taskId: z.string(),
  parentId: z.string().nullable(),
  /** Mentions are written `<@mem_…>`; empty when deleted. */
  body: z.string(),
  mentions: z.array(personSchema),
  author: personSchema,
  createdAt: z.string(),
  editedAt: z.string().nullable(),
  deleted: z.boolean(),
  resolvedAt: z.string().nullable(),
  resolvedBy: personSchema.nullable(),
  reactions: z.array(z.object({ emoji: z.string(), people: z.array(personSchema), mine: z.boolean() })),
  version: z.int(),
  abilities: z.object({ edit: z.boolean(), remove: z.boolean() }),
});

export const attachmentSchema = z.object({
  fileId: z.string(),
  name: z.string(),
  contentType: z.string(),
  kind: z.string(),
  sizeBytes: z.int(),
  width: z.int().nullable(),
  height: z.int().nullable(),
  uploadedBy: personSchema,
  createdAt: z.string(),
  removable: z.boolean(),
});

export const activitySchema = z.object({
  id: z.string(),
  at: z.string(),
  /** Null when the system did it. */
  actor: personSchema.nullable(),
  kind: z.enum([
    "created",
    "changed",
    "deleted",
    "restored",
    "rescheduled",
    "link-added",
    "link-removed",
    "commented",
    "attached",
    "detached",
  ]),
  /** Field names with what they were and are, people and phases by name. */
  changes: z.array(z.object({ field: z.string(), before: z.string().nullable(), after: z.string().nullable() })),
});

export const savedViewSchema = z.object({
  id: idSchema("viw"),
  projectId: z.string().nullable(),
  name: z.string(),
  shared: z.boolean(),
  own: z.boolean(),
  ownerName: z.string(),
  view: z.string(),
  search: z.record(z.string(), z.unknown()),
  version: z.int(),
});
