import { calendarDateSchema, currencySchema, idSchema, lineSchema } from "@yutu/contract";
import { z } from "zod";
import { GOAL_LEVELS, KPI_UNITS } from "../domain/goal.ts";
import { PROJECT_MOVES, PROJECT_STATUSES } from "../domain/lifecycle.ts";

export const projectStatusSchema = z.enum(PROJECT_STATUSES);
export const projectMoveSchema = z.enum(PROJECT_MOVES);
export const localTextSchema = z.object({ zh: z.string(), en: z.string() });

export const projectMemberSchema = z.object({ memberId: z.string(), memberName: z.string(), roleKey: z.string() });

export const projectSummarySchema = z.object({
  id: idSchema("prj"),
  campaignKey: z.string(),
  name: z.string(),
  typeKey: z.string(),
  color: z.string(),
  status: projectStatusSchema,
  visibility: z.enum(["workspace", "private"]),
  anchorDate: z.string(),
  startDate: z.string(),
  endDate: z.string(),
  channels: z.array(z.string()),
  tags: z.array(z.string()),
  managerId: z.string(),
  managerName: z.string(),
  members: z.array(projectMemberSchema),
  currency: z.string(),
  /** Null for those who may not see money. */
  totalBudgetMinor: z.int().nullable(),
  favourite: z.boolean(),
  version: z.int(),
});

export const projectSchema = projectSummarySchema.extend({
  brief: z.record(z.string(), z.string()),
  /** What the anchor is called: 爆发日, 开幕日. */
  anchorName: localTextSchema,
  briefFields: z.array(
    z.object({ key: z.string(), name: localTextSchema, hint: localTextSchema, required: z.boolean() }),
  ),
  roles: z.array(z.object({ key: z.string(), name: localTextSchema })),
  approvalId: z.string().nullable(),
  startedAt: z.string().nullable(),
  closedAt: z.string().nullable(),
  abilities: z.object({ edit: z.boolean(), moves: z.array(projectMoveSchema), seeMoney: z.boolean() }),
});

export const planVariablesSchema = z.object({
  typeKey: z.string().min(1).max(40),
  anchorDate: calendarDateSchema,
  totalBudgetMinor: z.int().min(0).max(9e15),
  channels: z.array(z.string().max(30)).max(20),
});

export const planPreviewSchema = z.object({
  tasks: z.array(
    z.object({
      key: z.string(),
      phase: z.string(),
      name: localTextSchema,
      role: z.string(),
      start: z.string(),
      finish: z.string(),
      durationDays: z.int(),
      milestone: z.boolean(),
      critical: z.boolean(),
    }),
  ),
  links: z.array(
    z.object({ from: z.string(), to: z.string(), type: z.enum(["FS", "SS", "FF", "SF"]), lagDays: z.int() }),
  ),
  phases: z.array(z.object({ key: z.string(), name: localTextSchema })),
  budget: z.array(
    z.object({
      key: z.string(),
      name: localTextSchema,
      category: z.string(),
      channel: z.string().nullable(),
      reserve: z.boolean(),
      plannedMinor: z.int(),
    }),
  ),
  start: z.string(),
  finish: z.string(),
  lateByDays: z.int(),
  /** Years whose make-up workdays are not published yet. */
  uncertainYears: z.array(z.int()),
});

/** What of the project's facts a KPI counts; nothing means all of them. */
export const kpiFiltersSchema = z.object({
  channel: z.string().max(100).optional(),
  sourceId: z.string().max(100).optional(),
  sku: z.string().max(100).optional(),
  region: z.string().max(100).optional(),
  linkCode: z.string().max(100).optional(),
});

export type KpiFilters = z.infer<typeof kpiFiltersSchema>;

export const kpiInputSchema = z.object({
  name: lineSchema(80),
  source: z.enum(["metric", "manual"]),
  metricId: z.string().max(60).nullable().default(null),
  filters: kpiFiltersSchema.default({}),
  /** Where a value entered by hand is read. */
  sourceNote: z.string().trim().max(200).default(""),
  /** For a bound KPI unit and direction are the metric's own. */
  unit: z.enum(KPI_UNITS).default("count"),
  direction: z.enum(["up", "down"]).default("up"),
  baseline: z.number().nullable().default(null),
  target: z.number().nullable().default(null),
  deadline: calendarDateSchema.nullable().default(null),
  ownerId: z.string().nullable().default(null),
  weight: z.number().min(0).max(100).default(1),
  checkpoints: z
    .array(z.object({ date: calendarDateSchema, expected: z.number() }))
    .max(60)
    .default([]),
});

export const goalInputSchema = z.object({
  name: lineSchema(120),
  level: z.enum(GOAL_LEVELS),
  weight: z.number().min(0).max(100).default(1),
  ownerId: z.string().nullable().default(null),
  /** Position in the list of the goal it belongs to; it stands before this one. */
  parentIndex: z.int().min(0).nullable().default(null),
  kpis: z.array(kpiInputSchema).max(20).default([]),
});

export const newProjectSchema = planVariablesSchema.extend({
  name: lineSchema(80),
  currency: currencySchema.optional(),
  managerId: idSchema("mem"),
  people: z.record(z.string(), z.array(idSchema("mem")).max(20)).default({}),
  visibility: z.enum(["workspace", "private"]).default("workspace"),
  tags: z.array(lineSchema(30)).max(20).default([]),
  brief: z.record(z.string(), z.string().max(4000)).default({}),
  goals: z.array(goalInputSchema).max(30).default([]),
  locale: z.enum(["zh", "en"]).default("zh"),
});
