import { type DayTable, shiftsOn } from "./day-table.ts";
import type { DayShifts, WorkAxis } from "./model.ts";
import { clipToDay, DAY_MINUTES, minuteAfter, minutesBefore, minutesOf } from "./shifts.ts";

/** Days whose working minutes are summed up, from `#first` on; the week follows it and goes before it. */
interface Stretch {
  readonly firstDay: number;
  readonly shifts: readonly DayShifts[];
  /** Working minutes before each day of the stretch, and the total at the end. */
  readonly before: Float64Array;
}

function stretchOf(firstDay: number, shifts: readonly DayShifts[]): Stretch {
  const before = new Float64Array(shifts.length + 1);
  shifts.forEach((day, i) => {
    before[i + 1] = (before[i] ?? 0) + minutesOf(day);
  });
  return { firstDay, shifts, before };
}

const totalOf = (s: Stretch): number => s.before[s.shifts.length] ?? 0;

function countIn(s: Stretch, t: number): number {
  const day = Math.floor(t / DAY_MINUTES);
  const i = day - s.firstDay;
  return (s.before[i] ?? 0) + minutesBefore(s.shifts[i] ?? [], t - day * DAY_MINUTES);
}

/** The end of working minute `w`, `1 <= w <= total`, by binary search for its day. */
function endIn(s: Stretch, w: number): number {
  let low = 0;
  let high = s.shifts.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((s.before[middle + 1] ?? 0) >= w) high = middle;
    else low = middle + 1;
  }
  return (s.firstDay + low) * DAY_MINUTES + minuteAfter(s.shifts[low] ?? [], w - (s.before[low] ?? 0));
}

const WEEK_MINUTES = 7 * DAY_MINUTES;
const MONDAY = -3;

/**
 * Working minutes on the axis of epoch minutes (wall clock). Prefix sums by day and a binary search: O(log n) a
 * question, O(1) outside the days with exceptions. A shift past midnight is cut at midnight and carried over.
 */
export class MinuteAxis implements WorkAxis {
  readonly #week: Stretch;
  readonly #weekTotal: number;
  readonly #table: Stretch;
  readonly #total: number;
  readonly #from: number;
  readonly #to: number;
  readonly #weeksAtFrom: number;
  readonly #weeksAtTo: number;

  constructor(table: DayTable) {
    const plain: DayTable = { week: table.week, firstDay: 0, days: [] };
    const clipped = (source: DayTable, day: number) => clipToDay(shiftsOn(source, day), shiftsOn(source, day - 1));
    this.#week = stretchOf(
      MONDAY,
      Array.from({ length: 7 }, (_, i) => clipped(plain, MONDAY + i)),
    );
    this.#weekTotal = totalOf(this.#week);
    const length = table.days.length === 0 ? 0 : table.days.length + 1;
    this.#table = stretchOf(
      table.firstDay,
      Array.from({ length }, (_, i) => clipped(table, table.firstDay + i)),
    );
    this.#total = totalOf(this.#table);
    this.#from = table.firstDay * DAY_MINUTES;
    this.#to = (table.firstDay + length) * DAY_MINUTES;
    this.#weeksAtFrom = this.#countWeeks(this.#from);
    this.#weeksAtTo = this.#countWeeks(this.#to);
  }

  count(t: number): number {
    if (t < this.#from) return this.#countWeeks(t) - this.#weeksAtFrom;
    if (t >= this.#to) return this.#total + this.#countWeeks(t) - this.#weeksAtTo;
    return countIn(this.#table, t);
  }

  earliest(w: number): number {
    if (w <= 0) return this.#endInWeeks(w + this.#weeksAtFrom);
    if (w > this.#total) return this.#endInWeeks(w - this.#total + this.#weeksAtTo);
    return endIn(this.#table, w);
  }

  latest(w: number): number {
    return this.earliest(w + 1) - 1;
  }

  #countWeeks(t: number): number {
    const week = Math.floor((t - MONDAY * DAY_MINUTES) / WEEK_MINUTES);
    return week * this.#weekTotal + countIn(this.#week, t - week * WEEK_MINUTES);
  }

  #endInWeeks(w: number): number {
    const week = Math.ceil(w / this.#weekTotal) - 1;
    return week * WEEK_MINUTES + endIn(this.#week, w - week * this.#weekTotal);
  }
}
