import { PairIndex } from "../journeys/pair-index.ts";
import type { PathCounts } from "../journeys/path-counts.ts";
import { findStates, type MarkovStates } from "./states.ts";

/** An absorbing chain with transition counts in compressed rows; its ends are conversion and loss. */
export interface MarkovChain extends MarkovStates {
  /** Row s has the transitions `rows[s]` … `rows[s + 1] − 1`, ordered by target. */
  readonly rows: Uint32Array;
  readonly targets: Uint32Array;
  /** Journeys that made the transition. */
  readonly flows: Float64Array;
  /** Journeys that left each state: to other states, to conversion, to loss. */
  readonly outflow: Float64Array;
  readonly converted: Float64Array;
  readonly lost: Float64Array;
  /** Value in minor units earned at conversions from each state. */
  readonly valueMinor: Float64Array;
}

/** Counts the transitions of all journeys, won or lost, in a chain of the given order. */
export function buildChain(paths: PathCounts, order: number): MarkovChain {
  const states = findStates(paths, order);
  const { offsets, conversions, nulls } = paths;
  const n = states.count;
  const edges = new PairIndex();
  let flow = new Float64Array(1024);
  const outflow = new Float64Array(n);
  const converted = new Float64Array(n);
  const lost = new Float64Array(n);
  const valueMinor = new Float64Array(n);
  for (let i = 0; i < conversions.length; i++) {
    const won = conversions[i] ?? 0;
    const missed = nulls[i] ?? 0;
    const weight = won + missed;
    let state = 0;
    for (let j = offsets[i] ?? 0; j < (offsets[i + 1] ?? 0); j++) {
      const next = states.afterTouch[j] ?? 0;
      const edge = edges.idOf(state, next);
      if (edge >= flow.length) flow = doubled(flow);
      flow[edge] = (flow[edge] ?? 0) + weight;
      outflow[state] = (outflow[state] ?? 0) + weight;
      state = next;
    }
    outflow[state] = (outflow[state] ?? 0) + weight;
    converted[state] = (converted[state] ?? 0) + won;
    lost[state] = (lost[state] ?? 0) + missed;
    valueMinor[state] = (valueMinor[state] ?? 0) + (paths.valueMinor[i] ?? 0);
  }
  return { ...states, ...compress(edges, flow, n), outflow, converted, lost, valueMinor };
}

function doubled(old: Float64Array): Float64Array<ArrayBuffer> {
  const next = new Float64Array(old.length * 2);
  next.set(old);
  return next;
}

/** Sorts edges into rows, by source and then target: by counting, one pass for each end, the later one first. */
function compress(
  edges: PairIndex,
  flow: Float64Array,
  n: number,
): { rows: Uint32Array; targets: Uint32Array; flows: Float64Array } {
  const found = Uint32Array.from({ length: edges.size - 1 }, (_, i) => i + 1);
  const byTarget = sortedBy(found, (edge) => edges.second(edge), n).order;
  const { order, starts } = sortedBy(byTarget, (edge) => edges.first(edge), n);
  const targets = new Uint32Array(order.length);
  const flows = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const edge = order[i] ?? 0;
    targets[i] = edges.second(edge);
    flows[i] = flow[edge] ?? 0;
  }
  return { rows: starts, targets, flows };
}

/**
 * Orders items by a key from 0 to n − 1; equal ones stay in their order.
 * @returns the items in order, and where those of each key start in it (n + 1 places)
 */
function sortedBy(
  items: Uint32Array,
  keyOf: (item: number) => number,
  n: number,
): { order: Uint32Array; starts: Uint32Array } {
  const starts = new Uint32Array(n + 1);
  for (let i = 0; i < items.length; i++) {
    const after = keyOf(items[i] ?? 0) + 1;
    starts[after] = (starts[after] ?? 0) + 1;
  }
  for (let key = 0; key < n; key++) starts[key + 1] = (starts[key + 1] ?? 0) + (starts[key] ?? 0);
  const next = starts.slice();
  const order = new Uint32Array(items.length);
  for (let i = 0; i < items.length; i++) {
    const item = items[i] ?? 0;
    const key = keyOf(item);
    const at = next[key] ?? 0;
    order[at] = item;
    next[key] = at + 1;
  }
  return { order, starts };
}
