import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { levellingCycle } from "../problems.ts";
import type { SlotProject } from "./model.ts";

interface Adjacency {
  readonly successors: readonly number[][];
  readonly predecessors: readonly number[][];
}

function adjacency(project: SlotProject): Adjacency {
  const successors: number[][] = project.tasks.map(() => []);
  const predecessors: number[][] = project.tasks.map(() => []);
  for (const { from, to } of project.links) {
    successors[from]?.push(to);
    predecessors[to]?.push(from);
  }
  return { successors, predecessors };
}

/** Walks back from a task that never became ready; the walk must meet itself, and that loop is the path. */
function cyclePath(
  project: SlotProject,
  predecessors: readonly number[][],
  stuck: (task: number) => boolean,
): string[] {
  let at = project.tasks.findIndex((_, index) => stuck(index));
  const position = new Map<number, number>();
  const walk: number[] = [];
  while (!position.has(at)) {
    position.set(at, walk.length);
    walk.push(at);
    at = predecessors[at]?.find(stuck) ?? at;
  }
  const ids = walk
    .slice(position.get(at))
    .reverse()
    .map((index) => project.tasks[index]?.id ?? "");
  // Begin at the smallest id, so that the path does not depend on the order of the tasks.
  const first = ids.reduce((best, id, index) => (id < (ids[best] ?? "") ? index : best), 0);
  const path = [...ids.slice(first), ...ids.slice(0, first)];
  return [...path, path[0] ?? ""];
}

/**
 * A topological order that depends on the network and the ids only, not on the order in which tasks are listed: by
 * longest chain of predecessors, then by id. It makes the whole solver permutation invariant.
 * O(n log n + links). Refuses a cycle with its path.
 */
export function canonicalOrder(project: SlotProject): Result<Int32Array, Problem<"scheduling/levelling-cycle">> {
  const { successors, predecessors } = adjacency(project);
  const waiting = predecessors.map((list) => list.length);
  const level = new Int32Array(project.tasks.length);
  const ready = waiting.flatMap((count, index) => (count === 0 ? [index] : []));
  for (let at = 0; at < ready.length; at++) {
    const task = ready[at] ?? 0;
    for (const next of successors[task] ?? []) {
      level[next] = Math.max(level[next] ?? 0, (level[task] ?? 0) + 1);
      const left = (waiting[next] ?? 0) - 1;
      waiting[next] = left;
      if (left === 0) ready.push(next);
    }
  }
  if (ready.length < project.tasks.length) {
    const path = cyclePath(project, predecessors, (task) => (waiting[task] ?? 0) > 0);
    return err(
      problem(levellingCycle, `tasks wait for each other: ${path.join(" → ")}`, { params: { path: path.join(",") } }),
    );
  }
  const id = (index: number): string => project.tasks[index]?.id ?? "";
  ready.sort((a, b) => (level[a] ?? 0) - (level[b] ?? 0) || (id(a) < id(b) ? -1 : 1));
  return ok(Int32Array.from(ready));
}
