import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, refuse } from "../../foundation/index.ts";
import { wilsonInterval } from "./proportion-interval.ts";

export type CohortPeriod = "day" | "week" | "month";

/** A customer was active (bought, visited) on a day, counted from 1970-01-01. */
export interface Activity {
  readonly customerId: string;
  readonly day: number;
}

export interface CohortOptions {
  readonly period: CohortPeriod;
  /** Last day observed. */
  readonly endDay: number;
  /** `in-period`: active in that period. `since`: active in that period or any later one (rolling retention). */
  readonly counting?: "in-period" | "since";
  /** Customers are grouped by this day instead of their first activity, e.g. the day they joined. */
  readonly joinedDay?: (customerId: string) => number | undefined;
}

export interface Cohort {
  /** First day of the period in which its customers started. */
  readonly startDay: number;
  readonly size: number;
  /** Customers retained k periods later; only periods that ended by `endDay` are listed. */
  readonly retained: readonly number[];
}

/** Day number → number of the period it lies in, and back to the first day of a period. Weeks start on Monday. */
export function periodIndex(day: number, period: CohortPeriod): number {
  switch (period) {
    case "day":
      return day;
    case "week":
      return Math.floor((day + 3) / 7);
    case "month": {
      const date = new Date(day * 86_400_000);
      return date.getUTCFullYear() * 12 + date.getUTCMonth();
    }
  }
}

export function periodStart(index: number, period: CohortPeriod): number {
  switch (period) {
    case "day":
      return index;
    case "week":
      return index * 7 - 3;
    case "month":
      return Date.UTC(Math.floor(index / 12), ((index % 12) + 12) % 12, 1) / 86_400_000;
  }
}

/** Cohort table: customers by period of start, and how many came back in each period after. */
export function cohortTable(activities: Iterable<Activity>, options: CohortOptions): Estimated<readonly Cohort[]> {
  const { period, endDay } = options;
  if (!Number.isFinite(endDay)) return refuse("notFinite", "the end day is not a finite number");
  const active = new Map<string, Set<number>>();
  for (const { customerId, day } of activities) {
    if (!Number.isFinite(day)) return refuse("notFinite", `a day of customer ${customerId} is not a finite number`);
    if (day > endDay) continue;
    const periods = active.get(customerId) ?? new Set<number>();
    periods.add(periodIndex(Math.floor(day), period));
    active.set(customerId, periods);
  }
  if (active.size === 0) return refuse("emptyInput", "there is no activity up to the end day");
  const lastComplete = periodIndex(Math.floor(endDay) + 1, period) - 1;
  const groups = new Map<number, { size: number; retained: number[] }>();
  for (const [customerId, periods] of active) {
    const joined = options.joinedDay?.(customerId);
    const start = joined === undefined ? Math.min(...periods) : periodIndex(Math.floor(joined), period);
    const group = groups.get(start) ?? { size: 0, retained: zeroes(Math.max(0, lastComplete - start + 1)) };
    group.size += 1;
    countRetained(group.retained, periods, start, options.counting ?? "in-period");
    groups.set(start, group);
  }
  const cohorts = [...groups].toSorted(([a], [b]) => a - b);
  return ok(cohorts.map(([index, group]) => ({ startDay: periodStart(index, period), ...group })));
}

const zeroes = (length: number): number[] => Array.from({ length }, () => 0);

function countRetained(
  retained: number[],
  periods: ReadonlySet<number>,
  start: number,
  counting: "in-period" | "since",
): void {
  if (counting === "since") {
    const last = Math.max(...periods) - start;
    for (let k = 0; k <= last && k < retained.length; k++) retained[k] = (retained[k] ?? 0) + 1;
    return;
  }
  for (const index of periods) {
    const k = index - start;
    if (k >= 0 && k < retained.length) retained[k] = (retained[k] ?? 0) + 1;
  }
}

/**
 * Retention k periods after the start over all cohorts that are old enough, from summed counts, with Wilson intervals.
 */
export function retentionCurve(cohorts: readonly Cohort[]): Estimated<readonly Estimate[]> {
  if (cohorts.length === 0) return refuse("emptyInput", "there are no cohorts");
  const longest = Math.max(...cohorts.map((cohort) => cohort.retained.length));
  if (longest === 0) return refuse("tooFew", "no cohort has completed a period yet");
  return ok(
    Array.from({ length: longest }, (_, k): Estimate => {
      const old = cohorts.filter((cohort) => cohort.retained.length > k);
      const n = old.reduce((sum, cohort) => sum + cohort.size, 0);
      const hits = old.reduce((sum, cohort) => sum + (cohort.retained[k] ?? 0), 0);
      const interval = wilsonInterval(hits, n);
      return { estimate: hits / n, interval, level: 0.95, method: "cohort-share-wilson", n, warnings: [] };
    }),
  );
}
