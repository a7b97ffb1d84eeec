import { compileCalendar } from "../calendar/compiled-calendar.ts";
import type { WorkingCalendar } from "../calendar/model.ts";
import { isPlanDate, isWholeDays, taskFaults } from "./check-tasks.ts";
import type { Lag, Link, Plan, PlanFault } from "./model.ts";

/** Ids of the tasks that others name as parent. */
export const summariesOf = (plan: Plan): Set<string> =>
  new Set(plan.tasks.flatMap((task) => (task.parentId === undefined ? [] : [task.parentId])));

function calendarFaultsOf(plan: Plan): PlanFault[] {
  const all: WorkingCalendar[] = [plan.calendar, ...(plan.calendars ?? [])];
  return all.flatMap((calendar) => {
    const compiled = compileCalendar(calendar);
    if (compiled.ok) return [];
    return compiled.error.map(
      (fault): PlanFault => ({
        rule: "invalid-calendar",
        ref: calendar.id,
        detail: `${fault.rule} in ${fault.calendarId}: ${fault.detail}`,
      }),
    );
  });
}

/** Parents that are missing or go round in a circle; each circle is named once, at its smallest id. */
function parentFaults(plan: Plan): PlanFault[] {
  const parents = new Map(plan.tasks.map((task) => [task.id, task.parentId]));
  const faults: PlanFault[] = [];
  const settled = new Set<string>();
  for (const task of plan.tasks) {
    if (task.parentId !== undefined && !parents.has(task.parentId)) {
      faults.push({ rule: "unknown-parent", taskId: task.id, ref: task.parentId });
    }
    const path: string[] = [];
    let id: string | undefined = task.id;
    while (id !== undefined && !settled.has(id) && !path.includes(id)) {
      path.push(id);
      id = parents.get(id);
    }
    if (id !== undefined && !settled.has(id)) {
      const circle = path.slice(path.indexOf(id)).sort();
      faults.push({ rule: "parent-cycle", taskId: circle[0] ?? id, ref: circle[1] ?? id });
    }
    for (const seen of path) settled.add(seen);
  }
  return faults;
}

export function lagIsValid(lag: Lag | undefined): boolean {
  if (lag === undefined) return true;
  if (lag.kind === "percent") return Number.isFinite(lag.percent) && Math.abs(lag.percent) <= 10_000;
  return isWholeDays(Math.abs(lag.days), 0);
}

/** Whether `ancestor` is a summary above `id`; parents are known not to go in circles. */
function isAbove(parents: ReadonlyMap<string, string | undefined>, ancestor: string, id: string): boolean {
  let at = parents.get(id);
  while (at !== undefined && at !== ancestor) at = parents.get(at);
  return at === ancestor;
}

export const linkKey = (link: Link): string => `${link.from}\u0000${link.to}\u0000${link.type ?? "FS"}`;

function linkFaults(plan: Plan, summaries: ReadonlySet<string>): PlanFault[] {
  const parents = new Map(plan.tasks.map((task) => [task.id, task.parentId]));
  const seen = new Set<string>();
  const faults: PlanFault[] = [];
  for (const link of plan.links) {
    const { from, to, type = "FS", lag } = link;
    const missing = [from, to].filter((id) => !parents.has(id));
    for (const id of missing) {
      faults.push({ rule: "unknown-task", taskId: id, detail: `named by link ${from} ${type} ${to}, not in the plan` });
    }
    if (missing.length > 0) continue;
    const refuse = (rule: Extract<PlanFault, { link: Link }>["rule"]) => faults.push({ rule, taskId: to, link });
    if (from === to) refuse("self-link");
    else if (isAbove(parents, from, to) || isAbove(parents, to, from)) refuse("link-to-own-summary");
    if (summaries.has(to) && (type === "FF" || type === "SF")) refuse("link-into-summary");
    if (summaries.has(from) && lag?.kind === "percent") refuse("percent-of-summary");
    if (!lagIsValid(lag)) refuse("invalid-lag");
    const key = linkKey(link);
    if (seen.has(key)) refuse("duplicate-link");
    seen.add(key);
  }
  return faults;
}

function directionFaults(plan: Plan, summaries: ReadonlySet<string>): PlanFault[] {
  const { direction } = plan;
  const dates = [direction.start, direction.kind === "from-finish" ? direction.finish : undefined, plan.statusDate];
  const faults: PlanFault[] = dates
    .filter((date) => date !== undefined && !isPlanDate(date))
    .map((date) => ({ rule: "invalid-date", taskId: "", detail: `${date} of the plan is not a date of 1900..2199` }));
  if (direction.kind !== "from-anchors") return faults;
  const ids = new Set(plan.tasks.map((task) => task.id));
  if (direction.anchors.length === 0) {
    faults.push({ rule: "invalid-constraint", taskId: "", detail: "a plan laid from anchors needs one" });
  }
  for (const { taskId, date } of direction.anchors) {
    if (!ids.has(taskId)) faults.push({ rule: "unknown-task", taskId, detail: "an anchor that is not in the plan" });
    else if (summaries.has(taskId)) {
      faults.push({
        rule: "invalid-constraint",
        taskId,
        detail: "a summary cannot be an anchor; anchor one part of it",
      });
    }
    if (!isPlanDate(date)) {
      faults.push({ rule: "invalid-date", taskId, detail: `anchor ${date} is not a date of 1900..2199` });
    }
  }
  return faults;
}

/** Most different calendars one plan can use. */
const MAX_CALENDARS = 250;

/** Every fault of a plan that can be seen without walking its links; empty when it is well formed. O(n + m). */
export function planFaults(plan: Plan): PlanFault[] {
  const summaries = summariesOf(plan);
  const faults: PlanFault[] = calendarFaultsOf(plan);
  const calendars = new Set([plan.calendar.id, ...(plan.calendars ?? []).map((calendar) => calendar.id)]);
  if (calendars.size > MAX_CALENDARS) {
    faults.push({ rule: "invalid-calendar", ref: plan.calendar.id, detail: `more than ${MAX_CALENDARS} calendars` });
  }
  const seen = new Set<string>();
  for (const task of plan.tasks) {
    if (seen.has(task.id)) faults.push({ rule: "duplicate-task", taskId: task.id, ref: task.id });
    seen.add(task.id);
    if (task.calendarId !== undefined && !calendars.has(task.calendarId)) {
      faults.push({ rule: "unknown-calendar", taskId: task.id, ref: task.calendarId });
    }
    faults.push(...taskFaults(task, summaries.has(task.id)));
  }
  const parents = parentFaults(plan);
  faults.push(...parents, ...directionFaults(plan, summaries));
  if (parents.length === 0) faults.push(...linkFaults(plan, summaries));
  return faults;
}
