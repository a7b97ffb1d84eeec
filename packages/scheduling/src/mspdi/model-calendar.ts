import type { Recorded } from "./kept.ts";

export interface MspdiCalendar extends Recorded {
  readonly uid: number;
  readonly name?: string;
  readonly isBaseCalendar?: boolean;
  /** −1 or absent when the calendar stands alone. */
  readonly baseCalendarUid?: number;
  readonly weekDays?: readonly MspdiWeekDay[];
  readonly exceptions?: readonly MspdiException[];
}

export interface MspdiWeekDay extends Recorded {
  /** 1 Sunday … 7 Saturday; 0 is an exception in the form of Project 2003, with its period. */
  readonly dayType: number;
  readonly dayWorking?: boolean;
  readonly period?: MspdiPeriod;
  readonly workingTimes?: readonly MspdiWorkingTime[];
}

export interface MspdiPeriod extends Recorded {
  readonly from?: string;
  readonly to?: string;
}

/** Minutes after midnight. An end of 0 means midnight at the end of the day. */
export interface MspdiWorkingTime extends Recorded {
  readonly fromMinute?: number;
  readonly toMinute?: number;
}

/** Dates on which the week does not hold; `type` 1 is every day of the period, others recur. */
export interface MspdiException extends Recorded {
  readonly enteredByOccurrences?: boolean;
  readonly period?: MspdiPeriod;
  readonly occurrences?: number;
  readonly name?: string;
  readonly type?: number;
  readonly recurrenceInterval?: number;
  readonly daysOfWeek?: number;
  readonly monthItem?: number;
  readonly monthPosition?: number;
  /** 0 January … 11 December. */
  readonly month?: number;
  readonly monthDay?: number;
  readonly dayWorking?: boolean;
  readonly workingTimes?: readonly MspdiWorkingTime[];
}
