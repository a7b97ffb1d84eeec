import { distances } from "./bounds.ts";
import type { Compiled } from "./compile.ts";
import { compile } from "./compile.ts";
import type { NormalProject } from "./normalise.ts";
import { SerialDecoder } from "./serial-decoder.ts";

/** Dates that links, calendars and pins alone would give; −1 when even that does not fit the horizon. */
export interface Unconstrained {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  readonly makespan: number;
}

/** The schedule without any resource limit. O(tasks + links). */
export function unconstrained(project: NormalProject): Unconstrained {
  const tasks = project.tasks.map((task) => ({ ...task, demands: [], needs: [] }));
  const decoder = new SerialDecoder(compile({ ...project, tasks, capacity: [] }, { ...project, capacity: [] }));
  const list = Int32Array.from(tasks, (_, index) => index);
  const makespan = decoder.decode(list, 0);
  return { start: decoder.start, finish: decoder.finish, makespan };
}

/** The first slot boundary at which `units` have been available since `from`. */
function supplied(capacity: Int32Array, from: number, units: number): number {
  let left = units;
  let at = from;
  while (left > 0 && at < capacity.length) left -= capacity[at++] ?? 0;
  return at;
}

/**
 * Work on one resource cannot be done faster than the resource supplies it: for every set "tasks that can start no
 * earlier than h", h plus the time to supply their work plus the least tail among them bounds the makespan.
 * O(n log n + n · horizon) per resource.
 */
function supplyBound(project: NormalProject, start: Int32Array, tail: Int32Array, resource: number): number {
  const users = project.tasks.flatMap((task, index) => {
    const units = task.demands.find((demand) => demand.resource === resource)?.units ?? 0;
    return units > 0 && task.durationSlots > 0
      ? [{ head: start[index] ?? 0, tail: tail[index] ?? 0, work: units * task.durationSlots }]
      : [];
  });
  users.sort((a, b) => b.head - a.head);
  const capacity = project.capacity[resource] ?? new Int32Array(0);
  let bound = 0;
  let work = 0;
  let shortest = Number.MAX_SAFE_INTEGER;
  for (const [position, user] of users.entries()) {
    work += user.work;
    shortest = Math.min(shortest, user.tail);
    if (users[position + 1]?.head === user.head) continue;
    bound = Math.max(bound, supplied(capacity, user.head, work) + shortest);
  }
  return bound;
}

/** A makespan that no schedule can beat: the longest chain, and the supply of each resource. */
export function lowerBound(project: NormalProject, compiled: Compiled, free: Unconstrained): number {
  const { tail } = distances(compiled);
  return project.capacity.reduce(
    (bound, _, resource) => Math.max(bound, supplyBound(project, free.start, tail, resource)),
    free.makespan,
  );
}
