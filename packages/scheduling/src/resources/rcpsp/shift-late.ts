import { type CalendarIndex, eachWorkedSlot, finishOf, indexCalendar } from "./calendar-index.ts";
import { held, workedCalendar } from "./explain.ts";
import { bindsFinish, linkBound } from "./link-bound.ts";
import type { SlotProject, SlotSchedule } from "./model.ts";

/** A schedule under change, with what is free of every resource on every slot. */
class Shifting {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly free: readonly Int32Array[];
  readonly calendars: readonly CalendarIndex[];
  readonly outgoing: readonly number[][];

  constructor(
    readonly project: SlotProject,
    readonly schedule: SlotSchedule,
    private readonly horizon: number,
  ) {
    this.start = schedule.start.slice();
    this.finish = schedule.finish.slice();
    this.calendars = (project.calendars ?? []).map(indexCalendar);
    this.free = project.resources.map(({ capacity, steps = [] }) => {
      const slots = new Int32Array(horizon).fill(capacity);
      for (const step of steps) slots.fill(step.capacity, Math.min(horizon, step.fromSlot));
      return slots;
    });
    const outgoing: number[][] = project.tasks.map(() => []);
    for (const [position, link] of project.links.entries()) outgoing[link.from]?.push(position);
    this.outgoing = outgoing;
    for (let task = 0; task < project.tasks.length; task++) this.hold(task, -1);
  }

  calendarOf(task: number): CalendarIndex | null {
    return this.calendars[workedCalendar(this.project.tasks[task], this.schedule.chosen[task] ?? [])] ?? null;
  }

  /** Takes (sign −1) or returns (sign 1) what a task holds. */
  hold(task: number, sign: number): void {
    const input = this.project.tasks[task];
    if (input === undefined) return;
    for (const { resource, units } of held(input, this.schedule.chosen[task] ?? [])) {
      const slots = this.free[resource];
      if (slots === undefined) continue;
      eachWorkedSlot(this.calendarOf(task), this.start[task] ?? 0, this.finish[task] ?? 0, (slot) => {
        slots[slot] = (slots[slot] ?? 0) + sign * units;
      });
    }
  }

  /** Whether the task could run from `start` without taking more than is free. */
  fits(task: number, start: number, finish: number): boolean {
    const input = this.project.tasks[task];
    let enough = input !== undefined;
    for (const { resource, units } of input === undefined ? [] : held(input, this.schedule.chosen[task] ?? [])) {
      eachWorkedSlot(this.calendarOf(task), start, finish, (slot) => {
        if ((this.free[resource]?.[slot] ?? 0) < units) enough = false;
      });
    }
    return enough;
  }

  /** Whether every successor keeps its links when the task has these dates. */
  keepsLinks(task: number, start: number, finish: number): boolean {
    const [oldStart, oldFinish] = [this.start[task] ?? 0, this.finish[task] ?? 0];
    this.start[task] = start;
    this.finish[task] = finish;
    const schedule = { ...this.schedule, start: this.start, finish: this.finish };
    const keeps = (this.outgoing[task] ?? []).every((position) => {
      const link = this.project.links[position];
      if (link === undefined || this.project.tasks[link.to]?.pinnedStartSlot !== undefined) return true;
      const to = (bindsFinish(link) ? this.finish : this.start)[link.to] ?? 0;
      return to >= linkBound(link, this.project, schedule, this.calendars);
    });
    this.start[task] = oldStart;
    this.finish[task] = oldFinish;
    return keeps;
  }

  /** Moves one task to its latest place that ends at `limit` or before; its present place is always one. */
  shift(task: number, limit: number): void {
    const duration = this.project.tasks[task]?.durationSlots ?? 0;
    const calendar = this.calendarOf(task);
    this.hold(task, 1);
    for (let start = limit - duration; start > (this.start[task] ?? 0); start--) {
      const isWorked = duration === 0 || calendar === null || calendar.indexAt[start] !== calendar.indexAt[start + 1];
      if (!isWorked) continue;
      const finish = finishOf(calendar, start, duration, this.horizon);
      if (finish < 0 || finish > limit || !this.keepsLinks(task, start, finish) || !this.fits(task, start, finish))
        continue;
      this.start[task] = start;
      this.finish[task] = finish;
      break;
    }
    this.hold(task, -1);
  }
}

/** Tasks so that each comes after all its successors, later finishes first. */
function backwardOrder(project: SlotProject, finish: Int32Array): number[] {
  const waiting = project.tasks.map(() => 0);
  const predecessors: number[][] = project.tasks.map(() => []);
  for (const { from, to } of project.links) {
    waiting[from] = (waiting[from] ?? 0) + 1;
    predecessors[to]?.push(from);
  }
  const ready = waiting.flatMap((count, task) => (count === 0 ? [task] : []));
  const order: number[] = [];
  while (ready.length > 0) {
    let latest = 0;
    for (let at = 1; at < ready.length; at++) {
      const difference = (finish[ready[at] ?? 0] ?? 0) - (finish[ready[latest] ?? 0] ?? 0);
      const id = (position: number): string => project.tasks[ready[position] ?? 0]?.id ?? "";
      if (difference > 0 || (difference === 0 && id(at) < id(latest))) latest = at;
    }
    const [task = 0] = ready.splice(latest, 1);
    order.push(task);
    for (const before of predecessors[task] ?? []) {
      const left = (waiting[before] ?? 0) - 1;
      waiting[before] = left;
      if (left === 0) ready.push(before);
    }
  }
  return order;
}

/**
 * Moves the chosen tasks as late as links, capacity and their limits allow, everything else staying where it is. People
 * chosen from pools stay with their tasks.
 * @param limitOf last finish of each task, or null when it stays. O(n² + Σ slots tried · (links + held slots)).
 */
export function shiftLate(
  project: SlotProject,
  schedule: SlotSchedule,
  horizon: number,
  limitOf: (task: number) => number | null,
): SlotSchedule {
  const shifting = new Shifting(project, schedule, horizon);
  for (const task of backwardOrder(project, schedule.finish)) {
    const limit = limitOf(task);
    if (limit === null || project.tasks[task]?.pinnedStartSlot !== undefined) continue;
    shifting.shift(task, limit);
  }
  return { ...schedule, start: shifting.start, finish: shifting.finish };
}
