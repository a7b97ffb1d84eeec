import type { Call } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { tasksRemoved } from "../../domain/events.ts";
import { holdTasks, type Reached } from "../access.ts";
import { settlePlan } from "../schedule.ts";

type Removed = Result<{ taskIds: string[] }, Problem>;

/** Those tasks and all below them that are alive, or that went at the same moment. */
const BELOW = `
  WITH RECURSIVE below AS (
    SELECT id, deleted_at FROM tasks WHERE id = ANY($1)
    UNION
    SELECT t.id, t.deleted_at FROM tasks t JOIN below b ON t.parent_id = b.id
    WHERE t.deleted_at IS NOT DISTINCT FROM b.deleted_at)
  SELECT id FROM below`;

/** What comes back without its parent stands on its own. */
const ORPHANS = `
  UPDATE tasks t SET parent_id = NULL WHERE t.id = ANY($1) AND t.parent_id IS NOT NULL
    AND EXISTS (SELECT 1 FROM tasks p WHERE p.id = t.parent_id AND p.deleted_at IS NOT NULL)`;

async function mark({ tx }: Call, reached: readonly Reached[], restored: boolean): Promise<Removed> {
  const wanted = reached.map(({ task }) => task.id);
  const taskIds = (await tx.query<{ id: string }>(BELOW, [wanted])).map((row) => row.id);
  await tx.query("UPDATE tasks SET deleted_at = $2, updated_at = $3, version = version + 1 WHERE id = ANY($1)", [
    taskIds,
    restored ? null : tx.now,
    tx.now,
  ]);
  if (restored) await tx.query(ORPHANS, [taskIds]);
  for (const project of new Map(reached.map((r) => [r.project.id, r.project])).values()) {
    const own = reached.filter((r) => r.project.id === project.id).map((r) => r.task.id);
    const about = { entity: "task", id: own[0] ?? project.id, projectId: project.id };
    await tx.emit(tasksRemoved, { projectId: project.id, taskIds: own, restored }, about);
    const settled = await settlePlan(tx, project);
    if (!settled.ok) return settled;
  }
  return ok({ taskIds });
}

/** Deletes tasks with everything below them. */
export async function deleteTasks(call: Call, taskIds: readonly string[]): Promise<Removed> {
  const held = await holdTasks(call, taskIds, false);
  return held.ok ? mark(call, held.value, false) : held;
}

/** Brings deleted tasks back with what was deleted along with them; those that are there already stay. */
export async function restoreTasks(call: Call, taskIds: readonly string[]): Promise<Removed> {
  const held = await holdTasks(call, taskIds, true);
  return held.ok ? mark(call, held.value, true) : held;
}
