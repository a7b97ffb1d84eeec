import { ok } from "@yutu/kernel";
import type { Estimated } from "@yutu/statistics";
import { solveAbsorption } from "./absorption.ts";
import type { MarkovChain } from "./chain.ts";

/** How much is lost when a channel is taken away and the journeys that would enter it end without success. */
export interface RemovalEffects {
  /** Share of the conversion probability lost, per channel code, 0 … 1. */
  readonly conversions: Float64Array;
  /** Share of the expected value lost, per channel code; zeros when nothing has value. */
  readonly value: Float64Array;
}

const any = (): boolean => true;

/**
 * Exact removal effects. With h(s) the chance to convert from state s, the loss by removing channel c is the chance
 * to enter c and convert all the same; it is solved directly, so that small effects do not drown in 1 − (1 − ε).
 */
export function removalEffects(chain: MarkovChain, channelCount: number): Estimated<RemovalEffects> {
  const conversions = effectsOf(chain, channelCount, chain.converted);
  if (!conversions.ok) return conversions;
  const value = effectsOf(chain, channelCount, chain.valueMinor);
  if (!value.ok) return value;
  return ok({ conversions: conversions.value, value: value.value });
}

function effectsOf(chain: MarkovChain, channelCount: number, earned: Float64Array): Estimated<Float64Array> {
  const { rows, targets, flows, outflow, newest, count } = chain;
  const effects = new Float64Array(channelCount);
  if (!earned.some((e) => e > 0)) return ok(effects);
  const reward = earned.map((e, s) => e / (outflow[s] ?? 1));
  const whole = solveAbsorption(chain, reward, any);
  if (!whole.ok) return whole;
  const onEntry = new Float64Array(count);
  for (let c = 0; c < channelCount; c++) {
    for (let s = 0; s < count; s++) {
      let total = 0;
      for (let e = rows[s] ?? 0; e < (rows[s + 1] ?? 0); e++) {
        const t = targets[e] ?? 0;
        if (newest[t] === c) total += (flows[e] ?? 0) * (whole.value[t] ?? 0);
      }
      onEntry[s] = total / (outflow[s] ?? 1);
    }
    const without = solveAbsorption(chain, onEntry, (s) => newest[s] !== c);
    if (!without.ok) return without;
    effects[c] = Math.min(1, (without.value[0] ?? 0) / (whole.value[0] ?? 1));
  }
  return ok(effects);
}
