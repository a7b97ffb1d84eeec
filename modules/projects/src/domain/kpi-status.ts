import type { CalendarDate } from "@yutu/kernel";
import { type ExpectedCurve, expectedAt } from "./expected-curve.ts";
import type { KpiDirection } from "./goal.ts";

export const KPI_STATUSES = [
  "not_started",
  "no_data",
  "on_track",
  "at_risk",
  "off_track",
  "achieved",
  "missed",
] as const;
export type KpiStatus = (typeof KPI_STATUSES)[number];

/** How far behind the expected curve, as a share of the way from start to target, still counts as on track or at risk. */
export const ON_TRACK_TOLERANCE = 0.05;
export const AT_RISK_TOLERANCE = 0.15;

export const statusOfLead = (lead: number): "on_track" | "at_risk" | "off_track" =>
  lead >= -ON_TRACK_TOLERANCE ? "on_track" : lead >= -AT_RISK_TOLERANCE ? "at_risk" : "off_track";

export interface KpiReading {
  readonly curve: ExpectedCurve;
  readonly direction: KpiDirection;
  /** Whether the value adds up over the project; such a value cannot fall back once it has reached its target. */
  readonly accumulates: boolean;
  readonly value: number | null;
  readonly today: CalendarDate;
}

/** A KPI against its curve. Progress and expected progress are shares of the way, 0 to 1; null without a value. */
export interface KpiJudgement {
  readonly status: KpiStatus;
  readonly expected: number;
  readonly progress: number | null;
  readonly expectedProgress: number;
}

const share = (x: number): number => Math.min(1, Math.max(0, x));

/** Computes the status from value and curve; nobody sets it by hand. */
export function judgeKpi({ curve, direction, accumulates, value, today }: KpiReading): KpiJudgement {
  const expected = expectedAt(curve, today);
  const distance = Math.abs(curve.target - curve.startValue) || 1;
  const expectedProgress = share(Math.abs(expected - curve.startValue) / distance);
  if (value === null)
    return { status: today < curve.startDate ? "not_started" : "no_data", expected, progress: null, expectedProgress };
  const sign = direction === "up" ? 1 : -1;
  const lead = (sign * (value - expected)) / distance;
  const progress = share(expectedProgress + lead);
  const reached = sign * (value - curve.target) >= 0;
  const at = (status: KpiStatus): KpiJudgement => ({ status, expected, progress, expectedProgress });
  if (today < curve.startDate) return at("not_started");
  if (today >= curve.deadline) return at(reached ? "achieved" : "missed");
  if (reached && accumulates && direction === "up") return at("achieved");
  return at(statusOfLead(lead));
}
