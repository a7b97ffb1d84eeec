import { advance, type CalendarIndex, endBefore } from "./calendar-index.ts";
import type { SlotLink, SlotProject, SlotSchedule } from "./model.ts";

/**
 * The boundary that a link demands of its successor: of its start for FS and SS, of its finish for FF and SF. A link
 * from a start to a finish is measured from the end of the predecessor's last worked slot before its start.
 */
export function linkBound(
  link: SlotLink,
  project: SlotProject,
  schedule: SlotSchedule,
  calendars: readonly CalendarIndex[],
): number {
  const start = schedule.start[link.from] ?? 0;
  const own = calendars[project.tasks[link.from]?.calendar ?? -1] ?? null;
  const isFromFinish = link.type === "FS" || link.type === "FF";
  const from = isFromFinish ? (schedule.finish[link.from] ?? 0) : link.type === "SS" ? start : endBefore(own, start);
  return advance(calendars[link.lagCalendar ?? -1] ?? null, from, link.lagSlots);
}

export const bindsFinish = (link: SlotLink): boolean => link.type === "FF" || link.type === "SF";
