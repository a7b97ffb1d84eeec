import { type CalendarIndex, eachWorkedSlot, finishOf } from "./calendar-index.ts";
import type { NormalProject, NormalTask } from "./normalise.ts";

/** Units that pinned work takes beyond what there is, on one stretch of slots. */
export interface PinnedOverload {
  readonly task: number;
  readonly resource: number;
  readonly fromSlot: number;
  readonly toSlot: number;
  readonly unitsOver: number;
}

export interface PinnedProject {
  /** The project with its full capacity; its peaks size the packed fields. */
  readonly original: NormalProject;
  /** Capacity is what pinned tasks leave, and pinned tasks hold nothing any more. */
  readonly project: NormalProject;
  /** −1 for tasks that are free to move. */
  readonly finish: Int32Array;
  readonly chosen: readonly (readonly number[])[];
  readonly overloads: readonly PinnedOverload[];
}

/** People for a pinned task: those with the most free units on its slots, different ones for every seat. */
function choosePeople(
  task: NormalTask,
  capacity: readonly Int32Array[],
  visit: (fn: (t: number) => void) => void,
): number[] {
  const chosen: number[] = [];
  for (const need of task.needs) {
    const room = need.candidates.map(({ resource }) => {
      let least = Number.MAX_SAFE_INTEGER;
      visit((slot) => {
        least = Math.min(least, capacity[resource]?.[slot] ?? 0);
      });
      return { resource, least };
    });
    room.sort((a, b) => b.least - a.least || a.resource - b.resource);
    const free = room.filter(({ resource }) => !chosen.includes(resource));
    chosen.push(...free.slice(0, need.count).map(({ resource }) => resource));
  }
  return chosen;
}

const needUnits = (task: NormalTask): number[] =>
  task.needs.flatMap((need) => Array.from({ length: need.count }, () => need.units));

/** A pinned successor cannot wait, so its direct predecessors are due when it starts (or finishes). */
function dueBeforePinned(project: NormalProject, finish: Int32Array): NormalTask[] {
  const due = project.tasks.map((task) => task.dueSlot);
  for (const { from, to, type, lagSlots } of project.links) {
    const start = project.tasks[to]?.pinnedStartSlot ?? -1;
    if (start < 0 || (type !== "FS" && type !== "FF")) continue;
    const limit = (type === "FS" ? start : (finish[to] ?? 0)) - lagSlots;
    due[from] = Math.max(0, Math.min(due[from] ?? limit, limit));
  }
  return project.tasks.map((task, index) => ({ ...task, dueSlot: due[index] ?? task.dueSlot }));
}

/** Places the pinned tasks, whatever the capacity says, and takes what they hold away from everybody else. */
export function placePinned(project: NormalProject, calendars: readonly CalendarIndex[]): PinnedProject {
  const finish = new Int32Array(project.tasks.length).fill(-1);
  const chosen: number[][] = project.tasks.map(() => []);
  const capacity = project.capacity.map((slots) => slots.slice());
  const overloads: PinnedOverload[] = [];
  for (const [index, task] of project.tasks.entries()) {
    const start = task.pinnedStartSlot;
    if (start < 0) continue;
    const calendar = calendars[task.calendar] ?? null;
    const end = finishOf(calendar, start, task.durationSlots, project.horizon);
    finish[index] = end < 0 ? project.horizon : end;
    const visit = (fn: (slot: number) => void): void => eachWorkedSlot(calendar, start, finish[index] ?? start, fn);
    const people = choosePeople(task, capacity, visit);
    chosen[index] = people;
    const units = needUnits(task);
    const held = [...task.demands, ...people.map((resource, seat) => ({ resource, units: units[seat] ?? 0 }))];
    for (const { resource, units: wanted } of held) {
      const over = take(capacity[resource] ?? new Int32Array(0), wanted, visit);
      if (over !== null) overloads.push({ task: index, resource, ...over });
    }
  }
  const tasks = dueBeforePinned(project, finish).map((task) =>
    task.pinnedStartSlot < 0 ? task : { ...task, demands: [], needs: [] },
  );
  return { original: project, project: { ...project, tasks, capacity }, finish, chosen, overloads };
}

/** Subtracts units on the visited slots, stopping at zero; says where and by how much they were short. */
function take(
  free: Int32Array,
  units: number,
  visit: (fn: (slot: number) => void) => void,
): { fromSlot: number; toSlot: number; unitsOver: number } | null {
  let fromSlot = -1;
  let toSlot = -1;
  let unitsOver = 0;
  visit((slot) => {
    const left = (free[slot] ?? 0) - units;
    free[slot] = Math.max(0, left);
    if (left >= 0) return;
    if (fromSlot < 0) fromSlot = slot;
    toSlot = slot + 1;
    unitsOver = Math.max(unitsOver, -left);
  });
  return fromSlot < 0 ? null : { fromSlot, toSlot, unitsOver };
}
