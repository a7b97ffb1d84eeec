import type { LongCall } from "@yutu/application";
import { addDays, ok, type Problem, type Result } from "@yutu/kernel";
import { DIMENSIONS, type Dimension, factsOf, type Metric } from "@yutu/metrics/domain";
import { type Measured, measure } from "@yutu/metrics/server";
import type { z } from "zod";
import type { metricAnswerSchema, metricQuerySchema } from "../../contract/schemas.ts";
import { CORRECTION_DAYS, comparedWindow, DEFAULT_TILES, type Window, warningsFor } from "../../domain/index.ts";
import { chooseMetrics, withoutCost } from "../chosen-metrics.ts";
import { factSources } from "../fact-sources.ts";
import { readScope, type Scope } from "../scope.ts";

export type MetricQuery = z.output<typeof metricQuerySchema>;
export type MetricAnswer = z.output<typeof metricAnswerSchema>;
type Figures = MetricAnswer["totals"];

const PROJECT_STRIP = DEFAULT_TILES.project[0]?.metricIds ?? [];
const IN_ORDER_OF_TIME: ReadonlySet<Dimension> = new Set(DIMENSIONS.slice(0, 3));
const isTime = (groupBy: Dimension | undefined): boolean => groupBy !== undefined && IN_ORDER_OF_TIME.has(groupBy);

const ask = (
  call: LongCall,
  scope: Scope,
  metrics: readonly Metric[],
  window: Window,
  groupBy: Dimension | undefined,
) =>
  measure(call.services.warehouse, call.actor.workspaceId, { ...scope, metrics, window, groupBy, signal: call.signal });

/** Figures beside those of the compared period. */
function joined(metrics: readonly Metric[], now: Measured["totals"], before: Measured["totals"] | undefined): Figures {
  return Object.fromEntries(
    metrics.map(({ id }) => {
      const figure = now[id] ?? { value: null, numerator: 0, denominator: null };
      return [id, { ...figure, before: before?.[id]?.value ?? null }];
    }),
  );
}

/** Groups of both periods; days of the compared period stand for themselves and are left out. */
function groupsOf(
  metrics: readonly Metric[],
  groupBy: Dimension | undefined,
  now: Measured,
  before: Measured | undefined,
): { key: string; values: Figures }[] {
  const earlier = new Map(before?.groups.map((group) => [group.group, group.values]));
  const groups = now.groups.map(({ group, values }) => ({
    key: group,
    values: joined(metrics, values, earlier.get(group)),
  }));
  if (groupBy === undefined || isTime(groupBy)) return groups;
  const known = new Set(groups.map((group) => group.key));
  const gone = [...earlier].filter(([key]) => !known.has(key));
  return [...groups, ...gone.map(([key, values]) => ({ key, values: joined(metrics, {}, values) }))];
}

function inOrder(groups: { key: string; values: Figures }[], query: MetricQuery, metrics: readonly Metric[]) {
  if (query.groupBy === undefined || isTime(query.groupBy)) return groups;
  const by = metrics.find((metric) => metric.id === query.orderBy) ?? metrics[0];
  const weight = (group: { values: Figures }) => group.values[by?.id ?? ""]?.value ?? Number.NEGATIVE_INFINITY;
  return groups.sort((a, b) => weight(b) - weight(a) || (a.key < b.key ? -1 : 1)).slice(0, query.limit);
}

const headOf = (metric: Metric) => ({
  id: metric.id,
  name: metric.name,
  definition: metric.definition,
  unit: metric.unit,
  direction: metric.direction,
  version: metric.version,
  facts: [...factsOf(metric)],
});

/** Answers a question about figures, for what exists for the caller. */
export async function queryMetrics(call: LongCall, query: MetricQuery): Promise<Result<MetricAnswer, Problem>> {
  const chosen = chooseMetrics(query.metricId ?? PROJECT_STRIP, query, query.groupBy);
  if (!chosen.ok) return chosen;
  const read = await readScope(call, query);
  if (!read.ok) return read;
  const scope = read.value;
  const { shown, withheld } = withoutCost(chosen.value, scope.seesCost);
  const compared = comparedWindow(scope.window, query.compare);
  const [now, before, sources] = await Promise.all([
    ask(call, scope, shown, scope.window, query.groupBy),
    // Days of the compared period are not shown, so only its totals are asked for.
    compared ? ask(call, scope, shown, compared, isTime(query.groupBy) ? undefined : query.groupBy) : ok(undefined),
    factSources(call, scope, [...new Set(shown.flatMap(factsOf))]),
  ]);
  if (!now.ok) return now;
  if (!before.ok) return before;
  if (!sources.ok) return sources;
  const groups = groupsOf(shown, query.groupBy, now.value, before.value);
  const warnings = warningsFor({
    window: scope.window,
    today: scope.today,
    settledUntil: addDays(scope.today, -CORRECTION_DAYS),
    needed: now.value.sources,
    sources: sources.value,
    withoutRate: now.value.withoutRate,
  });
  return ok({
    origin: {
      window: scope.window,
      comparedWith: compared,
      timeZone: scope.timeZone,
      currency: scope.currency,
      computedAt: scope.now.toISOString(),
      sources: sources.value,
      warnings,
    },
    metrics: shown.map(headOf),
    withheld: withheld.map((metric) => metric.id),
    totals: joined(shown, now.value.totals, before.value?.totals),
    groups: inOrder(groups, query, shown).map((group) => ({
      ...group,
      label: query.groupBy === "project" ? (scope.projectNames.get(group.key) ?? null) : null,
    })),
    groupCount: groups.length,
  });
}
