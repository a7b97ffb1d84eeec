import type { LongCall } from "@yutu/application";
import { collect, mapOk, type Problem, type Result } from "@yutu/kernel";
import type { Fact } from "@yutu/metrics/domain";
import { dimensionSql, whereSql } from "@yutu/metrics/server";
import { z } from "zod";
import type { FactSource } from "../domain/index.ts";
import type { Scope } from "./scope.ts";

/** `2026-09-01 04:00:00.000` of the warehouse, which is UTC, as ISO 8601. */
export const isoInstant = (text: string): string => `${text.replace(" ", "T")}Z`;

const sourceRow = z.object({
  sourceId: z.string(),
  rows: z.coerce.number(),
  lastDay: z.string(),
  fetchedAt: z.string().transform(isoInstant),
});

const ARRIVED: Readonly<Record<Fact, string>> = {
  order_lines: "fetched_at",
  ad_facts: "fetched_at",
  events: "received_at",
};

function ask(call: LongCall, scope: Scope, fact: Fact): Promise<Result<FactSource[], Problem>> {
  const where = whereSql(fact, scope.filter);
  const sql = `SELECT source_id AS sourceId, count() AS rows, max(${dimensionSql(fact, "day")}) AS lastDay, toString(max(${ARRIVED[fact]})) AS fetchedAt
    FROM {{${fact}}} WHERE ${where.sql} GROUP BY sourceId ORDER BY rows DESC, sourceId`;
  const params = { ...where.params, ...scope.window, timeZone: scope.timeZone };
  return call.services.warehouse
    .query({ workspaceId: call.actor.workspaceId }, { sql, params, row: sourceRow, signal: call.signal })
    .then((answer) => mapOk(answer, (rows) => rows.map((row) => ({ fact, ...row }))));
}

/** Which sources the facts of a question came from, how many rows, until which day, and when they came in. */
export async function factSources(
  call: LongCall,
  scope: Scope,
  facts: readonly Fact[],
): Promise<Result<FactSource[], Problem>> {
  // Nothing exists for the caller, so nothing came from anywhere.
  if (scope.filter.projectIds?.length === 0) return { ok: true, value: [] };
  const answers = await Promise.all(facts.map((fact) => ask(call, scope, fact)));
  return mapOk(collect(answers), (lists) => lists.flat());
}
