import type { KpiDirection, KpiUnit } from "./goal.ts";

/** What a KPI has to know of the metric it is bound to. */
export interface BoundMetric {
  readonly unit: KpiUnit;
  readonly direction: KpiDirection;
  /** Adds up over the project (sales, orders) instead of standing at a level (rates, averages). */
  readonly accumulates: boolean;
}

const sum = (unit: KpiUnit, direction: KpiDirection = "up"): BoundMetric => ({ unit, direction, accumulates: true });
const level = (unit: KpiUnit, direction: KpiDirection = "up"): BoundMetric => ({ unit, direction, accumulates: false });

const BOUND: Readonly<Record<string, BoundMetric>> = {
  gmv: sum("money"),
  orders: sum("count"),
  aov: level("money"),
  roas: level("ratio"),
  ctr: level("ratio"),
  cvr: level("ratio"),
};

export const boundMetric = (metricId: string): BoundMetric | undefined => BOUND[metricId];
