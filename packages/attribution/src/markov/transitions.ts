import type { MarkovChain } from "./chain.ts";

/** The part of a chain that new journeys can reach, as probabilities in compressed rows. */
export interface Transitions {
  readonly count: number;
  /** State of the chain behind each of these states, ascending; the first is the start. */
  readonly states: Uint32Array;
  readonly rows: Uint32Array;
  readonly targets: Uint32Array;
  readonly probability: Float64Array;
  /** Journeys that left each state in the data. */
  readonly visits: Float64Array;
}

/** All transitions of a chain but those that enter a channel, hence without the histories that hold it; −1 removes none. */
export function transitionsWithout(chain: MarkovChain, channel: number): Transitions {
  const { rows, targets, flows, outflow, newest } = chain;
  const states = reachable(chain, channel);
  const numberOf = new Uint32Array(chain.count);
  states.forEach((state, i) => {
    numberOf[state] = i;
  });
  const starts = new Uint32Array(states.length + 1);
  const kept = new Uint32Array(targets.length);
  const probability = new Float64Array(targets.length);
  let edges = 0;
  for (let i = 0; i < states.length; i++) {
    const s = states[i] ?? 0;
    const all = outflow[s] ?? 1;
    const end = rows[s + 1] ?? 0;
    for (let e = rows[s] ?? 0; e < end; e++) {
      const t = targets[e] ?? 0;
      if (newest[t] === channel) continue;
      kept[edges] = numberOf[t] ?? 0;
      probability[edges] = (flows[e] ?? 0) / all;
      edges += 1;
    }
    starts[i + 1] = edges;
  }
  return {
    count: states.length,
    states,
    rows: starts,
    targets: kept.subarray(0, edges),
    probability: probability.subarray(0, edges),
    visits: Float64Array.from(states, (s) => outflow[s] ?? 0),
  };
}

/** States that the start leads to without entering the channel, ascending. */
function reachable({ rows, targets, newest, count }: MarkovChain, channel: number): Uint32Array {
  const seen = new Uint8Array(count);
  const waiting = new Uint32Array(count);
  let found = 1;
  seen[0] = 1;
  for (let i = 0; i < found; i++) {
    const s = waiting[i] ?? 0;
    const end = rows[s + 1] ?? 0;
    for (let e = rows[s] ?? 0; e < end; e++) {
      const t = targets[e] ?? 0;
      if (seen[t] === 1 || newest[t] === channel) continue;
      seen[t] = 1;
      waiting[found] = t;
      found += 1;
    }
  }
  return waiting.slice(0, found).sort();
}
