import { err, ok, type Result } from "@yutu/kernel";
import { type CompiledCalendar, compileCalendar, type WorkingCalendar } from "../calendar/index.ts";
import { type Plan, type PlanRefusal, refusePlan, type ScheduledTask, schedulePlan } from "../network/index.ts";
import type { PlanResources } from "../resources/index.ts";
import { calendarToMspdi } from "./calendar-from-plan.ts";
import type { MspdiAssignment, MspdiProject, MspdiResource, MspdiTask } from "./model.ts";
import { endOf, linkToMspdi, type OutlinePlace, startOf, taskToMspdi } from "./task-from-plan.ts";

export interface MspdiExport {
  readonly name: string;
  /** People and who is assigned to what. */
  readonly resources?: PlanResources;
  /** Names of people by id. */
  readonly names?: Readonly<Record<string, string>>;
}

interface CalendarEntry {
  readonly source: WorkingCalendar;
  readonly compiled: CompiledCalendar;
  readonly uid: number;
}

/** Every calendar of the plan and of its people once, the plan's own first. */
function collectCalendars(plan: Plan, resources: PlanResources | undefined): Map<WorkingCalendar, CalendarEntry> {
  const entries = new Map<WorkingCalendar, CalendarEntry>();
  for (const source of [
    plan.calendar,
    ...(plan.calendars ?? []),
    ...(resources?.people ?? []).map(({ calendar }) => calendar),
  ]) {
    const compiled = compileCalendar(source);
    if (compiled.ok && !entries.has(source))
      entries.set(source, { source, compiled: compiled.value, uid: entries.size + 1 });
  }
  return entries;
}

/** Rows in the order of the outline, parents before their parts, otherwise as the plan lists them. */
function outline(plan: Plan): { index: number; place: OutlinePlace }[] {
  const children = new Map<string | undefined, number[]>();
  for (const [index, { parentId }] of plan.tasks.entries())
    children.set(parentId, [...(children.get(parentId) ?? []), index]);
  const rows: { index: number; place: OutlinePlace }[] = [];
  const visit = (parentId: string | undefined, prefix: string, outlineLevel: number): void => {
    for (const [position, index] of (children.get(parentId) ?? []).entries()) {
      const outlineNumber = `${prefix}${position + 1}`;
      rows.push({ index, place: { uid: index + 1, id: rows.length + 1, outlineNumber, outlineLevel } });
      visit(plan.tasks[index]?.id ?? "", `${outlineNumber}.`, outlineLevel + 1);
    }
  };
  visit(undefined, "", 1);
  return rows;
}

/** Minutes of the first working day of the week: what a day means in the file. */
function minutesPerDayOf(calendar: WorkingCalendar): number {
  let layer: WorkingCalendar | undefined = calendar;
  while (layer !== undefined && layer.week === undefined) layer = layer.base;
  const day = layer?.week?.find((shifts) => shifts.length > 0) ?? [];
  return day.reduce((sum, { fromMinute, toMinute }) => sum + toMinute - fromMinute, 0) || 480;
}

function people(
  resources: PlanResources,
  names: MspdiExport["names"],
  calendars: ReadonlyMap<WorkingCalendar, CalendarEntry>,
): MspdiResource[] {
  return resources.people.map((person, index) => ({
    uid: index + 1,
    id: index + 1,
    name: names?.[person.id] ?? person.id,
    type: "work",
    maxUnits: person.availability ?? 1,
    calendarUid: calendars.get(person.calendar)?.uid ?? 1,
  }));
}

function assignments(plan: Plan, resources: PlanResources, minutesPerDay: number): MspdiAssignment[] {
  const taskUid = new Map(plan.tasks.map(({ id }, index) => [id, index + 1]));
  const personUid = new Map(resources.people.map(({ id }, index) => [id, index + 1]));
  const list: MspdiAssignment[] = [];
  for (const needs of resources.needs) {
    const days = plan.tasks.find(({ id }) => id === needs.taskId)?.durationDays ?? 0;
    for (const { personId, share } of needs.people ?? []) {
      const resource = resources.people.find(({ id }) => id === personId);
      const units = share ?? resource?.availability ?? 1;
      list.push({
        uid: list.length + 1,
        taskUid: taskUid.get(needs.taskId) ?? 0,
        resourceUid: personUid.get(personId) ?? -65_535,
        units,
        workMinutes: Math.round(days * minutesPerDay * units),
      });
    }
  }
  return list;
}

/** Laid from anchors, tasks keep their dates by a not-before limit: the format knows one direction only. */
function heldTask(plan: Plan, index: number, row: ScheduledTask): Plan["tasks"][number] | undefined {
  const task = plan.tasks[index];
  if (plan.direction.kind !== "from-anchors" || task === undefined || row.kind === "summary") return task;
  const isFree = task.constraint === undefined || task.constraint.kind === "ASAP" || task.constraint.kind === "ALAP";
  return isFree && task.progress === undefined ? { ...task, constraint: { kind: "SNET", date: row.start } } : task;
}

function tasksOf(
  plan: Plan,
  rows: readonly ScheduledTask[],
  calendars: ReadonlyMap<WorkingCalendar, CalendarEntry>,
  minutesPerDay: number,
): MspdiTask[] {
  const uidOf = new Map(plan.tasks.map(({ id }, index) => [id, index + 1]));
  const byId = new Map(
    [plan.calendar, ...(plan.calendars ?? [])].map((calendar) => [calendar.id, calendars.get(calendar)]),
  );
  const own = calendars.get(plan.calendar);
  const unmarked = plan.direction.kind === "from-finish" ? "ALAP" : "ASAP";
  return outline(plan).flatMap(({ index, place }): MspdiTask[] => {
    const row = rows[index];
    const task = row === undefined ? undefined : heldTask(plan, index, row);
    if (task === undefined || row === undefined || own === undefined) return [];
    const calendar = task.calendarId === undefined ? null : (byId.get(task.calendarId) ?? null);
    const predecessors = plan.links
      .filter(({ to }) => to === task.id)
      .map((link) => linkToMspdi(link, uidOf.get(link.from) ?? 0, minutesPerDay));
    const written = taskToMspdi(
      task,
      row,
      place,
      (calendar ?? own).compiled,
      calendar?.uid ?? null,
      minutesPerDay,
      unmarked,
    );
    return [predecessors.length === 0 ? written : { ...written, predecessors }];
  });
}

/**
 * A plan as a Microsoft Project file: outline, dates, links, limits, progress, calendars with layers flattened, people
 * and assignments. UIDs number the tasks of the plan from 1. Refuses plans that cannot be scheduled. O(n + m + days
 * named by calendar exceptions).
 */
export function mspdiFromPlan(plan: Plan, options: MspdiExport): Result<MspdiProject, PlanRefusal> {
  const schedule = schedulePlan(plan);
  if (!schedule.ok) return schedule;
  const calendars = collectCalendars(plan, options.resources);
  const own = calendars.get(plan.calendar);
  if (own === undefined) return err(refusePlan([]));
  const minutesPerDay = minutesPerDayOf(plan.calendar);
  const { span } = schedule.value;
  const { direction } = plan;
  const start = direction.kind === "from-start" ? direction.start : (span?.start ?? null);
  const finish = direction.kind === "from-finish" ? direction.finish : (span?.finish ?? null);
  const { resources } = options;
  return ok({
    saveVersion: 14,
    name: options.name,
    title: options.name,
    scheduleFromStart: direction.kind !== "from-finish",
    ...(start === null ? {} : { startDate: startOf(start, own.compiled) }),
    ...(finish === null ? {} : { finishDate: endOf(finish, own.compiled) }),
    calendarUid: own.uid,
    minutesPerDay,
    minutesPerWeek: minutesPerDay * 5,
    daysPerMonth: 20,
    ...(plan.statusDate === undefined ? {} : { statusDate: startOf(plan.statusDate, own.compiled) }),
    calendars: [...calendars.values()].map(({ source, compiled, uid }) => calendarToMspdi(source, compiled, uid)),
    tasks: tasksOf(plan, schedule.value.tasks, calendars, minutesPerDay),
    ...(resources === undefined
      ? {}
      : {
          resources: people(resources, options.names, calendars),
          assignments: assignments(plan, resources, minutesPerDay),
        }),
  });
}
