import { editableColumns, instant, tenantColumns } from "@yutu/database";
import type { Constraint, Lag, LinkType } from "@yutu/scheduling";
import { bigint, boolean, date, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { MilestoneEdge } from "../domain/plan.ts";
import type { Priority, TaskStatus } from "../domain/status.ts";

const day = () => date({ mode: "string" });

export interface ChecklistItem {
  readonly id: string;
  readonly text: string;
  readonly done: boolean;
}

export const phases = pgTable("phases", {
  ...editableColumns,
  projectId: text().notNull(),
  key: text().notNull(),
  name: text().notNull(),
  position: integer().notNull(),
});

export const tasks = pgTable("tasks", {
  ...editableColumns,
  number: integer().notNull(),
  projectId: text().notNull(),
  phaseId: text(),
  parentId: text(),
  templateKey: text(),
  title: text().notNull(),
  description: text().notNull().default(""),
  status: text().$type<TaskStatus>().notNull().default("todo"),
  priority: text().$type<Priority>().notNull().default("medium"),
  channel: text(),
  labels: text().array().notNull().default([]),
  assigneeIds: text().array().notNull().default([]),
  accountableId: text(),
  watcherIds: text().array().notNull().default([]),
  milestone: boolean().notNull().default(false),
  milestoneAt: text().$type<MilestoneEdge>(),
  startDate: day(),
  dueDate: day(),
  durationDays: integer().notNull().default(1),
  baselineStart: day(),
  baselineDue: day(),
  progress: integer().notNull().default(0),
  estimateMinutes: integer(),
  constraintKind: text().$type<Exclude<Constraint["kind"], "FIXED">>(),
  constraintDate: day(),
  checklist: jsonb().$type<ChecklistItem[]>().notNull().default([]),
  budgetLineKey: text(),
  budgetMinor: bigint({ mode: "number" }),
  rank: text().notNull(),
  startedOn: day(),
  completedOn: day(),
  createdBy: text(),
  deletedAt: instant(),
});

export const taskLinks = pgTable("task_links", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  projectId: text().notNull(),
  fromId: text().notNull(),
  toId: text().notNull(),
  type: text().$type<LinkType>().notNull(),
  lag: jsonb().$type<Lag>(),
});

/** What of a task a change of the plan may touch. */
export interface PlannedState {
  readonly startDate: string | null;
  readonly dueDate: string | null;
  readonly durationDays: number;
  readonly constraintKind: Exclude<Constraint["kind"], "FIXED"> | null;
  readonly constraintDate: string | null;
}

/** A change of a plan as what it found and what it left. */
export interface PlanChangeRecord {
  readonly tasks: readonly { readonly id: string; readonly before: PlannedState; readonly after: PlannedState }[];
  readonly drawn: readonly string[];
  readonly removed: readonly {
    readonly id: string;
    readonly fromId: string;
    readonly toId: string;
    readonly type: LinkType;
    readonly lag: Lag | null;
  }[];
}

export const planChanges = pgTable("plan_changes", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  projectId: text().notNull(),
  basis: text().notNull(),
  change: jsonb().$type<PlanChangeRecord>().notNull(),
});

export const comments = pgTable("comments", {
  ...editableColumns,
  taskId: text().notNull(),
  projectId: text().notNull(),
  parentId: text(),
  body: text().notNull(),
  mentionIds: text().array().notNull().default([]),
  reactions: jsonb().$type<Record<string, string[]>>().notNull().default({}),
  authorId: text().notNull(),
  resolvedAt: instant(),
  resolvedBy: text(),
  editedAt: instant(),
  deletedAt: instant(),
});

export const savedViews = pgTable("saved_views", {
  ...editableColumns,
  projectId: text(),
  ownerId: text().notNull(),
  name: text().notNull(),
  shared: boolean().notNull().default(false),
  view: text().notNull(),
  search: jsonb().$type<Record<string, unknown>>().notNull(),
});

/** Sums of the expenses for a task; see `recordSpending`. */
export const taskSpending = pgTable("task_spending", {
  workspaceId: tenantColumns.workspaceId,
  taskId: text().notNull(),
  heldMinor: bigint({ mode: "number" }).notNull().default(0),
  spentMinor: bigint({ mode: "number" }).notNull().default(0),
});

/** Written by a trigger on `tasks`; for finding a member's tasks. */
export const taskAssignees = pgTable("task_assignees", {
  workspaceId: tenantColumns.workspaceId,
  memberId: text().notNull(),
  open: boolean().notNull(),
  taskId: text().notNull(),
});

export const commentMentions = pgTable("comment_mentions", {
  workspaceId: tenantColumns.workspaceId,
  memberId: text().notNull(),
  commentId: text().notNull(),
});
