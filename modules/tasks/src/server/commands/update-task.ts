import { type Call, checkVersion } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import type { ProjectRow } from "@yutu/projects/server";
import { holdTask, holdTasks, type Reached } from "../access.ts";
import { keepChange, storedPlan } from "../repository/plan-changes.ts";
import { hasCompany } from "../repository/tasks.ts";
import { type Pushed, settlePlan } from "../schedule.ts";
import { type ChangedTask, type ChangeOptions, changeTask, type TaskChange } from "./change-task.ts";

/** Lets links follow a changed task, where there is anything that could follow. */
export async function followUp(
  { tx }: Call,
  project: ProjectRow,
  { row, reschedules }: ChangedTask,
): Promise<Result<Pushed[], Problem>> {
  return reschedules && (await hasCompany(tx, row)) ? settlePlan(tx, project) : ok([]);
}

export interface Updated extends Reached {
  readonly pushed: readonly Pushed[];
  /** Takes dates back with everything they pushed, see `undoPlan`; null when nothing was pushed. */
  readonly changeId: string | null;
}

const movesDays = ({ startDate, dueDate, durationDays }: TaskChange): boolean =>
  startDate !== undefined || dueDate !== undefined || durationDays !== undefined;

export async function updateTask(
  call: Call,
  taskId: string,
  change: TaskChange,
  options: ChangeOptions & { readonly expectedVersion?: number | undefined },
): Promise<Result<Updated, Problem>> {
  const held = await holdTask(call, taskId);
  if (!held.ok) return held;
  const current = checkVersion(held.value.task.version, options.expectedVersion);
  if (!current.ok) return current;
  const { project } = held.value;
  const before = movesDays(change) ? await storedPlan(call.tx, project.id) : undefined;
  const changed = await changeTask(call, held.value, change, options);
  if (!changed.ok) return changed;
  const pushed = await followUp(call, project, changed.value);
  if (!pushed.ok) return pushed;
  const changeId = before && pushed.value.length > 0 ? await keepChange(call.tx, project.id, before) : null;
  return ok({ task: changed.value.row, project, pushed: pushed.value, changeId });
}

export async function updateTasks(
  call: Call,
  taskIds: readonly string[],
  change: TaskChange,
  options: ChangeOptions,
): Promise<Result<{ changed: number; pushed: Pushed[] }, Problem>> {
  const held = await holdTasks(call, taskIds, false);
  if (!held.ok) return held;
  const projects = new Map(held.value.map(({ project }) => [project.id, project]));
  const ending = change.status === "done" ? new Set(taskIds) : new Set<string>();
  let changed = 0;
  for (const each of held.value) {
    const one = await changeTask(call, each, change, { ...options, ending });
    if (!one.ok) return one;
    if (one.value.row !== each.task) changed += 1;
  }
  const pushed: Pushed[] = [];
  for (const project of projects.values()) {
    const moved = await settlePlan(call.tx, project);
    if (!moved.ok) return moved;
    pushed.push(...moved.value);
  }
  return ok({ changed, pushed });
}
