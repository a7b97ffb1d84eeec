import { err, ok, type Problem, parseCalendarDate, problem, type Result } from "@yutu/kernel";
import { type CompiledCalendar, compileCalendar } from "../../calendar/index.ts";
import type { Plan } from "../../network/index.ts";
import { levellingInvalidInput } from "../problems.ts";
import type { PlanEquipment, PlanPerson, PlanResources, TaskNeeds } from "./model.ts";

export type ResourceRefusal = Problem<"scheduling/levelling-invalid-input">;

const refuse = (rule: string, who: { task?: string; resource?: string }, detail: string): ResourceRefusal =>
  problem(levellingInvalidInput, `${who.task ?? who.resource}: ${detail}`, { params: { rule, ...who } });

const isShare = (share: number | undefined): boolean => share === undefined || (share > 0 && share <= 1);

function checkPerson(person: PlanPerson): ResourceRefusal | null {
  const bad = (rule: string, detail: string): ResourceRefusal => refuse(rule, { resource: person.id }, detail);
  if (!isShare(person.availability)) return bad("availability", "the availability is a share above 0, at most 1");
  for (const { date, share } of person.booked ?? []) {
    if (!parseCalendarDate(date).ok || !(share >= 0))
      return bad("booked", "booked days need a date and a share of 0 or more");
  }
  return null;
}

function checkEquipment(equipment: PlanEquipment): ResourceRefusal | null {
  const bad = (detail: string): ResourceRefusal => refuse("capacity", { resource: equipment.id }, detail);
  const counts = [equipment.capacity, ...(equipment.changes ?? []).map(({ capacity }) => capacity)];
  if (counts.some((count) => !Number.isInteger(count) || count < 0 || count > 1e6))
    return bad("capacities are whole numbers");
  let last = "";
  for (const { from } of equipment.changes ?? []) {
    if (!parseCalendarDate(from).ok || from <= last) return bad("changes ascend by date");
    last = from;
  }
  return null;
}

function checkNeeds(needs: TaskNeeds, ids: ReadonlySet<string>, people: ReadonlySet<string>): ResourceRefusal | null {
  const bad = (rule: string, detail: string): ResourceRefusal => refuse(rule, { task: needs.taskId }, detail);
  for (const { personId, share } of needs.people ?? []) {
    if (!people.has(personId)) return bad("person", `${personId} is not among the people`);
    if (!isShare(share)) return bad("share", "a share is above 0 and at most 1");
  }
  for (const { skill, count = 1, share, minLevel = 1 } of needs.skills ?? []) {
    if (!Number.isInteger(count) || count < 0)
      return bad("count", `the number of people with ${skill} is a whole number`);
    if (!isShare(share)) return bad("share", "a share is above 0 and at most 1");
    if (!(minLevel >= 1 && minLevel <= 5)) return bad("skill", "levels are between 1 and 5");
  }
  for (const { equipmentId, units } of needs.equipment ?? []) {
    if (!ids.has(equipmentId) || people.has(equipmentId))
      return bad("equipment", `${equipmentId} is not among the equipment`);
    if (!Number.isInteger(units) || units < 0) return bad("units", "units are whole numbers");
  }
  return null;
}

/** The calendars of the people, or the first rule broken, naming the task or the resource. */
export function checkResources(plan: Plan, resources: PlanResources): Result<CompiledCalendar[], ResourceRefusal> {
  const people = new Set(resources.people.map(({ id }) => id));
  const ids = new Set<string>();
  for (const { id } of [...resources.people, ...(resources.equipment ?? [])]) {
    if (ids.has(id)) return err(refuse("unique-id", { resource: id }, "is there twice"));
    ids.add(id);
  }
  const leaves = new Set(plan.tasks.map(({ id }) => id));
  for (const { parentId } of plan.tasks) leaves.delete(parentId ?? "");
  const seen = new Set<string>();
  for (const needs of resources.needs) {
    const { taskId } = needs;
    if (!leaves.has(taskId)) return err(refuse("task", { task: taskId }, "is no task of the plan, or a summary"));
    if (seen.has(taskId)) return err(refuse("unique-id", { task: taskId }, "has its needs listed twice"));
    seen.add(taskId);
    const refusal = checkNeeds(needs, ids, people);
    if (refusal !== null) return err(refusal);
  }
  const calendars: CompiledCalendar[] = [];
  for (const person of resources.people) {
    const refusal = checkPerson(person);
    if (refusal !== null) return err(refusal);
    const calendar = compileCalendar(person.calendar);
    if (!calendar.ok) return err(refuse("calendar", { resource: person.id }, "the calendar is not valid"));
    calendars.push(calendar.value);
  }
  for (const equipment of resources.equipment ?? []) {
    const refusal = checkEquipment(equipment);
    if (refusal !== null) return err(refusal);
  }
  return ok(calendars);
}
