import type { ScheduledTask } from "../network/index.ts";
import type { CalendarEvent, UtcInstant } from "./model.ts";

export interface FeedTask {
  readonly task: ScheduledTask;
  readonly title: string;
  /** Grows with every change of the task. */
  readonly revision: number;
  readonly description?: string;
  readonly url?: string;
}

/**
 * Scheduled tasks as all-day events; summaries are left out, milestones are marked and keep nobody busy.
 * @param options.domain completes the UIDs, `<task id>@<domain>`; @param options.stamp when the feed is made.
 */
export function eventsOfSchedule(
  tasks: readonly FeedTask[],
  options: { readonly domain: string; readonly stamp: UtcInstant },
): CalendarEvent[] {
  return tasks
    .filter(({ task }) => task.kind !== "summary")
    .map(
      ({ task, title, revision, description, url }): CalendarEvent => ({
        uid: `${task.id}@${options.domain}`,
        sequence: revision,
        stamp: options.stamp,
        summary: task.kind === "milestone" ? `◆ ${title}` : title,
        time: { kind: "all-day", first: task.start, last: task.finish },
        ...(description === undefined ? {} : { description }),
        ...(url === undefined ? {} : { url }),
        ...(task.kind === "milestone" ? { milestone: true } : {}),
      }),
    );
}
