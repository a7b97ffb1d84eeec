import { editableColumns, instant, tenantColumns } from "@yutu/database";
import { bigint, boolean, date, doublePrecision, integer, jsonb, numeric, pgTable, text } from "drizzle-orm/pg-core";
import type { KpiFilters } from "../contract/schemas.ts";
import type { Checkpoint, GoalLevel, KpiDirection, KpiUnit } from "../domain/goal.ts";
import type { ProjectStatus } from "../domain/lifecycle.ts";
import type { ProjectTemplate } from "../domain/template.ts";

const day = () => date({ mode: "string" });

export const projectTemplates = pgTable("project_templates", {
  ...editableColumns,
  key: text().notNull(),
  definition: jsonb().$type<ProjectTemplate>().notNull(),
});

export const projects = pgTable("projects", {
  ...editableColumns,
  campaignKey: text().notNull(),
  name: text().notNull(),
  typeKey: text().notNull(),
  templateVersion: integer().notNull(),
  color: text().notNull(),
  status: text().$type<ProjectStatus>().notNull(),
  visibility: text().$type<"workspace" | "private">().notNull().default("workspace"),
  anchorDate: day().notNull(),
  startDate: day().notNull(),
  endDate: day().notNull(),
  currency: text().notNull(),
  totalBudgetMinor: bigint({ mode: "number" }).notNull(),
  channels: text().array().notNull().default([]),
  tags: text().array().notNull().default([]),
  managerId: text().notNull(),
  brief: jsonb().$type<Record<string, string>>().notNull().default({}),
  approvalId: text(),
  submittedAt: instant(),
  startedAt: instant(),
  closedAt: instant(),
});

export const projectMembers = pgTable("project_members", {
  ...tenantColumns,
  projectId: text().notNull(),
  memberId: text().notNull(),
  roleKey: text().notNull(),
});

export const projectFavourites = pgTable("project_favourites", {
  ...tenantColumns,
  projectId: text().notNull(),
  memberId: text().notNull(),
  createdAt: instant().notNull().defaultNow(),
});

export const projectPresence = pgTable("project_presence", {
  ...tenantColumns,
  projectId: text().notNull(),
  memberId: text().notNull(),
  taskId: text(),
  typing: boolean().notNull().default(false),
  since: instant().notNull(),
  seenAt: instant().notNull(),
});

export const goals = pgTable("goals", {
  ...editableColumns,
  projectId: text().notNull(),
  parentId: text(),
  level: text().$type<GoalLevel>().notNull(),
  name: text().notNull(),
  weight: numeric({ precision: 6, scale: 3, mode: "number" }).notNull().default(1),
  ownerId: text(),
  status: text().$type<"draft" | "active" | "dropped">().notNull().default("draft"),
  position: integer().notNull().default(0),
});

export const kpis = pgTable("kpis", {
  ...editableColumns,
  projectId: text().notNull(),
  goalId: text().notNull(),
  name: text().notNull(),
  source: text().$type<"metric" | "manual">().notNull(),
  metricId: text(),
  filters: jsonb().$type<KpiFilters>().notNull().default({}),
  sourceNote: text().notNull().default(""),
  unit: text().$type<KpiUnit>().notNull(),
  direction: text().$type<KpiDirection>().notNull(),
  baseline: doublePrecision(),
  target: doublePrecision(),
  deadline: day(),
  ownerId: text(),
  weight: numeric({ precision: 6, scale: 3, mode: "number" }).notNull().default(1),
  checkpoints: jsonb().$type<Checkpoint[]>().notNull().default([]),
  position: integer().notNull().default(0),
  finalValue: doublePrecision(),
  finalAt: instant(),
});

export const kpiCheckins = pgTable("kpi_checkins", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  kpiId: text().notNull(),
  day: day().notNull(),
  value: doublePrecision().notNull(),
  note: text().notNull().default(""),
  byMemberId: text().notNull(),
});
