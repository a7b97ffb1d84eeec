import { type CalendarDate, calendarDate, fromEpochDay, toEpochDay, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaCalendar } from "./china/index.ts";
import { compileCalendar } from "./compiled-calendar.ts";
import { formatLocalMinute, parseLocalMinute } from "./local-minute.ts";
import type { CalendarException, DayShifts, WorkAxis, WorkingCalendar, WorkingWeek } from "./model.ts";
import { EVERY_DAY_CALENDAR, OFFICE_DAY, STANDARD_CALENDAR } from "./presets.ts";

const LIVE: DayShifts = [{ fromMinute: 1200, toMinute: 1560 }];
const dayArb = fc.constantFrom<DayShifts>([], OFFICE_DAY, LIVE, [{ fromMinute: 30, toMinute: 90 }]);
const weekArb = fc
  .tuple(dayArb, dayArb, dayArb, dayArb, dayArb, dayArb, dayArb)
  .filter((w) => w.some((d) => d.length > 0)) as fc.Arbitrary<WorkingWeek>;
const BASE = toEpochDay(calendarDate("2026-01-05"));
const exceptionArb: fc.Arbitrary<CalendarException> = fc
  .tuple(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 0, max: 6 }), fc.constantFrom("closed", "open", "absent"))
  .map(([from, length, kind]): CalendarException => {
    const range = { from: fromEpochDay(BASE + from), to: fromEpochDay(BASE + from + length) };
    if (kind === "closed") return { kind: "closed", ...range };
    if (kind === "open") return { kind: "open", ...range };
    return { kind: "absent", ...range, hours: [{ fromMinute: 600, toMinute: 1230 }] };
  });
const calendarArb = fc.record({ id: fc.constant("x"), week: weekArb, exceptions: fc.array(exceptionArb) });

/** Shifts of one day by the definition, one exception after the other. */
function shiftsByHand(calendar: WorkingCalendar, day: number): DayShifts {
  const week = calendar.week ?? [];
  let shifts = week[(((day + 3) % 7) + 7) % 7] ?? [];
  for (const e of calendar.exceptions ?? []) {
    if (day < toEpochDay(e.from) || day > toEpochDay(e.to)) continue;
    if (e.kind === "closed") shifts = [];
    else if (e.kind === "open") shifts = e.shifts ?? week.find((d) => d.length > 0) ?? [];
    else {
      const out = new Set(e.hours.flatMap((h) => minutesIn(h)));
      const kept = shifts.flatMap((s) => minutesIn(s)).filter((m) => !out.has(m));
      shifts = kept.map((m) => ({ fromMinute: m, toMinute: m + 1 }));
    }
  }
  return shifts;
}

const minutesIn = (s: { fromMinute: number; toMinute: number }): number[] =>
  Array.from({ length: s.toMinute - s.fromMinute }, (_, i) => s.fromMinute + i);

function expectInverse(axis: WorkAxis, units: ReadonlySet<number>, from: number, to: number, step: number): void {
  const origin = axis.count(from);
  let counted = 0;
  for (let t = from; t < to; t++) {
    if ((t - from) % step === 0) {
      expect(axis.count(t) - origin).toBe(counted);
      expect(axis.latest(origin + counted)).toBeGreaterThanOrEqual(t);
      expect(axis.earliest(origin + counted)).toBeLessThanOrEqual(t);
    }
    if (units.has(t)) {
      if ((t - from) % step === 0) {
        expect(axis.latest(origin + counted)).toBe(t);
        expect(axis.earliest(origin + counted + 1)).toBe(t + 1);
      }
      counted += 1;
    }
  }
}

describe("working days", () => {
  it("count and invert as a day-by-day count does, inside and outside the exceptions", () => {
    fc.assert(
      fc.property(calendarArb, (calendar) => {
        const { days } = unwrap(compileCalendar(calendar));
        const units = new Set<number>();
        for (let d = BASE - 30; d < BASE + 80; d++) if (shiftsByHand(calendar, d).length > 0) units.add(d);
        expectInverse(days, units, BASE - 30, BASE + 80, 1);
      }),
      { numRuns: 150 },
    );
  });
  it("keep the two inverses in order for any count", () => {
    const { days } = unwrap(compileCalendar(chinaCalendar()));
    fc.assert(
      fc.property(fc.integer({ min: -20_000, max: 20_000 }), (w) => {
        expect(days.count(days.earliest(w))).toBe(w);
        expect(days.count(days.earliest(w) - 1)).toBe(w - 1);
        expect(days.count(days.latest(w))).toBe(w);
        expect(days.count(days.latest(w) + 1)).toBe(w + 1);
      }),
    );
  });
});

describe("working minutes", () => {
  it("count and invert as a minute-by-minute count does, night shifts included", () => {
    fc.assert(
      fc.property(calendarArb, (calendar) => {
        const { minutes } = unwrap(compileCalendar(calendar));
        const units = new Set<number>();
        for (let d = BASE - 9; d < BASE + 55; d++) {
          for (const s of shiftsByHand(calendar, d)) for (const m of minutesIn(s)) units.add(d * 1440 + m);
        }
        expectInverse(minutes, units, (BASE - 8) * 1440, (BASE + 55) * 1440, 977);
      }),
      { numRuns: 25 },
    );
  });
  it("adds an hour across lunch and a night across midnight", () => {
    const office = unwrap(compileCalendar(STANDARD_CALENDAR));
    const at = (text: string) => unwrap(parseLocalMinute(text));
    expect(formatLocalMinute(office.addWorkingMinutes(at("2026-11-11T11:30"), 60))).toBe("2026-11-11T13:30");
    expect(formatLocalMinute(office.addWorkingMinutes(at("2026-11-13T17:30"), 60))).toBe("2026-11-16T09:30");
    expect(formatLocalMinute(office.addWorkingMinutes(at("2026-11-16T09:30"), -60))).toBe("2026-11-13T17:30");
    expect(office.workingMinutesBetween(at("2026-11-13T17:00"), at("2026-11-16T10:00"))).toBe(120);
    const live = unwrap(
      compileCalendar({ id: "live", week: [LIVE, LIVE, LIVE, LIVE, LIVE, LIVE, LIVE], exceptions: [] }),
    );
    expect(formatLocalMinute(live.addWorkingMinutes(at("2026-11-11T23:00"), 180))).toBe("2026-11-12T02:00");
    expect(formatLocalMinute(live.addWorkingMinutes(at("2026-11-11T23:00"), 181))).toBe("2026-11-12T20:01");
  });
});

describe("personal calendars", () => {
  it("lay leave over the national calendar and keep its make-up days", () => {
    const mine: WorkingCalendar = {
      id: "wang",
      base: chinaCalendar(),
      exceptions: [
        { kind: "closed", from: calendarDate("2026-11-02"), to: calendarDate("2026-11-04"), reason: "年假" },
        {
          kind: "absent",
          from: calendarDate("2026-11-05"),
          to: calendarDate("2026-11-05"),
          hours: [{ fromMinute: 780, toMinute: 1080 }],
        },
      ],
    };
    const compiled = unwrap(compileCalendar(mine));
    const work = (date: string) => compiled.workingMinutesOn(calendarDate(date));
    expect(["2026-11-02", "2026-11-05", "2026-11-06", "2026-10-10", "2026-10-01"].map(work)).toEqual([
      0, 180, 480, 480, 0,
    ]);
    expect(compiled.addWorkingDays(calendarDate("2026-10-30"), 1)).toBe("2026-11-05");
  });
  it("replace the week of the base and keep its holidays", () => {
    const partTime: WorkingCalendar = {
      id: "part-time",
      base: chinaCalendar(),
      week: [OFFICE_DAY, OFFICE_DAY, [], [], [], [], []],
    };
    const compiled = unwrap(compileCalendar(partTime));
    const works = (date: CalendarDate) => compiled.isWorkingDay(date);
    expect(["2026-11-09", "2026-11-11", "2026-10-05", "2026-10-10"].map((d) => works(calendarDate(d)))).toEqual([
      true,
      false,
      false,
      true,
    ]);
  });
  it("apply later exceptions over earlier ones exactly as defined", () => {
    fc.assert(
      fc.property(calendarArb, fc.integer({ min: -10, max: 60 }), (calendar, offset) => {
        const compiled = unwrap(compileCalendar(calendar));
        const minutes = (shifts: DayShifts) => shifts.flatMap((s) => minutesIn(s));
        expect(minutes(compiled.shiftsOn(fromEpochDay(BASE + offset)))).toEqual(
          minutes(shiftsByHand(calendar, BASE + offset)),
        );
      }),
    );
  });
});

describe("questions in dates", () => {
  const calendar = unwrap(compileCalendar(chinaCalendar()));
  const date = calendarDate;
  it("answers like a wall calendar", () => {
    expect(calendar.addWorkingDays(date("2026-09-30"), 1)).toBe("2026-10-08");
    expect(calendar.addWorkingDays(date("2026-10-08"), -1)).toBe("2026-09-30");
    expect(calendar.addWorkingDays(date("2026-10-08"), 3)).toBe("2026-10-12");
    expect(calendar.onOrAfter(date("2026-10-01"))).toBe("2026-10-08");
    expect(calendar.onOrBefore(date("2026-10-07"))).toBe("2026-09-30");
    expect(calendar.onOrAfter(date("2026-10-09"))).toBe("2026-10-09");
    expect(calendar.countWorkingDays(date("2026-10-01"), date("2026-10-12"))).toBe(4);
    expect(calendar.countWorkingDays(date("2026-10-12"), date("2026-10-01"))).toBe(0);
  });
  it("works every day where every day is work", () => {
    const everyDay = unwrap(compileCalendar(EVERY_DAY_CALENDAR));
    expect(everyDay.addWorkingDays(date("2026-11-10"), 11)).toBe("2026-11-21");
    expect(everyDay.workingMinutesOn(date("2026-11-15"))).toBe(1440);
  });
});

describe("calendarFaults", () => {
  const faultsOf = (calendar: WorkingCalendar) => {
    const result = compileCalendar(calendar);
    return result.ok ? [] : result.error.map((f) => `${f.calendarId}: ${f.rule}`);
  };
  const week = STANDARD_CALENDAR.week;
  it("names the layer and the rule", () => {
    expect(faultsOf({ id: "a" })).toEqual(["a: no-week"]);
    expect(faultsOf({ id: "a", week: [[], [], [], [], [], [], []] })).toEqual(["a: week-without-work"]);
    const night: DayShifts = [{ fromMinute: 600, toMinute: 500 }];
    expect(faultsOf({ id: "a", week: [night, [], [], [], [], [], []] })).toEqual(["a: invalid-shift"]);
    const base: WorkingCalendar = {
      id: "base",
      week,
      exceptions: [
        { kind: "closed", from: date("2026-05-02"), to: date("2026-05-01") },
        { kind: "closed", from: "2026-02-30" as CalendarDate, to: date("2026-05-01") },
        { kind: "closed", from: date("1800-01-01"), to: date("2026-05-01") },
      ],
    };
    expect(faultsOf({ id: "top", base })).toEqual(["base: date-order", "base: invalid-date", "base: invalid-date"]);
  });
  it("stops at layers without end", () => {
    const loop: { id: string; base?: WorkingCalendar } = { id: "loop" };
    loop.base = loop;
    expect(faultsOf(loop)).toEqual(["loop: too-many-layers"]);
  });
  const date = calendarDate;
});

describe("local minutes", () => {
  it("read back what they write", () => {
    fc.assert(
      fc.property(fc.integer({ min: -10_000_000, max: 60_000_000 }), (minute) => {
        expect(parseLocalMinute(formatLocalMinute(minute))).toEqual({ ok: true, value: minute });
      }),
    );
  });
  it.each(["", "2026-11-11", "2026-11-11T25:00", "2026-02-30T10:00", "2026-11-11T10:75"])("refuse %j", (text) => {
    expect(parseLocalMinute(text).ok).toBe(false);
  });
});
