import { describeBy } from "./describe.ts";
import { container, nested, scalar } from "./fields.ts";
import type { MspdiCalendar, MspdiException, MspdiPeriod, MspdiWeekDay, MspdiWorkingTime } from "./model-calendar.ts";
import { recordType } from "./record.ts";
import { dateTime, flag, integer, plainText, timeOfDay } from "./scalar.ts";

const workingTime = recordType<MspdiWorkingTime>({
  fields: [scalar("FromTime", "fromMinute", timeOfDay), scalar("ToTime", "toMinute", timeOfDay)],
  required: {},
  describe: describeBy(),
});

const period = recordType<MspdiPeriod>({
  fields: [scalar("FromDate", "from", dateTime), scalar("ToDate", "to", dateTime)],
  required: {},
  describe: describeBy(),
});

const weekDay = recordType<MspdiWeekDay>({
  fields: [
    scalar("DayType", "dayType", integer),
    scalar("DayWorking", "dayWorking", flag),
    nested("TimePeriod", "period", period),
    container("WorkingTimes", "WorkingTime", "workingTimes", workingTime),
  ],
  required: { dayType: "DayType" },
  describe: describeBy("DayType"),
});

const exception = recordType<MspdiException>({
  fields: [
    scalar("EnteredByOccurrences", "enteredByOccurrences", flag),
    nested("TimePeriod", "period", period),
    scalar("Occurrences", "occurrences", integer),
    scalar("Name", "name", plainText),
    scalar("Type", "type", integer),
    scalar("Period", "recurrenceInterval", integer),
    scalar("DaysOfWeek", "daysOfWeek", integer),
    scalar("MonthItem", "monthItem", integer),
    scalar("MonthPosition", "monthPosition", integer),
    scalar("Month", "month", integer),
    scalar("MonthDay", "monthDay", integer),
    scalar("DayWorking", "dayWorking", flag),
    container("WorkingTimes", "WorkingTime", "workingTimes", workingTime),
  ],
  required: {},
  describe: describeBy("Name"),
});

export const calendarType = recordType<MspdiCalendar>({
  fields: [
    scalar("UID", "uid", integer),
    scalar("Name", "name", plainText),
    scalar("IsBaseCalendar", "isBaseCalendar", flag),
    scalar("BaseCalendarUID", "baseCalendarUid", integer),
    container("WeekDays", "WeekDay", "weekDays", weekDay),
    container("Exceptions", "Exception", "exceptions", exception),
  ],
  required: { uid: "UID" },
  describe: describeBy("UID", "Name"),
});
