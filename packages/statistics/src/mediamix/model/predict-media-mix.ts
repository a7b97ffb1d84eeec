import { ok } from "@yutu/kernel";
import {
  drawNormal,
  type Estimated,
  firstNotFinite,
  quantileOfSorted,
  type Random,
  refuse,
} from "../../foundation/index.ts";
import { mediaPressure } from "./channel-effect.ts";
import { channelEffect, controlsAt, type MediaMixModel } from "./fit-media-mix.ts";
import type { PosteriorDraw } from "./sample-posterior.ts";

/** Exposure and controls of coming periods, series in the order of the model's channels and controls. */
export interface MediaPlan {
  readonly exposure: readonly ArrayLike<number>[];
  readonly controls?: readonly ArrayLike<number>[];
}

/** Outcome foretold by period: mean and 95 % prediction interval. */
export interface MediaMixForecast {
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly level: 0.95;
}

/** Foretells the outcome of the periods right after the history, carry-over from before included. */
export function predictMediaMix(model: MediaMixModel, plan: MediaPlan, random: Random): Estimated<MediaMixForecast> {
  const horizon = plan.exposure[0]?.length ?? 0;
  const controls = plan.controls ?? [];
  const wanted = model.data.controls?.length ?? 0;
  if (horizon === 0) return refuse("emptyInput", "the plan has no periods");
  if (plan.exposure.length !== model.channels.length || controls.length !== wanted) {
    return refuse("lengthMismatch", "the plan needs one series for each channel and control of the model");
  }
  for (const series of [...plan.exposure, ...controls]) {
    if (series.length !== horizon) return refuse("lengthMismatch", "the series of the plan differ in length");
    if (firstNotFinite(series) >= 0) return refuse("notFinite", "the plan holds a value that is not a finite number");
  }
  const paths = model.draws.map((draw) => drawPath(model, draw, plan, horizon, random));
  const result = { mean: new Float64Array(horizon), low: new Float64Array(horizon), high: new Float64Array(horizon) };
  for (let h = 0; h < horizon; h++) {
    const values = Float64Array.from(paths, (path) => path.noisy[h] ?? 0).sort();
    result.mean[h] = paths.reduce((sum, path) => sum + (path.expected[h] ?? 0), 0) / paths.length;
    result.low[h] = quantileOfSorted(values, 0.025);
    result.high[h] = quantileOfSorted(values, 0.975);
  }
  return ok({ ...result, level: 0.95 });
}

function drawPath(model: MediaMixModel, draw: PosteriorDraw, plan: MediaPlan, horizon: number, random: Random) {
  const n = model.data.outcome.length;
  const expected = new Float64Array(horizon);
  const noisy = new Float64Array(horizon);
  let carried = lastError(model, draw);
  let noise = carried;
  const media = model.channels.map((channel, c) => {
    const parameters = draw.parameters[c] ?? channel.priorMean;
    const before = channel.exposure.subarray(Math.max(0, n - channel.maxLag));
    return mediaPressure(channel, parameters, plan.exposure[c] ?? [], before);
  });
  for (let h = 0; h < horizon; h++) {
    carried *= draw.correlation;
    noise = noise * draw.correlation + drawNormal(random, 0, model.outcomeSd * Math.sqrt(draw.variance));
    const row = model.design.row(
      n + h,
      (plan.controls ?? []).map((control) => control[h] ?? 0),
    );
    const base = model.outcomeSd * row.reduce((sum, v, j) => sum + v * (draw.coefficients[j] ?? 0), 0);
    const effect = media.reduce((sum, pressure, c) => sum + (pressure[h] ?? 0) * (draw.heights[c] ?? 0), 0);
    expected[h] = base + effect + carried;
    noisy[h] = base + effect + noise;
  }
  return { expected, noisy };
}

/** Outcome of the last period less what the draw explains: it fades by ρ per period. */
function lastError(model: MediaMixModel, draw: PosteriorDraw): number {
  const t = model.data.outcome.length - 1;
  const row = model.design.row(t, controlsAt(model.data, t));
  const base = model.outcomeSd * row.reduce((sum, v, j) => sum + v * (draw.coefficients[j] ?? 0), 0);
  const media = model.channels.reduce((sum, _, c) => sum + (channelEffect(model, draw, c)[t] ?? 0), 0);
  return (model.data.outcome[t] ?? 0) - base - media;
}
