import { median } from "../foundation/descriptive.ts";
import type { EventColumn } from "./event-columns.ts";
import { findLevelShifts, type LevelShift } from "./level-shifts.ts";
import { fitStructure, type Structure } from "./structural-regression.ts";

/** A history cut at some slot, with what is known about history and horizon. */
export interface History {
  /** null where nothing was measured. */
  readonly values: readonly (number | null)[];
  /** Main season in slots, 1 for none. */
  readonly period: number;
  /** Slots per year when yearly waves are wanted, else null. */
  readonly year: number | null;
  /** Regressors over history and horizon (longer ones are cut). */
  readonly events: readonly EventColumn[];
  readonly horizon: number;
}

/** A history on its working scale, split into structure and the rest. */
export interface Decomposition {
  /** Effects are factors: the working scale is logs. */
  readonly multiplicative: boolean;
  /** Values on the working scale; 0 where the weight is 0. */
  readonly values: Float64Array;
  /** 1 where a value can be used, 0 for gaps (and for the few zeros of a multiplicative series). */
  readonly weights: Float64Array;
  /** null when the series is too short (or too odd) for the regression. */
  readonly structure: Structure | null;
  /** Lasting level shifts, on the working scale. */
  readonly shifts: readonly LevelShift[];
}

/** Positive series whose zeros are few are worked on as logs: effects are then factors. */
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

/** Splits a history by robust regression; a second pass knows the level shifts the first one showed. */
export function decomposeSeries(history: History): Decomposition {
  const multiplicative = isMultiplicative(history.values);
  const known = history.values.map((value) => value !== null && (!multiplicative || value > 0));
  const weights = Float64Array.from(known, (is) => (is ? 1 : 0));
  const values = Float64Array.from(history.values, (value, t) => {
    if (!known[t]) return 0;
    return multiplicative ? Math.log(value ?? 1) : (value ?? 0);
  });
  const { period, year, events, horizon } = history;
  const input = { values, weights, period, year, events, horizon, logs: multiplicative, shifts: [] };
  const first = values.length >= Math.max(8, 2 * period) ? fitStructure(input) : null;
  if (first === null) return { multiplicative, values, weights, structure: null, shifts: [] };
  const shifts = findLevelShifts(
    levelSeries(values, weights, first),
    Math.max(2 * period, 8),
    smallestShift(values, multiplicative),
  );
  const second = shifts.length > 0 ? fitStructure({ ...input, shifts: shifts.map((shift) => shift.at) }) : null;
  if (second === null) return { multiplicative, values, weights, structure: first, shifts: [] };
  return { multiplicative, values, weights, structure: second, shifts };
}

/** Level plus noise: what is left without season and calendar; gaps take the level. */
export const levelSeries = (values: Float64Array, weights: Float64Array, structure: Structure): Float64Array =>
  structure.level.map((level, t) =>
    (weights[t] ?? 0) > 0 ? level + (values[t] ?? 0) - (structure.fitted[t] ?? 0) : level,
  );

/** Shifts below about a fifth are left to the smoothing. */
const smallestShift = (values: Float64Array, logs: boolean): number =>
  logs ? 0.2 : 0.2 * Math.max(1e-9, median(values.map(Math.abs)));
