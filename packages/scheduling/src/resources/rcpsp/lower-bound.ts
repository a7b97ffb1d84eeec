import { distances } from "./bounds.ts";
import type { Compiled } from "./compile.ts";
import { compile } from "./compile.ts";
import { BINDS_FINISH, FROM_FINISH } from "./compile-links.ts";
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

/**
 * Least time from each finish to the end of the project. With calendars, distances from starts and leads may shrink or
 * stretch across days off, so only links from finishes without a lead count then;
 * pinned tasks wait for nobody.
 */
function tails(compiled: Compiled): Int32Array {
  if (compiled.plain) return distances(compiled).tail;
  const { n, duration, pinned, predBegin, predTask, predKind, predLag } = compiled;
  const tail = new Int32Array(n);
  for (let task = n - 1; task >= 0; task--) {
    if ((pinned[task] ?? -1) >= 0) continue;
    for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
      const kind = predKind[link] ?? 0;
      const lag = predLag[link] ?? 0;
      if ((kind & FROM_FINISH) === 0 || lag < 0) continue;
      const before = predTask[link] ?? 0;
      const own = kind & BINDS_FINISH ? 0 : (duration[task] ?? 0);
      tail[before] = Math.max(tail[before] ?? 0, lag + own + (tail[task] ?? 0));
    }
  }
  return tail;
}

/** A makespan that no schedule can beat: the longest chain, and the supply of each resource. */
export function lowerBound(project: NormalProject, compiled: Compiled, free: Unconstrained): number {
  const tail = tails(compiled);
  return project.capacity.reduce(
    (bound, _, resource) => Math.max(bound, supplyBound(project, free.start, tail, resource)),
    free.makespan,
  );
}
