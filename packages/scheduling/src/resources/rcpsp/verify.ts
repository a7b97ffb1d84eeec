import { type CalendarIndex, finishOf, indexCalendar } from "./calendar-index.ts";
import { held, Occupation, workedCalendar } from "./explain.ts";
import { bindsFinish, linkBound } from "./link-bound.ts";
import type { SlotLink, SlotProject, SlotSchedule } from "./model.ts";

/** A rule that a schedule breaks. */
export interface ScheduleFault {
  readonly rule: "calendar" | "duration" | "release" | "pin" | "link" | "capacity" | "seats";
  readonly task: number;
  readonly detail: string;
}

function checkDates(
  project: SlotProject,
  schedule: SlotSchedule,
  calendars: readonly CalendarIndex[],
): ScheduleFault[] {
  return project.tasks.flatMap((task, index): ScheduleFault[] => {
    const start = schedule.start[index] ?? 0;
    const finish = schedule.finish[index] ?? 0;
    const fault = (rule: ScheduleFault["rule"], detail: string): ScheduleFault => ({ rule, task: index, detail });
    if (task.pinnedStartSlot !== undefined) {
      return start === task.pinnedStartSlot
        ? []
        : [fault("pin", `starts at ${start}, pinned to ${task.pinnedStartSlot}`)];
    }
    const calendar = calendars[workedCalendar(task, schedule.chosen[index] ?? [])] ?? null;
    const end = finishOf(calendar, start, task.durationSlots, Number.MAX_SAFE_INTEGER);
    const faults: ScheduleFault[] = [];
    if (start < (task.releaseSlot ?? 0)) faults.push(fault("release", `starts at ${start}`));
    if (end !== finish) faults.push(fault("duration", `runs ${start}-${finish}, should end at ${end}`));
    const opens =
      task.durationSlots === 0 || calendar === null || calendar.indexAt[start] !== calendar.indexAt[start + 1];
    if (!opens) faults.push(fault("calendar", `starts at ${start}, which is not worked`));
    return faults;
  });
}

function keeps(
  link: SlotLink,
  project: SlotProject,
  schedule: SlotSchedule,
  calendars: readonly CalendarIndex[],
): boolean {
  const to = (bindsFinish(link) ? schedule.finish : schedule.start)[link.to] ?? 0;
  return to >= linkBound(link, project, schedule, calendars);
}

/** Links into pinned tasks are not checked: a pin wins over its links, and the clash is reported elsewhere. */
function checkLinks(
  project: SlotProject,
  schedule: SlotSchedule,
  calendars: readonly CalendarIndex[],
): ScheduleFault[] {
  return project.links
    .filter(
      (link) => project.tasks[link.to]?.pinnedStartSlot === undefined && !keeps(link, project, schedule, calendars),
    )
    .map((link) => ({ rule: "link", task: link.to, detail: `${link.type}${link.lagSlots} from ${link.from}` }));
}

function checkCapacity(
  project: SlotProject,
  schedule: SlotSchedule,
  calendars: readonly CalendarIndex[],
): ScheduleFault[] {
  const occupation = new Occupation(project, schedule, calendars);
  return project.tasks.flatMap((task, index): ScheduleFault[] => {
    if (task.pinnedStartSlot !== undefined) return [];
    const faults: ScheduleFault[] = [];
    for (const { resource, units } of held(task, schedule.chosen[index] ?? [])) {
      if (units === 0) continue;
      occupation.eachSlot(index, (slot) => {
        if (occupation.free(resource, slot, -1) >= 0 || faults.length > 0) return;
        faults.push({ rule: "capacity", task: index, detail: `resource ${resource} at ${slot}` });
      });
    }
    return faults;
  });
}

function checkSeats(project: SlotProject, schedule: SlotSchedule): ScheduleFault[] {
  return project.tasks.flatMap((task, index): ScheduleFault[] => {
    const chosen = schedule.chosen[index] ?? [];
    const seats = (task.needs ?? []).flatMap((need) => Array.from({ length: need.count }, () => need));
    if (task.pinnedStartSlot !== undefined || task.durationSlots === 0) return [];
    const fits = seats.every((need, seat) => need.candidates.some(({ resource }) => resource === chosen[seat]));
    const distinct = new Set(chosen).size === chosen.length && chosen.length === seats.length;
    return fits && distinct ? [] : [{ rule: "seats", task: index, detail: `chosen ${chosen.join(", ")}` }];
  });
}

/**
 * Checks a schedule against its project from first principles, sharing no code with the generation schemes but the
 * calendar arithmetic. Empty means valid. Used by the tests on every schedule they produce.
 * O(tasks · duration · demands + links).
 */
export function verifySchedule(project: SlotProject, schedule: SlotSchedule): ScheduleFault[] {
  const calendars = (project.calendars ?? []).map(indexCalendar);
  return [
    ...checkDates(project, schedule, calendars),
    ...checkLinks(project, schedule, calendars),
    ...checkCapacity(project, schedule, calendars),
    ...checkSeats(project, schedule),
  ];
}
