import { ok } from "@yutu/kernel";
import {
  drawInteger,
  type Estimate,
  type Estimated,
  quantileOfSorted,
  type Random,
  refuse,
} from "../../foundation/index.ts";
import { fitMediaMix, type MediaMixOptions } from "./fit-media-mix.ts";
import { type MediaMixData, MINIMUM_PERIODS } from "./media-data.ts";
import { type MediaMixForecast, predictMediaMix } from "./predict-media-mix.ts";

export interface BackTestOptions extends MediaMixOptions {
  /** Periods foretold at each origin. */
  readonly horizon?: number;
  /** Number of origins, the last one `horizon` before the end. */
  readonly folds?: number;
}

/** How a model that had not seen the last periods foretold them, beside the seasonal naive forecast. */
export interface MediaMixBackTest {
  /** 1 − mean absolute error / that of the seasonal naive forecast: above 0 is better. */
  readonly skill: Estimate;
  readonly meanAbsoluteError: number;
  readonly naiveMeanAbsoluteError: number;
  /** Σ|error| / Σ|outcome|. */
  readonly wape: number;
  /** Mean of 2|error| / (|outcome| + |forecast|). */
  readonly smape: number;
  /** Share of outcomes within the 95 % prediction interval. */
  readonly coverage: number;
  /** Periods that the seasonal naive forecast looks back. */
  readonly seasonLength: number;
  readonly folds: readonly { readonly origin: number; readonly forecast: MediaMixForecast }[];
}

/** Season that the naive forecast repeats: the year where the shortest training has one, else the week, else 1. */
function seasonLengthFor(periodDays: number, shortest: number): number {
  const year = Math.round(365.2425 / periodDays);
  if (shortest >= year) return year;
  const week = Math.round(7 / periodDays);
  return periodDays < 7 && shortest >= week ? week : 1;
}

/**
 * Rolling-origin back-test: at each origin the model is fitted to the periods before and given the exposure and controls
 * (but not the outcome) of the periods after. Channels not yet seen at an origin are left out there.
 */
export function backTestMediaMix(data: MediaMixData, options: BackTestOptions): Estimated<MediaMixBackTest> {
  const n = data.outcome.length;
  const { folds = 3, horizon = Math.max(4, Math.floor(n / 12)), random } = options;
  const shortest = n - folds * horizon;
  if (folds < 1 || horizon < 1) return refuse("outOfRange", "folds and horizon must be at least 1", { folds, horizon });
  if (shortest < MINIMUM_PERIODS) {
    const detail = `${folds} × ${horizon} periods of testing leave ${shortest} to learn from, ${MINIMUM_PERIODS} are needed`;
    return refuse("tooFew", detail, { left: shortest, minimum: MINIMUM_PERIODS });
  }
  const seasonLength = seasonLengthFor(data.periodDays, shortest);
  const tested: { origin: number; forecast: MediaMixForecast }[] = [];
  const errors: PeriodError[] = [];
  for (let fold = 0; fold < folds; fold++) {
    const origin = n - (folds - fold) * horizon;
    const forecast = foretell(data, origin, horizon, options);
    if (!forecast.ok) return forecast;
    tested.push({ origin, forecast: forecast.value });
    for (let h = 0; h < horizon; h++) {
      const actual = data.outcome[origin + h] ?? 0;
      const back = origin - seasonLength + (h % seasonLength);
      const own = forecast.value.mean[h] ?? 0;
      const inside = actual >= (forecast.value.low[h] ?? 0) && actual <= (forecast.value.high[h] ?? 0);
      const naive = Math.abs(actual - (data.outcome[back] ?? 0));
      errors.push({ own: Math.abs(actual - own), naive, actual: Math.abs(actual), forecast: Math.abs(own), inside });
    }
  }
  return summarise(errors, tested, seasonLength, random);
}

/** One foretold period. */
interface PeriodError {
  readonly own: number;
  readonly naive: number;
  readonly actual: number;
  readonly forecast: number;
  readonly inside: boolean;
}

function summarise(
  errors: readonly PeriodError[],
  folds: MediaMixBackTest["folds"],
  seasonLength: number,
  random: Random,
): Estimated<MediaMixBackTest> {
  const meanOf = (f: (e: PeriodError) => number): number => errors.reduce((s, e) => s + f(e), 0) / errors.length;
  const naive = meanOf((e) => e.naive);
  if (naive === 0) return refuse("constantSeries", "the outcome repeats exactly, so nothing can forecast better");
  const skillOf = (pick: (i: number) => number): number => {
    let [a, b] = [0, 0];
    for (let i = 0; i < errors.length; i++) {
      const e = errors[pick(i)];
      a += e?.own ?? 0;
      b += e?.naive ?? 0;
    }
    return b > 0 ? 1 - a / b : 0;
  };
  const resampled = Float64Array.from({ length: 400 }, () => skillOf(() => drawInteger(random, errors.length))).sort();
  return ok({
    skill: {
      estimate: skillOf((i) => i),
      interval: [quantileOfSorted(resampled, 0.025), quantileOfSorted(resampled, 0.975)],
      level: 0.95,
      method: "rolling-origin-skill-bootstrap",
      n: errors.length,
      warnings: [],
    },
    meanAbsoluteError: meanOf((e) => e.own),
    naiveMeanAbsoluteError: naive,
    wape: meanOf((e) => e.own) / meanOf((e) => e.actual),
    smape: meanOf((e) => (e.actual + e.forecast > 0 ? (2 * e.own) / (e.actual + e.forecast) : 0)),
    coverage: meanOf((e) => (e.inside ? 1 : 0)),
    seasonLength,
    folds,
  });
}

function foretell(
  data: MediaMixData,
  origin: number,
  horizon: number,
  options: BackTestOptions,
): Estimated<MediaMixForecast> {
  const head = (series: ArrayLike<number>): Float64Array => Float64Array.from(series).subarray(0, origin);
  const tail = (series: ArrayLike<number>): Float64Array =>
    Float64Array.from(series).subarray(origin, origin + horizon);
  const known = data.channels.filter(({ exposure }) => head(exposure).some((x) => x > 0));
  const values = data.valuePerOutcome;
  const training: MediaMixData = {
    ...data,
    outcome: head(data.outcome),
    ...(typeof values === "object" && values !== null ? { valuePerOutcome: head(values) } : {}),
    channels: known.map((channel) => ({
      ...channel,
      exposure: head(channel.exposure),
      ...(channel.spend === undefined ? {} : { spend: head(channel.spend) }),
    })),
    controls: (data.controls ?? []).map((control) => ({ ...control, values: head(control.values) })),
    experiments: (data.experiments ?? []).filter(
      (test) => test.to <= origin && known.some((channel) => channel.name === test.channel),
    ),
  };
  const model = fitMediaMix(training, { ...options, random: options.random.fork(`origin ${origin}`) });
  if (!model.ok) return model;
  const plan = {
    exposure: known.map((channel) => tail(channel.exposure)),
    controls: (data.controls ?? []).map((control) => tail(control.values)),
  };
  return predictMediaMix(model.value, plan, options.random.fork(`forecast ${origin}`));
}
