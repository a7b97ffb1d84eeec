import { type Adstock, type AdstockKind, adstockWeights, applyAdstock } from "../transforms/adstock.ts";
import { type Saturation, saturate } from "../transforms/saturation.ts";
import type { ChannelSaturation, LiftExperiment, MediaChannel, MediaEffectPrior } from "./media-data.ts";

/** A channel ready for sampling. Its parameters are unbounded numbers with normal priors; the first is the log effect. */
export interface ChannelModel {
  readonly name: string;
  readonly exposure: Float64Array;
  readonly spend: Float64Array | null;
  /** Exposure is divided by this: the mean of its non-zero periods. */
  readonly unit: number;
  readonly maxLag: number;
  readonly priorMean: Float64Array;
  readonly priorSd: Float64Array;
  readonly adstockKind: AdstockKind;
  readonly saturationKind: ChannelSaturation;
  readonly prior: MediaEffectPrior;
  readonly experiments: readonly LiftExperiment[];
}

/** Normal priors (mean, sd) on the transformed scale: logit for decays, logarithm for the rest. */
const ADSTOCK_PRIORS: Readonly<Record<AdstockKind, readonly (readonly [number, number])[]>> = {
  geometric: [[-0.4, 1.3]],
  binomial: [[-0.4, 1.3]],
  delayed: [
    [0, 1.2],
    [0, 0.7],
  ],
  "weibull-cdf": [
    [0, 0.6],
    [0.7, 0.8],
  ],
  "weibull-pdf": [
    [0.7, 0.5],
    [0.9, 0.7],
  ],
};

/** Half-saturation relative to the mean exposure, as in Meridian around 0.8; free slopes around 1.2. */
const SATURATION_PRIORS: Readonly<Record<ChannelSaturation, readonly (readonly [number, number])[]>> = {
  hill: [[0, 0.8]],
  "hill-free": [
    [0, 0.8],
    [0.2, 0.4],
  ],
  logistic: [[0.4, 0.8]],
};

/** Meridian's default belief in a paid channel's return: log-normal with median e^0.2 ≈ 1.2 and log sd 0.9. */
const DEFAULT_ROI: MediaEffectPrior = { kind: "roi", median: Math.exp(0.2), spread: 0.9 };
/** Organic channels and outcomes without money value: a few percent of the outcome, within a factor of ten. */
const DEFAULT_SHARE: MediaEffectPrior = { kind: "share", median: 0.03, spread: 1.2 };

export function channelModel(
  channel: MediaChannel,
  maxLag: number,
  valued: boolean,
  experiments: readonly LiftExperiment[],
): ChannelModel {
  const exposure = Float64Array.from(channel.exposure);
  const positive = exposure.filter((x) => x > 0);
  const spend = channel.spend === undefined ? null : Float64Array.from(channel.spend);
  const paid = valued && spend !== null && spend.some((s) => s > 0);
  const wanted = channel.prior ?? (paid ? DEFAULT_ROI : DEFAULT_SHARE);
  const prior = wanted.kind === "roi" && !paid ? DEFAULT_SHARE : wanted;
  const adstockKind = channel.adstock ?? "geometric";
  const saturationKind = channel.saturation ?? "hill";
  const shape = [...ADSTOCK_PRIORS[adstockKind], ...SATURATION_PRIORS[saturationKind]];
  return {
    name: channel.name,
    exposure,
    spend,
    unit: positive.reduce((a, b) => a + b, 0) / Math.max(1, positive.length),
    maxLag,
    priorMean: Float64Array.from([Math.log(prior.median), ...shape.map(([mean]) => mean)]),
    priorSd: Float64Array.from([prior.spread, ...shape.map(([, sd]) => sd)]),
    adstockKind,
    saturationKind,
    prior,
    experiments,
  };
}

const logistic = (v: number): number => 1 / (1 + Math.exp(-v));

/** Adstock that the parameters stand for. */
export function adstockOf(channel: ChannelModel, parameters: ArrayLike<number>): Adstock {
  const first = parameters[1] ?? 0;
  const second = parameters[2] ?? 0;
  switch (channel.adstockKind) {
    case "geometric":
    case "binomial":
      return { kind: channel.adstockKind, decay: logistic(first) };
    case "delayed":
      return { kind: "delayed", decay: logistic(first), peak: Math.min(channel.maxLag, Math.exp(second)) };
    case "weibull-cdf":
    case "weibull-pdf":
      return { kind: channel.adstockKind, shape: Math.exp(first), scale: Math.exp(second) };
  }
}

/** Saturation that the parameters stand for, in units of the mean exposure. */
export function saturationOf(channel: ChannelModel, parameters: ArrayLike<number>): Saturation {
  const at = 1 + ADSTOCK_PRIORS[channel.adstockKind].length;
  const first = Math.exp(parameters[at] ?? 0);
  switch (channel.saturationKind) {
    case "hill":
      return { kind: "michaelis-menten", half: first };
    case "hill-free":
      return { kind: "hill", half: first, slope: Math.exp(parameters[at + 1] ?? 0) };
    case "logistic":
      return { kind: "logistic", rate: first };
  }
}

/** Saturated, carried-over exposure by period, in [0, 1). */
export function mediaPressure(
  channel: ChannelModel,
  parameters: ArrayLike<number>,
  exposure: ArrayLike<number>,
  before: ArrayLike<number> = [],
): Float64Array {
  const weights = adstockWeights(adstockOf(channel, parameters), channel.maxLag).map((w) => w / channel.unit);
  const saturation = saturationOf(channel, parameters);
  const stock = applyAdstock(exposure, weights, before);
  for (let t = 0; t < stock.length; t++) stock[t] = saturate(saturation, stock[t] ?? 0);
  return stock;
}

/** Totals that turn the log effect into a height of the saturation curve. */
export interface EffectScale {
  /** Sum of the outcome. */
  readonly outcome: number;
  /** Money per unit of outcome by period; null without money value. */
  readonly values: Float64Array | null;
}

/** Outcome per unit of pressure: β such that the effect has the return or share the parameters say. */
export function effectHeight(
  channel: ChannelModel,
  parameters: ArrayLike<number>,
  pressure: Float64Array,
  scale: EffectScale,
): number {
  const effect = Math.exp(parameters[0] ?? 0);
  let [weighted, plain] = [0, 0];
  for (let t = 0; t < pressure.length; t++) {
    plain += pressure[t] ?? 0;
    weighted += (pressure[t] ?? 0) * (scale.values?.[t] ?? 0);
  }
  if (channel.prior.kind === "share") return plain > 0 ? (effect * scale.outcome) / plain : 0;
  const spend = channel.spend?.reduce((a, b) => a + b, 0) ?? 0;
  return weighted > 0 ? (effect * spend) / weighted : 0;
}

/** ln of the prior density of the parameters, and of the experiments on the channel, up to a constant. */
export function logBelief(
  channel: ChannelModel,
  parameters: Float64Array,
  pressure: Float64Array,
  height: number,
): number {
  let log = 0;
  for (let i = 0; i < parameters.length; i++) {
    const z = ((parameters[i] ?? 0) - (channel.priorMean[i] ?? 0)) / (channel.priorSd[i] ?? 1);
    log -= (z * z) / 2;
  }
  for (const test of channel.experiments) {
    const z =
      (height * testPressure(channel, parameters, pressure, test) - test.incrementalOutcome) / test.standardError;
    log -= (z * z) / 2;
  }
  return log;
}

/** Pressure that the exposure of a test brought, carry-over after the test included. */
function testPressure(
  channel: ChannelModel,
  parameters: Float64Array,
  pressure: Float64Array,
  test: LiftExperiment,
): number {
  const without = channel.exposure.map((x, t) => (t >= test.from && t < test.to ? x * (1 - (test.share ?? 1)) : x));
  const other = mediaPressure(channel, parameters, without);
  let difference = 0;
  for (let t = test.from; t < pressure.length; t++) difference += (pressure[t] ?? 0) - (other[t] ?? 0);
  return difference;
}
