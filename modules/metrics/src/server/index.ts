import { defineModule, implement } from "@yutu/application";
import { ok } from "@yutu/kernel";
import { metrics } from "../contract/index.ts";
import { METRICS } from "../domain/catalogue.ts";
import { dimensionsOf, factsOf } from "../domain/metric.ts";

export { type Measured, type MeasuredGroup, type MeasureRequest, measure } from "./measure.ts";
export { dimensionSql, type FactFilter, type Rate, whereSql } from "./sql.ts";

export const metricsModule = defineModule({
  name: "metrics",
  operations: [
    implement(metrics.listMetrics, async () =>
      ok({
        metrics: METRICS.map((metric) => ({
          id: metric.id,
          name: metric.name,
          definition: metric.definition,
          unit: metric.unit,
          direction: metric.direction,
          sources: [...factsOf(metric)],
          dimensions: [...dimensionsOf(metric)],
          version: metric.version,
        })),
      }),
    ),
  ],
});
