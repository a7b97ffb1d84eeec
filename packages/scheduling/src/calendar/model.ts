import type { CalendarDate } from "@yutu/kernel";

/**
 * One stretch of work within a day, in minutes after 00:00 of the day it belongs to, `[fromMinute, toMinute)`.
 * `toMinute` may pass 1440 (at most 2880): a live-stream shift 20:00-26:00 belongs to the evening it starts on.
 */
export interface Shift {
  readonly fromMinute: number;
  readonly toMinute: number;
}

/** The shifts of one day in order, not overlapping; empty means nobody works. */
export type DayShifts = readonly Shift[];

/** Monday first, Sunday last (ISO 8601 order). */
export type WorkingWeek = readonly [DayShifts, DayShifts, DayShifts, DayShifts, DayShifts, DayShifts, DayShifts];

/**
 * A departure from the week, for every date of `from..to` (both included).
 * - `closed`: nobody works (a holiday, leave).
 * - `open`: people work although the week says otherwise (调休); `shifts` omitted takes the shifts of the first
 *   working weekday.
 * - `absent`: the given hours are taken out of the day (half a day of leave); the rest of the day stays as it was.
 *
 * Later exceptions of one calendar win over earlier ones; a calendar wins over its base.
 */
export type CalendarException =
  | { readonly kind: "closed"; readonly from: CalendarDate; readonly to: CalendarDate; readonly reason?: string }
  | {
      readonly kind: "open";
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly shifts?: DayShifts;
      readonly reason?: string;
    }
  | {
      readonly kind: "absent";
      readonly from: CalendarDate;
      readonly to: CalendarDate;
      readonly hours: DayShifts;
      readonly reason?: string;
    };

/**
 * When work happens. A calendar with a `base` is a layer: its exceptions are applied over the base's, and its `week`,
 * when given, replaces the base's week. A calendar without a base must have a `week`.
 * All minutes are wall-clock minutes of the place the calendar describes; no time zone is applied.
 */
export interface WorkingCalendar {
  readonly id: string;
  readonly name?: string;
  readonly week?: WorkingWeek;
  readonly exceptions?: readonly CalendarException[];
  readonly base?: WorkingCalendar;
}

/**
 * Working time laid on an integer axis of instants (epoch days or epoch minutes), as two inverse counts.
 * `count` is monotone; `earliest` and `latest` are its lower and upper inverse, so for all `t`, `w`:
 * `earliest(w) <= t` exactly when `w <= count(t)`, and `latest(w) >= t` exactly when `count(t) <= w`.
 * Every scheduling rule is written with these three questions, each O(1) for days and O(log n) for minutes.
 */
export interface WorkAxis {
  /** Working units in `[origin, t)`; negative before the origin. */
  count(t: number): number;
  /** The first instant with `w` working units before it: the end of unit `w - 1`. */
  earliest(w: number): number;
  /** The last instant with `w` working units before it: the start of unit `w`. */
  latest(w: number): number;
}
