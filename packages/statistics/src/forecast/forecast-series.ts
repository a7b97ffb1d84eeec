import { type CalendarDate, ok } from "@yutu/kernel";
import { type Estimate, type Range, type Warning, warning } from "../foundation/estimate.ts";
import type { Estimated } from "../foundation/problems.ts";
import { slotStart } from "./calendar-slots.ts";
import { calibrate, type Multipliers, rehearsedCoverage } from "./calibration.ts";
import type { History } from "./decompose-series.ts";
import { type ForecastOptions, type ForecastTask, readTask, type SeriesInput } from "./forecast-input.ts";
import { croston, etsForecaster, type Forecaster, seasonalMean, seasonalNaive, theta, tsb } from "./forecasters.ts";
import { isIntermittent } from "./intermittent.ts";
import { type Choice, chooseModel } from "./model-choice.ts";
import { type PreparedSeries, prepareSeries } from "./prepare-series.ts";
import { blend, type Fold, foldErrors, foldRootSquares, originsOf, rehearse, restored } from "./rolling-origin.ts";

/** How well the method would have done at earlier dates (rolling origin); null where it cannot be judged. */
export interface ForecastAccuracy {
  readonly folds: number;
  readonly horizon: number;
  /** Mean absolute scaled error; below 1 is better than last season's values were within the history. */
  readonly mase: number | null;
  /** Symmetric mean absolute percentage error, in percent. */
  readonly smape: number | null;
  /** Share of values inside their interval, each fold judged with ends calibrated on the others. */
  readonly coverage: number | null;
  /** MASE of the seasonal naive forecast on the same folds: the floor. */
  readonly seasonalNaiveMase: number | null;
}

export interface ModelShare {
  readonly name: string;
  readonly detail: string;
  readonly weight: number;
  readonly mase: number | null;
}

/** What an event does to the metric: a factor for positive series, an amount otherwise. */
export interface EventEstimate {
  readonly event: string;
  readonly phase: string;
  readonly kind: "factor" | "amount";
  readonly effect: number;
  /** 95 % interval of the effect. */
  readonly interval: Range;
}

/** Forecast of each coming slot; `interval` holds the lower and the upper ends. */
export interface SeriesForecast extends Estimate<readonly number[]> {
  readonly interval: Range<readonly number[]>;
  readonly level: number;
  /** First day of each forecast slot; null when the series has no start date. */
  readonly dates: readonly CalendarDate[] | null;
  readonly accuracy: ForecastAccuracy;
  readonly models: readonly ModelShare[];
  readonly events: readonly EventEstimate[];
}

/**
 * Forecasts a daily, weekly or monthly series.
 * Events, yearly waves (from two years on), level shifts and outliers are separated by a robust regression; several
 * smoothing models forecast the rest; models are chosen and intervals calibrated by replaying the past.
 * @returns `statistics/empty-input`, `too-few`, `not-finite` or `out-of-range` for what cannot be forecast
 */
export function forecastSeries(input: SeriesInput, options: ForecastOptions): Estimated<SeriesForecast> {
  const read = readTask(input, options);
  if (!read.ok) return read;
  const task = read.value;
  const models = modelsFor(task.history);
  const plain = rehearsed(task, task.history, models);
  const waved = task.yearly === null ? null : rehearsed(task, { ...task.history, year: task.yearly }, models);
  const best = waved !== null && waved.error < 0.99 * plain.error ? waved : plain;
  const outlook = project(task, best, models);
  const dates = datesOf(input, options.horizon);
  return ok({ ...outlook, dates });
}

/** The models that suit the history; seasonal naive, the floor, comes first. */
function modelsFor({ values }: History): Forecaster[] {
  const seen = values.filter((value) => value !== null);
  if (seen.every((value) => value >= 0) && isIntermittent(seen)) return [seasonalNaive, seasonalMean, croston, tsb];
  return [seasonalNaive, seasonalMean, theta, etsForecaster()];
}

interface Rehearsal {
  readonly history: History;
  readonly folds: readonly Fold[];
  readonly choice: Choice;
  readonly error: number;
}

function rehearsed(task: ForecastTask, history: History, models: readonly Forecaster[]): Rehearsal {
  const n = history.values.length;
  const horizon = Math.max(1, Math.min(history.horizon, Math.floor(n / 4)));
  const origins = originsOf(n, history.period, horizon, task.folds);
  const folds = rehearse({ ...history, horizon }, models, origins);
  const names = models.map((model) => model.name);
  // The median of a series of mostly zeros is zero, which is no forecast: there the mean is judged.
  const meansCount = names.includes(tsb.name);
  const error = (weights: readonly number[]): number => {
    if (meansCount) return foldRootSquares(folds, weights);
    const { mase, smape } = foldErrors(folds, weights);
    return mase ?? smape;
  };
  const choice = chooseModel(folds, names, [0, 0, 0.5, 0.5], error);
  return { history, folds, choice, error: error(choice.weights) };
}

function project(task: ForecastTask, best: Rehearsal, models: readonly Forecaster[]): Omit<SeriesForecast, "dates"> {
  const { history, folds, choice } = best;
  const prepared = prepareSeries(history);
  const projections = models.map((model) => model.project(prepared.series, history.period, history.horizon));
  const unit = projections.map((projection) => restored(prepared, projection));
  const points = blend(
    unit.map((u) => u.points),
    choice.weights,
  );
  const spreads = blend(
    unit.map((u) => u.spreads),
    choice.weights,
  );
  const ends = calibrate(folds, choice.weights, task.level);
  const { estimate, interval } = onAllSlots(task, points, spreads, ends);
  return {
    estimate,
    interval,
    level: task.level,
    method: choice.method,
    n: task.history.values.filter((value) => value !== null).length,
    warnings: warningsOf(task, best, prepared),
    accuracy: accuracyOf(task, best),
    models: models.map((model, k) => ({
      name: model.name,
      detail: projections[k]?.detail ?? model.name,
      weight: choice.weights[k] ?? 0,
      mase: folds.length > 0 ? foldErrors(folds, alone(models.length, k)).mase : null,
    })),
    events: eventEstimates(prepared),
  };
}

const alone = (count: number, k: number): number[] => Array.from({ length: count }, (_, j) => (j === k ? 1 : 0));

/** Puts open slots back among the closed ones (zeros) and keeps to the metric's range. */
function onAllSlots(
  task: ForecastTask,
  points: Float64Array,
  spreads: Float64Array,
  ends: Multipliers,
): { estimate: number[]; interval: Range<number[]> } {
  const coming = task.open.filter((t) => t >= task.slots);
  const zeros = (): number[] => Array.from({ length: task.horizon }, () => 0);
  const [estimate, low, high] = [zeros(), zeros(), zeros()];
  const floor = task.nonNegative ? 0 : Number.NEGATIVE_INFINITY;
  coming.forEach((t, step) => {
    const [point, spread] = [points[step] ?? 0, spreads[step] ?? 0];
    estimate[t - task.slots] = Math.max(floor, point);
    low[t - task.slots] = Math.max(floor, point - ends.below * spread);
    high[t - task.slots] = Math.max(floor, point + ends.above * spread);
  });
  return { estimate, interval: [low, high] };
}

function accuracyOf(task: ForecastTask, { folds, choice }: Rehearsal): ForecastAccuracy {
  const first = folds[0];
  if (first === undefined) {
    return { folds: 0, horizon: 0, mase: null, smape: null, coverage: null, seasonalNaiveMase: null };
  }
  const { mase, smape } = foldErrors(folds, choice.weights);
  return {
    folds: folds.length,
    horizon: first.actual.length,
    mase,
    smape,
    coverage: rehearsedCoverage(folds, choice.weights, task.level),
    seasonalNaiveMase: foldErrors(folds, alone(choice.weights.length, 0)).mase,
  };
}

function eventEstimates(prepared: PreparedSeries): EventEstimate[] {
  const back = (x: number): number => (prepared.multiplicative ? Math.exp(x) : x);
  return prepared.effects.map(({ event, phase, effect, standardError }) => ({
    event,
    phase,
    kind: prepared.multiplicative ? "factor" : "amount",
    effect: back(effect),
    interval: [back(effect - 1.96 * standardError), back(effect + 1.96 * standardError)],
  }));
}

function warningsOf(task: ForecastTask, { folds, history }: Rehearsal, prepared: PreparedSeries): Warning[] {
  const warnings = [...task.warnings];
  const seen = history.values.filter((value) => value !== null);
  if (seen.every((value) => value === 0))
    warnings.push(warning("forecast/all-zero", "every value is zero, so is the forecast"));
  else if (seen.every((value) => value === seen[0])) {
    warnings.push(warning("forecast/constant", "every value is equal: the interval shows no uncertainty"));
  }
  if (folds.length === 0) {
    warnings.push(
      warning("forecast/no-rehearsal", "too short to replay the past: accuracy unknown, interval by the model alone"),
    );
  }
  if (prepared.outliers > 0) {
    const detail = `${prepared.outliers} values far outside were drawn in before fitting`;
    warnings.push(warning("forecast/outliers", detail, { outliers: prepared.outliers }));
  }
  if (prepared.shifts.length > 0) {
    const detail = `${prepared.shifts.length} lasting level shifts: earlier values were brought to today's level`;
    warnings.push(warning("forecast/level-shift", detail, { shifts: prepared.shifts.length }));
  }
  return warnings;
}

function datesOf({ start, frequency, values }: SeriesInput, horizon: number): CalendarDate[] | null {
  if (start === undefined) return null;
  return Array.from({ length: horizon }, (_, step) => slotStart(start, frequency, values.length + step));
}
