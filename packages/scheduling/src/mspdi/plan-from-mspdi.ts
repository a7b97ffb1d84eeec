import { type CalendarDate, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { EVERY_DAY_CALENDAR, type WorkingCalendar } from "../calendar/index.ts";
import {
  type Direction,
  type Link,
  type Plan,
  type PlanRefusal,
  planFaults,
  prepareNetwork,
  type TaskInput,
} from "../network/index.ts";
import type { PlanPerson, PlanResources, TaskNeeds } from "../resources/index.ts";
import { calendarsToPlan, projectCalendar } from "./calendar-to-plan.ts";
import { ImportNotes, type MspdiNote } from "./import-notes.ts";
import type { MspdiProject, MspdiTask } from "./model.ts";
import { mspdiInconsistent } from "./problems.ts";
import { dateOf, endDateOf, importContext, linksToPlan, taskToPlan, whereTask } from "./task-to-plan.ts";

export interface MspdiPlan {
  /** Task ids are the UIDs of the file. */
  readonly plan: Plan;
  /** People of the file with their calendars, and who is assigned to what. */
  readonly resources: PlanResources;
  readonly names: { readonly people: Readonly<Record<string, string>> };
  /** What a plan on whole days could not take over exactly. */
  readonly notes: readonly MspdiNote[];
}

type Refusal = Problem<"scheduling/mspdi-inconsistent"> | PlanRefusal;

/** Rows that are tasks: no blank rows, not the row of the project itself, nothing inactive. */
function realTasks(project: MspdiProject, notes: ImportNotes): MspdiTask[] {
  return (project.tasks ?? []).filter((task) => {
    if (task.isNull === true || (task.uid === 0 && (task.outlineLevel ?? 0) === 0)) return false;
    if (task.active !== false) return true;
    notes.add("inactive-task-left-out", whereTask(task), "it is inactive");
    return false;
  });
}

/** The summary above each task, by outline level. */
function parents(tasks: readonly MspdiTask[]): Map<number, number> {
  const above = new Map<number, number>();
  const open: { uid: number; level: number }[] = [];
  for (const { uid, outlineLevel = 1 } of tasks) {
    while ((open.at(-1)?.level ?? -1) >= outlineLevel) open.pop();
    const parent = open.at(-1);
    if (parent !== undefined) above.set(uid, parent.uid);
    open.push({ uid, level: outlineLevel });
  }
  return above;
}

function directionOf(project: MspdiProject, tasks: readonly MspdiTask[]): Direction | null {
  const dates = (pick: (task: MspdiTask) => CalendarDate | null): CalendarDate[] =>
    tasks.map(pick).filter((date) => date !== null);
  if (project.scheduleFromStart === false) {
    const last = dates((task) => endDateOf(task.finish)).reduce<CalendarDate | null>(
      (a, b) => (a === null || b > a ? b : a),
      null,
    );
    const finish = endDateOf(project.finishDate) ?? last;
    return finish === null ? null : { kind: "from-finish", finish };
  }
  const first = dates((task) => dateOf(task.start)).reduce<CalendarDate | null>(
    (a, b) => (a === null || b < a ? b : a),
    null,
  );
  const start = dateOf(project.startDate) ?? first;
  return start === null ? null : { kind: "from-start", start };
}

/** Leaves out links that a plan does not know, each with a note. */
function withoutBadLinks(plan: Plan, notes: ImportNotes): Plan {
  const bad = new Set<Link>();
  for (const fault of planFaults(plan)) {
    if (!("link" in fault)) continue;
    bad.add(fault.link);
    notes.add("link-left-out", `Task ${fault.taskId}`, `${fault.link.from} ${fault.link.type ?? "FS"}: ${fault.rule}`);
  }
  return bad.size === 0 ? plan : { ...plan, links: plan.links.filter((link) => !bad.has(link)) };
}

function peopleOf(
  project: MspdiProject,
  calendars: ReadonlyMap<number, WorkingCalendar>,
  standard: WorkingCalendar,
): PlanPerson[] {
  return (project.resources ?? [])
    .filter(({ uid, isNull, type = "work" }) => uid > 0 && isNull !== true && type === "work")
    .map(({ uid, maxUnits = 1, calendarUid = -1 }) => ({
      id: String(uid),
      calendar: calendars.get(calendarUid) ?? standard,
      ...(maxUnits > 0 && maxUnits < 1 ? { availability: maxUnits } : {}),
    }));
}

function needsOf(
  project: MspdiProject,
  tasks: readonly TaskInput[],
  people: readonly PlanPerson[],
  notes: ImportNotes,
): TaskNeeds[] {
  const availability = new Map(people.map(({ id, availability: share = 1 }) => [id, share]));
  const summaries = new Set(tasks.map(({ parentId }) => parentId));
  const leaves = new Set(tasks.map(({ id }) => id).filter((id) => !summaries.has(id)));
  const byTask = new Map<string, Map<string, number>>();
  for (const { uid, taskUid, resourceUid, units = 1 } of project.assignments ?? []) {
    const [taskId, personId] = [String(taskUid), String(resourceUid)];
    const most = availability.get(personId);
    if (!leaves.has(taskId) || most === undefined) {
      const isKnown =
        (resourceUid ?? -1) < 0 || (project.resources ?? []).some((resource) => resource.uid === resourceUid);
      if (!isKnown) notes.add("missing-reference", `Assignment ${uid}`, `resource ${personId} is not in the file`);
      continue;
    }
    const own = byTask.get(taskId) ?? new Map<string, number>();
    own.set(personId, Math.min(most, Math.max(0.01, (own.get(personId) ?? 0) + units)));
    byTask.set(taskId, own);
  }
  return [...byTask].map(([taskId, own]) => ({
    taskId,
    people: [...own].map(([personId, share]) => ({ personId, share })),
  }));
}

function tasksOf(
  project: MspdiProject,
  tasks: readonly MspdiTask[],
  calendars: ReadonlyMap<number, WorkingCalendar>,
  notes: ImportNotes,
) {
  const above = parents(tasks);
  const context = importContext(project, notes, new Set(above.values()));
  const known = new Set(tasks.map(({ uid }) => uid));
  return {
    tasks: tasks.map((task) => {
      const parent = above.get(task.uid);
      const calendar =
        task.calendarUid === undefined || task.calendarUid < 0 ? undefined : calendars.get(task.calendarUid);
      return taskToPlan(task, parent === undefined ? null : String(parent), calendar?.id ?? null, context);
    }),
    links: tasks.flatMap((task) => linksToPlan(task, known, context)),
  };
}

/**
 * The plan of a Microsoft Project file on whole days: outline, durations, links with lags, constraints, deadlines,
 * progress, calendars with their exceptions, people and assignments. What whole days cannot say is noted, not hidden.
 * Refuses a file without any date to start from, UIDs that stand twice, and plans that cannot be scheduled (such as
 * cycles), naming the task and the rule. O(size).
 */
export function planFromMspdi(project: MspdiProject): Result<MspdiPlan, Refusal> {
  const notes = new ImportNotes();
  const rows = realTasks(project, notes);
  const direction = directionOf(project, rows);
  if (direction === null) return err(problem(mspdiInconsistent, "the project has no start date, and no task has one"));
  const calendars = calendarsToPlan(project.calendars ?? [], notes);
  const calendar = projectCalendar(project.calendarUid, project.calendars ?? [], calendars);
  const { tasks, links } = tasksOf(project, rows, calendars, notes);
  const statusDate = dateOf(project.statusDate);
  const others = [EVERY_DAY_CALENDAR, ...calendars.values()].filter((other) => other !== calendar);
  const used = new Set(tasks.map(({ calendarId }) => calendarId));
  const raw: Plan = {
    tasks,
    links,
    direction,
    calendar,
    calendars: others.filter(({ id }) => used.has(id)),
    ...(statusDate === null ? {} : { statusDate }),
  };
  const plan = withoutBadLinks(raw, notes);
  const prepared = prepareNetwork(plan);
  if (!prepared.ok) return prepared;
  const people = peopleOf(project, calendars, calendar);
  const names = Object.fromEntries((project.resources ?? []).map(({ uid, name = "" }) => [String(uid), name]));
  return ok({
    plan,
    resources: { people, needs: needsOf(project, tasks, people, notes) },
    names: { people: names },
    notes: notes.list,
  });
}
