import type { Random } from "../random.ts";
import type { Compiled } from "./compile.ts";

/**
 * Two-point crossover on precedence-feasible lists (Hartmann 1998; in the form of Debels and Vanhoucke 2005): a run of
 * the mother keeps its place and order, what she has before and after it takes the father's order. Each of the three
 * parts is closed under predecessors, so the child is feasible again. O(n), no allocation.
 */
export function cross(
  mother: Int32Array,
  father: Int32Array,
  child: Int32Array,
  part: Uint8Array,
  random: Random,
): void {
  const n = child.length;
  const length = Math.min(n, Math.max(2, Math.floor(n * (0.25 + 0.5 * random.next()))));
  const from = random.below(n - length + 1);
  const to = from + length;
  for (let at = 0; at < n; at++) part[mother[at] as number] = at < from ? 0 : at < to ? 1 : 2;
  let before = 0;
  let after = to;
  for (let at = 0; at < n; at++) {
    const task = father[at] as number;
    if (part[task] === 0) child[before++] = task;
    else if (part[task] === 2) child[after++] = task;
  }
  for (let at = from; at < to; at++) child[at] = mother[at] as number;
}

/** Swaps neighbours that no link joins, each with probability `rate`. `compiled` is the side that will decode the list. */
export function mutate(list: Int32Array, compiled: Compiled, rate: number, random: Random): void {
  const { predBegin, predTask } = compiled;
  for (let at = 0; at + 1 < list.length; at++) {
    if (random.next() >= rate) continue;
    const first = list[at] as number;
    const second = list[at + 1] as number;
    const last = predBegin[second + 1] as number;
    let link = predBegin[second] as number;
    while (link < last && predTask[link] !== first) link++;
    if (link < last) continue;
    list[at] = second;
    list[at + 1] = first;
  }
}
