import { defineProblem, type Problem, problem } from "@yutu/kernel";

export const icalendarInvalidEvent = defineProblem(
  "scheduling/icalendar-invalid-event",
  422,
  "An event cannot be written as iCalendar",
);
export const icalendarUnreadable = defineProblem("scheduling/icalendar-unreadable", 422, "The text is not iCalendar");

export type ICalendarWriteProblem = Problem<"scheduling/icalendar-invalid-event">;
export type ICalendarReadProblem = Problem<"scheduling/icalendar-unreadable">;

export const invalidEvent = (uid: string, field: string, rule: string): ICalendarWriteProblem =>
  problem(icalendarInvalidEvent, `event ${uid}: ${field} ${rule}`, { params: { uid, field, rule } });

export const unreadable = (line: number, rule: string): ICalendarReadProblem =>
  problem(icalendarUnreadable, `line ${line}: ${rule}`, { params: { line, rule } });
