import type { Random } from "../random.ts";
import { improveAssignment } from "./improve.ts";
import type { AssignmentInstance } from "./instance.ts";
import { Working } from "./working.ts";

const EPSILON = 1e-9;
const MOST_TAKEN = 8;
const MAX_TASKS = 2000;

/** A task that nobody has, if there is one, and tasks of people who could do it; else any tasks. */
function choose(working: Working, random: Random): number[] {
  const { instance, person } = working;
  const count = instance.tasks.length;
  const idle = [...person.keys()].filter((task) => person[task] === -1 && canBeDone(instance, task));
  const first = idle.length > 0 && random.next() < 0.7 ? (idle[random.below(idle.length)] ?? 0) : random.below(count);
  const related = [...person.keys()].filter((task) => {
    const owner = person[task] ?? -1;
    return task !== first && (owner < 0 || Number.isFinite(instance.pair(first, owner)));
  });
  const size = Math.min(related.length, 1 + random.below(MOST_TAKEN - 1));
  for (let at = 0; at < size; at++) {
    const other = at + random.below(related.length - at);
    [related[at], related[other]] = [related[other] ?? 0, related[at] ?? 0];
  }
  return [first, ...related.slice(0, size)];
}

const canBeDone = (instance: AssignmentInstance, task: number): boolean =>
  instance.people.some((_, person) => Number.isFinite(instance.pair(task, person)));

/** Puts a task where it costs least now; it stays with nobody when it fits nowhere. */
function insert(working: Working, task: number): void {
  const { instance } = working;
  let least = working.pair(task, -1);
  let target = -1;
  for (let owner = 0; owner < instance.people.length; owner++) {
    const cost = instance.pair(task, owner) + working.loadChange(owner, working.work(task));
    if (cost >= least || !working.fitsWith(owner, task, -1)) continue;
    least = cost;
    target = owner;
  }
  if (target >= 0) working.put(task, target);
}

/**
 * Large neighbourhood search (Shaw 1998): takes a few related tasks away from everybody and puts them back, the largest
 * first with some noise, keeping what is cheaper. It gets past the packings at which moves and exchanges stop.
 * @param rounds number of attempts; deterministic for a seed. O(rounds · people · tasks per person²).
 */
export function rebuildAssignment(working: Working, rounds: number, random: Random): void {
  const { instance } = working;
  if (instance.tasks.length < 2 || instance.tasks.length > MAX_TASKS) return;
  let least = working.total();
  for (let round = 0; round < rounds; round++) {
    const taken = choose(working, random);
    const owners = taken.map((task) => working.person[task] ?? -1);
    for (const task of taken) working.take(task);
    const size = new Map(taken.map((task) => [task, working.work(task) * (0.5 + random.next())]));
    for (const task of [...taken].sort((a, b) => (size.get(b) ?? 0) - (size.get(a) ?? 0))) insert(working, task);
    const cost = working.total();
    if (cost < least - EPSILON) {
      improveAssignment(working);
      least = working.total();
      continue;
    }
    for (const task of taken) working.take(task);
    for (const [at, task] of taken.entries()) if ((owners[at] ?? -1) >= 0) working.put(task, owners[at] ?? 0);
  }
}
