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

type Answer = Promise<Result<FactSource[], Problem>>;

/** Questions that are being answered: the tiles of a page all ask the same one, at the same time. */
const underWay = new Map<string, Answer>();

function shared(question: string, ask: () => Answer): Answer {
  const known = underWay.get(question);
  if (known !== undefined) return known;
  const answer = ask().finally(() => underWay.delete(question));
  underWay.set(question, answer);
  return answer;
}

function ask(call: LongCall, scope: Scope, fact: Fact): Answer {
  const where = whereSql(fact, scope.filter);
  const sql = `SELECT source_id AS sourceId, count() AS rows, max(${dimensionSql(fact, "day")}) AS lastDay, toString(max(${ARRIVED[fact]})) AS fetchedAt
    FROM {{${fact}}} WHERE ${where.sql} GROUP BY sourceId ORDER BY rows DESC, sourceId`;
  const params = { ...where.params, ...scope.window, timeZone: scope.timeZone };
  const { workspaceId } = call.actor;
  // Without the signal of the call: another one may wait for the answer.
  return shared(JSON.stringify([workspaceId, sql, params]), async () => {
    const answer = await call.services.warehouse.query({ workspaceId }, { sql, params, row: sourceRow });
    return mapOk(answer, (rows) => rows.map((row) => ({ fact, ...row })));
  });
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
