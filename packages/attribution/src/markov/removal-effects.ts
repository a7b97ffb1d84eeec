import { ok } from "@yutu/kernel";
import type { Estimated } from "@yutu/statistics";
import { solveAbsorption } from "./absorption.ts";
import type { MarkovChain } from "./chain.ts";
import { type Transitions, transitionsWithout } from "./transitions.ts";

/** No channel. The newest touch of the start is none as well, but nothing leads there. */
const NONE = -1;

/** How much is lost when a channel is taken away and the journeys that would enter it end without success. */
export interface RemovalEffects {
  /** Share of the conversion probability lost, per channel code, 0 … 1. */
  readonly conversions: Float64Array;
  /** Share of the expected value lost, per channel code; zeros when nothing has value. */
  readonly value: Float64Array;
}

/**
 * Exact removal effects. With h(s) the chance to convert from state s, the loss by removing channel c is the chance
 * to enter c and convert all the same; it is solved directly, so that small effects do not drown in 1 − (1 − ε).
 */
export function removalEffects(chain: MarkovChain, channelCount: number): Estimated<RemovalEffects> {
  const whole = transitionsWithout(chain, NONE);
  const effects: Float64Array[] = [];
  const wanted: { readonly worth: Float64Array; readonly effect: Float64Array }[] = [];
  for (const earned of [chain.converted, chain.valueMinor]) {
    const effect = new Float64Array(channelCount);
    effects.push(effect);
    if (!earned.some((e) => e > 0)) continue;
    const worth = solveAbsorption(
      whole,
      earned.map((e, s) => e / (chain.outflow[s] ?? 1)),
    );
    if (!worth.ok) return worth;
    wanted.push({ worth: worth.value, effect });
  }
  for (let c = 0; c < channelCount; c++) {
    const without = transitionsWithout(chain, c);
    for (const { worth, effect } of wanted) {
      const lost = solveAbsorption(without, worthOfEntering(chain, without, c, worth));
      if (!lost.ok) return lost;
      effect[c] = Math.min(1, (lost.value[0] ?? 0) / (worth[0] ?? 1));
    }
  }
  const [conversions = new Float64Array(channelCount), value = new Float64Array(channelCount)] = effects;
  return ok({ conversions, value });
}

/** What is lost at each state by the journeys that would go on into the channel, per journey through the state. */
function worthOfEntering(
  { rows, targets, flows, outflow, newest }: MarkovChain,
  { states }: Transitions,
  channel: number,
  worth: Float64Array,
): Float64Array {
  return Float64Array.from(states, (s) => {
    let total = 0;
    const end = rows[s + 1] ?? 0;
    for (let e = rows[s] ?? 0; e < end; e++) {
      const t = targets[e] ?? 0;
      if (newest[t] === channel) total += (flows[e] ?? 0) * (worth[t] ?? 0);
    }
    return total / (outflow[s] ?? 1);
  });
}
