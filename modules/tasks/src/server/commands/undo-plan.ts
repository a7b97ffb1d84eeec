import { type Call, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { inArray } from "drizzle-orm";
import { tasksRescheduled } from "../../domain/events.ts";
import { taskProblems } from "../../domain/problems.ts";
import { checkOpen, reachProject } from "../access.ts";
import { basisOf, sameState, saveStates, takeChange } from "../repository/plan-changes.ts";
import { lockPlan } from "../repository/tasks.ts";
import { type LoadedPlan, loadPlan, settlePlan } from "../schedule.ts";
import { type PlanChangeRecord, taskLinks } from "../tables.ts";
import { tellLink } from "./edit-plan.ts";

/** Whether everything that a change touched still stands as the change left it. */
function stillStands(plan: LoadedPlan, { tasks, drawn, removed }: PlanChangeRecord): boolean {
  const rows = new Map(plan.rows.map((row) => [row.id, row]));
  const links = new Set(plan.links.map((link) => link.id));
  const pairs = new Set(plan.links.map(({ fromId, toId, type }) => `${fromId} ${toId} ${type}`));
  return (
    tasks.every(({ id, after }) => {
      const row = rows.get(id);
      return row !== undefined && sameState(row, after);
    }) &&
    drawn.every((id) => links.has(id)) &&
    removed.every(
      ({ fromId, toId, type }) => rows.has(fromId) && rows.has(toId) && !pairs.has(`${fromId} ${toId} ${type}`),
    )
  );
}

async function restore({ tx }: Call, projectId: string, plan: LoadedPlan, change: PlanChangeRecord): Promise<void> {
  const drawn = plan.links.filter((link) => change.drawn.includes(link.id));
  if (drawn.length > 0) await tx.db.delete(taskLinks).where(inArray(taskLinks.id, [...change.drawn]));
  if (change.removed.length > 0)
    await tx.db.insert(taskLinks).values(change.removed.map((link) => ({ ...link, projectId })));
  for (const link of drawn) await tellLink(tx, projectId, link, false);
  for (const link of change.removed) await tellLink(tx, projectId, link, true);
  if (change.tasks.length === 0) return;
  await saveStates(
    tx,
    change.tasks.map(({ id, before }) => ({ id, ...before })),
  );
  const payload = { projectId, taskIds: change.tasks.map(({ id }) => id) };
  await tx.emit(tasksRescheduled, payload, { entity: "plan", id: projectId, projectId });
}

/**
 * Takes a change of the plan back: dates, durations, the tasks' own rules and links are what they were. The rest of the
 * plan is laid anew only where somebody changed it meanwhile.
 * @returns the tasks that were put back
 */
export async function undoPlan(
  call: Call,
  projectId: string,
  changeId: string,
): Promise<Result<{ taskIds: string[] }, Problem>> {
  const project = await reachProject(call, projectId);
  if (!project.ok) return project;
  const open = checkOpen(project.value);
  if (!open.ok) return open;
  await lockPlan(call.tx, projectId);
  const kept = await takeChange(call.tx, projectId, changeId);
  if (!kept) return notFound("change of the plan");
  const plan = await loadPlan(call.tx, project.value);
  if (!plan.ok) return plan;
  if (!stillStands(plan.value, kept.change))
    return err(problem(taskProblems.movedOn, "Look at the plan as it is now and change it there."));
  await restore(call, projectId, plan.value, kept.change);
  const taskIds = kept.change.tasks.map(({ id }) => id);
  if (basisOf(plan.value) === kept.basis) return ok({ taskIds });
  const settled = await settlePlan(call.tx, project.value);
  return settled.ok ? ok({ taskIds }) : settled;
}
