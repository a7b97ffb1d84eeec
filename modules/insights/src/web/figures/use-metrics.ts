import type { OperationOutput } from "@yutu/contract";
import { metrics } from "@yutu/metrics/contract";
import { useOperation } from "@yutu/ui";
import { useMemo } from "react";

export type CatalogueMetric = OperationOutput<typeof metrics.listMetrics>["metrics"][number];

/** The metric catalogue; it changes with the product only. */
export function useMetrics(): readonly CatalogueMetric[] {
  const { data } = useOperation(metrics.listMetrics, {}, { freshMs: 3_600_000 });
  return useMemo(() => data?.metrics ?? [], [data]);
}

export function useMetricNames(): ReadonlyMap<string, CatalogueMetric["name"]> {
  const all = useMetrics();
  return useMemo(() => new Map(all.map((metric) => [metric.id, metric.name])), [all]);
}
