import { type CalendarIndex, eachWorkedSlot } from "./calendar-index.ts";
import type { SlotProject, SlotSchedule, SlotTask } from "./model.ts";

/** Why a task does not start when its predecessors would let it: who held what it needs. */
export interface SlotDelay {
  /** Index in `tasks`. */
  readonly task: number;
  /** Start that links, release and calendar allow, given where the predecessors stand. */
  readonly readySlot: number;
  readonly startSlot: number;
  /** The resource that was short the longest while the task waited; of a pool, the pool's label. */
  readonly resource: number;
  readonly need: string | null;
  /** Tasks that held it meanwhile, by how long they did, longest first. */
  readonly heldBy: readonly number[];
}

interface Holding {
  readonly task: number;
  readonly units: number;
}

/** Per resource and slot: what is held and by whom. Built once per schedule. */
export class Occupation {
  private readonly holders: readonly Map<number, Holding[]>[];

  constructor(
    private readonly project: SlotProject,
    private readonly schedule: SlotSchedule,
    private readonly calendars: readonly CalendarIndex[],
  ) {
    this.holders = project.resources.map(() => new Map());
    for (const [index, task] of project.tasks.entries()) {
      for (const { resource, units } of held(task, schedule.chosen[index] ?? [])) {
        const slots = this.holders[resource];
        this.eachSlot(index, (slot) => {
          const list = slots?.get(slot);
          if (list === undefined) slots?.set(slot, [{ task: index, units }]);
          else list.push({ task: index, units });
        });
      }
    }
  }

  eachSlot(index: number, visit: (slot: number) => void): void {
    const calendar =
      this.calendars[workedCalendar(this.project.tasks[index], this.schedule.chosen[index] ?? [])] ?? null;
    eachWorkedSlot(calendar, this.schedule.start[index] ?? 0, this.schedule.finish[index] ?? 0, visit);
  }

  at(resource: number, slot: number): readonly Holding[] {
    return this.holders[resource]?.get(slot) ?? [];
  }

  capacity(resource: number, slot: number): number {
    const { capacity = 0, steps = [] } = this.project.resources[resource] ?? {};
    return steps.reduce((units, step) => (step.fromSlot <= slot ? step.capacity : units), capacity);
  }

  free(resource: number, slot: number, except: number): number {
    let left = this.capacity(resource, slot);
    for (const { task, units } of this.at(resource, slot)) if (task !== except) left -= units;
    return left;
  }
}

/** What a task holds, pool members included. */
export function held(task: SlotTask, chosen: readonly number[]): { resource: number; units: number }[] {
  const seats = (task.needs ?? []).flatMap((need) => Array.from({ length: need.count }, () => need.units));
  return [...(task.demands ?? []), ...chosen.map((resource, seat) => ({ resource, units: seats[seat] ?? 0 }))];
}

/** Calendar index on which a task advanced: its own, or with a single pool member that person's. */
export function workedCalendar(task: SlotTask | undefined, chosen: readonly number[]): number {
  const needs = task?.needs ?? [];
  const seats = needs.reduce((sum, need) => sum + need.count, 0);
  if (seats !== 1 || task?.pinnedStartSlot !== undefined) return task?.calendar ?? -1;
  const candidate = needs.find((need) => need.count === 1)?.candidates.find(({ resource }) => resource === chosen[0]);
  return candidate?.calendar ?? task?.calendar ?? -1;
}

interface Shortage {
  readonly resource: number;
  readonly need: string | null;
  slots: number;
  readonly heldFor: Map<number, number>;
}

/** Adds to the tally everything that keeps `task` from working in `slot`. */
function tallySlot(
  occupation: Occupation,
  project: SlotProject,
  index: number,
  slot: number,
  tally: Map<string, Shortage>,
): void {
  const task = project.tasks[index];
  const add = (key: string, need: string | null, resources: readonly number[]): void => {
    const entry = tally.get(key) ?? { resource: resources[0] ?? 0, need, slots: 0, heldFor: new Map<number, number>() };
    entry.slots++;
    for (const resource of resources) {
      for (const { task: holder } of occupation.at(resource, slot)) {
        if (holder !== index) entry.heldFor.set(holder, (entry.heldFor.get(holder) ?? 0) + 1);
      }
    }
    tally.set(key, entry);
  };
  for (const { resource, units } of task?.demands ?? []) {
    if (occupation.free(resource, slot, index) < units) add(`r${resource}`, null, [resource]);
  }
  for (const [position, need] of (task?.needs ?? []).entries()) {
    const people = need.candidates.map(({ resource }) => resource);
    const free = people.filter((resource) => occupation.free(resource, slot, index) >= need.units);
    if (free.length < need.count)
      add(
        `n${position}`,
        need.label,
        people.filter((resource) => !free.includes(resource)),
      );
  }
}

/**
 * Why one task waits, or null when it starts as soon as its links allow. Looks at the slots the task would have worked
 * between `readySlot` and its start. O(wait · (demands + candidates)).
 */
export function explainDelay(
  occupation: Occupation,
  project: SlotProject,
  schedule: SlotSchedule,
  index: number,
  readySlot: number,
  calendar: CalendarIndex | null,
): SlotDelay | null {
  const startSlot = schedule.start[index] ?? 0;
  const task = project.tasks[index];
  if (task === undefined || startSlot <= readySlot || task.pinnedStartSlot !== undefined) return null;
  const tally = new Map<string, Shortage>();
  // A conflict of any earlier window lies before the present start: from there on the task itself fits.
  eachWorkedSlot(calendar, readySlot, startSlot, (slot) => tallySlot(occupation, project, index, slot, tally));
  const worst = [...tally.values()].sort((a, b) => b.slots - a.slots || a.resource - b.resource)[0];
  if (worst === undefined) return null;
  const heldBy = [...worst.heldFor].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([holder]) => holder);
  return { task: index, readySlot, startSlot, resource: worst.resource, need: worst.need, heldBy };
}
