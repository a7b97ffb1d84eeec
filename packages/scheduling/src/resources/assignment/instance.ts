import { type CalendarDate, toEpochDay } from "@yutu/kernel";
import type { CompiledCalendar } from "../../calendar/index.ts";
import { FreeTime, overfull, type WindowedWork } from "./capacity.ts";
import type { AssignablePerson, AssignableTask, AssignmentWeights } from "./model.ts";

/** Strength of the team's rate as a prior for a person's, in finished tasks. */
const PRIOR_TASKS = 8;
/** Rate assumed for a team without any record. */
const PRIOR_RATE = 0.8;

/** Levels run from 1 to 5; the weakest required skill decides. 0 when a skill is missing or too low. */
export function skillFit(task: AssignableTask, person: AssignablePerson): number {
  let weakest = 5;
  for (const { skill, minLevel = 1 } of task.skills) {
    const level = Object.hasOwn(person.skills, skill) ? (person.skills[skill] ?? 0) : 0;
    if (level < minLevel || level <= 0) return 0;
    weakest = Math.min(weakest, level);
  }
  return weakest / 5;
}

/** A person's rate of punctual tasks, drawn towards the team's while there is little evidence. */
export function onTimeRates(people: readonly AssignablePerson[]): number[] {
  const sum = (key: "onTime" | "late"): number => people.reduce((total, { record }) => total + (record?.[key] ?? 0), 0);
  const [onTime, late] = [sum("onTime"), sum("late")];
  const team = (onTime + PRIOR_RATE * PRIOR_TASKS) / (onTime + late + PRIOR_TASKS);
  return people.map(({ record }) => {
    const finished = (record?.onTime ?? 0) + (record?.late ?? 0);
    return ((record?.onTime ?? 0) + team * PRIOR_TASKS) / (finished + PRIOR_TASKS);
  });
}

/** An assignment problem with everything looked up once; tasks and people are sorted by id. */
export class AssignmentInstance {
  readonly work: readonly WindowedWork[];
  readonly free: readonly FreeTime[];
  readonly rates: readonly number[];
  /** Cost of each pair without load, Infinity when it is impossible by skill or by time alone; row by row. */
  readonly pairCost: Float64Array;

  constructor(
    readonly tasks: readonly AssignableTask[],
    readonly people: readonly AssignablePerson[],
    calendars: readonly CompiledCalendar[],
    horizon: { readonly from: CalendarDate; readonly to: CalendarDate },
    readonly weights: AssignmentWeights,
  ) {
    const origin = toEpochDay(horizon.from);
    this.work = tasks.map((task) => ({
      first: toEpochDay(task.start) - origin,
      last: toEpochDay(task.finish) - origin,
      minutes: task.workMinutes,
    }));
    this.free = people.flatMap((person, index) => {
      const calendar = calendars[index];
      return calendar === undefined ? [] : [new FreeTime(person, calendar, horizon.from, horizon.to)];
    });
    this.rates = onTimeRates(people);
    this.pairCost = new Float64Array(tasks.length * people.length);
    for (const [t, task] of tasks.entries()) {
      for (const [p, person] of people.entries())
        this.pairCost[t * people.length + p] = this.costOf(t, task, p, person);
    }
  }

  private costOf(t: number, task: AssignableTask, p: number, person: AssignablePerson): number {
    const fit = skillFit(task, person);
    const work = this.work[t];
    const free = this.free[p];
    if (fit === 0 || work === undefined || free === undefined) return Number.POSITIVE_INFINITY;
    if (overfull(free, [work]) !== null) return Number.POSITIVE_INFINITY;
    const { skill, reliability, change } = this.weights;
    const moved = task.currentPersonId !== undefined && task.currentPersonId !== person.id ? change : 0;
    return skill * (1 - fit) + reliability * (1 - (this.rates[p] ?? 0)) + moved;
  }

  pair(task: number, person: number): number {
    return this.pairCost[task * this.people.length + person] ?? Number.POSITIVE_INFINITY;
  }

  /** Cost of a person's load: the square of the utilisation. */
  loadCost(person: number, assignedMinutes: number): number {
    const free = this.free[person];
    if (free === undefined || free.plannable <= 0) return assignedMinutes > 0 ? Number.POSITIVE_INFINITY : 0;
    return this.weights.load * ((free.booked + assignedMinutes) / free.plannable) ** 2;
  }

  fits(person: number, tasks: readonly number[]): boolean {
    return this.overfull(person, tasks) === null;
  }

  /** Tasks of the list that together do not fit, or null. */
  overfull(person: number, tasks: readonly number[]): readonly number[] | null {
    const free = this.free[person];
    const work = tasks.flatMap((task) => this.work[task] ?? []);
    const found = free === undefined ? tasks.map((_, index) => index) : overfull(free, work);
    return found === null ? null : found.flatMap((index) => tasks[index] ?? []);
  }
}
