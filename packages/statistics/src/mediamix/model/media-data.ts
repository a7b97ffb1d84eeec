import { ok } from "@yutu/kernel";
import { type Estimated, firstNotFinite, refuse } from "../../foundation/index.ts";
import type { AdstockKind } from "../transforms/adstock.ts";

/** `hill` has slope 1 (concave); `hill-free` learns the slope and may be S-shaped. */
export type ChannelSaturation = "hill" | "hill-free" | "logistic";

/**
 * What is believed of a channel's effect before seeing data, log-normal: by return (value over spend) or by share of the
 * whole outcome.
 */
export interface MediaEffectPrior {
  readonly kind: "roi" | "share";
  readonly median: number;
  /** Standard deviation of the logarithm: 0.9 spans a factor of 6 up and down. */
  readonly spread: number;
}

/** A paid or organic channel by period. */
export interface MediaChannel {
  readonly name: string;
  /** What people saw: impressions, clicks, sends; spend where nothing else is known. */
  readonly exposure: ArrayLike<number>;
  /** Money spent; absent for organic channels, which then have no return. */
  readonly spend?: ArrayLike<number>;
  readonly adstock?: AdstockKind;
  readonly saturation?: ChannelSaturation;
  readonly prior?: MediaEffectPrior;
}

/** A measured effect, e.g. from a geo test, that the model must agree with. */
export interface LiftExperiment {
  readonly channel: string;
  /** First and last + 1 period of the test. */
  readonly from: number;
  readonly to: number;
  /** Share of the channel's exposure in the test that was added or withheld; 1 for all. */
  readonly share?: number;
  /** Outcome that the exposure brought, with its standard error. */
  readonly incrementalOutcome: number;
  readonly standardError: number;
}

/** Equally spaced periods, oldest first; all series of one length. */
export interface MediaMixData {
  readonly outcome: ArrayLike<number>;
  /** Money per unit of outcome, one or by period; 1 when the outcome is money; null when it has no money value. */
  readonly valuePerOutcome?: number | ArrayLike<number> | null;
  /** 1 for days, 7 for weeks. */
  readonly periodDays: number;
  /** Day number (since 1970-01-01) of the first period: fixes the phase of the seasons. */
  readonly firstDay: number;
  readonly channels: readonly MediaChannel[];
  /** Anything else that moves the outcome: prices, holidays (0/1), competitor activity. Effects may have any sign. */
  readonly controls?: readonly { readonly name: string; readonly values: ArrayLike<number> }[];
  readonly experiments?: readonly LiftExperiment[];
}

/** Fewest periods a model is fitted to. */
export const MINIMUM_PERIODS = 26;

/** Value of one unit of outcome in each period, or null. */
export function outcomeValues(data: MediaMixData): Float64Array | null {
  const { valuePerOutcome = 1, outcome } = data;
  if (valuePerOutcome === null) return null;
  if (typeof valuePerOutcome === "number") return new Float64Array(outcome.length).fill(valuePerOutcome);
  return Float64Array.from(valuePerOutcome);
}

/** Accepts data that a media mix model can be fitted to. */
export function checkMediaMix(data: MediaMixData): Estimated<MediaMixData> {
  const n = data.outcome.length;
  if (n === 0) return refuse("emptyInput", "the outcome is empty");
  if (data.channels.length === 0) return refuse("emptyInput", "there is no channel");
  if (n < MINIMUM_PERIODS) {
    return refuse("tooFew", `a media mix needs at least ${MINIMUM_PERIODS} periods`, { n, minimum: MINIMUM_PERIODS });
  }
  if (!(data.periodDays > 0) || !Number.isFinite(data.firstDay)) {
    return refuse("outOfRange", "the length of a period must be positive and its first day a number");
  }
  const values = outcomeValues(data);
  const series: [string, ArrayLike<number>, boolean][] = [["outcome", data.outcome, false]];
  if (values !== null) series.push(["valuePerOutcome", values, true]);
  for (const { name, exposure, spend } of data.channels) {
    series.push([`exposure of ${name}`, exposure, true]);
    if (spend !== undefined) series.push([`spend of ${name}`, spend, true]);
  }
  for (const control of data.controls ?? []) series.push([`control ${control.name}`, control.values, false]);
  for (const [name, column, positive] of series) {
    if (column.length !== n)
      return refuse("lengthMismatch", `${name} has ${column.length} periods, not ${n}`, { name });
    const bad = firstNotFinite(column);
    if (bad >= 0) return refuse("notFinite", `${name} is not a finite number in period ${bad}`, { name, period: bad });
    if (positive && Array.from(column).some((v) => v < 0)) {
      return refuse("negativeCount", `${name} is negative in a period`, { name });
    }
  }
  if (Array.from(data.outcome).every((v) => v === data.outcome[0])) {
    return refuse("constantSeries", "the outcome is the same in every period");
  }
  for (const { name, exposure } of data.channels) {
    if (Array.from(exposure).every((v) => v === 0)) return refuse("allZero", `${name} was never seen`, { name });
  }
  return checkExperiments(data, n);
}

function checkExperiments(data: MediaMixData, n: number): Estimated<MediaMixData> {
  for (const test of data.experiments ?? []) {
    if (!data.channels.some((channel) => channel.name === test.channel)) {
      return refuse("outOfRange", `an experiment names the unknown channel ${test.channel}`, { channel: test.channel });
    }
    const inside = Number.isInteger(test.from) && Number.isInteger(test.to) && test.from >= 0 && test.to <= n;
    if (!inside || test.from >= test.to || !(test.standardError > 0) || !Number.isFinite(test.incrementalOutcome)) {
      return refuse("outOfRange", `the experiment on ${test.channel} has impossible periods or no standard error`);
    }
  }
  return ok(data);
}
