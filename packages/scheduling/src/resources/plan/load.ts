import { type CalendarDate, fromEpochDay, ok, type Result, toEpochDay } from "@yutu/kernel";
import { compileCalendar } from "../../calendar/index.ts";
import type { Plan, ScheduledTask } from "../../network/index.ts";
import type { SlotResource } from "../rcpsp/model.ts";
import { checkResources, type ResourceRefusal } from "./check-resources.ts";
import type { OverAllocation, PlanResources } from "./model.ts";
import { works } from "./slot-calendars.ts";
import { equipmentSlots, personSlots, unitsOf } from "./slot-resources.ts";

/** Use of one person or piece of equipment by day, for heat maps. */
export interface ResourceLoad {
  readonly resourceId: string;
  readonly from: CalendarDate;
  /** One entry per day from `from`; shares of a day for people, units for equipment. */
  readonly used: readonly number[];
  readonly capacity: readonly number[];
  readonly over: readonly OverAllocation[];
}

interface Use {
  readonly taskId: string;
  readonly resourceId: string;
  readonly units: number;
  readonly first: number;
  readonly last: number;
  readonly worksOn: (day: number) => boolean;
}

function usesOf(plan: Plan, tasks: readonly ScheduledTask[], resources: PlanResources): Use[] {
  const calendars = new Map(
    [plan.calendar, ...(plan.calendars ?? [])].map((calendar) => [calendar.id, compileCalendar(calendar)]),
  );
  const calendarOf = new Map(
    plan.tasks.map(({ id, calendarId }) => [id, calendars.get(calendarId ?? plan.calendar.id)]),
  );
  const needsOf = new Map(resources.needs.map((needs) => [needs.taskId, needs]));
  const availability = new Map(resources.people.map((person) => [person.id, person.availability ?? 1]));
  return tasks.flatMap((task): Use[] => {
    const needs = needsOf.get(task.id);
    if (needs === undefined || task.kind !== "task" || task.state === "done") return [];
    const calendar = calendarOf.get(task.id);
    const worksOn = (day: number): boolean => calendar?.ok !== true || works(calendar.value.days, day);
    const base = { taskId: task.id, first: toEpochDay(task.start), last: toEpochDay(task.finish), worksOn };
    const people = (needs.people ?? []).map(({ personId, share }) => ({
      ...base,
      resourceId: personId,
      units: unitsOf(share ?? availability.get(personId) ?? 1),
    }));
    return [
      ...people,
      ...(needs.equipment ?? []).map(({ equipmentId, units }) => ({ ...base, resourceId: equipmentId, units })),
    ];
  });
}

const capacityAt = ({ capacity, steps = [] }: SlotResource, slot: number): number =>
  steps.reduce((units, step) => (step.fromSlot <= slot ? step.capacity : units), capacity);

/** Stretches of consecutive days with more used than there is. */
function overStretches(
  resource: SlotResource,
  used: Float64Array,
  uses: readonly Use[],
  origin: number,
  unit: number,
): OverAllocation[] {
  const stretches: OverAllocation[] = [];
  for (let slot = 0; slot < used.length; slot++) {
    const from = slot;
    let worst = slot;
    while (slot < used.length && (used[slot] ?? 0) > capacityAt(resource, slot)) {
      if ((used[slot] ?? 0) - capacityAt(resource, slot) > (used[worst] ?? 0) - capacityAt(resource, worst))
        worst = slot;
      slot++;
    }
    if (slot === from) continue;
    const touches = (use: Use): boolean => use.first < origin + slot && use.last >= origin + from;
    stretches.push({
      taskIds: [...new Set(uses.filter(touches).map(({ taskId }) => taskId))],
      resourceId: resource.id,
      from: fromEpochDay(origin + from),
      to: fromEpochDay(origin + slot - 1),
      used: (used[worst] ?? 0) / unit,
      capacity: capacityAt(resource, worst) / unit,
    });
  }
  return stretches;
}

/**
 * Load of every person and piece of equipment under a schedule, with the stretches on which it is too much. Counts named
 * people and equipment of tasks that are not done, on the working days of the task; what a skill needs has no name yet.
 * A day off of a person on which their task runs counts as too much. O(days · resources + Σ task days).
 * Refuses invalid resources as `levelPlan` does.
 */
export function resourceLoads(
  plan: Plan,
  tasks: readonly ScheduledTask[],
  resources: PlanResources,
): Result<readonly ResourceLoad[], ResourceRefusal> {
  const calendars = checkResources(plan, resources);
  if (!calendars.ok) return calendars;
  const uses = usesOf(plan, tasks, resources);
  const origin = uses.reduce((first, use) => Math.min(first, use.first), Number.POSITIVE_INFINITY);
  const end = uses.reduce((last, use) => Math.max(last, use.last), Number.NEGATIVE_INFINITY);
  const horizon = Number.isFinite(origin) ? end - origin + 1 : 0;
  const people = resources.people.flatMap((person, index) => {
    const calendar = calendars.value[index];
    return calendar === undefined ? [] : [{ slots: personSlots(person, calendar, origin, horizon), unit: unitsOf(1) }];
  });
  const equipment = (resources.equipment ?? []).map((item) => ({
    slots: equipmentSlots(item, origin, horizon),
    unit: 1,
  }));
  return ok(
    [...people, ...equipment].map(({ slots, unit }): ResourceLoad => {
      const own = uses.filter((use) => use.resourceId === slots.id);
      const used = new Float64Array(horizon);
      for (const use of own) {
        for (let day = use.first; day <= use.last; day++) {
          if (use.worksOn(day)) used[day - origin] = (used[day - origin] ?? 0) + use.units;
        }
      }
      return {
        resourceId: slots.id,
        from: fromEpochDay(Number.isFinite(origin) ? origin : 0),
        used: Array.from(used, (units) => units / unit),
        capacity: Array.from(used, (_, slot) => capacityAt(slots, slot) / unit),
        over: overStretches(slots, used, own, origin, unit),
      };
    }),
  );
}
