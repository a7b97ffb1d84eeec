import { editableColumns, instant } from "@yutu/database";
import { bigint, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { Reason, Stage } from "../domain/flow.ts";

export const approvalFlows = pgTable("approval_flows", {
  ...editableColumns,
  key: text().notNull(),
  name: text().notNull(),
  stages: jsonb().$type<Stage[]>().notNull(),
});

export const approvals = pgTable("approvals", {
  ...editableColumns,
  subjectType: text().notNull(),
  subjectId: text().notNull(),
  subjectVersion: integer().notNull(),
  projectId: text(),
  title: text().notNull(),
  amountMinor: bigint({ mode: "number" }),
  currency: text(),
  flowKey: text().notNull(),
  flowName: text().notNull(),
  state: text().$type<"pending" | "approved" | "returned" | "withdrawn">().notNull(),
  requestedBy: text().notNull(),
  requestedAt: instant().notNull(),
  finishedAt: instant(),
});

export const approvalSteps = pgTable("approval_steps", {
  workspaceId: editableColumns.workspaceId,
  id: editableColumns.id,
  approvalId: text().notNull(),
  stage: integer().notNull(),
  stageName: text().notNull(),
  mode: text().$type<"all" | "any" | "sequential">().notNull(),
  position: integer().notNull(),
  memberId: text().notNull(),
  reason: jsonb().$type<Reason>().notNull(),
  state: text().$type<"waiting" | "active" | "approved" | "returned" | "skipped">().notNull(),
  /** Hours to answer from the turn on; null is no deadline. */
  dueHours: integer(),
  activatedAt: instant(),
  dueAt: instant(),
  openedAt: instant(),
  remindedAt: instant(),
  decidedAt: instant(),
  comment: text(),
});
