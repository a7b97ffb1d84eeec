import { addDays, type CalendarDate, calendarDate, daysBetween } from "@yutu/kernel";

export type Frequency = "day" | "week" | "month";

/** First day of a slot, counted from the first day of the first slot; months keep the calendar (31st → last day). */
export function slotStart(start: CalendarDate, frequency: Frequency, index: number): CalendarDate {
  if (frequency !== "month") return addDays(start, index * (frequency === "week" ? 7 : 1));
  const [year, month, day] = [Number(start.slice(0, 4)), Number(start.slice(5, 7)), Number(start.slice(8, 10))];
  const months = year * 12 + (month - 1) + index;
  const [toYear, toMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const first = calendarDate(`${String(toYear).padStart(4, "0")}-${String(toMonth).padStart(2, "0")}-01`);
  const next = calendarDate(
    toMonth === 12
      ? `${String(toYear + 1).padStart(4, "0")}-01-01`
      : `${first.slice(0, 5)}${String(toMonth + 1).padStart(2, "0")}-01`,
  );
  return addDays(first, Math.min(day, daysBetween(first, next)) - 1);
}

/** The season every series of this frequency is tried with, in slots: week for days, none for weeks, year for months. */
export const mainPeriod = (frequency: Frequency): number => (frequency === "day" ? 7 : frequency === "week" ? 1 : 12);

/** Slots per year, for yearly waves on top of the main season; null where the main season already is the year. */
export const yearLength = (frequency: Frequency): number | null =>
  frequency === "day" ? 365.25 : frequency === "week" ? 365.25 / 7 : null;
