import { decomposeSeries, type History } from "./decompose-series.ts";
import type { EventEffect, Structure } from "./structural-regression.ts";

/** A gap-free series with events, yearly waves, level shifts and outliers taken out, and the way back. */
export interface PreparedSeries {
  readonly series: Float64Array;
  readonly multiplicative: boolean;
  readonly effects: readonly EventEffect[];
  /** First slots of level shifts found. */
  readonly shifts: readonly number[];
  readonly outliers: number;
  /** Puts the calendar back on a forecast of step `step` (0 = first). */
  restore(point: number, step: number): number;
}

/** Removes from a history everything the smoothing models cannot know. */
export function prepareSeries(history: History): PreparedSeries {
  const { multiplicative, values, weights, structure, shifts } = decomposeSeries(history);
  if (structure === null) return plainlyFilled(history.values, multiplicative);
  return readPrepared(values, weights, structure, { multiplicative, shifts: shifts.map((shift) => shift.at) });
}

function readPrepared(
  values: Float64Array,
  weights: Float64Array,
  structure: Structure,
  kind: { readonly multiplicative: boolean; readonly shifts: readonly number[] },
): PreparedSeries {
  const back = (x: number): number => (kind.multiplicative ? Math.exp(x) : x);
  let outliers = 0;
  const series = values.map((value, t) => {
    const fitted = structure.fitted[t] ?? 0;
    const calendar = structure.calendar[t] ?? 0;
    if ((weights[t] ?? 0) === 0) return back(fitted - calendar);
    if (Math.abs(value - fitted) <= 5 * structure.noise) return back(value - calendar);
    outliers++;
    const bounded = fitted + Math.sign(value - fitted) * 2 * structure.noise;
    return back(bounded - calendar);
  });
  const n = values.length;
  const restore = (point: number, step: number): number => {
    const effect = structure.calendar[n + step] ?? 0;
    return kind.multiplicative ? point * Math.exp(effect) : point + effect;
  };
  return { series, ...kind, effects: structure.effects, outliers, restore };
}

/** Too short for a regression: gaps take the last value known before them (or the first known). */
function plainlyFilled(values: readonly (number | null)[], multiplicative: boolean): PreparedSeries {
  const series = new Float64Array(values.length);
  let last = values.find((value) => value !== null) ?? 0;
  values.forEach((value, t) => {
    last = value ?? last;
    series[t] = last;
  });
  return { series, multiplicative, effects: [], shifts: [], outliers: 0, restore: (point) => point };
}
