import { z } from "zod";

/** The computed part of a retrospective, as it is stored. Words come later, in the reader's language. */

const amount = z.int();
const share = z.number();

export const evidenceSchema = z.object({
  /** What it is: budget_line, kpi, task, approval, asset, channel. */
  entity: z.enum(["budget_line", "kpi", "task", "approval", "asset", "channel"]),
  id: z.string(),
  label: z.string(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

export const SECTIONS = ["budget", "goals", "schedule", "approvals", "channels", "assets"] as const;
export const sectionSchema = z.enum(SECTIONS);
export type Section = (typeof SECTIONS)[number];

export const FINDING_CODES = [
  "budget_total",
  "line_over",
  "line_unused",
  "open_commitments",
  "kpi_reached",
  "kpi_missed",
  "kpi_without_value",
  "finish_slip",
  "slip_cause",
  "slip_phase",
  "on_time",
  "approval_wait",
  "rework",
  "channel_best",
  "channel_loss",
  "assets_used",
  "asset_reworked",
] as const;
export type FindingCode = (typeof FINDING_CODES)[number];

export const findingSchema = z.object({
  section: sectionSchema,
  code: z.enum(FINDING_CODES),
  tone: z.enum(["good", "neutral", "bad"]),
  /** Facts of the sentence: names and figures. */
  params: z.record(z.string(), z.union([z.string(), z.number()])),
  evidence: z.array(evidenceSchema),
});
export type Finding = z.infer<typeof findingSchema>;

export const budgetReviewSchema = z.object({
  lines: z.array(
    z.object({
      lineId: z.string(),
      name: z.string(),
      category: z.string(),
      channel: z.string().nullable(),
      reserve: z.boolean(),
      plannedMinor: amount,
      changedMinor: amount,
      /** Plan with approved changes. */
      budgetMinor: amount,
      committedMinor: amount,
      actualMinor: amount,
      /** Actual less budget: above 0 is overspent. */
      deviationMinor: amount,
      /** Share of the budget; null without one. */
      deviation: share.nullable(),
      verdict: z.enum(["over", "on", "under", "unused"]),
    }),
  ),
  totals: z.object({
    plannedMinor: amount,
    changedMinor: amount,
    budgetMinor: amount,
    committedMinor: amount,
    actualMinor: amount,
    deviationMinor: amount,
    deviation: share.nullable(),
  }),
});
export type BudgetReview = z.infer<typeof budgetReviewSchema>;

export const goalReviewSchema = z.object({
  kpis: z.array(
    z.object({
      kpiId: z.string(),
      goalId: z.string(),
      goalName: z.string(),
      metricId: z.string().nullable(),
      name: z.string(),
      unit: z.enum(["money", "count", "ratio", "decimal"]),
      direction: z.enum(["up", "down"]),
      baseline: z.number().nullable(),
      target: z.number().nullable(),
      actual: z.number().nullable(),
      weight: z.number(),
      /** (actual − baseline) ÷ (target − baseline); 1 is the target. */
      attainment: share.nullable(),
      verdict: z.enum(["reached", "near", "missed", "no_value"]),
    }),
  ),
  /** Weighted mean, each KPI between 0 and 1; null without any value. */
  attainment: share.nullable(),
  reached: z.int(),
});
export type GoalReview = z.infer<typeof goalReviewSchema>;

export const SLIP_CAUSES = ["predecessor", "late_start", "overrun", "untracked", "unfinished"] as const;
export type SlipCause = (typeof SLIP_CAUSES)[number];

const slipGroup = z.object({ key: z.string(), name: z.string(), tasks: z.int(), late: z.int(), days: z.int() });

export const scheduleReviewSchema = z.object({
  /** Tasks that took part: approved with a date and not cancelled, without the sums above them. */
  tasks: z.int(),
  onTime: z.int(),
  onTimeRate: share.nullable(),
  plannedFinish: z.string().nullable(),
  actualFinish: z.string().nullable(),
  /** Calendar days between the two; below 0 is early. */
  finishSlipDays: z.int().nullable(),
  late: z.array(
    z.object({
      taskId: z.string(),
      number: z.int(),
      title: z.string(),
      phase: z.string(),
      owners: z.array(z.string()),
      milestone: z.boolean(),
      baselineDue: z.string(),
      /** Null when it was never finished. */
      completedOn: z.string().nullable(),
      slipDays: z.int(),
      causes: z.array(
        z.object({
          cause: z.enum(SLIP_CAUSES),
          days: z.int(),
          /** The task that was waited for. */
          becauseOf: z.object({ taskId: z.string(), title: z.string() }).nullable(),
        }),
      ),
    }),
  ),
  byCause: z.array(z.object({ cause: z.enum(SLIP_CAUSES), tasks: z.int(), days: z.int() })),
  byPhase: z.array(slipGroup),
  byOwner: z.array(slipGroup),
});
export type ScheduleReview = z.infer<typeof scheduleReviewSchema>;

export const approvalReviewSchema = z.object({
  entries: z.array(
    z.object({
      approvalId: z.string(),
      subjectType: z.string(),
      subjectId: z.string(),
      title: z.string(),
      state: z.string(),
      waitingHours: z.number().nullable(),
      /** How often the same subject was sent. */
      rounds: z.int(),
    }),
  ),
  bySubject: z.array(
    z.object({
      subjectType: z.string(),
      subjects: z.int(),
      approvals: z.int(),
      returned: z.int(),
      medianHours: z.number().nullable(),
      longestHours: z.number().nullable(),
    }),
  ),
  medianHours: z.number().nullable(),
  longestHours: z.number().nullable(),
  /** Subjects that were sent more than once. */
  reworked: z.int(),
});
export type ApprovalReview = z.infer<typeof approvalReviewSchema>;

export const channelReviewSchema = z.object({
  window: z.object({ from: z.string(), to: z.string() }),
  currency: z.string(),
  metricIds: z.array(z.string()),
  totals: z.record(z.string(), z.number().nullable()),
  channels: z.array(z.object({ channel: z.string(), figures: z.record(z.string(), z.number().nullable()) })),
  /** Rows left out because their currency has no rate. */
  rowsWithoutRate: z.int(),
});
export type ChannelReview = z.infer<typeof channelReviewSchema>;

export const assetReviewSchema = z.object({
  assets: z.array(
    z.object({
      assetId: z.string(),
      name: z.string(),
      kind: z.string(),
      versions: z.int(),
      tasks: z.int(),
      channels: z.array(z.string()),
    }),
  ),
  versions: z.int(),
  /** Assets that some task of the plan names. */
  used: z.int(),
});
export type AssetReview = z.infer<typeof assetReviewSchema>;

export const retrospectiveDocumentSchema = z.object({
  schema: z.literal(1),
  computedAt: z.string(),
  project: z.object({
    id: z.string(),
    name: z.string(),
    campaignKey: z.string(),
    startDate: z.string(),
    endDate: z.string(),
    anchorDate: z.string(),
    closedOn: z.string(),
    managerName: z.string(),
    currency: z.string(),
  }),
  budget: budgetReviewSchema,
  goals: goalReviewSchema,
  schedule: scheduleReviewSchema,
  approvals: approvalReviewSchema,
  channels: channelReviewSchema,
  assets: assetReviewSchema,
  findings: z.array(findingSchema),
});
export type RetrospectiveDocument = z.infer<typeof retrospectiveDocumentSchema>;
