import { ok } from "@yutu/kernel";
import type { Estimated } from "@yutu/statistics";
import { refuse } from "@yutu/statistics";
import { type Attribution, attribution, toCredits } from "../attribution.ts";
import { CreditSums } from "../credit-sums.ts";
import { splitExactly } from "../exact-split.ts";
import type { PathCounts } from "../journeys/path-counts.ts";

/** Credit of one channel at one place of the path. */
export interface PositionCredit {
  readonly channel: string;
  /** 1 for the first touch; the last position holds all later ones as well. */
  readonly position: number;
  readonly conversions: number;
}

/** Ordered Shapley credits: by channel, and how each channel's credit spreads over the stages of the journey. */
export interface OrderedShapley extends Attribution {
  /** Adds up to the conversions exactly; per channel to its credit within 2⁻⁵⁰ of the total. */
  readonly byPosition: readonly PositionCredit[];
}

/**
 * Ordered Shapley value (Zhao, Mahboobi, Bagheri 2018): each distinct channel of a path earns 1/m, shared equally by
 * the positions at which it occurs. Summed over positions it is the plain Shapley value.
 * @param positions places told apart; later touches count to the last one
 */
export function orderedShapley(paths: PathCounts, positions = 10): Estimated<OrderedShapley> {
  if (!Number.isInteger(positions) || positions < 1) {
    return refuse("outOfRange", "the number of positions must be a whole number from 1", { positions });
  }
  if (!(paths.totalConversions > 0))
    return refuse("allZero", "no path ends in a conversion, so there is nothing to credit");
  const { channels, offsets, codes, conversions, valueMinor } = paths;
  const cells = new CreditSums(channels.length * positions);
  const values = new CreditSums(channels.length);
  const times = new Float64Array(channels.length);
  for (let i = 0; i < conversions.length; i++) {
    const won = conversions[i] ?? 0;
    if (won === 0) continue;
    const from = offsets[i] ?? 0;
    const to = offsets[i + 1] ?? 0;
    let distinct = 0;
    for (let j = from; j < to; j++) {
      const code = codes[j] ?? 0;
      if (times[code] === 0) distinct += 1;
      times[code] = (times[code] ?? 0) + 1;
    }
    for (let j = from; j < to; j++) {
      const code = codes[j] ?? 0;
      const share = 1 / (distinct * (times[code] ?? 1));
      cells.add(code * positions + Math.min(j - from, positions - 1), won * share);
      values.add(code, (valueMinor[i] ?? 0) * share);
    }
    for (let j = from; j < to; j++) times[codes[j] ?? 0] = 0;
  }
  const raw = cells.result();
  const exact = splitExactly(raw, paths.totalConversions);
  const byChannel = channels.map((_, c) => raw.subarray(c * positions, (c + 1) * positions).reduce((a, b) => a + b, 0));
  const credits = toCredits(channels, byChannel, values.result(), paths.totalConversions, paths.totalValueMinor);
  const byPosition = Array.from(exact, (amount, cell) => ({
    channel: channels[Math.floor(cell / positions)] ?? "",
    position: (cell % positions) + 1,
    conversions: amount,
  })).filter((cell) => cell.conversions > 0);
  return ok({ ...attribution(credits, "ordered-shapley", paths.journeys), byPosition });
}
