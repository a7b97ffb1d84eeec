import { calendarDateSchema, idSchema, listOf } from "@yutu/contract";
import { DIMENSIONS, FACTS } from "@yutu/metrics/domain";
import { z } from "zod";
import { READERS, TILE_CHARTS } from "../domain/dashboard.ts";
import { COMPARISONS } from "../domain/window.ts";

export const factSchema = z.enum(FACTS);
export const dimensionSchema = z.enum(DIMENSIONS);
export const comparisonSchema = z.enum(COMPARISONS);
const metricIdSchema = z.string().min(1).max(60);

export const windowSchema = z.object({ from: z.string(), to: z.string() });

/** Days and conditions that every question about figures shares. */
export const figureQuerySchema = z.object({
  from: calendarDateSchema,
  to: calendarDateSchema,
  projectId: listOf(idSchema("prj")),
  channel: z.string().max(60).optional(),
  sourceId: z.string().max(60).optional(),
  sku: z.string().max(200).optional(),
  region: z.string().max(200).optional(),
  linkCode: z.string().max(60).optional(),
});

export const metricQuerySchema = figureQuerySchema.extend({
  /** The strip of a project when left out. */
  metricId: listOf(metricIdSchema),
  groupBy: dimensionSchema.optional(),
  compare: comparisonSchema.default("none"),
  /** Groups that are no days come in falling order of this metric; the first one when left out. */
  orderBy: metricIdSchema.optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

export const figureSchema = z.object({
  /** Minor units for money, a fraction for a ratio; null where there is nothing to divide by. */
  value: z.number().nullable(),
  numerator: z.number(),
  denominator: z.number().nullable(),
  /** The same figure in the compared period; null without one. */
  before: z.number().nullable(),
});

export const metricHeadSchema = z.object({
  id: z.string(),
  name: z.object({ zh: z.string(), en: z.string() }),
  definition: z.object({ zh: z.string(), en: z.string() }),
  unit: z.enum(["money", "count", "ratio", "decimal"]),
  direction: z.enum(["up", "down"]),
  version: z.int(),
  facts: z.array(factSchema),
});

export const factSourceSchema = z.object({
  fact: factSchema,
  sourceId: z.string(),
  rows: z.int(),
  lastDay: z.string(),
  fetchedAt: z.string(),
});

export const warningSchema = z.discriminatedUnion("code", [
  z.object({ code: z.literal("without_rate"), currency: z.string(), rows: z.int() }),
  z.object({ code: z.literal("provisional"), from: z.string() }),
  z.object({ code: z.literal("data_ends"), fact: factSchema, lastDay: z.string() }),
  z.object({ code: z.literal("no_data"), fact: factSchema }),
]);

/** Where figures come from, for which days, how fresh, in which money. */
export const originSchema = z.object({
  window: windowSchema,
  comparedWith: windowSchema.nullable(),
  timeZone: z.string(),
  currency: z.string(),
  computedAt: z.string(),
  sources: z.array(factSourceSchema),
  warnings: z.array(warningSchema),
});

export const metricAnswerSchema = z.object({
  origin: originSchema,
  metrics: z.array(metricHeadSchema),
  /** Metrics that were asked for but tell what media cost, which the caller may not see. */
  withheld: z.array(z.string()),
  totals: z.record(z.string(), figureSchema),
  groups: z.array(
    z.object({
      key: z.string(),
      /** Name of what the key stands for, where the server knows it (projects). */
      label: z.string().nullable(),
      values: z.record(z.string(), figureSchema),
    }),
  ),
  /** All groups there are; more than are listed when the list was cut. */
  groupCount: z.int(),
});

export const rowQuerySchema = figureQuerySchema.extend({
  metricId: metricIdSchema,
  /** For metrics of several kinds of facts; the first of the numerator when left out. */
  fact: factSchema.optional(),
  /** Only the rows of one group of a split. */
  groupBy: dimensionSchema.optional(),
  group: z.string().max(400).optional(),
});

const rowOrigin = {
  day: z.string(),
  sourceId: z.string(),
  importId: z.string().nullable(),
  /** Row of the imported file; null for what came over the API. */
  rowNumber: z.int().nullable(),
  fetchedAt: z.string(),
  projectId: z.string(),
  channel: z.string(),
  linkCode: z.string(),
};

export const orderRowSchema = z.object({
  ...rowOrigin,
  fact: z.literal("order_lines"),
  orderNo: z.string(),
  lineNo: z.string(),
  kind: z.string(),
  orderedAt: z.string(),
  sku: z.string(),
  productName: z.string(),
  quantity: z.number(),
  currency: z.string(),
  grossMinor: z.int(),
  netMinor: z.int(),
  customerId: z.string(),
  region: z.string(),
  status: z.string(),
});

export const adRowSchema = z.object({
  ...rowOrigin,
  fact: z.literal("ad_facts"),
  account: z.string(),
  campaign: z.string(),
  adGroup: z.string(),
  ad: z.string(),
  currency: z.string(),
  /** Null for those who may not see what media cost. */
  spendMinor: z.int().nullable(),
  impressions: z.int(),
  clicks: z.int(),
  leads: z.int(),
  conversions: z.number(),
});

export const eventRowSchema = z.object({
  ...rowOrigin,
  fact: z.literal("events"),
  occurredAt: z.string(),
  type: z.string(),
  event: z.string(),
  actor: z.string(),
  pagePath: z.string(),
  campaign: z.string(),
});

export const factRowSchema = z.discriminatedUnion("fact", [orderRowSchema, adRowSchema, eventRowSchema]);

export const annotationSchema = z.object({
  date: z.string(),
  kind: z.enum(["anchor", "milestone", "phase"]),
  title: z.string(),
  projectId: z.string(),
  /** The task of a milestone. */
  taskId: z.string().nullable(),
});

export const readerSchema = z.enum(READERS);

export const tileSchema = z.object({
  metricIds: z.array(metricIdSchema).min(1).max(20),
  groupBy: dimensionSchema.nullable(),
  chart: z.enum(TILE_CHARTS),
  half: z.boolean().default(false),
});

export const dashboardSchema = z.object({
  reader: readerSchema,
  projectId: z.string().nullable(),
  tiles: z.array(tileSchema),
  /** Null while it is the layout it began with. */
  version: z.int().nullable(),
  abilities: z.object({ edit: z.boolean() }),
});
