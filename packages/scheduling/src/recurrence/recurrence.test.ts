import { addDays, type CalendarDate, calendarDate, isoWeekday, toEpochDay, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar, OFFICE_WEEK } from "../calendar/index.ts";
import type { RecurrenceRule } from "./model.ts";
import { nextOccurrence, occurrences } from "./occurrences.ts";
import { formatRecurrence, parseRecurrence } from "./rule-text.ts";

const list = (text: string, start: string, limit: number, to?: string): readonly string[] =>
  unwrap(
    occurrences(unwrap(parseRecurrence(text)), {
      start: calendarDate(start),
      limit,
      ...(to === undefined ? {} : { to: calendarDate(to) }),
    }),
  );

const refused = (text: string): unknown => {
  const result = parseRecurrence(text);
  return result.ok ? null : result.error.params?.part;
};

/** Independent reading of the rule: which dates of one period belong to its set, decided date by date. */
function inFilter(rule: RecurrenceRule, date: CalendarDate, start: CalendarDate): boolean {
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  const length = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (rule.byMonth !== undefined && !rule.byMonth.includes(month)) return false;
  if (rule.byMonthDay !== undefined && !rule.byMonthDay.includes(day) && !rule.byMonthDay.includes(day - length - 1))
    return false;
  const weekday = isoWeekday(date);
  if (rule.byDay !== undefined) {
    const fits = rule.byDay.some(
      ({ weekday: wanted, nth }) =>
        wanted === weekday &&
        (nth === undefined || nth === Math.ceil(day / 7) || nth === -Math.ceil((length - day + 1) / 7)),
    );
    if (!fits) return false;
  }
  const [, startMonth = 0, startDay = 0] = start.split("-").map(Number);
  const picksDay = rule.byDay !== undefined || rule.byMonthDay !== undefined;
  switch (rule.frequency) {
    case "DAILY":
      return true;
    case "WEEKLY":
      return rule.byDay !== undefined || weekday === isoWeekday(start);
    case "MONTHLY":
      return picksDay || day === startDay;
    case "YEARLY":
      return picksDay || (day === startDay && (rule.byMonth !== undefined || month === startMonth));
  }
}

function periodOf(rule: RecurrenceRule, date: CalendarDate): number {
  const [year = 0, month = 0] = date.split("-").map(Number);
  switch (rule.frequency) {
    case "DAILY":
      return toEpochDay(date);
    case "WEEKLY":
      return Math.floor((toEpochDay(date) + 3 - ((rule.weekStart ?? 1) - 1)) / 7);
    case "MONTHLY":
      return year * 12 + month;
    case "YEARLY":
      return year;
  }
}

function naive(rule: RecurrenceRule, start: CalendarDate, limit: number): CalendarDate[] {
  const sets = new Map<number, CalendarDate[]>();
  const first = periodOf(rule, start);
  // Sets are complete periods, so the days of the first period before the start count for positions.
  for (let offset = -400; offset < 1500; offset++) {
    const date = addDays(start, offset);
    const period = periodOf(rule, date);
    if (period < first || (period - first) % (rule.interval ?? 1) !== 0 || !inFilter(rule, date, start)) continue;
    sets.set(period, [...(sets.get(period) ?? []), date]);
  }
  const dates = [...sets.values()].flatMap((set) =>
    rule.bySetPos === undefined
      ? set
      : set.filter(
          (_, at) => rule.bySetPos?.includes(at + 1) === true || rule.bySetPos?.includes(at - set.length) === true,
        ),
  );
  return dates
    .filter((date) => date >= start && (rule.until === undefined || date <= rule.until))
    .slice(0, Math.min(limit, rule.count ?? limit));
}

const some = <T>(value: fc.Arbitrary<T>): fc.Arbitrary<T[]> => fc.uniqueArray(value, { minLength: 1, maxLength: 3 });

const rule: fc.Arbitrary<RecurrenceRule> = fc
  .record(
    {
      frequency: fc.constantFrom("DAILY", "WEEKLY", "MONTHLY", "YEARLY"),
      interval: fc.integer({ min: 1, max: 5 }),
      count: fc.integer({ min: 1, max: 12 }),
      byMonth: some(fc.integer({ min: 1, max: 12 })),
      byMonthDay: some(fc.integer({ min: -31, max: 31 }).filter((day) => day !== 0)),
      byDay: some(fc.record({ weekday: fc.constantFrom(1, 2, 3, 4, 5, 6, 7) })),
      bySetPos: some(fc.constantFrom(1, 2, -1)),
      weekStart: fc.constantFrom(1, 7),
    },
    { requiredKeys: ["frequency"] },
  )
  .map(({ byMonthDay, bySetPos, ...rest }): RecurrenceRule => {
    const days = rest.frequency === "WEEKLY" || byMonthDay === undefined ? {} : { byMonthDay };
    const room = rest.frequency === "WEEKLY" ? (rest.byDay?.length ?? 1) : 2;
    const positions = (bySetPos ?? []).filter((at) => Math.abs(at) <= room);
    const picks = rest.byDay !== undefined || rest.byMonth !== undefined || "byMonthDay" in days;
    const isDaily = rest.frequency === "DAILY";
    return { ...rest, ...days, ...(positions.length > 0 && picks && !isDaily ? { bySetPos: positions } : {}) };
  });

describe("recurrence", () => {
  it("agrees with a date-by-date reading of the rule", () => {
    fc.assert(
      fc.property(rule, fc.integer({ min: 20_000, max: 21_000 }), (some_, day) => {
        const start = addDays(calendarDate("1970-01-01"), day);
        const to = addDays(start, 1000);
        const expected = naive(some_, start, 30).filter((date) => date <= to);
        expect(unwrap(occurrences(some_, { start, to, limit: 30 }))).toEqual(expected);
      }),
      { numRuns: 80 },
    );
  });

  it("gives the dates that RFC 5545 lists for its examples", () => {
    expect(list("FREQ=MONTHLY;COUNT=6;BYDAY=-2MO", "1997-09-22", 9)).toEqual([
      "1997-09-22",
      "1997-10-20",
      "1997-11-17",
      "1997-12-22",
      "1998-01-19",
      "1998-02-16",
    ]);
    expect(list("FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8", "1996-11-05", 3)).toEqual([
      "1996-11-05",
      "2000-11-07",
      "2004-11-02",
    ]);
    expect(list("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO", "1997-08-05", 9)).toEqual([
      "1997-08-05",
      "1997-08-10",
      "1997-08-19",
      "1997-08-24",
    ]);
    expect(list("FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU", "1997-08-05", 9)).toEqual([
      "1997-08-05",
      "1997-08-17",
      "1997-08-19",
      "1997-08-31",
    ]);
    expect(list("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "1997-05-12", 3)).toEqual([
      "1997-05-12",
      "1998-05-11",
      "1999-05-17",
    ]);
    expect(list("FREQ=YEARLY;INTERVAL=3;COUNT=10;BYYEARDAY=1,100,200", "1997-01-01", 4)).toEqual([
      "1997-01-01",
      "1997-04-10",
      "1997-07-19",
      "2000-01-01",
    ]);
    expect(list("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-2", "1997-09-29", 3)).toEqual([
      "1997-09-29",
      "1997-10-30",
      "1997-11-27",
    ]);
  });

  it("ends quickly when nothing ever occurs", () => {
    for (const text of [
      "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
      "FREQ=DAILY;INTERVAL=7;BYDAY=TU",
      "FREQ=MONTHLY;BYMONTH=4;BYMONTHDAY=31",
      "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    ]) {
      expect(list(text, "2026-01-05", 5), text).toEqual([]);
    }
  });

  it("moves dates off days on which nobody works", () => {
    const office = unwrap(
      compileCalendar({
        id: "cn",
        week: OFFICE_WEEK,
        exceptions: [{ kind: "closed", from: calendarDate("2026-10-01"), to: calendarDate("2026-10-07") }],
      }),
    );
    const first = unwrap(parseRecurrence("FREQ=MONTHLY;BYMONTHDAY=1"));
    const window = { start: calendarDate("2026-07-01"), to: calendarDate("2026-11-30"), limit: 10 };
    const dates = (onDayOff: "next" | "previous" | "skip"): readonly string[] =>
      unwrap(occurrences(first, { ...window, workingDays: { calendar: office, onDayOff } }));
    expect(dates("next")).toEqual(["2026-07-01", "2026-08-03", "2026-09-01", "2026-10-08", "2026-11-02"]);
    expect(dates("previous")).toEqual(["2026-07-01", "2026-07-31", "2026-09-01", "2026-09-30", "2026-10-30"]);
    expect(dates("skip")).toEqual(["2026-07-01", "2026-09-01"]);
    expect(
      unwrap(
        nextOccurrence(first, {
          start: window.start,
          after: calendarDate("2026-10-01"),
          workingDays: { calendar: office, onDayOff: "next" },
        }),
      ),
    ).toBe("2026-10-08");
  });

  it("finds the next date, and none after the last", () => {
    const weekly = unwrap(parseRecurrence("FREQ=WEEKLY;COUNT=3"));
    const start = calendarDate("2026-01-05");
    expect(unwrap(nextOccurrence(weekly, { start, after: calendarDate("2026-01-05") }))).toBe("2026-01-12");
    expect(unwrap(nextOccurrence(weekly, { start, after: calendarDate("2026-01-19") }))).toBeNull();
  });

  it("bounds what it returns and says so when asked to", () => {
    const daily = unwrap(parseRecurrence("FREQ=DAILY"));
    const start = calendarDate("2026-01-01");
    expect(unwrap(occurrences(daily, { start, limit: 3 }))).toHaveLength(3);
    expect(occurrences(daily, { start, limit: 3, overLimit: "refuse" })).toMatchObject({
      ok: false,
      error: { params: { limit: 3 } },
    });
    expect(unwrap(occurrences(daily, { start, limit: 1e9 }))).toHaveLength(10_000);
    expect(
      unwrap(occurrences(daily, { start, limit: 9, excluded: [addDays(start, 1)], to: addDays(start, 3) })),
    ).toEqual(["2026-01-01", "2026-01-03", "2026-01-04"]);
  });

  it("reads what it writes", () => {
    fc.assert(
      fc.property(rule, (some_) => {
        expect(parseRecurrence(formatRecurrence(some_))).toEqual({ ok: true, value: some_ });
      }),
    );
    expect(unwrap(parseRecurrence("RRULE:freq=daily;until=20261231T160000Z", { utcOffsetMinutes: 480 })).until).toBe(
      "2027-01-01",
    );
  });

  it("names the part it refuses", () => {
    expect(refused("FREQ=HOURLY")).toBe("FREQ");
    expect(refused("COUNT=3")).toBe("FREQ");
    expect(refused("FREQ=DAILY;INTERVAL=0")).toBe("INTERVAL");
    expect(refused("FREQ=DAILY;COUNT=0")).toBe("COUNT");
    expect(refused("FREQ=DAILY;COUNT=2;UNTIL=20260101")).toBe("UNTIL");
    expect(refused("FREQ=DAILY;UNTIL=20260230")).toBe("UNTIL");
    expect(refused("FREQ=MONTHLY;BYMONTHDAY=32")).toBe("BYMONTHDAY");
    expect(refused("FREQ=WEEKLY;BYMONTHDAY=3")).toBe("BYMONTHDAY");
    expect(refused("FREQ=WEEKLY;BYDAY=2MO")).toBe("BYDAY");
    expect(refused("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=2")).toBe("BYSETPOS");
    expect(refused("FREQ=MONTHLY;BYYEARDAY=3")).toBe("BYYEARDAY");
    expect(refused("FREQ=DAILY;BYHOUR=3")).toBe("BYHOUR");
    expect(refused("FREQ=DAILY;FREQ=DAILY")).toBe("FREQ");
    expect(refused("FREQ=DAILY;BYDAY")).toBe("RRULE");
  });

  it("answers any text with a result", () => {
    const piece = fc.constantFrom(
      ..."FREQ = ; , DAILY YEARLY COUNT INTERVAL BYDAY -1FR 0 99999 BYSETPOS UNTIL 20261231 RRULE: WKST ∞".split(" "),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 20 }).map((parts) => parts.join("")),
        (text) => {
          const parsed = parseRecurrence(text);
          if (parsed.ok)
            expect(occurrences(parsed.value, { start: calendarDate("2026-01-01"), limit: 3 }).ok).toBe(true);
        },
      ),
      { numRuns: 500 },
    );
  });
});
