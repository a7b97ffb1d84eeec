import type { CalendarDate } from "@yutu/kernel";
import { ok } from "@yutu/kernel";
import { type Frequency, mainPeriod, yearLength } from "../forecast/calendar-slots.ts";
import { type Decomposition, decomposeSeries, levelSeries } from "../forecast/decompose-series.ts";
import { eventColumns, type KnownEvent } from "../forecast/event-columns.ts";
import type { LevelShift } from "../forecast/level-shifts.ts";
import type { Structure } from "../forecast/structural-regression.ts";
import { type Estimate, type Range, type Warning, warning } from "../foundation/estimate.ts";
import { type Estimated, refuse } from "../foundation/problems.ts";
import { countSurprise } from "./count-tail.ts";
import { type Incident, type JudgedSlot, mergeIncidents } from "./incidents.ts";
import { robustSurprise } from "./robust-surprise.ts";
import { findTrendChanges, type TrendChange } from "./trend-changes.ts";

export interface BatchInput {
  /** One value per slot, oldest first; null where nothing was measured. */
  readonly values: readonly (number | null)[];
  readonly frequency: Frequency;
  /** First day of the first slot; needed when events are given. */
  readonly start?: CalendarDate;
  /** Known events are expected, so they are no anomalies; their effect is learned from their other occurrences. */
  readonly events?: readonly KnownEvent[];
}

export interface BatchOptions {
  /** Main season in slots; default by frequency. */
  readonly period?: number;
  /** Values are counts of rare things: an alarm also needs to be improbable for a Poisson or negative binomial count. */
  readonly counts?: boolean;
  /** No alarm for a departure smaller than this share of the expectation; default 0.05. */
  readonly minimumRelativeChange?: number;
  /** No alarm for a departure smaller than this, in the metric's unit; default 0. */
  readonly minimumAbsoluteChange?: number;
  /** Strange slots at most this far apart are one incident; default 3. */
  readonly mergeSlots?: number;
  /** Expected false alarms in a whole quiet series; default 0.1. */
  readonly falseAlarms?: number;
}

/** A lasting change of the level or its slope. */
export interface LastingChange {
  readonly kind: "level-shift" | "trend-change";
  /** First slot of the new course. */
  readonly at: number;
  /** In [0, 1): 0.5 is the alarm level. */
  readonly score: number;
  /** Relative for positive series (0.2 = +20 %, per season for trends), else in the metric's unit. */
  readonly size: number;
  readonly relative: boolean;
}

export interface BatchFindings {
  readonly incidents: readonly Incident[];
  readonly changes: readonly LastingChange[];
  /** Every slot with its expectation; null for gaps. */
  readonly slots: readonly (JudgedSlot | null)[];
}

/** Looks back over a whole series: outlying stretches, level shifts and trend changes. n is the number of values. */
export function detectAnomalies(input: BatchInput, options: BatchOptions = {}): Estimated<Estimate<BatchFindings>> {
  const read = readSeries(input, options);
  if (!read.ok) return read;
  const { decomposition, structure, period, warnings } = read.value;
  const judge = slotJudge(input, options, decomposition, structure);
  const slots = input.values.map((value, t) => (value === null ? null : judge(value, t)));
  const incidents = mergeIncidents(slots, period, options.mergeSlots ?? 3);
  const changes = lastingChanges(decomposition, structure, period);
  const n = input.values.filter((value) => value !== null).length;
  const estimate: BatchFindings = { incidents, changes, slots };
  return ok({ estimate, interval: null, level: null, method: "robust-decomposition", n, warnings });
}

interface ReadSeries {
  readonly decomposition: Decomposition;
  readonly structure: Structure;
  readonly period: number;
  readonly warnings: readonly Warning[];
}

function readSeries(input: BatchInput, options: BatchOptions): Estimated<ReadSeries> {
  const { values, frequency, start } = input;
  const n = values.length;
  if (n === 0) return refuse("emptyInput", "the series is empty");
  const bad = values.findIndex((value) => value !== null && !Number.isFinite(value));
  if (bad >= 0) return refuse("notFinite", `the value at position ${bad} is not a finite number`, { position: bad });
  const seen = values.filter((value) => value !== null);
  if (seen.length < 14)
    return refuse("tooFew", `${seen.length} values are too few to know what is usual, 14 are needed`);
  if (options.counts === true && seen.some((value) => value < 0)) return refuse("negativeCount", "a count is negative");
  const events = input.events ?? [];
  if (events.length > 0 && start === undefined) return refuse("outOfRange", "events need the date of the first slot");
  const wanted = options.period ?? mainPeriod(frequency);
  if (!Number.isInteger(wanted) || wanted < 1)
    return refuse("outOfRange", `the period is a whole number, not ${wanted}`);
  const warnings: Warning[] = [];
  const period = n >= 3 * wanted ? wanted : 1;
  if (period < wanted) warnings.push(warning("anomaly/short-for-season", `${n} slots show no season of ${wanted}`));
  const year = yearLength(frequency);
  const decomposition = decomposeSeries({
    values,
    period,
    year: year !== null && n >= 2 * year ? year : null,
    events: start === undefined ? [] : eventColumns(events, start, frequency, n),
    horizon: 0,
  });
  const { structure } = decomposition;
  if (structure === null) return refuse("singular", "the series could not be split into level and season");
  if (seen.every((value) => value === seen[0])) {
    warnings.push(warning("anomaly/constant", "every value is equal: nothing can stand out"));
  }
  return ok({ decomposition, structure, period, warnings });
}

/** How one slot is judged: expectation, interval and score. */
function slotJudge(
  input: BatchInput,
  options: BatchOptions,
  { multiplicative, values, weights }: Decomposition,
  structure: Structure,
): (value: number, t: number) => JudgedSlot {
  const residuals: number[] = [];
  values.forEach((value, t) => {
    if ((weights[t] ?? 0) > 0) residuals.push(value - (structure.fitted[t] ?? 0));
  });
  const surpriseOf = robustSurprise(residuals, 0.5 * structure.noise);
  const alarmAt = Math.log10(input.values.length / (options.falseAlarms ?? 0.1));
  const back = (x: number): number => (multiplicative ? Math.exp(x) : x);
  const dispersion = options.counts === true ? dispersionOf(input.values, structure, back) : 1;
  return (value, t) => {
    const fitted = structure.fitted[t] ?? 0;
    const expected = back(fitted);
    const interval: Range = [back(fitted - 1.96 * structure.noise), back(fitted + 1.96 * structure.noise)];
    const known = (weights[t] ?? 0) > 0;
    // A zero in a positive series has no logarithm; it stands as far below as the whole expectation.
    let surprise = known ? surpriseOf((values[t] ?? 0) - fitted) : surpriseOf(Math.log(ZERO_SHARE));
    const departure = Math.abs(value - expected);
    const floor = Math.max(
      (options.minimumRelativeChange ?? 0.05) * Math.abs(expected),
      options.minimumAbsoluteChange ?? 0,
    );
    if (departure < floor) surprise = 0;
    if (options.counts === true) surprise = Math.min(surprise, countSurprise(value, expected, dispersion));
    const score = surprise / (surprise + alarmAt);
    return { slot: t, value, expected, interval, score };
  };
}

/** A zero is judged like a fall to a twentieth of the expectation. */
const ZERO_SHARE = 0.05;

/** Robust variance/mean ratio of counts around their expectations, at least 1. */
function dispersionOf(values: readonly (number | null)[], structure: Structure, back: (x: number) => number): number {
  const ratios: number[] = [];
  values.forEach((value, t) => {
    if (value === null) return;
    const expected = Math.max(back(structure.fitted[t] ?? 0), 0.5);
    ratios.push(Math.min((value - expected) ** 2 / expected, 25));
  });
  return Math.max(1, ratios.reduce((sum, ratio) => sum + ratio, 0) / ratios.length);
}

function lastingChanges(decomposition: Decomposition, structure: Structure, period: number): LastingChange[] {
  const { multiplicative, values, weights, shifts } = decomposition;
  const level = levelSeries(values, weights, structure);
  const window = Math.min(Math.max(6 * period, 14), Math.floor(level.length / 4));
  const typical = multiplicative ? 1 : Math.max(1e-9, Math.abs(level[0] ?? 0));
  const bends = findTrendChanges(level, window, 0.2 * typical);
  const found = [
    ...shifts.map((shift) => shiftChange(shift, multiplicative)),
    ...bends.map((bend) => bendChange(bend, period, multiplicative)),
  ];
  return found.sort((a, b) => a.at - b.at);
}

const shiftChange = ({ at, size, strength }: LevelShift, relative: boolean): LastingChange => ({
  kind: "level-shift",
  at,
  score: strength / (strength + 5),
  size: relative ? Math.expm1(size) : size,
  relative,
});

function bendChange({ at, before, after, strength }: TrendChange, period: number, relative: boolean): LastingChange {
  const size = (after - before) * period;
  const score = strength / (strength + 5);
  return { kind: "trend-change", at, score, size: relative ? Math.expm1(size) : size, relative };
}
