import { ok } from "@yutu/kernel";
import {
  checkCounts,
  checkPositive,
  type Estimate,
  type Estimated,
  mean,
  refuse,
  standardDeviation,
  studentTQuantile,
  type Warning,
  warning,
} from "../foundation/index.ts";

/** Traffic an experiment can draw on. */
export interface Traffic {
  /** Eligible units of past days, oldest first; a recurring weekly pattern is kept when there are whole weeks. */
  readonly dailyUnits: readonly number[];
  /** Share of the eligible units that enters the experiment, 0 … 1; default 1. */
  readonly coverage?: number;
}

/** How long an experiment must run. `estimate` is in days, rounded up to whole weeks unless told otherwise. */
export interface Duration extends Estimate {
  /** Days until the smallest sample is there, not rounded to weeks. */
  readonly days: number;
  /** Expected units per arm at the end of `estimate` days. */
  readonly unitsPerArm: readonly number[];
}

const WEEK = 7;
const TOO_LONG_DAYS = 90;

/**
 * Days until every arm has its units. Days are new units per day: returning visitors must not be counted again.
 * The interval propagates the day-to-day variation of the past traffic.
 * @param required units per arm @param weights planned split, same length
 */
export function experimentDuration(
  required: readonly number[],
  weights: readonly number[],
  traffic: Traffic,
  options: { readonly wholeWeeks?: boolean; readonly level?: number } = {},
): Estimated<Duration> {
  const { wholeWeeks = true, level = 0.95 } = options;
  const { dailyUnits, coverage = 1 } = traffic;
  if (required.length !== weights.length)
    return refuse("lengthMismatch", `${required.length} arms, ${weights.length} weights`);
  if (required.length < 2) return refuse("oneGroup", "an experiment needs at least two arms");
  const counted = checkCounts(dailyUnits, "daily units");
  if (!counted.ok) return counted;
  if (!(coverage > 0 && coverage <= 1)) return refuse("outOfRange", "the coverage must lie in 0 … 1", { coverage });
  for (const value of [...required, ...weights]) {
    const checked = checkPositive(value, "units and weights");
    if (!checked.ok) return checked;
  }
  const totalWeight = weights.reduce((a, b) => a + b, 0);
  const units = Math.max(...required.map((need, i) => (need * totalWeight) / (weights[i] ?? 1))) / coverage;
  const days = daysUntil(units, dailyUnits);
  const round = (d: number): number => (wholeWeeks ? Math.ceil(d / WEEK) * WEEK : d);
  const planned = round(days);
  const arriving = mean(dailyUnits) * planned * coverage;
  return ok({
    estimate: planned,
    interval: intervalOf(units, dailyUnits, level, round),
    level: dailyUnits.length >= 2 ? level : null,
    method: "traffic-duration",
    n: dailyUnits.length,
    warnings: durationWarnings(planned, dailyUnits.length),
    days,
    unitsPerArm: weights.map((w) => Math.floor((arriving * w) / totalWeight)),
  });
}

/** First day on which the running total reaches `units`; whole weeks of history repeat day by day, others by mean. */
function daysUntil(units: number, dailyUnits: readonly number[]): number {
  const pattern =
    dailyUnits.length >= WEEK ? dailyUnits.slice(-Math.floor(dailyUnits.length / WEEK) * WEEK) : [mean(dailyUnits)];
  const perRound = pattern.reduce((a, b) => a + b, 0);
  if (perRound === 0) return daysUntil(units, [mean(dailyUnits)]);
  const rounds = Math.max(0, Math.ceil(units / perRound) - 1);
  let left = units - rounds * perRound;
  let days = rounds * pattern.length;
  for (let i = 0; left > 1e-9 && i < pattern.length; i++) {
    left -= pattern[i] ?? 0;
    days += 1;
  }
  return days;
}

function intervalOf(
  units: number,
  dailyUnits: readonly number[],
  level: number,
  round: (days: number) => number,
): readonly [number, number] | null {
  const n = dailyUnits.length;
  if (n < 2) return null;
  const average = mean(dailyUnits);
  const reach = (studentTQuantile(0.5 + level / 2, n - 1) * standardDeviation(dailyUnits)) / Math.sqrt(n);
  const slow = average - reach;
  const high = slow > 0 ? round(Math.ceil(units / slow)) : Number.MAX_SAFE_INTEGER;
  return [round(Math.ceil(units / (average + reach))), high];
}

function durationWarnings(days: number, history: number): Warning[] {
  const warnings: Warning[] = [];
  if (days > TOO_LONG_DAYS) {
    const detail = `${days} days are long: cookies expire and seasons change; test a bigger change or a nearer metric`;
    warnings.push(warning("experiments/long-duration", detail, { days }));
  }
  if (history < 2 * WEEK) {
    const detail = `${history} days of traffic are less than two weeks: the weekly pattern is unknown`;
    warnings.push(warning("experiments/short-history", detail, { days: history }));
  }
  return warnings;
}
