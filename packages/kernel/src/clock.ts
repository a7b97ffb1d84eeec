import { type CalendarDate, calendarDateIn } from "./calendar-date.ts";

/** The only way to learn the time. The real one is made in the composition root, tests use a fixed one. */
export interface Clock {
  now(): Date;
}

/** Today's date in a time zone (IANA name). */
export const today = (clock: Clock, timeZone: string): CalendarDate => calendarDateIn(clock.now(), timeZone);
