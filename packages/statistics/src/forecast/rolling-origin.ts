import { meanAbsoluteError, naiveScale, smape } from "./accuracy.ts";
import type { History } from "./decompose-series.ts";
import type { Forecaster, Projection } from "./forecasters.ts";
import { type PreparedSeries, prepareSeries } from "./prepare-series.ts";

/** One rehearsal: what each model said at an earlier date, and what came. */
export interface Fold {
  /** Slots known at that date. */
  readonly origin: number;
  /** What came; null where nothing was measured. */
  readonly actual: readonly (number | null)[];
  /** Per model, in the order given: forecast in the metric's unit, and its spread. */
  readonly points: readonly Float64Array[];
  readonly spreads: readonly Float64Array[];
  /** Mean absolute change over one season of the history then: the unit of MASE. */
  readonly scale: number;
}

/** Forecast and spread in the metric's unit. */
export function restored(
  prepared: PreparedSeries,
  projection: Projection,
): { points: Float64Array; spreads: Float64Array } {
  const points = projection.points.map((point, step) => prepared.restore(point, step));
  const spreads = projection.spreads.map((spread, step) => {
    const point = projection.points[step] ?? 0;
    return Math.abs(prepared.restore(point + spread, step) - prepared.restore(point, step));
  });
  return { points, spreads };
}

/** Dates of the rehearsals: up to `folds`, half a horizon apart, the last one horizon before the end, none too early. */
export function originsOf(n: number, period: number, horizon: number, folds: number): number[] {
  const earliest = Math.max(2 * period + 5, 12, Math.floor(0.4 * n));
  const stride = Math.max(1, Math.round(horizon / 2));
  const origins: number[] = [];
  for (let origin = n - horizon; origin >= earliest && origins.length < folds; origin -= stride) origins.push(origin);
  return origins.reverse();
}

/** Replays the past: at each origin everything is estimated from the history up to it alone. */
export function rehearse(history: History, models: readonly Forecaster[], origins: readonly number[]): Fold[] {
  return origins.map((origin) => {
    const values = history.values.slice(0, origin);
    const prepared = prepareSeries({ ...history, values });
    const projections = models.map((model) => model.project(prepared.series, history.period, history.horizon));
    const unit = projections.map((projection) => restored(prepared, projection));
    return {
      origin,
      actual: history.values.slice(origin, origin + history.horizon),
      points: unit.map((u) => u.points),
      spreads: unit.map((u) => u.spreads),
      scale: naiveScale(
        values.filter((value) => value !== null),
        history.period,
      ),
    };
  });
}

/** Weighted mean of the models' forecasts and spreads of a fold. */
export function blend(parts: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const blended = new Float64Array(parts[0]?.length ?? 0);
  parts.forEach((part, k) => {
    for (let step = 0; step < blended.length; step++) {
      blended[step] = (blended[step] ?? 0) + (weights[k] ?? 0) * (part[step] ?? 0);
    }
  });
  return blended;
}

/** Root of the mean squared error over the folds: judges means, where the absolute error judges medians. */
export function foldRootSquares(folds: readonly Fold[], weights: readonly number[]): number {
  let [total, slots] = [0, 0];
  for (const fold of folds) {
    const points = blend(fold.points, weights);
    fold.actual.forEach((value, step) => {
      if (value === null) return;
      total += (value - (points[step] ?? 0)) ** 2;
      slots++;
    });
  }
  return slots > 0 ? Math.sqrt(total / slots) : 0;
}

/** Errors of a blend over the folds; gaps in what came are left out. MASE is null when the history never changes. */
export function foldErrors(folds: readonly Fold[], weights: readonly number[]): { mase: number | null; smape: number } {
  let [scaled, percent, slots, scaledSlots] = [0, 0, 0, 0];
  for (const fold of folds) {
    const points = blend(fold.points, weights);
    const steps = fold.actual.flatMap((value, step) => (value === null ? [] : [step]));
    if (steps.length === 0) continue;
    const actual = steps.map((step) => fold.actual[step] ?? 0);
    const forecast = steps.map((step) => points[step] ?? 0);
    percent += smape(actual, forecast) * steps.length;
    slots += steps.length;
    if (fold.scale > 0) {
      scaled += (meanAbsoluteError(actual, forecast) / fold.scale) * steps.length;
      scaledSlots += steps.length;
    }
  }
  return { mase: scaledSlots > 0 ? scaled / scaledSlots : null, smape: slots > 0 ? percent / slots : 0 };
}
