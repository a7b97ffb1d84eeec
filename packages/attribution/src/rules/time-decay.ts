import { ok } from "@yutu/kernel";
import { checkPositive, type Estimated, refuse } from "@yutu/statistics";
import { type Attribution, attribution, toCredits } from "../attribution.ts";
import { CreditSums } from "../credit-sums.ts";
import type { JourneyTable } from "../journeys/journey-table.ts";
import { DAY_MS } from "../journeys/window.ts";

/**
 * Credit halves with each half-life between touch and conversion: w = 2^(−Δt/h), normalised per journey.
 * @param halfLifeMs default 7 days
 */
export function timeDecay(table: JourneyTable, halfLifeMs: number = 7 * DAY_MS): Estimated<Attribution> {
  const checked = checkPositive(halfLifeMs, "half-life");
  if (!checked.ok) return checked;
  const { channels, offsets, codes, ageMs, conversions, valueMinor } = table;
  const conversionSums = new CreditSums(channels.length);
  const valueSums = new CreditSums(channels.length);
  const rate = Math.LN2 / halfLifeMs;
  let totalConversions = 0;
  let totalValueMinor = 0;
  let weights = new Float64Array(64);
  for (let i = 0; i < conversions.length; i++) {
    const won = conversions[i] ?? 0;
    if (won === 0) continue;
    const value = valueMinor[i] ?? 0;
    totalConversions += won;
    totalValueMinor += value;
    const from = offsets[i] ?? 0;
    const length = (offsets[i + 1] ?? 0) - from;
    if (length > weights.length) weights = new Float64Array(length * 2);
    // The newest touch gets weight 1 before normalising, so that old journeys do not underflow.
    const newest = ageMs[from + length - 1] ?? 0;
    let all = 0;
    for (let j = 0; j < length; j++) {
      const weight = Math.exp(-rate * ((ageMs[from + j] ?? 0) - newest));
      weights[j] = weight;
      all += weight;
    }
    for (let j = 0; j < length; j++) {
      const share = (weights[j] ?? 0) / all;
      const channel = codes[from + j] ?? 0;
      conversionSums.add(channel, won * share);
      if (value > 0) valueSums.add(channel, value * share);
    }
  }
  if (!(totalConversions > 0))
    return refuse("allZero", "no journey ends in a conversion, so there is nothing to credit");
  const credits = toCredits(channels, conversionSums.result(), valueSums.result(), totalConversions, totalValueMinor);
  return ok(attribution(credits, "time-decay", conversions.length));
}
