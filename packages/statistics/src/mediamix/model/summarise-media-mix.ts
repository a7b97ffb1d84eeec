import type { Estimate, Warning } from "../../foundation/index.ts";
import { adstockWeights } from "../transforms/adstock.ts";
import { adstockOf, mediaPressure } from "./channel-effect.ts";
import { channelEffect, controlsAt, type MediaMixModel } from "./fit-media-mix.ts";
import { outcomeValues } from "./media-data.ts";
import { posteriorEstimate } from "./posterior-estimate.ts";

/** What a channel brought over the whole history. */
export interface ChannelSummary {
  readonly name: string;
  /** Outcome caused, in its own unit. */
  readonly contribution: Estimate;
  /** Part of the whole outcome. */
  readonly share: Estimate;
  /** Value caused per money spent; null for organic channels and outcomes without value. */
  readonly roi: Estimate | null;
  /** Value that 1 % more spend would have caused, per money: what the next unit returns. */
  readonly marginalRoi: Estimate | null;
  /** Share of the effect that comes after the period of exposure. */
  readonly carryOver: Estimate;
  /** Posterior mean of the outcome caused, by period. */
  readonly byPeriod: Float64Array;
}

export interface MediaMixSummary {
  readonly channels: readonly ChannelSummary[];
  /** Outcome that would have come without any media. */
  readonly baseline: Estimate;
  readonly baselineByPeriod: Float64Array;
  /** Share of the outcome's variance explained by baseline and media (without the carry-over of errors). */
  readonly rSquared: number;
  /** Σ|error| / Σ|outcome|. */
  readonly wape: number;
}

/** Contributions, returns and fit of a model. */
export function summariseMediaMix(model: MediaMixModel): MediaMixSummary {
  const outcome = Float64Array.from(model.data.outcome);
  const n = outcome.length;
  const total = outcome.reduce((a, b) => a + b, 0);
  const channels = model.channels.map((_, c) => summariseChannel(model, c, total));
  const coefficients = model.design.names.map(
    (_, j) => model.draws.reduce((sum, draw) => sum + (draw.coefficients[j] ?? 0), 0) / model.draws.length,
  );
  const baselineByPeriod = Float64Array.from({ length: n }, (_, t) => {
    const row = model.design.row(t, controlsAt(model.data, t));
    return model.outcomeSd * row.reduce((sum, v, j) => sum + v * (coefficients[j] ?? 0), 0);
  });
  const mediaDraws = model.draws.map((draw) =>
    model.channels.reduce((sum, __, c) => sum + channelEffect(model, draw, c).reduce((a, b) => a + b, 0), 0),
  );
  const errors = outcome.map(
    (v, t) => v - (baselineByPeriod[t] ?? 0) - channels.reduce((sum, channel) => sum + (channel.byPeriod[t] ?? 0), 0),
  );
  const centre = total / n;
  const spread = outcome.reduce((sum, v) => sum + (v - centre) ** 2, 0);
  return {
    channels,
    baseline: posteriorEstimate(
      mediaDraws.map((media) => total - media),
      n,
      model.warnings,
    ),
    baselineByPeriod,
    rSquared: 1 - errors.reduce((sum, e) => sum + e * e, 0) / spread,
    wape: errors.reduce((sum, e) => sum + Math.abs(e), 0) / outcome.reduce((sum, v) => sum + Math.abs(v), 0),
  };
}

function summariseChannel(model: MediaMixModel, c: number, total: number): ChannelSummary {
  const channel = model.channels[c];
  const n = model.data.outcome.length;
  const byPeriod = new Float64Array(n);
  if (channel === undefined) throw new RangeError(`there is no channel ${c}`);
  const values = outcomeValues(model.data);
  const spend = channel.spend?.reduce((a, b) => a + b, 0) ?? 0;
  const columns: [number[], number[], number[], number[]] = [[], [], [], []];
  const more = channel.exposure.map((x) => x * 1.01);
  for (const draw of model.draws) {
    const parameters = draw.parameters[c] ?? channel.priorMean;
    const effect = channelEffect(model, draw, c);
    const raised = mediaPressure(channel, parameters, more);
    const height = draw.heights[c] ?? 0;
    let [sum, value, extra] = [0, 0, 0];
    for (let t = 0; t < n; t++) {
      const own = effect[t] ?? 0;
      byPeriod[t] = (byPeriod[t] ?? 0) + own / model.draws.length;
      sum += own;
      value += own * (values?.[t] ?? 0);
      extra += ((raised[t] ?? 0) * height - own) * (values?.[t] ?? 0);
    }
    columns[0].push(sum);
    columns[1].push(value / spend);
    columns[2].push(extra / (0.01 * spend));
    columns[3].push(1 - (adstockWeights(adstockOf(channel, parameters), channel.maxLag)[0] ?? 1));
  }
  const paid = values !== null && spend > 0;
  const warnings: readonly Warning[] = model.warnings.filter(
    (w) => (w.params?.["channel"] ?? channel.name) === channel.name,
  );
  const estimate = (draws: number[]): Estimate => posteriorEstimate(draws, n, warnings);
  return {
    name: channel.name,
    contribution: estimate(columns[0]),
    share: estimate(columns[0].map((sum) => sum / total)),
    roi: paid ? estimate(columns[1]) : null,
    marginalRoi: paid ? estimate(columns[2]) : null,
    carryOver: estimate(columns[3]),
    byPeriod,
  };
}
