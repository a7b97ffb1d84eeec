/** Whole days as numbers since 1970-01-01, for drawing; the text form is `YYYY-MM-DD`. */
const DAY_MS = 86_400_000;

export const dayNumber = (date: string): number => Math.round(Date.parse(`${date.slice(0, 10)}T00:00:00Z`) / DAY_MS);

export const dayText = (day: number): string => new Date(day * DAY_MS).toISOString().slice(0, 10);

/** 1 = Monday … 7 = Sunday. */
export const weekdayOf = (day: number): number => ((((day + 3) % 7) + 7) % 7) + 1;

export const mondayOf = (day: number): number => day - weekdayOf(day) + 1;

/** First day of the month that holds a day, and of the months around it. */
export function monthStart(day: number, monthsLater = 0): number {
  const date = new Date(day * DAY_MS);
  return Math.round(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + monthsLater, 1) / DAY_MS);
}

/** Kinds of days: ordinary and extra working days, weekends, public holidays. 调休 makes a weekend a `makeup` day. */
export type DayKind = "work" | "weekend" | "holiday" | "makeup";

export type DayKindOf = (date: string) => DayKind;

/** Saturdays and Sundays only, where no calendar is given. */
export const plainWeek: DayKindOf = (date) => (weekdayOf(dayNumber(date)) > 5 ? "weekend" : "work");

export const isResting = (kind: DayKind): boolean => kind === "weekend" || kind === "holiday";
