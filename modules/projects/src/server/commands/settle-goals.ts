import type { TenantTx } from "@yutu/database";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { and, eq, inArray } from "drizzle-orm";
import { smartFaults } from "../../domain/index.ts";
import { goalFacts, goalsOf, kpisOf } from "../goal-repository.ts";
import { notSmart, smartContext } from "../smart-check.ts";
import { goals } from "../tables.ts";
import type { ProjectRow } from "../visibility.ts";

/**
 * Keeps the gate true after a change. Before approval everything is a draft. Later a goal that is active must stay
 * checkable, and a draft that has become checkable is active from then on.
 */
export async function settleGoals(tx: TenantTx, project: ProjectRow): Promise<Result<null, Problem>> {
  if (project.status === "draft") return ok(null);
  const rows = new Map((await goalsOf(tx, project.id)).map((g) => [g.id, g]));
  const facts = goalFacts([...rows.values()], await kpisOf(tx, project.id));
  const faults = smartFaults(facts, smartContext(project.startDate)).filter((f) => f.goal !== null);
  const stageOf = (at: number | null) => rows.get(facts[at ?? -1]?.key ?? "")?.status;
  const broken = faults.filter((f) => stageOf(f.goal) === "active");
  if (broken.length > 0) return notSmart(facts, broken);
  const becoming = facts.filter((_, i) => stageOf(i) === "draft" && faults.every((f) => f.goal !== i));
  if (becoming.length > 0) {
    const ids = becoming.map((g) => g.key);
    await tx.db
      .update(goals)
      .set({ status: "active", updatedAt: tx.now })
      .where(and(eq(goals.projectId, project.id), inArray(goals.id, ids)));
  }
  return ok(null);
}
