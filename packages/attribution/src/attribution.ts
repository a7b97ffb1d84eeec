import type { Estimate, Estimated, Warning } from "@yutu/statistics";
import { splitExactly, splitMinor } from "./exact-split.ts";
import type { PathCounts } from "./journeys/path-counts.ts";

/** What a channel is credited with. */
export interface ChannelCredit {
  readonly channel: string;
  /** Conversions; the credits of all channels add up to the total exactly. */
  readonly conversions: number;
  /** Value in integer minor units; adds up to the total exactly. */
  readonly valueMinor: number;
  /** Share of the conversions, 0 … 1. */
  readonly share: number;
}

/**
 * Credits by channel, in code-unit order of the names. `n` is the number of journeys; the interval, where a model or
 * `withBootstrapInterval` gives one, bounds each channel by itself.
 */
export type Attribution = Estimate<readonly ChannelCredit[]>;

/** A model that needs nothing but paths. */
export type PathModel = (paths: PathCounts) => Estimated<Attribution>;

/** Turns raw weights per channel into credits that add up. */
export function toCredits(
  channels: readonly string[],
  conversionWeights: ArrayLike<number>,
  valueWeights: ArrayLike<number>,
  totalConversions: number,
  totalValueMinor: number,
): ChannelCredit[] {
  const conversions = splitExactly(conversionWeights, totalConversions);
  const values = splitMinor(valueWeights, totalValueMinor);
  return channels.map((channel, i) => ({
    channel,
    conversions: conversions[i] ?? 0,
    valueMinor: values[i] ?? 0,
    share: totalConversions > 0 ? (conversions[i] ?? 0) / totalConversions : 0,
  }));
}

/** The result of a model without interval. */
export const attribution = (
  estimate: readonly ChannelCredit[],
  method: string,
  n: number,
  warnings: readonly Warning[] = [],
): Attribution => ({ estimate, interval: null, level: null, method, n, warnings });
