import { collect, ok, type Problem, type Result } from "@yutu/kernel";
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

interface Statement {
  readonly sql: string;
  readonly params: BindValues;
  readonly fact: Fact;
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

/** Marks names of groups, so that the row of the totals, whose name is empty, is told from a group without a name. */
const named = (expression: string): string => `concat('=', ${expression})`;

/** What a row counts for that has no rate: the name of the column, which is no measure. */
const UNRATED = "unrated";

/** Sums of the plain measures of one fact: in all, and by group when there is a dimension, in one reading. */
function plainSql(
  request: MeasureRequest,
  fact: Fact,
  measures: readonly MeasureId[],
  dimension: Dimension | undefined,
): Statement {
  const { where, rate, params } = common(request, fact);
  const columns = measures.flatMap((m) => (isNested(m) ? [] : [`${AGGREGATE[m]} AS ${m}`]));
  const grp = dimension ? named(dimensionSql(fact, dimension)) : "''";
  const rows = `SELECT *, ${rate} AS rate, ${grp} AS grp FROM ${source(fact)} WHERE ${where}`;
  const sets = dimension ? "GROUPING SETS ((), (grp))" : "grp";
  return {
    sql: `SELECT grp, countIf(rate = 0) AS ${UNRATED}, ${columns.join(", ")} FROM (${rows}) GROUP BY ${sets}`,
    params,
    fact,
  };
}

/** Customers with two or more orders, by group. */
function repeatSql(request: MeasureRequest, dimension: Dimension | undefined): Statement {
  const { where, params } = common(request, "order_lines");
  const group = dimension ? named(dimensionSql("order_lines", dimension)) : "''";
  return {
    fact: "order_lines",
    sql: `SELECT grp, countIf(orders >= 2) AS repeatBuyers FROM (
      SELECT ${group} AS grp, customer_id, uniqExact((source_id, order_no)) AS orders FROM {{order_lines}}
      WHERE ${where} AND kind = 'sale' AND customer_id != '' GROUP BY grp, customer_id) GROUP BY grp`,
    params,
  };
}

/** Orders of one instant are told apart by their number. As one integer, because smallest tuples are found four times as slowly. */
const EARLIEST =
  "bitOr(bitShiftLeft(toUInt128(toUnixTimestamp64Milli(ordered_at)), 64), toUInt128(sipHash64(order_no)))";

/**
 * Customers by the group of their first order ever, when that lies in the window. Only customers with an order there can be
 * new in it, and nothing later can be their first; the two days are what time zones of sources may differ by.
 */
function newSql(request: MeasureRequest, dimension: Dimension | undefined): Statement {
  const { where, params } = common(request, "order_lines");
  const group = dimension ? named(dimensionSql("order_lines", dimension)) : "''";
  const sales = "kind = 'sale' AND customer_id != ''";
  return {
    fact: "order_lines",
    sql: `SELECT grp, count() AS newBuyers FROM (
      SELECT customer_id, argMin(${group}, ${EARLIEST}) AS grp, argMin((${where}), ${EARLIEST}) AS inside FROM {{order_lines}}
      WHERE ${sales} AND ordered_on <= addDays(toDate({to:String}), 2) AND customer_id IN (SELECT customer_id FROM {{order_lines}} WHERE ${where} AND ${sales})
      GROUP BY customer_id) WHERE inside GROUP BY grp`,
    params,
  };
}

/** Rows per currency that has neither a rate nor the wanted currency. */
function strayCurrencySql(request: MeasureRequest, fact: Fact): Statement {
  const { where, rate, params } = common(request, fact);
  return {
    fact,
    sql: `SELECT currency AS grp, count() AS rows FROM {{${fact}}} WHERE ${where} AND ${rate} = 0 GROUP BY grp`,
    params,
  };
}

/** As few questions as possible: each costs the engine some milliseconds before it has read a row. */
function statementsFor(
  request: MeasureRequest,
  measures: readonly MeasureId[],
  dimension: Dimension | undefined,
): Statement[] {
  const statements = FACTS.flatMap((fact) => {
    const plain = measures.filter((m) => factOf(m) === fact && !isNested(m));
    return plain.length > 0 ? [plainSql(request, fact, plain, dimension)] : [];
  });
  // Who bought in two groups is counted in both, so the total is another question.
  if (measures.includes("repeatBuyers")) statements.push(repeatSql(request, undefined));
  if (measures.includes("repeatBuyers") && dimension) statements.push(repeatSql(request, dimension));
  if (measures.includes("newBuyers")) statements.push(newSql(request, dimension));
  return statements;
}

type Ask = (statement: Statement) => Promise<Result<Record<string, string | number>[], Problem>>;

interface Summed {
  readonly totals: Sums;
  readonly groups: ReadonlyMap<string, Sums>;
  /** Facts with rows whose currency has no rate. */
  readonly unrated: ReadonlySet<Fact>;
}

async function sumsOf(
  ask: Ask,
  request: MeasureRequest,
  measures: readonly MeasureId[],
): Promise<Result<Summed, Problem>> {
  const statements = statementsFor(request, measures, request.groupBy);
  const answers = await Promise.all(statements.map(ask));
  const totals: Sums = {};
  const groups = new Map<string, Sums>();
  const unrated = new Set<Fact>();
  for (const [i, answer] of answers.entries()) {
    if (!answer.ok) return answer;
    for (const { grp, [UNRATED]: rowsWithoutRate = 0, ...values } of answer.value) {
      const numbers = Object.fromEntries(Object.entries(values).map(([measure, value]) => [measure, Number(value)]));
      const name = String(grp);
      if (name === "") Object.assign(totals, numbers);
      else groups.set(name.slice(1), { ...groups.get(name.slice(1)), ...numbers });
      const fact = statements[i]?.fact;
      if (fact !== undefined && Number(rowsWithoutRate) > 0) unrated.add(fact);
    }
  }
  // Everybody is new in one group only, so these may be added up.
  if (request.groupBy && measures.includes("newBuyers"))
    totals.newBuyers = [...groups.values()].reduce((sum, { newBuyers = 0 }) => sum + newBuyers, 0);
  return ok({ totals, groups, unrated });
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
  const summed = await sumsOf(ask, request, measures);
  if (!summed.ok) return summed;
  const { totals, groups, unrated } = summed.value;
  const strays = collect(await Promise.all([...unrated].map((fact) => ask(strayCurrencySql(request, fact)))));
  if (!strays.ok) return strays;
  const withoutRate = strays.value.flat().map((row) => ({ currency: String(row.grp), rows: Number(row.rows) }));
  return ok({
    totals: valuesOf(request.metrics, totals),
    groups: [...groups]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([group, sums]) => ({ group, values: valuesOf(request.metrics, sums) })),
    sources,
    withoutRate,
  });
}
