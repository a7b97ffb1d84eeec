import { median } from "../foundation/descriptive.ts";
import type { EventColumn } from "./event-columns.ts";
import { findLevelShifts } from "./level-shifts.ts";
import { type EventEffect, fitStructure, type Structure } from "./structural-regression.ts";

/** A history cut at some slot, with what is known about history and horizon. */
export interface History {
  /** null where nothing was measured. */
  readonly values: readonly (number | null)[];
  readonly period: number;
  readonly year: number | null;
  /** Regressors over history and horizon (longer ones are cut). */
  readonly events: readonly EventColumn[];
  readonly horizon: number;
}

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

/** Positive series whose zeros and gaps are few are worked on as logs: effects are then factors. */
function isMultiplicative(values: readonly (number | null)[]): boolean {
  let [seen, zeros] = [0, 0];
  for (const value of values) {
    if (value === null) continue;
    if (value < 0) return false;
    seen++;
    if (value === 0) zeros++;
  }
  return seen > 0 && zeros <= 0.15 * seen;
}

/** Removes from a history everything the smoothing models cannot know. */
export function prepareSeries(history: History): PreparedSeries {
  const multiplicative = isMultiplicative(history.values);
  const n = history.values.length;
  const known = history.values.map((value) => value !== null && (!multiplicative || value > 0));
  const weights = Float64Array.from(known, (is) => (is ? 1 : 0));
  const values = Float64Array.from(history.values, (value, t) => {
    if (!known[t]) return 0;
    return multiplicative ? Math.log(value ?? 1) : (value ?? 0);
  });
  const { period, year, events, horizon } = history;
  const input = { values, weights, period, year, events, horizon, logs: multiplicative, shifts: [] };
  const first = n >= Math.max(8, 2 * period) ? fitStructure(input) : null;
  if (first === null) return plainlyFilled(history.values, multiplicative, n);
  const shifts = shiftsOf(values, weights, first, period, multiplicative);
  const structure = shifts.length > 0 ? (fitStructure({ ...input, shifts }) ?? first) : first;
  return readPrepared(values, weights, structure, { multiplicative, shifts: structure === first ? [] : shifts });
}

function shiftsOf(
  values: Float64Array,
  weights: Float64Array,
  structure: Structure,
  period: number,
  logs: boolean,
): number[] {
  const level = structure.level.map((smooth, t) =>
    (weights[t] ?? 0) > 0 ? smooth + (values[t] ?? 0) - (structure.fitted[t] ?? 0) : smooth,
  );
  const smallest = logs ? 0.2 : 0.2 * Math.max(1e-9, median(values.map(Math.abs)));
  return findLevelShifts(level, Math.max(2 * period, 8), smallest).map((shift) => shift.at);
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
function plainlyFilled(values: readonly (number | null)[], multiplicative: boolean, n: number): PreparedSeries {
  const series = new Float64Array(n);
  let last = values.find((value) => value !== null) ?? 0;
  values.forEach((value, t) => {
    last = value ?? last;
    series[t] = last;
  });
  return { series, multiplicative, effects: [], shifts: [], outliers: 0, restore: (point) => point };
}
