import { median } from "../foundation/descriptive.ts";
import { ridge } from "../foundation/linear/least-squares.ts";
import { fromColumns, multiplyVector } from "../foundation/linear/matrix.ts";
import type { EventColumn } from "./event-columns.ts";

/** What a series is explained by besides its smooth course. */
export interface StructureInput {
  /** Values on the working scale (logs for multiplicative series); entries without weight may be anything finite. */
  readonly values: Float64Array;
  /** 1 for observed slots, 0 for gaps. */
  readonly weights: Float64Array;
  /** Main season in slots, 1 for none. */
  readonly period: number;
  /** Slots per year when yearly waves are wanted, else null. */
  readonly year: number | null;
  readonly events: readonly EventColumn[];
  /** First slots of lasting level shifts. */
  readonly shifts: readonly number[];
  readonly horizon: number;
  /** The values are logs: effects are then limited to plausible factors rather than by the size of the series. */
  readonly logs: boolean;
}

export interface EventEffect {
  readonly event: string;
  readonly phase: string;
  /** On the working scale. */
  readonly effect: number;
  readonly standardError: number;
}

export interface Structure {
  /** Trend, season and all effects together, over the history. */
  readonly fitted: Float64Array;
  /** The line with soft kinks alone. */
  readonly level: Float64Array;
  /** Effects of events, yearly waves and level shifts over history and horizon, to be taken out before smoothing; relative to now. */
  readonly calendar: Float64Array;
  readonly effects: readonly EventEffect[];
  /** Robust standard deviation of what is left. */
  readonly noise: number;
}

interface Column {
  readonly kind: "level" | "season" | "calendar" | "event";
  readonly values: Float64Array;
  /** Plausible size of the coefficient in units of one natural log (or of the usual size of the series); 0 is unlimited. */
  readonly prior: number;
}

const YEARLY_WAVES = 5;

function column(length: number, kind: Column["kind"], prior: number, at: (t: number) => number): Column {
  return { kind, prior, values: Float64Array.from({ length }, (_, t) => at(t)) };
}

/** Straight line with soft kinks, season, yearly waves, level shifts and events, in that order (events last). */
function columnsOf(input: StructureInput): Column[] {
  const n = input.values.length;
  const length = n + input.horizon;
  const columns = [column(length, "level", 0, () => 1), column(length, "level", 0, (t) => t / n)];
  const spacing = Math.max(4 * input.period, 8, n / 12);
  for (let knot = spacing; knot < n - spacing / 2; knot += spacing) {
    columns.push(column(length, "level", 0.3, (t) => Math.max(0, (t - knot) / spacing)));
  }
  for (let phase = 0; phase < input.period && input.period > 1; phase++) {
    columns.push(column(length, "season", 1, (t) => (t % input.period === phase ? 1 : 0)));
  }
  if (input.year !== null) {
    for (let wave = 1; wave <= YEARLY_WAVES; wave++) {
      const angle = (2 * Math.PI * wave) / input.year;
      columns.push(column(length, "calendar", 0.3 / wave, (t) => Math.sin(angle * t)));
      columns.push(column(length, "calendar", 0.3 / wave, (t) => Math.cos(angle * t)));
    }
  }
  for (const shift of input.shifts) columns.push(column(length, "calendar", 2, (t) => (t < shift ? 1 : 0)));
  for (const { share } of input.events) {
    columns.push({ kind: "event", prior: 2, values: share.length === length ? share : share.slice(0, length) });
  }
  return columns;
}

/** Robust size of the change between neighbours one season apart: an estimate of the noise that needs no model. */
function firstNoise(values: Float64Array, weights: Float64Array, period: number): number {
  const changes: number[] = [];
  for (let t = period; t < values.length; t++) {
    if ((weights[t] ?? 0) > 0 && (weights[t - period] ?? 0) > 0) {
      changes.push(Math.abs((values[t] ?? 0) - (values[t - period] ?? 0)));
    }
  }
  return changes.length === 0 ? 1 : (1.4826 * median(changes)) / Math.SQRT2;
}

/**
 * Ridge regression with priors on the size of effects, made robust by Huber weights: outlying days lose influence
 * instead of bending the season. Returns null when the equations have no solution.
 */
export function fitStructure(input: StructureInput): Structure | null {
  const n = input.values.length;
  const columns = columnsOf(input);
  const design = fromColumns(columns.map((c) => c.values.subarray(0, n)));
  const observed = Array.from(input.values).filter((_, t) => (input.weights[t] ?? 0) > 0);
  const size = input.logs ? 1 : Math.max(1e-9, median(observed.map(Math.abs)));
  let noise = Math.max(firstNoise(input.values, input.weights, input.period), 1e-4 * size);
  let weights: Float64Array = input.weights;
  let solved: { coefficients: Float64Array; inverse: { data: Float64Array; columns: number } } | null = null;
  let fitted: Float64Array = new Float64Array(n);
  for (let round = 0; round < 4; round++) {
    const penalty = columns.map((c) => (c.prior === 0 ? 1e-9 : (noise / (c.prior * size)) ** 2));
    const result = ridge(design, input.values, penalty, weights);
    if (!result.ok) return null;
    solved = result.value;
    fitted = multiplyVector(design, solved.coefficients);
    const left = observedResiduals(input, fitted);
    noise = Math.max(1.4826 * median(left.map(Math.abs)), 1e-4 * size);
    weights = input.weights.map((w, t) => {
      const far = Math.abs((input.values[t] ?? 0) - (fitted[t] ?? 0)) / noise;
      return far > 2 ? (w * 2) / far : w;
    });
  }
  return solved === null ? null : readStructure(input, columns, solved, fitted, noise);
}

function observedResiduals(input: StructureInput, fitted: Float64Array): number[] {
  const left: number[] = [];
  input.values.forEach((value, t) => {
    if ((input.weights[t] ?? 0) > 0) left.push(value - (fitted[t] ?? 0));
  });
  return left;
}

function readStructure(
  input: StructureInput,
  columns: readonly Column[],
  solved: {
    readonly coefficients: Float64Array;
    readonly inverse: { readonly data: Float64Array; readonly columns: number };
  },
  fitted: Float64Array,
  noise: number,
): Structure {
  const calendar = new Float64Array(input.values.length + input.horizon);
  const effects: EventEffect[] = [];
  const firstEvent = columns.length - input.events.length;
  const level = new Float64Array(input.values.length);
  columns.forEach((c, j) => {
    if (c.kind === "season") return;
    const effect = solved.coefficients[j] ?? 0;
    if (c.kind === "level") {
      for (let t = 0; t < level.length; t++) level[t] = (level[t] ?? 0) + effect * (c.values[t] ?? 0);
      return;
    }
    for (let t = 0; t < calendar.length; t++) calendar[t] = (calendar[t] ?? 0) + effect * (c.values[t] ?? 0);
    const described = input.events[j - firstEvent];
    if (c.kind !== "event" || described === undefined) return;
    const standardError = noise * Math.sqrt(solved.inverse.data[j * solved.inverse.columns + j] ?? 0);
    effects.push({ event: described.event, phase: described.phase, effect, standardError });
  });
  return { fitted, level, calendar, effects, noise };
}
