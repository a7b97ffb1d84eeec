import { invalid } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { findActiveMember } from "@yutu/identity/server";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import type { z } from "zod";
import type { goalInputSchema, kpiInputSchema } from "../../contract/schemas.ts";
import { projectProblems } from "../../domain/index.ts";
import { goals, kpis } from "../tables.ts";

export type GoalInput = z.output<typeof goalInputSchema>;
export type KpiInput = z.output<typeof kpiInputSchema>;

/** The columns of a KPI: unit and direction of a bound one are the metric's own. */
export function kpiColumns(
  input: KpiInput,
  pointer: string,
): Result<Omit<typeof kpis.$inferInsert, "id" | "projectId" | "goalId">, Problem> {
  const { source, metricId, checkpoints, ...rest } = input;
  if (source === "manual" || metricId === null)
    return ok({ ...rest, source, metricId: source === "manual" ? null : metricId, checkpoints });
  const metric = findMetric(metricId);
  if (!metric)
    return err(
      problem(projectProblems.unknownMetric, `There is no metric "${metricId}".`, {
        params: { metricId },
        errors: [{ pointer: `${pointer}/metricId`, code: "unknown", message: "unknown" }],
      }),
    );
  return ok({ ...rest, source, metricId, checkpoints, unit: metric.unit, direction: metric.direction });
}

/** Refuses owners whom the workspace does not have. */
export async function checkOwner(
  tx: TenantTx,
  ownerId: string | null | undefined,
  pointer: string,
): Promise<Result<null, Problem>> {
  if (!ownerId || (await findActiveMember(tx, ownerId))) return ok(null);
  return invalid(`${pointer}/ownerId`, "unknown", "There is no such active member.");
}

export async function insertKpi(
  tx: TenantTx,
  place: { projectId: string; goalId: string; position: number },
  input: KpiInput,
  pointer: string,
): Promise<Result<string, Problem>> {
  const owner = await checkOwner(tx, input.ownerId, pointer);
  if (!owner.ok) return owner;
  const columns = kpiColumns(input, pointer);
  if (!columns.ok) return columns;
  const id = tx.ids.next("kpi");
  await tx.db.insert(kpis).values({ ...columns.value, ...place, id });
  return ok(id);
}

/** Adds goals with their KPIs as drafts; `parentIndex` names an earlier goal of the same list. @returns their ids */
export async function addGoals(
  tx: TenantTx,
  projectId: string,
  inputs: readonly GoalInput[],
): Promise<Result<string[], Problem>> {
  const ids: string[] = [];
  for (const [i, input] of inputs.entries()) {
    const pointer = `/body/goals/${i}`;
    const { kpis: measures, parentIndex, ...columns } = input;
    if (parentIndex !== null && parentIndex >= i)
      return invalid(`${pointer}/parentIndex`, "order", "A goal stands after the one it belongs to.");
    const owner = await checkOwner(tx, input.ownerId, pointer);
    if (!owner.ok) return owner;
    const id = tx.ids.next("goa");
    const parentId = parentIndex === null ? null : (ids[parentIndex] ?? null);
    await tx.db.insert(goals).values({ ...columns, id, projectId, parentId, position: i });
    for (const [k, kpi] of measures.entries()) {
      const added = await insertKpi(tx, { projectId, goalId: id, position: k }, kpi, `${pointer}/kpis/${k}`);
      if (!added.ok) return added;
    }
    ids.push(id);
  }
  return ok(ids);
}
