export * from "./model.ts";
export { icalendarInvalidEvent, icalendarUnreadable } from "./problems.ts";
export { readICalendar } from "./read-icalendar.ts";
export { eventsOfSchedule, type FeedTask } from "./schedule-feed.ts";
export { writeICalendar } from "./write-icalendar.ts";
