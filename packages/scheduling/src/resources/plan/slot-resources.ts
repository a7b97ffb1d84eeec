import { toEpochDay } from "@yutu/kernel";
import type { CompiledCalendar } from "../../calendar/index.ts";
import type { SlotResource } from "../rcpsp/model.ts";
import type { PlanEquipment, PlanPerson } from "./model.ts";
import { works } from "./slot-calendars.ts";

/** A share of somebody's day is counted in hundredths. */
export const UNITS_PER_DAY = 100;

export const unitsOf = (share: number): number => Math.max(1, Math.round(share * UNITS_PER_DAY));

/** Runs of equal capacity. */
function stepsOf(id: string, capacity: Int32Array): SlotResource {
  const steps: { fromSlot: number; capacity: number }[] = [];
  for (let slot = 1; slot < capacity.length; slot++) {
    const units = capacity[slot] ?? 0;
    if (units !== capacity[slot - 1]) steps.push({ fromSlot: slot, capacity: units });
  }
  return { id, capacity: capacity[0] ?? 0, steps };
}

/** What a person can give on each day: nothing on days off, less on booked days. O(horizon). */
export function personSlots(
  person: PlanPerson,
  calendar: CompiledCalendar,
  origin: number,
  horizon: number,
): SlotResource {
  const capacity = new Int32Array(horizon);
  const units = unitsOf(person.availability ?? 1);
  for (let slot = 0; slot < horizon; slot++) if (works(calendar.days, origin + slot)) capacity[slot] = units;
  for (const { date, share } of person.booked ?? []) {
    const slot = toEpochDay(date) - origin;
    if (slot >= 0 && slot < horizon)
      capacity[slot] = Math.max(0, (capacity[slot] ?? 0) - Math.round(share * UNITS_PER_DAY));
  }
  return stepsOf(person.id, capacity);
}

export function equipmentSlots(equipment: PlanEquipment, origin: number, horizon: number): SlotResource {
  const capacity = new Int32Array(horizon).fill(equipment.capacity);
  for (const change of equipment.changes ?? []) {
    const from = Math.max(0, toEpochDay(change.from) - origin);
    if (from < horizon) capacity.fill(change.capacity, from);
  }
  return stepsOf(equipment.id, capacity);
}
