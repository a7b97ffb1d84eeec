import { type CalendarDate, toEpochDay } from "@yutu/kernel";
import type { Checkpoint } from "./goal.ts";

/** What a KPI should show on each day: from a value at the start through its checkpoints to the target. */
export interface ExpectedCurve {
  readonly startDate: CalendarDate;
  /** Zero for what adds up over the project, the baseline for what stands at a level. */
  readonly startValue: number;
  readonly checkpoints: readonly Checkpoint[];
  readonly deadline: CalendarDate;
  readonly target: number;
}

/** Corners of the curve in order of date. Checkpoints outside the span are left out; of two on a day the later counts. */
export function curvePoints(curve: ExpectedCurve): Checkpoint[] {
  const inside = curve.checkpoints.filter((c) => c.date > curve.startDate && c.date < curve.deadline);
  const byDate = new Map(inside.map((c) => [c.date, c]));
  return [
    { date: curve.startDate, expected: curve.startValue },
    ...[...byDate.values()].sort((a, b) => (a.date < b.date ? -1 : 1)),
    { date: curve.deadline, expected: curve.target },
  ];
}

/** The expected value on a day, in a straight line between corners; flat before the start and after the deadline. */
export function expectedAt(curve: ExpectedCurve, date: CalendarDate): number {
  if (date >= curve.deadline) return curve.target;
  if (date <= curve.startDate) return curve.startValue;
  const points = curvePoints(curve);
  const next = points.findIndex((p) => p.date >= date);
  const [a, b] = [points[next - 1], points[next]];
  if (!a || !b) return curve.target;
  const share = (toEpochDay(date) - toEpochDay(a.date)) / (toEpochDay(b.date) - toEpochDay(a.date));
  return a.expected + share * (b.expected - a.expected);
}
