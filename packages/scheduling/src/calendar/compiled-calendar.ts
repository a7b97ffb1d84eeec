import { type CalendarDate, err, fromEpochDay, ok, type Result, toEpochDay } from "@yutu/kernel";
import { DayAxis } from "./day-axis.ts";
import { buildDayTable, type DayTable, shiftsOn } from "./day-table.ts";
import { type CalendarFault, calendarFaults } from "./faults.ts";
import { MinuteAxis } from "./minute-axis.ts";
import type { DayShifts, WorkAxis, WorkingCalendar } from "./model.ts";
import { minutesOf } from "./shifts.ts";

/**
 * A calendar ready for questions. Questions in days are O(1), in minutes O(log n) of the days with exceptions.
 * Minutes are wall-clock minutes since 1970-01-01T00:00 of the calendar's place.
 */
export class CompiledCalendar {
  readonly id: string;
  readonly days: WorkAxis;
  readonly #table: DayTable;
  #minutes: WorkAxis | null = null;

  constructor(id: string, table: DayTable) {
    this.id = id;
    this.#table = table;
    this.days = new DayAxis(table);
  }

  /** Built at the first question in minutes. */
  get minutes(): WorkAxis {
    this.#minutes ??= new MinuteAxis(this.#table);
    return this.#minutes;
  }

  /** Shifts that begin on a date; empty on a day off. */
  shiftsOn(date: CalendarDate): DayShifts {
    return shiftsOn(this.#table, toEpochDay(date));
  }

  isWorkingDay(date: CalendarDate): boolean {
    return this.shiftsOn(date).length > 0;
  }

  workingMinutesOn(date: CalendarDate): number {
    return minutesOf(this.shiftsOn(date));
  }

  /** The date itself when it is a working day, else the next one. */
  onOrAfter(date: CalendarDate): CalendarDate {
    return fromEpochDay(this.days.latest(this.days.count(toEpochDay(date))));
  }

  /** The date itself when it is a working day, else the one before. */
  onOrBefore(date: CalendarDate): CalendarDate {
    return fromEpochDay(this.days.earliest(this.days.count(toEpochDay(date) + 1)) - 1);
  }

  /** The `n`-th working day after a date, before it when `n` is negative, the date itself when 0. */
  addWorkingDays(date: CalendarDate, n: number): CalendarDate {
    const day = toEpochDay(date);
    if (n === 0) return date;
    if (n > 0) return fromEpochDay(this.days.earliest(this.days.count(day + 1) + n) - 1);
    return fromEpochDay(this.days.latest(this.days.count(day) + n));
  }

  /** Working days in `from..to`, both included; 0 when `to` lies before `from`. */
  countWorkingDays(from: CalendarDate, to: CalendarDate): number {
    return Math.max(0, this.days.count(toEpochDay(to) + 1) - this.days.count(toEpochDay(from)));
  }

  /** The instant at which `n` working minutes after `minute` are done; with negative `n`, at which they had to begin. */
  addWorkingMinutes(minute: number, n: number): number {
    if (n === 0) return minute;
    const target = this.minutes.count(minute) + n;
    return n > 0 ? this.minutes.earliest(target) : this.minutes.latest(target);
  }

  /** Working minutes in `[from, to)`, negative when `to` lies before `from`. */
  workingMinutesBetween(from: number, to: number): number {
    return this.minutes.count(to) - this.minutes.count(from);
  }
}

const compiled = new WeakMap<WorkingCalendar, Result<CompiledCalendar, readonly CalendarFault[]>>();

/**
 * Validates a calendar with its layers and prepares it. O(days named by exceptions) the first time; the answer is kept
 * as long as the calendar object lives, so pass the same (never changed) object to many plans.
 * @returns every fault found, each naming the layer and the rule
 */
export function compileCalendar(calendar: WorkingCalendar): Result<CompiledCalendar, readonly CalendarFault[]> {
  const known = compiled.get(calendar);
  if (known !== undefined) return known;
  const faults = calendarFaults(calendar);
  const result = faults.length > 0 ? err(faults) : ok(new CompiledCalendar(calendar.id, buildDayTable(calendar)));
  compiled.set(calendar, result);
  return result;
}
