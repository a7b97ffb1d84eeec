import type { OperationOutput } from "@yutu/contract";
import { addDays, type CalendarDate, calendarDateIn } from "@yutu/kernel";
import type { notifications } from "../../contract/index.ts";

export type Notice = OperationOutput<typeof notifications.listNotifications>["items"][number];

/** The page of what a notice is about. */
export function pathOf({ entity, entityId, projectId }: Pick<Notice, "entity" | "entityId" | "projectId">): string {
  const id = encodeURIComponent(entityId);
  switch (entity) {
    case "task":
      return `/tasks/${id}`;
    case "approval":
      return `/approvals/${id}`;
    case "project":
      return `/projects/${id}`;
    default:
      return projectId ? `/projects/${encodeURIComponent(projectId)}` : "/inbox";
  }
}

export interface DayOfNotices {
  readonly day: CalendarDate;
  readonly which: "today" | "yesterday" | "earlier";
  readonly notices: readonly Notice[];
}

/** Notices by the day they came on the workspace's calendar, order kept. */
export function byDay(notices: readonly Notice[], today: CalendarDate, timeZone: string): DayOfNotices[] {
  const days = new Map<CalendarDate, Notice[]>();
  for (const notice of notices) {
    const day = calendarDateIn(new Date(notice.createdAt), timeZone);
    days.set(day, [...(days.get(day) ?? []), notice]);
  }
  const yesterday = addDays(today, -1);
  return [...days].map(([day, own]) => ({
    day,
    which: day === today ? "today" : day === yesterday ? "yesterday" : "earlier",
    notices: own,
  }));
}
