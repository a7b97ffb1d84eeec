import { indexCalendar } from "./calendar-index.ts";
import { explainDelay, Occupation, type SlotDelay, workedCalendar } from "./explain.ts";
import { bindsFinish, linkBound } from "./link-bound.ts";
import type { SlotProject, SlotSchedule } from "./model.ts";

/** Every task that waits for a resource, in order of start. O(total waiting time · demands). */
export function explainAll(project: SlotProject, schedule: SlotSchedule): SlotDelay[] {
  const calendars = (project.calendars ?? []).map(indexCalendar);
  const occupation = new Occupation(project, schedule, calendars);
  const incoming = project.tasks.map((): number[] => []);
  for (const [position, link] of project.links.entries()) incoming[link.to]?.push(position);
  const delays = project.tasks.flatMap((task, index): SlotDelay[] => {
    const calendar = calendars[workedCalendar(task, schedule.chosen[index] ?? [])] ?? null;
    let start = task.releaseSlot ?? 0;
    let finish = 0;
    for (const position of incoming[index] ?? []) {
      const link = project.links[position];
      if (link === undefined) continue;
      const bound = linkBound(link, project, schedule, calendars);
      if (bindsFinish(link)) finish = Math.max(finish, bound);
      else start = Math.max(start, bound);
    }
    const ready = readyAt(calendar, start, finish, task.durationSlots);
    const delay = explainDelay(occupation, project, schedule, index, ready, calendar);
    return delay === null ? [] : [delay];
  });
  return delays.sort((a, b) => a.startSlot - b.startSlot || a.task - b.task);
}

/** First worked slot on which the task may start so that both bounds hold. */
function readyAt(
  calendar: ReturnType<typeof indexCalendar> | null,
  start: number,
  finish: number,
  duration: number,
): number {
  if (calendar === null) return Math.max(start, finish - duration);
  const { indexAt, slotAt } = calendar;
  const horizon = indexAt.length - 1;
  const byFinish = finish > 0 ? (indexAt[Math.min(finish, horizon) - 1] ?? 0) - duration + 1 : 0;
  const index = Math.max(indexAt[Math.min(start, horizon)] ?? 0, byFinish);
  return slotAt[index] ?? horizon;
}
