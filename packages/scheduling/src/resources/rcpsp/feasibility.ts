import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type LevellingProblemCode, levellingMissingSkill, levellingOverDemand } from "../problems.ts";
import type { SlotNeed, SlotProject, SlotTask } from "./model.ts";

type Refusal = Problem<LevellingProblemCode>;

const peak = (project: SlotProject, resource: number): number => {
  const owner = project.resources[resource];
  return (owner?.steps ?? []).reduce((most, step) => Math.max(most, step.capacity), owner?.capacity ?? 0);
};

/** Tries to give every seat its own person; the need of the first seat that stays empty, or null. */
function emptySeat(needs: readonly SlotNeed[], isAble: (resource: number, units: number) => boolean): SlotNeed | null {
  const seats = needs.flatMap((need) => Array.from({ length: need.count }, () => need));
  const holder = new Map<number, number>();
  const augment = (seat: number, visited: Set<number>): boolean =>
    (seats[seat]?.candidates ?? []).some(({ resource }) => {
      if (visited.has(resource) || !isAble(resource, seats[seat]?.units ?? 0)) return false;
      visited.add(resource);
      const other = holder.get(resource);
      if (other !== undefined && !augment(other, visited)) return false;
      holder.set(resource, seat);
      return true;
    });
  const empty = seats.findIndex((_, seat) => !augment(seat, new Set()));
  return seats[empty] ?? null;
}

function checkTask(task: SlotTask, project: SlotProject): Refusal | null {
  const total = new Map<number, number>();
  for (const { resource, units } of task.demands ?? []) total.set(resource, (total.get(resource) ?? 0) + units);
  for (const [resource, units] of total) {
    const most = peak(project, resource);
    if (units <= most) continue;
    const id = project.resources[resource]?.id ?? "";
    return problem(
      levellingOverDemand,
      `task ${task.id} needs ${units} of ${id}, and there are never more than ${most}`,
      {
        params: { task: task.id, resource: id, needed: units, available: most },
      },
    );
  }
  const isAble = (resource: number, units: number): boolean => peak(project, resource) >= units && !total.has(resource);
  const need = emptySeat(task.needs ?? [], isAble);
  if (need === null) return null;
  const able = need.candidates.filter(({ resource }) => isAble(resource, need.units)).length;
  return problem(
    levellingMissingSkill,
    `task ${task.id} needs ${need.count} of ${need.label}, and at most ${able} can take part beside its other roles`,
    { params: { task: task.id, skill: need.label, needed: need.count, available: able } },
  );
}

/** Refuses work that no schedule could ever hold, naming the task and what it lacks. Pinned work is exempt. */
export function checkFeasible(project: SlotProject): Result<SlotProject, Refusal> {
  for (const task of project.tasks) {
    if (task.pinnedStartSlot !== undefined || task.durationSlots === 0) continue;
    const refusal = checkTask(task, project);
    if (refusal !== null) return err(refusal);
  }
  return ok(project);
}
