import type { CalendarDate } from "@yutu/kernel";
import type { DurationEstimate } from "./estimate.ts";

/** A date to be kept by one task, or by the whole plan when `taskId` is null. */
export interface RiskTarget {
  readonly taskId: string | null;
  /** Last day on which the task may finish; for a milestone that marks an opening, the day itself. */
  readonly date: CalendarDate;
}

export interface RiskInput {
  /** By task id; tasks without one take `spread` around their planned duration, or exactly that. */
  readonly estimates: Readonly<Record<string, DurationEstimate>>;
  /** PERT estimate of the other tasks as multiples of the planned duration, such as 0.8 and 1.6. */
  readonly spread?: { readonly low: number; readonly high: number };
  readonly targets: readonly RiskTarget[];
}

/** What one task has to do with missing one target. */
export interface RiskDriver {
  readonly taskId: string;
  /** Share of the runs in which the task was on the chain that set the date (criticality index; Van Slyke 1963). */
  readonly criticality: number;
  /** Correlation of its duration with the date (cruciality; Williams 1992), −1..1. */
  readonly cruciality: number;
  /** Criticality times its deviation over the deviation of the date (schedule sensitivity index; PMI). */
  readonly sensitivity: number;
}

export interface TargetRisk {
  readonly target: RiskTarget;
  /** Probability of missing the date, 0..1. */
  readonly missProbability: number;
  /** Standard error of the probability; 0 for a closed form. */
  readonly standardError: number;
  /** Days that are kept with the given probability. */
  readonly percentiles: readonly { readonly probability: number; readonly date: CalendarDate }[];
  /** Mean days after the date, over the runs that miss it; 0 when none does. */
  readonly meanDelayDays: number;
  /** Tasks with uncertain durations, greatest sensitivity first. */
  readonly drivers: readonly RiskDriver[];
}
