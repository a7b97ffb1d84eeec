import { ok } from "@yutu/kernel";
import { type Estimated, mean, type Random, standardDeviation, type Warning, warning } from "../../foundation/index.ts";
import { type BaselineDesign, baselineDesign, defaultOrders } from "./baseline-design.ts";
import { BaselinePosterior } from "./baseline-posterior.ts";
import { type ChannelModel, channelModel, mediaPressure } from "./channel-effect.ts";
import { splitRHat } from "./convergence.ts";
import { checkMediaMix, type MediaMixData, outcomeValues } from "./media-data.ts";
import { PosteriorChain, type PosteriorDraw } from "./sample-posterior.ts";

export interface MediaMixOptions {
  /** Draws the posterior. The same seed gives the same model. */
  readonly random: Random;
  /** Longest carry-over in periods. */
  readonly maxLag?: number;
  readonly yearlyOrder?: number;
  readonly weeklyOrder?: number;
  readonly knots?: number;
  readonly chains?: number;
  readonly warmUp?: number;
  /** Kept draws per chain. */
  readonly draws?: number;
  readonly thin?: number;
}

/** A fitted media mix model: draws from the posterior with what is needed to read them. */
export interface MediaMixModel {
  readonly data: MediaMixData;
  readonly channels: readonly ChannelModel[];
  readonly design: BaselineDesign;
  readonly draws: readonly PosteriorDraw[];
  /** sd(outcome), the unit of coefficients and noise. */
  readonly outcomeSd: number;
  /** Largest split R̂ over the channels' effects. */
  readonly rHat: number;
  readonly warnings: readonly Warning[];
}

/** Values of all controls in a period. */
export const controlsAt = (data: MediaMixData, period: number): number[] =>
  (data.controls ?? []).map((control) => control.values[period] ?? 0);

/**
 * Fits outcome = level + trend + seasons + controls + Σ channels height·saturation(adstock(exposure)) + errors that carry
 * over. Media effects are never negative; priors are on returns (or shares), so that what the data cannot tell stays
 * near what is plausible; experiments enter as measurements of the effect. Sampled by Markov chain Monte Carlo; baseline
 * coefficients and noise are integrated out exactly.
 * @see Jin, Wang, Sun, Chan and Koehler (2017), "Bayesian methods for media mix modeling with carryover and shape effects"
 */
export function fitMediaMix(data: MediaMixData, options: MediaMixOptions): Estimated<MediaMixModel> {
  const checked = checkMediaMix(data);
  if (!checked.ok) return checked;
  const n = data.outcome.length;
  const { random, maxLag = 8, chains = 2, warmUp = 600, draws = 300, thin = 3 } = options;
  const orders = defaultOrders(n, data.periodDays);
  const outcome = Float64Array.from(data.outcome);
  const sd = standardDeviation(outcome);
  const design = baselineDesign({
    levelSd: 10 * Math.max(1, Math.abs(mean(outcome)) / sd),
    periods: n,
    periodDays: data.periodDays,
    firstDay: data.firstDay,
    yearlyOrder: options.yearlyOrder ?? orders.yearlyOrder,
    weeklyOrder: options.weeklyOrder ?? orders.weeklyOrder,
    knots: options.knots ?? Math.min(6, Math.floor((n * data.periodDays) / 180)),
    controls: data.controls ?? [],
  });
  const values = outcomeValues(data);
  const channels = data.channels.map((channel) => {
    const tests = (data.experiments ?? []).filter((test) => test.channel === channel.name);
    return channelModel(channel, Math.min(maxLag, n - 1), values !== null, tests);
  });
  const rows = Array.from({ length: n }, (_, t) => design.row(t, controlsAt(data, t)));
  const scaled = outcome.map((v) => v / sd);
  const scale = { outcome: outcome.reduce((a, b) => a + Math.abs(b), 0), values };
  const byChain = Array.from({ length: chains }, (_, k) => {
    const baseline = new BaselinePosterior(rows, design.priorSd);
    const chain = new PosteriorChain(scaled, sd, channels, scale, baseline, random.fork(`chain ${k}`));
    return chain.run({ warmUp, draws, thin });
  });
  const rHat = Math.max(
    ...channels.map((_, c) => splitRHat(byChain.map((chain) => chain.map((draw) => draw.parameters[c]?.[0] ?? 0)))),
  );
  const model = { data, channels, design, draws: byChain.flat(), outcomeSd: sd, rHat, warnings: [] };
  return ok({ ...model, warnings: modelWarnings(model) });
}

/** Effect of a channel by period in units of the outcome under one draw. */
export function channelEffect(model: MediaMixModel, draw: PosteriorDraw, channel: number): Float64Array {
  const own = model.channels[channel];
  const parameters = draw.parameters[channel];
  if (own === undefined || parameters === undefined) return new Float64Array(model.data.outcome.length);
  const height = draw.heights[channel] ?? 0;
  return mediaPressure(own, parameters, own.exposure).map((m) => m * height);
}

function modelWarnings(model: MediaMixModel): Warning[] {
  const warnings: Warning[] = [];
  const n = model.data.outcome.length;
  if (model.rHat > 1.1) {
    const detail = `chains do not agree yet (R̂ ${model.rHat.toFixed(2)}): take more draws`;
    warnings.push(warning("mediamix/not-mixed", detail, { rHat: model.rHat }));
  }
  const parameters = model.channels.reduce((sum, c) => sum + c.priorMean.length, model.design.names.length);
  if (n < 4 * parameters) {
    const detail = `${n} periods for ${parameters} parameters: the priors carry much of the answer`;
    warnings.push(warning("mediamix/short-history", detail, { periods: n, parameters }));
  }
  for (const channel of model.channels) {
    const active = channel.exposure.filter((x) => x > 0).length;
    if (active >= 8) continue;
    const detail = `${channel.name} was on in ${active} periods only: its effect is mostly its prior`;
    warnings.push(warning("mediamix/rarely-on", detail, { channel: channel.name, periods: active }));
  }
  return warnings;
}
