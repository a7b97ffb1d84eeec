import { calendarDateSchema } from "@yutu/contract";
import { z } from "zod";
import { GOAL_LEVELS, KPI_UNITS } from "../domain/goal.ts";
import { KPI_STATUSES } from "../domain/kpi-status.ts";
import { kpiFiltersSchema } from "./schemas.ts";

export const kpiStatusSchema = z.enum(KPI_STATUSES);

/** Where a value comes from: facts of the warehouse over a window, or somebody who entered it. */
export const valueSourceSchema = z.discriminatedUnion("kind", [
  z.object({
    kind: z.literal("metric"),
    facts: z.array(z.string()),
    from: z.string(),
    to: z.string(),
    /** Rows left out because their currency has no rate. */
    withoutRate: z.int(),
  }),
  z.object({ kind: z.literal("manual"), note: z.string(), day: z.string(), byName: z.string() }),
]);

export const achievabilitySchema = z.object({
  count: z.int(),
  reached: z.int(),
  best: z.number(),
  median: z.number(),
  verdict: z.enum(["usual", "ambitious", "unheard"]),
});

export const kpiSchema = z.object({
  id: z.string(),
  goalId: z.string(),
  name: z.string(),
  source: z.enum(["metric", "manual"]),
  metricId: z.string().nullable(),
  filters: kpiFiltersSchema,
  sourceNote: z.string(),
  unit: z.enum(KPI_UNITS),
  direction: z.enum(["up", "down"]),
  /** Adds up over the project; otherwise it stands at a level. */
  accumulates: z.boolean(),
  baseline: z.number().nullable(),
  target: z.number().nullable(),
  deadline: z.string().nullable(),
  ownerId: z.string().nullable(),
  ownerName: z.string(),
  weight: z.number(),
  checkpoints: z.array(z.object({ date: calendarDateSchema, expected: z.number() })),
  value: z.number().nullable(),
  /** When the value was computed or entered. */
  valueAt: z.string().nullable(),
  valueSource: valueSourceSchema.nullable(),
  status: kpiStatusSchema,
  expected: z.number().nullable(),
  progress: z.number().nullable(),
  expectedProgress: z.number().nullable(),
  /** The target among past projects of the type; null when there are none. */
  achievable: achievabilitySchema.nullable(),
  mayCheckIn: z.boolean(),
  version: z.int(),
});

export const goalSchema = z.object({
  id: z.string(),
  parentId: z.string().nullable(),
  level: z.enum(GOAL_LEVELS),
  name: z.string(),
  weight: z.number(),
  ownerId: z.string().nullable(),
  ownerName: z.string(),
  /** `draft` until the gate lets it pass; `dropped` goals count for nothing. */
  stage: z.enum(["draft", "active", "dropped"]),
  status: kpiStatusSchema,
  progress: z.number().nullable(),
  expectedProgress: z.number().nullable(),
  counted: z.int(),
  withoutValue: z.int(),
  version: z.int(),
  kpis: z.array(kpiSchema),
});

export const goalsSchema = z.object({
  goals: z.array(goalSchema),
  currency: z.string(),
  startDate: z.string(),
  today: z.string(),
  /** What keeps the goals from passing the SMART gate. */
  faults: z.array(
    z.object({ goalId: z.string().nullable(), kpiId: z.string().nullable(), field: z.string(), code: z.string() }),
  ),
  /** False when the figures could not be computed just now. */
  valuesAvailable: z.boolean(),
  abilities: z.object({ edit: z.boolean(), seeValues: z.boolean() }),
});

export const kpiCurveSchema = z.object({
  unit: z.enum(KPI_UNITS),
  currency: z.string(),
  today: z.string(),
  expected: z.array(z.object({ date: z.string(), value: z.number() })),
  actual: z.array(z.object({ date: z.string(), value: z.number() })),
  checkIns: z.array(
    z.object({
      id: z.string(),
      day: z.string(),
      value: z.number(),
      note: z.string(),
      byName: z.string(),
      at: z.string(),
    }),
  ),
});

export const pastResultsSchema = z.object({
  results: z.array(
    z.object({
      projectId: z.string(),
      projectName: z.string(),
      value: z.number(),
      /** Of a value that is money. */
      currency: z.string(),
      at: z.string(),
    }),
  ),
});
