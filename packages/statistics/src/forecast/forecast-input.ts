import { type CalendarDate, ok } from "@yutu/kernel";
import { type Warning, warning } from "../foundation/estimate.ts";
import { type Estimated, refuse } from "../foundation/problems.ts";
import { type Frequency, mainPeriod, yearLength } from "./calendar-slots.ts";
import { closedPhases, openSlots } from "./closed-phases.ts";
import type { History } from "./decompose-series.ts";
import { type EventColumn, eventColumns, type KnownEvent } from "./event-columns.ts";

/** A series at even distances. */
export interface SeriesInput {
  /** One value per slot, oldest first; null where nothing was measured (a measured 0 is 0). */
  readonly values: readonly (number | null)[];
  readonly frequency: Frequency;
  /** First day of the first slot; needed when events are given. */
  readonly start?: CalendarDate;
  readonly events?: readonly KnownEvent[];
}

export interface ForecastOptions {
  /** Slots to forecast. */
  readonly horizon: number;
  /** Coverage of the intervals; default 0.8. */
  readonly level?: number;
  /** Main season in slots; default by frequency: 7 for days, 1 for weeks, 12 for months. */
  readonly period?: number;
  /** Rehearsals, default 6; 0 skips them (and calibration). */
  readonly folds?: number;
  /** Forecasts and intervals never fall below 0; default: when the history never does. */
  readonly nonNegative?: boolean;
}

/** Checked input, with slots in which the shop is always closed taken out. */
export interface ForecastTask {
  readonly history: History;
  /** Yearly waves may be tried: two years are known. */
  readonly yearly: number | null;
  /** Full-series index of each open slot over history and horizon. */
  readonly open: readonly number[];
  readonly slots: number;
  readonly horizon: number;
  readonly level: number;
  readonly folds: number;
  readonly nonNegative: boolean;
  readonly warnings: readonly Warning[];
}

function check(input: SeriesInput, options: ForecastOptions): Estimated<number[]> {
  const { horizon, level = 0.8, folds = 6, period } = options;
  if (!Number.isInteger(horizon) || horizon < 1 || horizon > 1000) {
    return refuse("outOfRange", `the horizon is a whole number from 1 to 1000, not ${horizon}`, { name: "horizon" });
  }
  if (!(level > 0 && level < 1)) return refuse("outOfRange", `the level lies between 0 and 1, not ${level}`);
  if (!Number.isInteger(folds) || folds < 0) return refuse("outOfRange", `folds is a whole number, not ${folds}`);
  if (period !== undefined && (!Number.isInteger(period) || period < 1)) {
    return refuse("outOfRange", `the period is a whole number of at least 1, not ${period}`);
  }
  if (input.values.length === 0) return refuse("emptyInput", "the series is empty");
  const bad = input.values.findIndex((value) => value !== null && !Number.isFinite(value));
  if (bad >= 0) return refuse("notFinite", `the value at position ${bad} is not a finite number`, { position: bad });
  if (input.start === undefined && (input.events?.length ?? 0) > 0) {
    return refuse("outOfRange", "events need the date of the first slot", { name: "start" });
  }
  const seen = input.values.filter((value) => value !== null);
  if (seen.length < 3) return refuse("tooFew", `${seen.length} observations are too few, 3 are needed`, { minimum: 3 });
  return ok(seen);
}

function columnsWithPast(columns: readonly EventColumn[], n: number, warnings: Warning[]): EventColumn[] {
  const unseen = new Set<string>();
  const kept = columns.filter(({ event, phase, share }) => {
    if (share.subarray(0, n).some((part) => part > 0)) return true;
    unseen.add(phase === "first" || phase === "during" ? event : "");
    return false;
  });
  for (const event of unseen) {
    if (event === "") continue;
    warnings.push(warning("forecast/event-without-past", `${event} has no past occurrence to learn from`, { event }));
  }
  return kept;
}

/** Checks and settles what is to be forecast. */
export function readTask(input: SeriesInput, options: ForecastOptions): Estimated<ForecastTask> {
  const checked = check(input, options);
  if (!checked.ok) return checked;
  const { values, frequency } = input;
  const [n, warnings] = [values.length, [] as Warning[]];
  const wanted = options.period ?? mainPeriod(frequency);
  const full = n >= 2 * wanted ? wanted : 1;
  if (full < wanted) warnings.push(warning("forecast/short-for-season", `${n} slots show no season of ${wanted}`));
  const closed = closedPhases(values, full);
  const open = openSlots(n + options.horizon, full, closed);
  const share = (full - closed.size) / full;
  const columns =
    input.start === undefined ? [] : eventColumns(input.events ?? [], input.start, frequency, n + options.horizon);
  const events = columnsWithPast(columns, n, warnings).map((column) => ({
    ...column,
    share: Float64Array.from(open, (t) => column.share[t] ?? 0),
  }));
  const year = yearLength(frequency);
  const kept = open.filter((t) => t < n);
  const history: History = {
    values: kept.map((t) => values[t] ?? null),
    period: full - closed.size,
    year: null,
    events,
    horizon: open.length - kept.length,
  };
  const gaps = values.length - checked.value.length;
  if (gaps > 0) warnings.push(warning("forecast/gaps", `${gaps} of ${n} slots are missing and were filled`, { gaps }));
  return ok({
    history,
    yearly: year !== null && n >= 2 * year ? year * share : null,
    open,
    slots: n,
    horizon: options.horizon,
    level: options.level ?? 0.8,
    folds: options.folds ?? 6,
    nonNegative: options.nonNegative ?? checked.value.every((value) => value >= 0),
    warnings,
  });
}
