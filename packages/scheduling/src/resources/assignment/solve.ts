import type { AssignmentInstance } from "./instance.ts";
import { AssignmentSolver } from "./lsap.ts";

/** Cost of leaving a task to nobody: more than everything else together, growing with its priority. */
const UNASSIGNED = 1e6;

export const unassignedCost = (priority: number | undefined): number => UNASSIGNED * (1 + (priority ?? 500) / 1000);

interface Layout {
  /** Seats of each person: consecutive columns from `firstSeat[p]`. */
  readonly firstSeat: Int32Array;
  readonly personOf: Int32Array;
  readonly seats: number;
}

/** As many seats as a person can have tasks; more seats than that only cost time. */
function layout(instance: AssignmentInstance): Layout {
  const { tasks, people } = instance;
  const firstSeat = new Int32Array(people.length + 1);
  const personOf: number[] = [];
  const fairShare = Math.ceil((3 * tasks.length) / Math.max(1, people.length)) + 2;
  for (let person = 0; person < people.length; person++) {
    let able = 0;
    for (let task = 0; task < tasks.length; task++) if (Number.isFinite(instance.pair(task, person))) able++;
    for (let seat = 0; seat < Math.min(able, fairShare); seat++) personOf.push(person);
    firstSeat[person + 1] = personOf.length;
  }
  return { firstSeat, personOf: Int32Array.from(personOf), seats: personOf.length };
}

/**
 * Rows are tasks; columns are the seats of the people, then one private column per task for "nobody". The k-th seat of a
 * person costs what a k-th task adds to the squared utilisation, so seats fill in order and loads come out even. For
 * tasks of equal work this is the exact optimum of the model; otherwise the local search that follows corrects for the
 * differences in work.
 */
function costMatrix(instance: AssignmentInstance, { personOf, firstSeat, seats }: Layout): Float64Array {
  const { tasks } = instance;
  const columns = seats + tasks.length;
  const cost = new Float64Array(tasks.length * columns).fill(Number.POSITIVE_INFINITY);
  const mean = tasks.reduce((sum, task) => sum + task.workMinutes, 0) / Math.max(1, tasks.length);
  for (const [task, { workMinutes, priority }] of tasks.entries()) {
    for (let seat = 0; seat < seats; seat++) {
      const person = personOf[seat] ?? 0;
      const pair = instance.pair(task, person);
      if (!Number.isFinite(pair)) continue;
      const earlier = (seat - (firstSeat[person] ?? 0)) * mean;
      const added = instance.loadCost(person, earlier + workMinutes) - instance.loadCost(person, earlier);
      cost[task * columns + seat] = pair + added;
    }
    cost[task * columns + seats + task] = unassignedCost(priority);
  }
  return cost;
}

function tasksByPerson(instance: AssignmentInstance, personOfTask: Int32Array): number[][] {
  const lists: number[][] = instance.people.map(() => []);
  for (const [task, person] of personOfTask.entries()) if (person >= 0) lists[person]?.push(task);
  return lists;
}

/** The task of an overfull person with the cheapest way out; null when everything fits. */
function leaver(
  instance: AssignmentInstance,
  solver: AssignmentSolver,
  plan: Layout,
  person: number,
  list: number[],
): number {
  const crowd = instance.overfull(person, list);
  if (crowd === null) return -1;
  const isElsewhere = (column: number): boolean => column >= plan.seats || plan.personOf[column] !== person;
  const ways = crowd.map((task) => ({ task, regret: solver.regret(task, isElsewhere) }));
  ways.sort((a, b) => a.regret - b.regret || a.task - b.task);
  return ways[0]?.task ?? -1;
}

/** Re-solving is the careful way to resolve crowding; past this many rounds the local search does it faster. */
const resolveRounds = (tasks: number): number => Math.max(2, Math.min(60, Math.floor(6000 / Math.max(1, tasks))));

/** Leaves tasks with nobody until everybody's fit. */
function dropCrowding(instance: AssignmentInstance, result: Int32Array): void {
  for (const [person, list] of tasksByPerson(instance, result).entries()) {
    let left = list;
    for (let crowd = instance.overfull(person, left); crowd !== null; crowd = instance.overfull(person, left)) {
      const largest = crowd.reduce((a, b) =>
        (instance.work[b]?.minutes ?? 0) > (instance.work[a]?.minutes ?? 0) ? b : a,
      );
      result[largest] = -1;
      left = left.filter((task) => task !== largest);
    }
  }
}

/**
 * Solves the assignment. As long as some person's tasks do not fit their calendar together, the task with the cheapest
 * way out leaves that person and the prices are carried on from there; what is crowded after a bounded number of rounds
 * stays with nobody for the local search to place.
 * @returns person of each task, −1 for nobody. O(tasks · columns²) at worst.
 */
export function solveAssignment(instance: AssignmentInstance): Int32Array {
  const plan = layout(instance);
  const { seats, personOf, firstSeat } = plan;
  const solver = new AssignmentSolver(instance.tasks.length, seats + instance.tasks.length, costMatrix(instance, plan));
  const result = new Int32Array(instance.tasks.length);
  const rounds = resolveRounds(instance.tasks.length);
  for (let round = 0; round < rounds; round++) {
    solver.solve();
    for (const [task, column] of solver.columnOf.entries())
      result[task] = column < seats ? (personOf[column] ?? -1) : -1;
    let changed = false;
    for (const [person, list] of tasksByPerson(instance, result).entries()) {
      const task = leaver(instance, solver, plan, person, list);
      if (task < 0) continue;
      for (let seat = firstSeat[person] ?? 0; seat < (firstSeat[person + 1] ?? 0); seat++) solver.forbid(task, seat);
      changed = true;
    }
    if (!changed) return result;
  }
  dropCrowding(instance, result);
  return result;
}
