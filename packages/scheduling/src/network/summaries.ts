import { NODE } from "./graph.ts";
import type { Net, Places } from "./link-rule.ts";
import { at, NO_LOWER, NO_UPPER } from "./typed.ts";

/**
 * First start and last finish of each task's leaves, by task; for a leaf its own. A milestone takes the whole day it
 * marks, so that a summary that ends with one ends on that day.
 */
export interface Spans {
  readonly start: Int32Array;
  readonly finish: Int32Array;
}

/** Reads the dates of summaries off their parts. O(n). */
export function spansOf({ graph }: Net, places: Places): Spans {
  const n = graph.plan.tasks.length;
  const start = new Int32Array(n);
  const finish = new Int32Array(n);
  for (let i = 0; i < n; i++) {
    const kind = at(graph.kind, i);
    const shown = at(places.start, i) - at(graph.marksEnd, i);
    start[i] = kind === NODE.TASK ? at(places.start, i) : kind === NODE.MILESTONE ? shown : NO_UPPER;
    finish[i] = kind === NODE.TASK ? at(places.finish, i) : kind === NODE.MILESTONE ? shown + 1 : NO_LOWER;
  }
  for (const i of graph.bottomUp) {
    const parent = at(graph.parentOf, i);
    if (parent < 0) continue;
    start[parent] = Math.min(at(start, parent), at(start, i));
    finish[parent] = Math.max(at(finish, parent), at(finish, i));
  }
  return { start, finish };
}

/** Least value among each task's leaves, bottom up; used for the slack of summaries. */
export function leastOfParts({ graph }: Net, valueOf: Int32Array): Int32Array {
  const least = new Int32Array(graph.plan.tasks.length);
  for (let i = 0; i < least.length; i++) least[i] = at(graph.kind, i) <= NODE.MILESTONE ? at(valueOf, i) : NO_UPPER;
  for (const i of graph.bottomUp) {
    const parent = at(graph.parentOf, i);
    if (parent >= 0) least[parent] = Math.min(at(least, parent), at(least, i));
  }
  return least;
}
