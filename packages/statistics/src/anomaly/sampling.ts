import { median } from "../foundation/descriptive.ts";

const MINUTE_MS = 60_000;
const DAY_MS = 1440 * MINUTE_MS;

/**
 * Usual distance between readings in milliseconds, from the first `sample` of them only, so that a live detector can
 * settle it once. At least one millisecond; one day when fewer than two readings are known.
 */
export function inferStepMs(timesMs: ArrayLike<number>, sample = 100): number {
  const gaps: number[] = [];
  for (let i = 1; i < Math.min(timesMs.length, sample + 1); i++) {
    const gap = (timesMs[i] ?? 0) - (timesMs[i - 1] ?? 0);
    if (gap > 0) gaps.push(gap);
  }
  return gaps.length === 0 ? DAY_MS : Math.max(1, median(gaps));
}

/** The seasons people and machines follow at this sampling, in slots: day and week, week, or year. */
export function naturalPeriods(stepMs: number): number[] {
  if (stepMs <= DAY_MS / 4) return [Math.round(DAY_MS / stepMs), Math.round((7 * DAY_MS) / stepMs)];
  if (stepMs <= 1.5 * DAY_MS) return [7];
  if (stepMs <= 10 * DAY_MS) return [52];
  return [12];
}

/** Slot numbers of irregular readings: whole steps since the epoch. Two readings may share a slot. */
export const slotOf = (timeMs: number, stepMs: number): number => Math.floor(timeMs / stepMs);
