import { forbidden, type LongCall } from "@yutu/application";
import { decodeCursor, err, mapOk, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type Fact, factsOf, type Metric } from "@yutu/metrics/domain";
import { dimensionSql, whereSql } from "@yutu/metrics/server";
import type { BindValues } from "@yutu/warehouse";
import { z } from "zod";
import type { rowQuerySchema } from "../../contract/schemas.ts";
import { insightProblems } from "../../domain/index.ts";
import { chooseMetrics, withoutCost } from "../chosen-metrics.ts";
import { readScope, type Scope } from "../scope.ts";
import { feedsSql } from "./contribution.ts";
import { type FactRow, ROW_SHAPES } from "./row-shapes.ts";

export type RowQuery = z.output<typeof rowQuerySchema>;

export interface RowQuestion {
  readonly scope: Scope;
  readonly metric: Metric;
  readonly fact: Fact;
  readonly where: string;
  readonly params: BindValues;
}

export interface KeyedRow {
  readonly row: FactRow;
  readonly key: readonly (string | number)[];
}

function factFor(metric: Metric, asked: Fact | undefined): Result<Fact, Problem> {
  const [first] = factsOf(metric);
  const fact = asked ?? first;
  if (fact !== undefined && factsOf(metric).includes(fact)) return ok(fact);
  return err(
    problem(insightProblems.unsplittable, `"${metric.name.en}" is not computed from ${asked}.`, {
      params: { metricId: metric.id, dimension: asked ?? "" },
    }),
  );
}

/** Which rows are asked for, once the metric, the reader's rights and the split have been checked. */
export async function askForRows(call: LongCall, query: RowQuery): Promise<Result<RowQuestion, Problem>> {
  const chosen = chooseMetrics([query.metricId], query, query.groupBy);
  if (!chosen.ok) return chosen;
  const read = await readScope(call, query);
  if (!read.ok) return read;
  const scope = read.value;
  const { shown } = withoutCost(chosen.value, scope.seesCost);
  const [metric] = shown;
  if (!metric) return forbidden("This figure tells what media cost. Your role does not see money.");
  const fact = factFor(metric, query.fact);
  if (!fact.ok) return fact;
  const filtered = whereSql(fact.value, scope.filter);
  const inGroup =
    query.groupBy !== undefined && query.group !== undefined
      ? ` AND ${dimensionSql(fact.value, query.groupBy)} = {inGroup:String}`
      : "";
  return ok({
    scope,
    metric,
    fact: fact.value,
    where: `${filtered.sql} AND ${feedsSql(metric, fact.value)}${inGroup}`,
    params: {
      ...filtered.params,
      ...scope.window,
      timeZone: scope.timeZone,
      ...(inGroup ? { inGroup: query.group ?? "" } : {}),
    },
  });
}

const places = [0, 1, 2, 3] as const;

/** Up to `limit` rows after a key, the latest first. */
export async function readRows(
  call: LongCall,
  { fact, where, params, scope }: RowQuestion,
  limit: number,
  after: readonly (string | number | null)[] | undefined,
): Promise<Result<KeyedRow[], Problem>> {
  if (scope.filter.projectIds?.length === 0) return ok([]);
  const { columns, order, row } = ROW_SHAPES[fact];
  const keys = places.map((i) => `${order[i] ?? "''"} AS k${i}`).join(", ");
  const rest = after ? ` AND (${order.join(", ")}) < ({a0:String}, {a1:String}, {a2:String}, {a3:String})` : "";
  const bound = Object.fromEntries(places.map((i) => [`a${i}`, String(after?.[i] ?? "")]));
  const sql = `SELECT ${columns}, ${keys} FROM {{${fact}}} WHERE ${where}${rest} ORDER BY k0 DESC, k1 DESC, k2 DESC, k3 DESC LIMIT {most:UInt32}`;
  const answer = await call.services.warehouse.query(
    { workspaceId: call.actor.workspaceId },
    { sql, params: { ...params, ...(after ? bound : {}), most: limit }, row, signal: call.signal },
  );
  return mapOk(answer, (rows) =>
    rows.map(({ row: each, key }) => ({
      key,
      row: each.fact === "ad_facts" && !scope.seesCost ? { ...each, spendMinor: null } : each,
    })),
  );
}

const countRow = z.object({ n: z.coerce.number() });

export async function countRows(call: LongCall, question: RowQuestion): Promise<Result<number, Problem>> {
  if (question.scope.filter.projectIds?.length === 0) return ok(0);
  const sql = `SELECT count() AS n FROM {{${question.fact}}} WHERE ${question.where}`;
  const answer = await call.services.warehouse.query(
    { workspaceId: call.actor.workspaceId },
    { sql, params: question.params, row: countRow, signal: call.signal },
  );
  return mapOk(answer, (rows) => rows[0]?.n ?? 0);
}

/** The key of a cursor; an unreadable one begins at the start. */
export function keyOfCursor(cursor: string | undefined): readonly (string | number | null)[] | undefined {
  const decoded = cursor === undefined ? undefined : decodeCursor(cursor, places.length);
  return decoded?.ok ? decoded.value : undefined;
}
