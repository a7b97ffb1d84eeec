import type { OperationOutput } from "@yutu/contract";
import { addDays, type CalendarDate, calendarDateIn } from "@yutu/kernel";
import type { notifications } from "../../contract/index.ts";

export type Notice = OperationOutput<typeof notifications.listNotifications>["items"][number];

export interface Place {
  readonly to: string;
  readonly search: { readonly open?: string };
}

/** The page of what a notice is about; an approval opens beside the list of approvals and has no page of its own. */
export function placeOf({ entity, entityId, projectId }: Pick<Notice, "entity" | "entityId" | "projectId">): Place {
  const page = (to: string): Place => ({ to, search: {} });
  const id = encodeURIComponent(entityId);
  switch (entity) {
    case "task":
      return page(`/tasks/${id}`);
    case "approval":
      return { to: "/approvals", search: { open: entityId } };
    case "project":
      return page(`/projects/${id}`);
    default:
      return page(projectId ? `/projects/${encodeURIComponent(projectId)}` : "/inbox");
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
