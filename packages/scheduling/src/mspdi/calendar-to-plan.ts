import {
  type CalendarException,
  type DayShifts,
  type Shift,
  STANDARD_CALENDAR,
  type WorkingCalendar,
  type WorkingWeek,
} from "../calendar/index.ts";
import { exceptionDates, isoFromSunday } from "./exception-dates.ts";
import type { ImportNotes } from "./import-notes.ts";
import type { MspdiCalendar, MspdiException, MspdiWeekDay, MspdiWorkingTime } from "./model-calendar.ts";

/** 08:00-12:00 and 13:00-17:00, which Microsoft Project takes where a working day lists no times. */
const DEFAULT_DAY: DayShifts = [
  { fromMinute: 480, toMinute: 720 },
  { fromMinute: 780, toMinute: 1020 },
];

const DEFAULT_WEEK: WorkingWeek = [DEFAULT_DAY, DEFAULT_DAY, DEFAULT_DAY, DEFAULT_DAY, DEFAULT_DAY, [], []];

const MAX_LAYERS = 12;

/** Shifts in order; a shift that ends at midnight ends at minute 1440. Overlaps are merged. */
function shiftsOf(times: readonly MspdiWorkingTime[] | undefined): DayShifts {
  const shifts = (times ?? []).flatMap(({ fromMinute, toMinute }): Shift[] => {
    if (fromMinute === undefined || toMinute === undefined) return [];
    const from = Math.round(fromMinute);
    const to = Math.round(toMinute) === 0 ? 1440 : Math.round(toMinute);
    return from < to && from < 1440 ? [{ fromMinute: from, toMinute: to }] : [];
  });
  shifts.sort((a, b) => a.fromMinute - b.fromMinute);
  return shifts.reduce<Shift[]>((merged, shift) => {
    const last = merged.at(-1);
    if (last === undefined || last.toMinute < shift.fromMinute) return [...merged, shift];
    return [...merged.slice(0, -1), { fromMinute: last.fromMinute, toMinute: Math.max(last.toMinute, shift.toMinute) }];
  }, []);
}

function dayShifts(isWorking: boolean | undefined, times: readonly MspdiWorkingTime[] | undefined): DayShifts {
  if (isWorking === false) return [];
  const shifts = shiftsOf(times);
  return shifts.length === 0 && isWorking === true ? DEFAULT_DAY : shifts;
}

function weekOf(days: readonly MspdiWeekDay[], inherited: WorkingWeek): WorkingWeek {
  const week: DayShifts[] = [...inherited];
  for (const { dayType, dayWorking, workingTimes } of days) {
    if (dayType >= 1 && dayType <= 7) week[isoFromSunday(dayType) - 1] = dayShifts(dayWorking, workingTimes);
  }
  const [mon = [], tue = [], wed = [], thu = [], fri = [], sat = [], sun = []] = week;
  return [mon, tue, wed, thu, fri, sat, sun];
}

/** Exceptions in the form of Project 2003: week days of type 0 with a period. Newer files repeat them as exceptions. */
const oldExceptions = (days: readonly MspdiWeekDay[]): MspdiException[] =>
  days
    .filter(({ dayType }) => dayType === 0)
    .map(({ period, dayWorking, workingTimes }) => ({
      ...(period === undefined ? {} : { period }),
      ...(dayWorking === undefined ? {} : { dayWorking }),
      ...(workingTimes === undefined ? {} : { workingTimes }),
    }));

function exceptionsOf(calendar: MspdiCalendar, notes: ImportNotes): CalendarException[] {
  const listed = calendar.exceptions ?? [];
  const exceptions = listed.length > 0 ? listed : oldExceptions(calendar.weekDays ?? []);
  return exceptions.flatMap((exception): CalendarException[] => {
    const runs = exceptionDates(exception);
    if (runs === null) {
      const where = `Calendar ${calendar.uid} ${calendar.name ?? ""}`.trim();
      notes.add("exception-left-out", where, exception.name ?? "an exception without a name");
      return [];
    }
    const reason = exception.name === undefined || exception.name === "" ? {} : { reason: exception.name };
    const shifts = dayShifts(exception.dayWorking, exception.workingTimes);
    return runs.map(({ from, to }) =>
      shifts.length === 0 ? { kind: "closed", from, to, ...reason } : { kind: "open", from, to, shifts, ...reason },
    );
  });
}

/**
 * Calendars of a file as working calendars by UID. A calendar layered on a base inherits its week day by day and its
 * exceptions; a base that is missing or goes round in a circle is left out with a note.
 */
export function calendarsToPlan(
  calendars: readonly MspdiCalendar[],
  notes: ImportNotes,
): ReadonlyMap<number, WorkingCalendar> {
  const byUid = new Map(calendars.map((calendar) => [calendar.uid, calendar]));
  const done = new Map<number, { readonly calendar: WorkingCalendar; readonly week: WorkingWeek }>();
  const build = (source: MspdiCalendar, depth: number): { calendar: WorkingCalendar; week: WorkingWeek } => {
    const known = done.get(source.uid);
    if (known !== undefined) return known;
    const baseUid = source.baseCalendarUid ?? -1;
    const parent = baseUid >= 0 && baseUid !== source.uid ? byUid.get(baseUid) : undefined;
    if (baseUid >= 0 && (parent === undefined || depth >= MAX_LAYERS)) {
      notes.add("missing-reference", `Calendar ${source.uid}`, `its base calendar ${baseUid} cannot be used`);
    }
    const base = parent === undefined || depth >= MAX_LAYERS ? null : build(parent, depth + 1);
    const week = weekOf(source.weekDays ?? [], base?.week ?? DEFAULT_WEEK);
    const hasOwnWeek = base === null || (source.weekDays ?? []).some(({ dayType }) => dayType >= 1 && dayType <= 7);
    const exceptions = exceptionsOf(source, notes);
    const calendar: WorkingCalendar = {
      id: String(source.uid),
      ...(source.name === undefined ? {} : { name: source.name }),
      ...(hasOwnWeek ? { week } : {}),
      ...(exceptions.length > 0 ? { exceptions } : {}),
      ...(base === null ? {} : { base: base.calendar }),
    };
    const built = { calendar, week };
    done.set(source.uid, built);
    return built;
  };
  return new Map(calendars.map((calendar) => [calendar.uid, build(calendar, 0).calendar]));
}

/** The calendar of the project: the one it names, else the first base calendar, else Monday to Friday. */
export function projectCalendar(
  calendarUid: number | undefined,
  sources: readonly MspdiCalendar[],
  calendars: ReadonlyMap<number, WorkingCalendar>,
): WorkingCalendar {
  const named = calendarUid === undefined ? undefined : calendars.get(calendarUid);
  const firstBase = sources.find(({ isBaseCalendar }) => isBaseCalendar === true);
  return named ?? (firstBase === undefined ? undefined : calendars.get(firstBase.uid)) ?? STANDARD_CALENDAR;
}
