import type { DayShifts, Shift } from "./model.ts";

export const DAY_MINUTES = 1440;

/** Working minutes of a day. */
export const minutesOf = (shifts: DayShifts): number => shifts.reduce((sum, s) => sum + s.toMinute - s.fromMinute, 0);

/** Sorts and joins stretches that touch or overlap. */
export function union(shifts: DayShifts): DayShifts {
  const joined: Shift[] = [];
  for (const next of [...shifts].sort((a, b) => a.fromMinute - b.fromMinute)) {
    const last = joined.at(-1);
    if (last !== undefined && next.fromMinute <= last.toMinute) {
      joined[joined.length - 1] = { fromMinute: last.fromMinute, toMinute: Math.max(last.toMinute, next.toMinute) };
    } else if (next.toMinute > next.fromMinute) joined.push(next);
  }
  return joined;
}

/** What stays of `shifts` when `hours` are taken out. */
export function subtract(shifts: DayShifts, hours: DayShifts): DayShifts {
  let rest: Shift[] = [...shifts];
  for (const out of hours) {
    rest = rest.flatMap((s) => {
      if (out.toMinute <= s.fromMinute || out.fromMinute >= s.toMinute) return [s];
      const kept: Shift[] = [];
      if (s.fromMinute < out.fromMinute) kept.push({ fromMinute: s.fromMinute, toMinute: out.fromMinute });
      if (out.toMinute < s.toMinute) kept.push({ fromMinute: out.toMinute, toMinute: s.toMinute });
      return kept;
    });
  }
  return rest;
}

/** The part of a day's shifts before midnight together with what the evening before carries over. */
export function clipToDay(own: DayShifts, dayBefore: DayShifts): DayShifts {
  const parts: Shift[] = [];
  for (const s of dayBefore) {
    if (s.toMinute > DAY_MINUTES) {
      parts.push({ fromMinute: Math.max(0, s.fromMinute - DAY_MINUTES), toMinute: s.toMinute - DAY_MINUTES });
    }
  }
  for (const s of own) {
    if (s.fromMinute < DAY_MINUTES)
      parts.push({ fromMinute: s.fromMinute, toMinute: Math.min(s.toMinute, DAY_MINUTES) });
  }
  return union(parts);
}

/** Working minutes of a day before minute `m` of it. */
export function minutesBefore(shifts: DayShifts, m: number): number {
  let sum = 0;
  for (const s of shifts) {
    if (m <= s.fromMinute) break;
    sum += Math.min(m, s.toMinute) - s.fromMinute;
  }
  return sum;
}

/** Minute of the day at whose end `w` working minutes are done, `1 <= w <= minutesOf(shifts)`. */
export function minuteAfter(shifts: DayShifts, w: number): number {
  let rest = w;
  for (const s of shifts) {
    const length = s.toMinute - s.fromMinute;
    if (rest <= length) return s.fromMinute + rest;
    rest -= length;
  }
  throw new RangeError(`a day of ${minutesOf(shifts)} working minutes has no minute ${w}`);
}
