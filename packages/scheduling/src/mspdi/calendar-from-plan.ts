import { addDays, type CalendarDate, daysBetween, isoWeekday } from "@yutu/kernel";
import type { CompiledCalendar, DayShifts, WorkingCalendar } from "../calendar/index.ts";
import type { MspdiCalendar, MspdiException, MspdiWeekDay, MspdiWorkingTime } from "./model-calendar.ts";

/** A shift past midnight belongs to the next day in the file, which knows days of 24 hours only. */
const timesOf = (shifts: DayShifts): MspdiWorkingTime[] =>
  shifts
    .filter(({ fromMinute }) => fromMinute < 1440)
    .map(({ fromMinute, toMinute }) => ({ fromMinute, toMinute: toMinute >= 1440 ? 0 : toMinute }));

const keyOf = (shifts: DayShifts): string =>
  shifts.map(({ fromMinute, toMinute }) => `${fromMinute}-${toMinute}`).join(" ");

function layersOf(calendar: WorkingCalendar): WorkingCalendar[] {
  const layers: WorkingCalendar[] = [];
  for (let at: WorkingCalendar | undefined = calendar; at !== undefined; at = at.base) layers.push(at);
  return layers;
}

function weekDays(week: readonly DayShifts[]): MspdiWeekDay[] {
  // Day types run from 1 Sunday to 7 Saturday.
  return [7, 1, 2, 3, 4, 5, 6].map((iso, index): MspdiWeekDay => {
    const shifts = week[iso - 1] ?? [];
    const times = timesOf(shifts);
    return times.length === 0
      ? { dayType: index + 1, dayWorking: false }
      : { dayType: index + 1, dayWorking: true, workingTimes: times };
  });
}

/** All dates that exceptions of any layer name, ascending, each once. */
function namedDates(layers: readonly WorkingCalendar[]): CalendarDate[] {
  const dates = new Set<CalendarDate>();
  for (const { exceptions = [] } of layers) {
    for (const { from, to } of exceptions) {
      for (let at = 0; at <= daysBetween(from, to); at++) dates.add(addDays(from, at));
    }
  }
  return [...dates].sort((a, b) => (a < b ? -1 : 1));
}

/** Runs of consecutive dates with the same shifts that differ from the week. */
function exceptionsOf(
  calendar: CompiledCalendar,
  layers: readonly WorkingCalendar[],
  week: readonly DayShifts[],
): MspdiException[] {
  const runs: { from: CalendarDate; to: CalendarDate; shifts: DayShifts }[] = [];
  for (const date of namedDates(layers)) {
    const shifts = calendar.shiftsOn(date);
    if (keyOf(shifts) === keyOf(week[isoWeekday(date) - 1] ?? [])) continue;
    const last = runs.at(-1);
    if (last !== undefined && daysBetween(last.to, date) === 1 && keyOf(last.shifts) === keyOf(shifts)) last.to = date;
    else runs.push({ from: date, to: date, shifts });
  }
  const reasons = layers.flatMap(({ exceptions = [] }) => exceptions);
  return runs.map(({ from, to, shifts }): MspdiException => {
    const reason = reasons.find((entry) => entry.from <= from && entry.to >= from)?.reason;
    const times = timesOf(shifts);
    return {
      enteredByOccurrences: false,
      period: { from: `${from}T00:00:00`, to: `${to}T23:59:00` },
      occurrences: daysBetween(from, to) + 1,
      ...(reason === undefined ? {} : { name: reason }),
      type: 1,
      dayWorking: times.length > 0,
      ...(times.length > 0 ? { workingTimes: times } : {}),
    };
  });
}

/**
 * A working calendar with all its layers as one base calendar of a file: its week, and an exception for every run of
 * dates on which the shifts are others. O(dates named by exceptions).
 */
export function calendarToMspdi(calendar: WorkingCalendar, compiled: CompiledCalendar, uid: number): MspdiCalendar {
  const layers = layersOf(calendar);
  const week = layers.find((layer) => layer.week !== undefined)?.week ?? [];
  const exceptions = exceptionsOf(compiled, layers, week);
  return {
    uid,
    name: calendar.name ?? calendar.id,
    isBaseCalendar: true,
    baseCalendarUid: -1,
    weekDays: weekDays(week),
    ...(exceptions.length > 0 ? { exceptions } : {}),
  };
}
