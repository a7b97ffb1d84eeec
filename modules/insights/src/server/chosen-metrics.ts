import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type Dimension, dimensionsOf, findMetric, type Metric } from "@yutu/metrics/domain";
import { insightProblems, showsCost } from "../domain/index.ts";
import type { FigureQuery } from "./scope.ts";

/** The dimensions a question filters by: each must be one that every part of the metric has. */
const filteredBy = (query: FigureQuery): Dimension[] => [
  ...(query.sku === undefined ? [] : (["sku"] as const)),
  ...(query.region === undefined ? [] : (["region"] as const)),
  ...(query.linkCode === undefined ? [] : (["link"] as const)),
];

const unknown = (metricId: string): Result<never, Problem> =>
  err(
    problem(insightProblems.unknownMetric, `There is no metric "${metricId}".`, {
      params: { metricId },
      errors: [{ pointer: "/query/metricId", code: "unknown", message: "unknown" }],
    }),
  );

const unsplittable = (metric: Metric, dimension: Dimension): Result<never, Problem> =>
  err(
    problem(insightProblems.unsplittable, `"${metric.name.en}" has no ${dimension}: part of it is not recorded so.`, {
      params: { metricId: metric.id, dimension },
    }),
  );

/** The metrics of a question, or a refusal that says which of them is unknown or cannot be split and filtered so. */
export function chooseMetrics(
  ids: readonly string[],
  query: FigureQuery,
  groupBy: Dimension | undefined,
): Result<Metric[], Problem> {
  const wanted = [...filteredBy(query), ...(groupBy ? [groupBy] : [])];
  const chosen: Metric[] = [];
  for (const id of new Set(ids)) {
    const metric = findMetric(id);
    if (!metric) return unknown(id);
    const missing = wanted.find((dimension) => !dimensionsOf(metric).includes(dimension));
    if (missing) return unsplittable(metric, missing);
    chosen.push(metric);
  }
  return ok(chosen);
}

/** Parts metrics into those the reader may see and those that would tell what media cost. */
export const withoutCost = (
  metrics: readonly Metric[],
  seesCost: boolean,
): { readonly shown: Metric[]; readonly withheld: Metric[] } => ({
  shown: metrics.filter((metric) => seesCost || !showsCost(metric)),
  withheld: metrics.filter((metric) => !seesCost && showsCost(metric)),
});
