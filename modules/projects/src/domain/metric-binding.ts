import { findMetric, type MeasureId, type Metric, measuresOf } from "@yutu/metrics/domain";

/** A metric grows from zero over the project (sales, orders) unless it is a ratio, which stands at a level. */
export const accumulates = (metric: Metric): boolean => metric.denominator === null;

/** Distinct people cannot be added up day by day: somebody who comes twice counts once. */
const DISTINCT: ReadonlySet<MeasureId> = new Set(["buyers", "repeatBuyers", "visitors"]);

export const addsUpByDay = (metric: Metric): boolean => measuresOf(metric).every((measure) => !DISTINCT.has(measure));

/** Whether the KPI bound to this metric (none for one fed by hand) grows from zero; hand-fed values are levels. */
export function accumulatesById(metricId: string | null): boolean {
  const metric = metricId === null ? undefined : findMetric(metricId);
  return metric !== undefined && accumulates(metric);
}
