import type { PathCounts } from "../journeys/path-counts.ts";
import { PathTable } from "../journeys/path-table.ts";

/** The histories of a chain of order k: the last k touches, or fewer at the start of a path. */
export interface MarkovStates {
  readonly order: number;
  /** Number of states; state 0 is the start, before any touch. */
  readonly count: number;
  /** Channel code of the newest touch of each state; −1 for the start. */
  readonly newest: Int32Array;
  /** State after each touch of `PathCounts.codes`, in the same positions. */
  readonly afterTouch: Uint32Array;
}

/** Finds the states of all paths; numbered by their channels, hence independent of the input's order. */
export function findStates(paths: PathCounts, order: number): MarkovStates {
  const { offsets, codes } = paths;
  const histories = new PathTable();
  const found = new Uint32Array(codes.length);
  for (let i = 0; i + 1 < offsets.length; i++) {
    const from = offsets[i] ?? 0;
    const to = offsets[i + 1] ?? 0;
    for (let j = from; j < to; j++) found[j] = histories.idOf(codes, Math.max(from, j - order + 1), j + 1);
  }
  const { stateOf, newest } = numberStates(histories);
  return { order, count: histories.size + 1, newest, afterTouch: found.map((id) => stateOf[id] ?? 0) };
}

/** Orders histories by length, then channels; the start is state 0. */
function numberStates(histories: PathTable): { stateOf: Uint32Array; newest: Int32Array } {
  const offsets = histories.offsets();
  const codes = histories.codes();
  const order = Array.from({ length: histories.size }, (_, i) => i);
  order.sort((a, b) => {
    const [fromA, fromB] = [offsets[a] ?? 0, offsets[b] ?? 0];
    const length = (offsets[a + 1] ?? 0) - fromA;
    const longer = length - ((offsets[b + 1] ?? 0) - fromB);
    if (longer !== 0) return longer;
    for (let i = 0; i < length; i++) {
      const difference = (codes[fromA + i] ?? 0) - (codes[fromB + i] ?? 0);
      if (difference !== 0) return difference;
    }
    return 0;
  });
  const stateOf = new Uint32Array(order.length);
  const newest = new Int32Array(order.length + 1).fill(-1);
  order.forEach((id, i) => {
    stateOf[id] = i + 1;
    newest[i + 1] = codes[(offsets[id + 1] ?? 0) - 1] ?? -1;
  });
  return { stateOf, newest };
}
