import type { CompiledCalendar, WorkAxis } from "../../calendar/index.ts";
import type { SlotDemand, SlotNeed } from "../rcpsp/model.ts";
import type { PlanPerson, PlanResources, TaskNeeds } from "./model.ts";
import type { SlotCalendars } from "./slot-calendars.ts";
import { unitsOf } from "./slot-resources.ts";

/** The people and equipment of a plan, by number: people first. */
export interface ResourceIndex {
  readonly resources: PlanResources;
  readonly calendars: readonly CompiledCalendar[];
  readonly numberOf: ReadonlyMap<string, number>;
  readonly needsOf: ReadonlyMap<string, TaskNeeds>;
}

export function indexResources(resources: PlanResources, calendars: readonly CompiledCalendar[]): ResourceIndex {
  const ids = [...resources.people, ...(resources.equipment ?? [])].map(({ id }) => id);
  return {
    resources,
    calendars,
    numberOf: new Map(ids.map((id, number) => [id, number])),
    needsOf: new Map(resources.needs.map((needs) => [needs.taskId, needs])),
  };
}

export interface SlotNeeds {
  readonly calendar: number | undefined;
  readonly demands: readonly SlotDemand[];
  readonly needs: readonly SlotNeed[];
}

const share = (person: PlanPerson | undefined, asked: number | undefined): number => asked ?? person?.availability ?? 1;

/** Everybody with the skill; a pool shares one default, the least that any of them can give. */
function pool(
  index: ResourceIndex,
  wanted: NonNullable<TaskNeeds["skills"]>[number],
  axes: readonly WorkAxis[],
  slots: SlotCalendars,
): SlotNeed {
  const { people } = index.resources;
  const { skill, minLevel = 1 } = wanted;
  const able = [...people.entries()].filter(
    ([, { skills = {} }]) => Object.hasOwn(skills, skill) && (skills[skill] ?? 0) >= minLevel,
  );
  const least = able.reduce((min, [, person]) => Math.min(min, person.availability ?? 1), 1);
  return {
    label: skill,
    count: wanted.count ?? 1,
    units: unitsOf(wanted.share ?? least),
    candidates: able.map(([number]) => {
      const own = index.calendars[number]?.days;
      const calendar = slots.together(own === undefined ? axes : [...axes, own]);
      return calendar === undefined ? { resource: number } : { resource: number, calendar };
    }),
  };
}

/** What a task asks of the slot resources. It works when its own calendar and all people named for it work. */
export function slotNeeds(index: ResourceIndex, taskId: string, axis: WorkAxis, slots: SlotCalendars): SlotNeeds {
  const needs = index.needsOf.get(taskId);
  const named = (needs?.people ?? []).map(({ personId, share: asked }) => {
    const number = index.numberOf.get(personId) ?? -1;
    return { number, units: unitsOf(share(index.resources.people[number], asked)) };
  });
  const axes = [axis, ...named.flatMap(({ number }) => index.calendars[number]?.days ?? [])];
  const equipment = (needs?.equipment ?? []).map(({ equipmentId, units }) => ({
    resource: index.numberOf.get(equipmentId) ?? -1,
    units,
  }));
  return {
    calendar: slots.together(axes),
    demands: [...named.map(({ number, units }) => ({ resource: number, units })), ...equipment],
    needs: (needs?.skills ?? []).map((wanted) => pool(index, wanted, axes, slots)),
  };
}
