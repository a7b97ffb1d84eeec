import type { DayShifts, WorkingCalendar, WorkingWeek } from "./model.ts";

/** 09:00-12:00 and 13:00-18:00. */
export const OFFICE_DAY: DayShifts = [
  { fromMinute: 540, toMinute: 720 },
  { fromMinute: 780, toMinute: 1080 },
];

const WHOLE_DAY: DayShifts = [{ fromMinute: 0, toMinute: 1440 }];

/** Monday to Friday, eight hours. */
export const OFFICE_WEEK: WorkingWeek = [OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, OFFICE_DAY, [], []];

/** Monday to Friday without holidays. */
export const STANDARD_CALENDAR: WorkingCalendar = { id: "standard", name: "Monday to Friday", week: OFFICE_WEEK };

/** Every day and every hour: a running promotion, elapsed durations. */
export const EVERY_DAY_CALENDAR: WorkingCalendar = {
  id: "every-day",
  name: "Every day",
  week: [WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY],
};
