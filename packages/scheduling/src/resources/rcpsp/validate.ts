import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { type LevellingProblemCode, levellingInvalidInput } from "../problems.ts";
import type { SlotLink, SlotProject, SlotResource, SlotTask } from "./model.ts";

/** Longest horizon: a year of minutes is 525,600. More would cost memory, not precision. */
export const MAX_HORIZON_SLOTS = 2_000_000;
export const MAX_UNITS = 2 ** 29 - 1;

type Refusal = Problem<LevellingProblemCode>;

const refuse = (rule: string, detail: string, params: Problem["params"]): Refusal =>
  problem(levellingInvalidInput, detail, { params: { rule, ...params } });

const isSlot = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_HORIZON_SLOTS;
const isUnits = (value: number): boolean => Number.isInteger(value) && value >= 0 && value <= MAX_UNITS;

function checkTask(task: SlotTask, project: SlotProject): Refusal | null {
  const bad = (rule: string, detail: string): Refusal => refuse(rule, `task ${task.id}: ${detail}`, { task: task.id });
  const calendars = project.calendars?.length ?? 0;
  const knownCalendar = (index: number | undefined): boolean =>
    index === undefined || (Number.isInteger(index) && index >= 0 && index < calendars);
  if (!isSlot(task.durationSlots)) return bad("duration", "the duration is a whole number of slots, 0 or more");
  if (!knownCalendar(task.calendar)) return bad("calendar", "its calendar does not exist");
  for (const slot of [task.releaseSlot, task.dueSlot, task.pinnedStartSlot]) {
    if (slot !== undefined && !isSlot(slot)) return bad("slot", "release, due and pinned are whole slots, 0 or more");
  }
  for (const { resource, units } of task.demands ?? []) {
    if (project.resources[resource] === undefined) return bad("resource", `resource ${resource} does not exist`);
    if (!isUnits(units)) return bad("units", "a demand is a whole number of units, 0 or more");
  }
  for (const need of task.needs ?? []) {
    if (!isUnits(need.units) || !isUnits(need.count)) return bad("units", `need of ${need.label}: whole numbers only`);
    for (const { resource, calendar } of need.candidates) {
      if (project.resources[resource] === undefined) return bad("resource", `candidate ${resource} does not exist`);
      if (!knownCalendar(calendar)) return bad("calendar", `the calendar of candidate ${resource} does not exist`);
    }
  }
  return null;
}

function checkResource(resource: SlotResource): Refusal | null {
  const bad = (detail: string): Refusal =>
    refuse("capacity", `resource ${resource.id}: ${detail}`, { resource: resource.id });
  if (!isUnits(resource.capacity)) return bad("capacity is a whole number of units, 0 or more");
  let last = -1;
  for (const step of resource.steps ?? []) {
    if (!isSlot(step.fromSlot) || step.fromSlot <= last) return bad("steps ascend by slot");
    if (!isUnits(step.capacity)) return bad("capacity is a whole number of units, 0 or more");
    last = step.fromSlot;
  }
  return null;
}

function checkLink(link: SlotLink, project: SlotProject): Refusal | null {
  const from = project.tasks[link.from];
  const to = project.tasks[link.to];
  if (from === undefined || to === undefined) {
    return refuse("link", `a link joins ${link.from} and ${link.to}, and one of them does not exist`, {});
  }
  const bad = (rule: string, detail: string): Refusal =>
    refuse(rule, `link ${from.id} → ${to.id}: ${detail}`, { task: to.id, predecessor: from.id });
  if (!Number.isInteger(link.lagSlots) || Math.abs(link.lagSlots) > MAX_HORIZON_SLOTS) {
    return bad("lag", "the lag is a whole number of slots");
  }
  if (link.lagCalendar !== undefined && project.calendars?.[link.lagCalendar] === undefined) {
    return bad("calendar", "the calendar of the lag does not exist");
  }
  return null;
}

function checkShape(project: SlotProject): Refusal | null {
  const { calendars = [], horizonSlots } = project;
  if (horizonSlots !== undefined && !isSlot(horizonSlots)) {
    return refuse("horizon", `the horizon is a whole number of slots up to ${MAX_HORIZON_SLOTS}`, {});
  }
  if (calendars.some((calendar) => calendar.length !== horizonSlots)) {
    return refuse("horizon", "every calendar has one entry per slot of the horizon", {});
  }
  const seen = new Set<string>();
  for (const { id } of project.tasks) {
    if (seen.has(id)) return refuse("unique-id", `task ${id} is there twice`, { task: id });
    seen.add(id);
  }
  return null;
}

/** Checks everything that later steps rely on; the refusal names the task or resource and the rule. */
export function validateProject(project: SlotProject): Result<SlotProject, Refusal> {
  const shape = checkShape(project);
  if (shape !== null) return err(shape);
  for (const task of project.tasks) {
    const refusal = checkTask(task, project);
    if (refusal !== null) return err(refusal);
  }
  for (const resource of project.resources) {
    const refusal = checkResource(resource);
    if (refusal !== null) return err(refusal);
  }
  for (const link of project.links) {
    const refusal = checkLink(link, project);
    if (refusal !== null) return err(refusal);
  }
  return ok(project);
}
