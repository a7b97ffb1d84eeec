import { addDays, type CalendarDate, calendarDate } from "@yutu/kernel";
import { findMetric, type Metric } from "@yutu/metrics/domain";
import type { z } from "zod";
import type { kpiInputSchema } from "../../contract/schemas.ts";
import type { GoalFacts, GoalLevel, KpiFacts, SmartContext } from "../../domain/index.ts";
import { accumulatesById } from "../../domain/metric-binding.ts";

/** A KPI while it is being written; the same members as are sent. */
export type KpiDraft = z.output<typeof kpiInputSchema>;

/** A goal while it is being written, before it has an id. */
export interface GoalDraft<Kpi extends KpiDraft = KpiDraft> {
  readonly key: string;
  readonly parentKey: string | null;
  readonly name: string;
  readonly level: GoalLevel;
  readonly weight: number;
  readonly ownerId: string | null;
  readonly kpis: readonly Kpi[];
}

export const emptyKpi = (ownerId: string | null, deadline: CalendarDate | null): KpiDraft => ({
  name: "",
  source: "metric",
  metricId: null,
  filters: {},
  sourceNote: "",
  unit: "count",
  direction: "up",
  baseline: null,
  target: null,
  deadline,
  ownerId,
  weight: 1,
  checkpoints: [],
});

/** Binds a draft to a metric: name, unit and direction become the metric's own. */
export const bindTo = (draft: KpiDraft, metric: Metric, name: string): KpiDraft => ({
  ...draft,
  source: "metric",
  metricId: metric.id,
  name: draft.name.trim() === "" || draft.metricId !== null ? name : draft.name,
  unit: metric.unit,
  direction: metric.direction,
  baseline: draft.unit === metric.unit ? draft.baseline : null,
  target: draft.unit === metric.unit ? draft.target : null,
});

const factsOf = (kpi: KpiDraft): KpiFacts => ({ ...kpi, name: kpi.name });

export const goalFactsOf = (goals: readonly GoalDraft[]): GoalFacts[] =>
  goals.map((goal) => ({
    key: goal.key,
    parent: goal.parentKey,
    name: goal.name,
    ownerId: goal.ownerId,
    kpis: goal.kpis.map(factsOf),
  }));

/** What the gate has to know in the browser; the server asks the same catalogue. */
export const gateContext = (startDate: CalendarDate): SmartContext => ({
  startDate,
  knowsMetric: (id) => findMetric(id) !== undefined,
  accumulates: accumulatesById,
});

/** Checkpoints from the usual course of a type: shares of the way at days around the anchor. */
export function checkpointsOf(
  course: readonly { readonly days: number; readonly permille: number }[],
  anchorDate: CalendarDate,
  kpi: Pick<KpiDraft, "metricId" | "baseline" | "target" | "deadline">,
): KpiDraft["checkpoints"] {
  const { metricId, baseline, target, deadline } = kpi;
  const from = accumulatesById(metricId) ? 0 : baseline;
  if (target === null || from === null || deadline === null) return [];
  return course
    .map(({ days, permille }) => ({
      date: addDays(calendarDate(anchorDate), days),
      expected: from + ((target - from) * permille) / 1000,
    }))
    .filter(({ date }) => date < deadline);
}
