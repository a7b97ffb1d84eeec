import { type Call, checkVersion, notFound } from "@yutu/application";
import type { OperationInput } from "@yutu/contract";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { eq, sql } from "drizzle-orm";
import type {
  createGoal as createGoalOperation,
  updateGoal as updateGoalOperation,
} from "../../contract/goal-operations.ts";
import { goalsChanged, isOpen, projectProblems } from "../../domain/index.ts";
import { findGoal, type GoalRow, goalsOf } from "../goal-repository.ts";
import { goals } from "../tables.ts";
import { findVisibleProject, mayManage, type ProjectRow } from "../visibility.ts";
import { addGoals, checkOwner } from "./manage-goals.ts";
import { settleGoals } from "./settle-goals.ts";

/** Goals may be worked on by the project's manager, while the project is alive and not before its judges. */
export function mayEditGoals({ actor }: Call, project: ProjectRow): Result<null, Problem> {
  if (!mayManage(actor, project))
    return err(problem(projectProblems.notManager, "Ask the project's manager, or an administrator."));
  if (!isOpen(project.status))
    return err(problem(projectProblems.closed, "A project that has ended is kept as it was."));
  if (project.status === "in_review")
    return err(
      problem(projectProblems.wrongStatus, "Withdraw the request first; what is under approval stays as it is.", {
        params: { status: project.status },
      }),
    );
  return ok(null);
}

/** Finds what a goal belongs to and whether it may be changed. */
export async function openGoal(
  call: Call,
  goalId: string,
): Promise<Result<{ goal: GoalRow; project: ProjectRow }, Problem>> {
  const goal = await findGoal(call.tx, goalId);
  const project = goal && (await findVisibleProject(call.tx, call.actor, goal.projectId, { lock: true }));
  if (!project) return notFound("goal");
  const allowed = mayEditGoals(call, project);
  return allowed.ok ? ok({ goal, project }) : allowed;
}

export async function announceGoals({ tx }: Call, projectId: string): Promise<void> {
  await tx.emit(goalsChanged, { projectId }, { entity: "goal", id: projectId, projectId });
}

export async function createGoal(
  call: Call,
  projectId: string,
  body: OperationInput<typeof createGoalOperation>["body"],
): Promise<Result<{ id: string }, Problem>> {
  const { tx } = call;
  const project = await findVisibleProject(tx, call.actor, projectId, { lock: true });
  if (!project) return notFound("project");
  const allowed = mayEditGoals(call, project);
  if (!allowed.ok) return allowed;
  const { parentId, ...goal } = body;
  const existing = await goalsOf(tx, projectId);
  if (parentId !== null && !existing.some((g) => g.id === parentId)) return notFound("goal");
  const added = await addGoals(tx, projectId, [{ ...goal, parentIndex: null }]);
  if (!added.ok) return added;
  const [id = ""] = added.value;
  const position = Math.max(-1, ...existing.map((g) => g.position)) + 1;
  await tx.db.update(goals).set({ parentId, position }).where(eq(goals.id, id));
  const settled = await settleGoals(tx, project);
  if (!settled.ok) return settled;
  await announceGoals(call, projectId);
  return ok({ id });
}

/** Whether `parentId` lies in the branch below `goalId`. */
function liesBelow(all: readonly GoalRow[], goalId: string, parentId: string): boolean {
  const parents = new Map(all.map((g) => [g.id, g.parentId]));
  for (let at: string | null = parentId, steps = 0; at !== null && steps <= all.length; steps += 1) {
    if (at === goalId) return true;
    at = parents.get(at) ?? null;
  }
  return false;
}

export async function updateGoal(
  call: Call,
  goalId: string,
  body: OperationInput<typeof updateGoalOperation>["body"],
): Promise<Result<Record<string, never>, Problem>> {
  const { tx } = call;
  const opened = await openGoal(call, goalId);
  if (!opened.ok) return opened;
  const { goal, project } = opened.value;
  const { expectedVersion, dropped, ...change } = body;
  const current = checkVersion(goal.version, expectedVersion);
  if (!current.ok) return current;
  const owner = await checkOwner(tx, change.ownerId, "/body");
  if (!owner.ok) return owner;
  if (change.parentId) {
    const all = await goalsOf(tx, project.id);
    if (!all.some((g) => g.id === change.parentId)) return notFound("goal");
    if (liesBelow(all, goalId, change.parentId))
      return err(problem(projectProblems.goalCycle, "Choose a goal that does not stand below this one."));
  }
  const status = dropped === undefined ? goal.status : dropped ? ("dropped" as const) : ("draft" as const);
  await tx.db
    .update(goals)
    .set({ ...change, status, updatedAt: tx.now, version: sql`${goals.version} + 1` })
    .where(eq(goals.id, goalId));
  const settled = await settleGoals(tx, project);
  if (!settled.ok) return settled;
  await announceGoals(call, project.id);
  return ok({});
}

export async function deleteGoal(call: Call, goalId: string): Promise<Result<Record<string, never>, Problem>> {
  const { tx } = call;
  const opened = await openGoal(call, goalId);
  if (!opened.ok) return opened;
  const { goal, project } = opened.value;
  await tx.db.update(goals).set({ parentId: goal.parentId }).where(eq(goals.parentId, goalId));
  await tx.db.delete(goals).where(eq(goals.id, goalId));
  const settled = await settleGoals(tx, project);
  if (!settled.ok) return settled;
  await announceGoals(call, project.id);
  return ok({});
}
