import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "@yutu/statistics";
import { type Attribution, attribution, toCredits } from "../attribution.ts";
import { CreditSums } from "../credit-sums.ts";
import type { PathCounts } from "../journeys/path-counts.ts";

/** Writes the weights of one path's touches into `weights[0 … length − 1]`; they must add up to 1. */
export type TouchWeights = (codes: Uint32Array, from: number, length: number, weights: Float64Array) => void;

/** Applies a rule that depends on the order of the touches only. Null paths earn nothing. */
export function attributeByRule(paths: PathCounts, method: string, rule: TouchWeights): Estimated<Attribution> {
  if (!(paths.totalConversions > 0))
    return refuse("allZero", "no path ends in a conversion, so there is nothing to credit");
  const { channels, offsets, codes, conversions, valueMinor } = paths;
  const conversionSums = new CreditSums(channels.length);
  const valueSums = new CreditSums(channels.length);
  let weights = new Float64Array(64);
  for (let i = 0; i < conversions.length; i++) {
    const won = conversions[i] ?? 0;
    if (won === 0) continue;
    const value = valueMinor[i] ?? 0;
    const from = offsets[i] ?? 0;
    const length = (offsets[i + 1] ?? 0) - from;
    if (length > weights.length) weights = new Float64Array(length * 2);
    rule(codes, from, length, weights);
    for (let j = 0; j < length; j++) {
      const weight = weights[j] ?? 0;
      if (weight === 0) continue;
      const channel = codes[from + j] ?? 0;
      conversionSums.add(channel, won * weight);
      if (value > 0) valueSums.add(channel, value * weight);
    }
  }
  const credits = toCredits(
    channels,
    conversionSums.result(),
    valueSums.result(),
    paths.totalConversions,
    paths.totalValueMinor,
  );
  return ok(attribution(credits, method, paths.journeys));
}
