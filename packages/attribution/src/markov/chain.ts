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

/** Sorts edges into rows, by source and then target. */
function compress(
  edges: PairIndex,
  flow: Float64Array,
  n: number,
): { rows: Uint32Array; targets: Uint32Array; flows: Float64Array } {
  const order = Array.from({ length: edges.size - 1 }, (_, i) => i + 1);
  order.sort((a, b) => edges.first(a) - edges.first(b) || edges.second(a) - edges.second(b));
  const rows = new Uint32Array(n + 1);
  for (const edge of order) rows[edges.first(edge) + 1] = (rows[edges.first(edge) + 1] ?? 0) + 1;
  for (let s = 0; s < n; s++) rows[s + 1] = (rows[s + 1] ?? 0) + (rows[s] ?? 0);
  return {
    rows,
    targets: Uint32Array.from(order, (edge) => edges.second(edge)),
    flows: Float64Array.from(order, (edge) => flow[edge] ?? 0),
  };
}
