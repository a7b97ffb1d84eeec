import { ok } from "@yutu/kernel";
import { type Estimated, refuse, type Warning, warning } from "@yutu/statistics";
import { type Attribution, attribution, toCredits } from "../attribution.ts";
import type { PathCounts } from "../journeys/path-counts.ts";
import { buildChain } from "./chain.ts";
import { removalEffects } from "./removal-effects.ts";

/** Credits by removal effect, with the effects themselves. */
export interface MarkovAttribution extends Attribution {
  readonly order: number;
  /** Conversion rate of the chain; equals the raw rate of the journeys. */
  readonly conversionRate: number;
  /** Share of the conversions lost without the channel, in the order of the credits; they add up to more than 1. */
  readonly removalEffects: readonly {
    readonly channel: string;
    readonly conversions: number;
    readonly value: number;
  }[];
}

/**
 * Markov attribution: credit in proportion to the removal effect of each channel in a chain of order 1 to 4 fitted to
 * the won and the lost journeys (Anderl, Becker, von Wangenheim, Schumann 2016). The absorbing chain is solved.
 * @param order touches remembered
 */
export function markov(paths: PathCounts, order = 1): Estimated<MarkovAttribution> {
  if (!Number.isInteger(order) || order < 1 || order > 4) {
    return refuse("outOfRange", `the order of the chain is ${order}, it must be 1, 2, 3 or 4`, { order });
  }
  if (!(paths.totalConversions > 0))
    return refuse("allZero", "no path ends in a conversion, so there is nothing to credit");
  const chain = buildChain(paths, order);
  const effects = removalEffects(chain, paths.channels.length);
  if (!effects.ok) return effects;
  const { conversions, value } = effects.value;
  const credits = toCredits(paths.channels, conversions, value, paths.totalConversions, paths.totalValueMinor);
  return ok({
    ...attribution(credits, `markov-${order}`, paths.journeys, markovWarnings(paths, chain.count, order)),
    order,
    conversionRate: paths.totalConversions / (paths.totalConversions + paths.totalNulls),
    removalEffects: paths.channels.map((channel, i) => ({
      channel,
      conversions: conversions[i] ?? 0,
      value: value[i] ?? 0,
    })),
  });
}

function markovWarnings(paths: PathCounts, states: number, order: number): Warning[] {
  const warnings: Warning[] = [];
  if (paths.totalNulls === 0) {
    const detail =
      "no lost journeys were given, so the chain cannot tell channels that convert from channels that do not";
    warnings.push(warning("attribution/no-null-paths", detail));
  }
  const touches = paths.totalConversions + paths.totalNulls;
  if (order > 1 && states * 10 > touches) {
    const detail = `${states} histories for ${touches} journeys: transition rates of this order are poorly determined`;
    warnings.push(warning("attribution/sparse-order", detail, { states, journeys: touches, order }));
  }
  return warnings;
}
