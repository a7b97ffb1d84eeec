import type { AssignmentInstance } from "./instance.ts";
import { unassignedCost } from "./solve.ts";

/** An assignment under change, with each person's tasks and minutes at hand. */
export class Working {
  readonly lists: number[][];
  readonly minutes: Float64Array;

  constructor(
    readonly instance: AssignmentInstance,
    readonly person: Int32Array,
  ) {
    this.lists = instance.people.map(() => []);
    this.minutes = new Float64Array(instance.people.length);
    for (const [task, owner] of person.entries()) if (owner >= 0) this.put(task, owner);
  }

  put(task: number, owner: number): void {
    this.person[task] = owner;
    this.lists[owner]?.push(task);
    this.minutes[owner] = (this.minutes[owner] ?? 0) + this.work(task);
  }

  take(task: number): void {
    const owner = this.person[task] ?? -1;
    if (owner < 0) return;
    this.lists[owner] = (this.lists[owner] ?? []).filter((other) => other !== task);
    this.minutes[owner] = (this.minutes[owner] ?? 0) - this.work(task);
    this.person[task] = -1;
  }

  /** Total cost: every pair, everybody's load, and the tasks that nobody has. */
  total(): number {
    let total = 0;
    for (const [task, owner] of this.person.entries()) total += this.pair(task, owner);
    for (const [owner, minutes] of this.minutes.entries()) total += this.instance.loadCost(owner, minutes);
    return total;
  }

  work(task: number): number {
    return this.instance.tasks[task]?.workMinutes ?? 0;
  }

  /** Cost of a task with a person, or with nobody. */
  pair(task: number, owner: number): number {
    return owner < 0 ? unassignedCost(this.instance.tasks[task]?.priority) : this.instance.pair(task, owner);
  }

  /** What the load of a person costs more when `minutes` are added. */
  loadChange(owner: number, minutes: number): number {
    if (owner < 0) return 0;
    const now = this.minutes[owner] ?? 0;
    return this.instance.loadCost(owner, now + minutes) - this.instance.loadCost(owner, now);
  }

  fitsWith(owner: number, added: number, without: number): boolean {
    const list = (this.lists[owner] ?? []).filter((task) => task !== without);
    return this.instance.fits(owner, [...list, added]);
  }
}
