import { type CalendarDate, fromEpochDay, toEpochDay } from "@yutu/kernel";
import type { CompiledCalendar } from "../../calendar/index.ts";
import type { AssignablePerson } from "./model.ts";

/** Work with a window, in day numbers of one horizon; the last day is included. */
export interface WindowedWork {
  readonly first: number;
  readonly last: number;
  readonly minutes: number;
}

/** Plannable and free minutes of one person over the horizon. */
export class FreeTime {
  /** Minutes that may be planned in all, booked ones included. */
  readonly plannable: number;
  readonly booked: number;
  private readonly before: Float64Array;

  constructor(person: AssignablePerson, calendar: CompiledCalendar, from: CalendarDate, to: CalendarDate) {
    const first = toEpochDay(from);
    const length = toEpochDay(to) - first + 1;
    const share = person.availability ?? 1;
    const taken = new Float64Array(length);
    for (const { date, minutes } of person.booked ?? []) {
      const day = toEpochDay(date) - first;
      if (day >= 0 && day < length) taken[day] = (taken[day] ?? 0) + minutes;
    }
    this.before = new Float64Array(length + 1);
    let plannable = 0;
    for (let day = 0; day < length; day++) {
      const minutes = calendar.workingMinutesOn(fromEpochDay(first + day)) * share;
      plannable += minutes;
      this.before[day + 1] = (this.before[day] ?? 0) + Math.max(0, minutes - (taken[day] ?? 0));
    }
    this.plannable = plannable;
    this.booked = taken.reduce((sum, minutes) => sum + minutes, 0);
  }

  /** Free minutes from `first` to `last`, both included. O(1). */
  between(first: number, last: number): number {
    return (this.before[last + 1] ?? 0) - (this.before[first] ?? 0);
  }
}

const TOLERANCE_MINUTES = 1e-6;

/**
 * The tasks that together ask more than is free between two days, or null when all fit. Work may be interrupted, so a
 * set fits exactly when no interval has to hold more than its free time (demand bound of Baruah et al. 1990; earliest
 * deadline first attains it). O(k²) for k tasks.
 */
export function overfull(free: FreeTime, work: readonly WindowedWork[]): readonly number[] | null {
  const byLast = work.map((_, index) => index).sort((a, b) => (work[a]?.last ?? 0) - (work[b]?.last ?? 0) || a - b);
  for (const { first } of work) {
    let asked = 0;
    for (const index of byLast) {
      const item = work[index];
      if (item === undefined || item.first < first) continue;
      asked += item.minutes;
      if (asked <= free.between(first, item.last) + TOLERANCE_MINUTES) continue;
      return byLast.filter((other) => (work[other]?.first ?? -1) >= first && (work[other]?.last ?? 0) <= item.last);
    }
  }
  return null;
}
