import { type DayTable, shiftsOn } from "./day-table.ts";
import type { WorkAxis } from "./model.ts";

/** A week that repeats for ever, as working days counted from Monday 1969-12-29. */
class Weeks implements WorkAxis {
  readonly #workdays: readonly number[];
  readonly #before: readonly number[];

  constructor(workdays: readonly number[]) {
    this.#workdays = workdays;
    this.#before = Array.from({ length: 7 }, (_, weekday) => workdays.filter((d) => d < weekday).length);
  }

  count(t: number): number {
    const week = Math.floor((t + 3) / 7);
    return week * this.#workdays.length + (this.#before[t + 3 - week * 7] ?? 0);
  }

  earliest(w: number): number {
    return this.latest(w - 1) + 1;
  }

  latest(w: number): number {
    const week = Math.floor(w / this.#workdays.length);
    return week * 7 + (this.#workdays[w - week * this.#workdays.length] ?? 0) - 3;
  }
}

/**
 * Working days on the axis of epoch days: a day counts when any shift begins on it. Prefix sums over the days with
 * exceptions, arithmetic on the week outside them, so every question is O(1). Memory: 8 bytes per day with exceptions.
 */
export class DayAxis implements WorkAxis {
  readonly #first: number;
  readonly #end: number;
  readonly #total: number;
  readonly #before: Int32Array;
  readonly #workday: Int32Array;
  readonly #weeks: Weeks;
  readonly #weeksAtFirst: number;
  readonly #weeksAtEnd: number;

  constructor(table: DayTable) {
    const length = table.days.length;
    this.#first = table.firstDay;
    this.#end = table.firstDay + length;
    this.#before = new Int32Array(length + 1);
    const workday = new Int32Array(length);
    let total = 0;
    for (let i = 0; i < length; i++) {
      if (shiftsOn(table, table.firstDay + i).length > 0) workday[total++] = table.firstDay + i;
      this.#before[i + 1] = total;
    }
    this.#total = total;
    this.#workday = workday;
    this.#weeks = new Weeks(table.week.flatMap((shifts, weekday) => (shifts.length > 0 ? [weekday] : [])));
    this.#weeksAtFirst = this.#weeks.count(this.#first);
    this.#weeksAtEnd = this.#weeks.count(this.#end);
  }

  count(t: number): number {
    if (t < this.#first) return this.#weeks.count(t) - this.#weeksAtFirst;
    if (t > this.#end) return this.#total + this.#weeks.count(t) - this.#weeksAtEnd;
    return this.#before[t - this.#first] ?? 0;
  }

  earliest(w: number): number {
    if (w <= 0) return this.#weeks.earliest(w + this.#weeksAtFirst);
    if (w > this.#total) return this.#weeks.earliest(w - this.#total + this.#weeksAtEnd);
    return (this.#workday[w - 1] ?? 0) + 1;
  }

  latest(w: number): number {
    if (w < 0) return this.#weeks.latest(w + this.#weeksAtFirst);
    if (w >= this.#total) return this.#weeks.latest(w - this.#total + this.#weeksAtEnd);
    return this.#workday[w] ?? 0;
  }
}

/** Every unit is work: elapsed time, and the place of milestones. */
export const ELAPSED: WorkAxis = { count: (t) => t, earliest: (w) => w, latest: (w) => w };
