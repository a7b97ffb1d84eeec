import { err, ok, type Problem, type Result } from "@yutu/kernel";
import type { BindValues, Warehouse } from "@yutu/warehouse";
import { z } from "zod";
import { FACTS, type Fact, type MeasureId } from "../domain/measure.ts";
import { type Dimension, evaluate, factsOf, type Metric, type MetricValue, measuresOf } from "../domain/metric.ts";
import { AGGREGATE, dimensionSql, type FactFilter, factOf, isNested, type Rate, rateSql, whereSql } from "./sql.ts";

export interface MeasureRequest {
  readonly metrics: readonly Metric[];
  /** Calendar days in the workspace's time zone, both included. */
  readonly window: { readonly from: string; readonly to: string };
  readonly filter: FactFilter;
  readonly groupBy?: Dimension | undefined;
  readonly timeZone: string;
  /** Money is given in minor units of this currency. */
  readonly currency: string;
  /** Rates into `currency`, the newest first for each currency. */
  readonly rates: readonly Rate[];
  readonly signal?: AbortSignal;
}

export interface MeasuredGroup {
  readonly group: string;
  readonly values: Readonly<Record<string, MetricValue>>;
}

export interface Measured {
  readonly totals: Readonly<Record<string, MetricValue>>;
  /** In order of the group's name; empty without `groupBy`. */
  readonly groups: readonly MeasuredGroup[];
  readonly sources: readonly Fact[];
  /** Rows that could not be counted because their currency has no rate. */
  readonly withoutRate: readonly { readonly currency: string; readonly rows: number }[];
}

type Sums = Partial<Record<MeasureId, number>>;

const rowSchema = z.record(z.string(), z.union([z.string(), z.number()]));

const source = (fact: Fact): string => `{{${fact}}}`;

function common(request: MeasureRequest, fact: Fact): { where: string; rate: string; params: BindValues } {
  const where = whereSql(fact, request.filter);
  const rate = fact === "events" ? { sql: "toDecimal128(1, 10)", params: {} } : rateSql(fact, request.rates);
  const { from, to } = request.window;
  return {
    where: where.sql,
    rate: rate.sql,
    params: { ...where.params, ...rate.params, from, to, timeZone: request.timeZone, currency: request.currency },
  };
}

/** Sums of the plain measures of one fact, by group. */
function plainSql(
  request: MeasureRequest,
  fact: Fact,
  measures: readonly MeasureId[],
  dimension: Dimension | undefined,
): { sql: string; params: BindValues } {
  const { where, rate, params } = common(request, fact);
  const columns = measures.flatMap((m) => (isNested(m) ? [] : [`${AGGREGATE[m]} AS ${m}`]));
  const group = dimension ? dimensionSql(fact, dimension) : "''";
  return {
    sql: `SELECT ${group} AS grp, ${columns.join(", ")} FROM (SELECT *, ${rate} AS rate FROM ${source(fact)} WHERE ${where}) GROUP BY grp`,
    params,
  };
}

/** Customers with two or more orders, by group. */
function repeatSql(request: MeasureRequest, dimension: Dimension | undefined): { sql: string; params: BindValues } {
  const { where, params } = common(request, "order_lines");
  const group = dimension ? dimensionSql("order_lines", dimension) : "''";
  return {
    sql: `SELECT grp, countIf(orders >= 2) AS repeatBuyers FROM (
      SELECT ${group} AS grp, customer_id, uniqExact((source_id, order_no)) AS orders FROM {{order_lines}}
      WHERE ${where} AND kind = 'sale' AND customer_id != '' GROUP BY grp, customer_id) GROUP BY grp`,
    params,
  };
}

/** Customers by the group of their first order ever, when that lies in the window. */
function newSql(request: MeasureRequest, dimension: Dimension | undefined): { sql: string; params: BindValues } {
  const { params } = common(request, "order_lines");
  const { sql: narrowed } = whereSql("order_lines", request.filter);
  const group = dimension ? dimensionSql("order_lines", dimension) : "''";
  return {
    sql: `SELECT grp, count() AS newBuyers FROM (
      SELECT customer_id, argMin(${group}, (ordered_at, order_no)) AS grp, argMin((${narrowed}), (ordered_at, order_no)) AS inside FROM {{order_lines}}
      WHERE kind = 'sale' AND customer_id != '' GROUP BY customer_id) WHERE inside GROUP BY grp`,
    params,
  };
}

/** Rows per currency that has neither a rate nor the wanted currency. */
function strayCurrencySql(request: MeasureRequest, fact: Fact): { sql: string; params: BindValues } {
  const { where, rate, params } = common(request, fact);
  return {
    sql: `SELECT currency AS grp, count() AS rows FROM {{${fact}}} WHERE ${where} AND ${rate} = 0 GROUP BY grp`,
    params,
  };
}

function statementsFor(
  request: MeasureRequest,
  measures: readonly MeasureId[],
  dimension: Dimension | undefined,
): { sql: string; params: BindValues }[] {
  const statements = FACTS.flatMap((fact) => {
    const plain = measures.filter((m) => factOf(m) === fact && !isNested(m));
    return plain.length > 0 ? [plainSql(request, fact, plain, dimension)] : [];
  });
  if (measures.includes("repeatBuyers")) statements.push(repeatSql(request, dimension));
  if (measures.includes("newBuyers")) statements.push(newSql(request, dimension));
  return statements;
}

type Ask = (statement: {
  sql: string;
  params: BindValues;
}) => Promise<Result<Record<string, string | number>[], Problem>>;

/** Sums of all measures by group, from as few queries as there are kinds of fact. */
async function sumsBy(
  ask: Ask,
  request: MeasureRequest,
  measures: readonly MeasureId[],
  dimension: Dimension | undefined,
): Promise<Result<Map<string, Sums>, Problem>> {
  const answers = await Promise.all(statementsFor(request, measures, dimension).map(ask));
  const sums = new Map<string, Sums>();
  for (const answer of answers) {
    if (!answer.ok) return answer;
    for (const { grp, ...values } of answer.value) {
      const name = String(grp);
      const numbers = Object.fromEntries(Object.entries(values).map(([measure, value]) => [measure, Number(value)]));
      sums.set(name, { ...sums.get(name), ...numbers });
    }
  }
  return ok(sums);
}

const valuesOf = (metrics: readonly Metric[], sums: Sums): Record<string, MetricValue> =>
  Object.fromEntries(metrics.map((metric) => [metric.id, evaluate(metric, sums)]));

/**
 * Computes metrics over the facts of a workspace. Totals are computed apart from the groups, because distinct people
 * cannot be added up.
 */
export async function measure(
  warehouse: Warehouse,
  workspaceId: string,
  request: MeasureRequest,
): Promise<Result<Measured, Problem>> {
  const measures = [...new Set(request.metrics.flatMap(measuresOf))];
  const sources = FACTS.filter((fact) => request.metrics.some((metric) => factsOf(metric).includes(fact)));
  // Nothing that exists for the caller: every sum is 0, and the engine need not be asked.
  if (request.filter.projectIds?.length === 0)
    return ok({ totals: valuesOf(request.metrics, {}), groups: [], sources, withoutRate: [] });
  const ask: Ask = ({ sql, params }) =>
    warehouse.query(
      { workspaceId },
      { sql, params, row: rowSchema, ...(request.signal ? { signal: request.signal } : {}) },
    );
  const moneyFacts = sources.filter((fact) => fact !== "events");
  const [totals, groups, ...strays] = await Promise.all([
    sumsBy(ask, request, measures, undefined),
    request.groupBy ? sumsBy(ask, request, measures, request.groupBy) : Promise.resolve(ok(new Map<string, Sums>())),
    ...moneyFacts.map((fact) => ask(strayCurrencySql(request, fact))),
  ]);
  if (!totals.ok) return totals;
  if (!groups.ok) return groups;
  const failed = strays.find((s) => !s.ok);
  if (failed && !failed.ok) return err(failed.error);
  const withoutRate = strays.flatMap((s) =>
    s.ok ? s.value.map((row) => ({ currency: String(row.grp), rows: Number(row.rows) })) : [],
  );
  return ok({
    totals: valuesOf(request.metrics, totals.value.get("") ?? {}),
    groups: [...groups.value]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, sums]) => ({ group, values: valuesOf(request.metrics, sums) })),
    sources,
    withoutRate,
  });
}
