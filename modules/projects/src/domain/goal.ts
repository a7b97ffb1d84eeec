import type { CalendarDate } from "@yutu/kernel";

export const GOAL_LEVELS = ["strategy", "business", "operation", "task"] as const;
export type GoalLevel = (typeof GOAL_LEVELS)[number];

export const KPI_UNITS = ["money", "count", "ratio", "decimal"] as const;
export type KpiUnit = (typeof KPI_UNITS)[number];

export type KpiDirection = "up" | "down";

/** What is expected at a date between the start and the deadline; `expected` in the KPI's own unit. */
export interface Checkpoint {
  readonly date: CalendarDate;
  readonly expected: number;
}

/**
 * A measure of a goal. Values are in the KPI's unit: `money` in minor units of the project's currency, `ratio` as a
 * fraction (0.031 = 3.1 %), `count` and `decimal` as they are.
 */
export interface KpiFacts {
  readonly name: string;
  readonly source: "metric" | "manual";
  readonly metricId: string | null;
  /** Where a value entered by hand is read, e.g. "公众号后台 · 用户分析". */
  readonly sourceNote: string;
  readonly direction: KpiDirection;
  readonly baseline: number | null;
  readonly target: number | null;
  readonly deadline: CalendarDate | null;
  readonly ownerId: string | null;
  readonly weight: number;
  readonly checkpoints: readonly Checkpoint[];
}

/** A goal as the gate looks at it; `parent` and `key` tie the tree. */
export interface GoalFacts {
  readonly key: string;
  readonly parent: string | null;
  readonly name: string;
  readonly ownerId: string | null;
  readonly kpis: readonly KpiFacts[];
}
