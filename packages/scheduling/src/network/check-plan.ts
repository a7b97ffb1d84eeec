import { compileCalendar } from "../calendar/compiled-calendar.ts";
import type { WorkingCalendar } from "../calendar/model.ts";
import { groupEdges } from "./adjacency.ts";
import { isPlanDate, isWholeDays, taskFaults } from "./check-tasks.ts";
import { LINK_TYPES } from "./graph.ts";
import type { Lag, Link, Plan, PlanFault } from "./model.ts";
import { at } from "./typed.ts";

/** Ids of the tasks that others name as parent. */
export function summariesOf(plan: Plan): Set<string> {
  const summaries = new Set<string>();
  for (const { parentId } of plan.tasks) if (parentId !== undefined) summaries.add(parentId);
  return summaries;
}

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

/** Parents of the tasks that have one; of a task given twice the later counts. */
function parentsOf(plan: Plan): Map<string, string> {
  const parents = new Map<string, string>();
  for (const { id, parentId } of plan.tasks) {
    if (parentId === undefined) parents.delete(id);
    else parents.set(id, parentId);
  }
  return parents;
}

/** Parents that are missing or go round in a circle; each circle is named once, at its smallest id. */
function parentFaults(plan: Plan, indexOf: ReadonlyMap<string, number>): PlanFault[] {
  const parents = parentsOf(plan);
  const faults: PlanFault[] = [];
  const settled = new Set<string>();
  for (const task of plan.tasks) {
    if (task.parentId === undefined) continue;
    if (!indexOf.has(task.parentId)) {
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
function isAbove(parents: ReadonlyMap<string, string>, ancestor: string, id: string): boolean {
  let at = parents.get(id);
  while (at !== undefined && at !== ancestor) at = parents.get(at);
  return at === ancestor;
}

export const linkKey = (link: Link): string => `${link.from}\u0000${link.to}\u0000${link.type ?? "FS"}`;

type LinkRule = Extract<PlanFault, { link: Link }>["rule"];

/** Rules that a link between known tasks breaks. */
function brokenRules(link: Link, summaries: ReadonlySet<string>, parents: ReadonlyMap<string, string>): LinkRule[] {
  const { from, to, type, lag } = link;
  const rules: LinkRule[] = [];
  if (from === to) rules.push("self-link");
  else if (parents.size > 0 && (isAbove(parents, from, to) || isAbove(parents, to, from))) {
    rules.push("link-to-own-summary");
  }
  if (summaries.size > 0 && summaries.has(to) && (type === "FF" || type === "SF")) rules.push("link-into-summary");
  if (lag?.kind === "percent" && summaries.has(from)) rules.push("percent-of-summary");
  if (!lagIsValid(lag)) rules.push("invalid-lag");
  return rules;
}

/** Links given twice, found by stamping each source's targets. O(n + m). */
function duplicateLinks(links: readonly Link[], from: Int32Array, to: Int32Array, n: number): PlanFault[] {
  const { first, edges } = groupEdges(n, from);
  const stamp = new Int32Array(n * LINK_TYPES.length);
  const faults: PlanFault[] = [];
  for (let node = 0; node < n; node++) {
    for (let e = at(first, node); e < at(first, node + 1); e++) {
      const link = links[at(edges, e)];
      if (link === undefined) continue;
      const slot = at(to, at(edges, e)) * LINK_TYPES.length + LINK_TYPES.indexOf(link.type ?? "FS");
      if (at(stamp, slot) === node + 1) faults.push({ rule: "duplicate-link", taskId: link.to, link });
      stamp[slot] = node + 1;
    }
  }
  return faults;
}

function linkFaults(plan: Plan, indexOf: ReadonlyMap<string, number>, summaries: ReadonlySet<string>): PlanFault[] {
  const parents = parentsOf(plan);
  const from = new Int32Array(plan.links.length);
  const to = new Int32Array(plan.links.length);
  const faults: PlanFault[] = [];
  const known: Link[] = [];
  for (const link of plan.links) {
    const source = indexOf.get(link.from);
    const target = indexOf.get(link.to);
    if (source === undefined || target === undefined) {
      const detail = `named by link ${link.from} ${link.type ?? "FS"} ${link.to}, not in the plan`;
      if (source === undefined) faults.push({ rule: "unknown-task", taskId: link.from, detail });
      if (target === undefined) faults.push({ rule: "unknown-task", taskId: link.to, detail });
      continue;
    }
    from[known.length] = source;
    to[known.length] = target;
    known.push(link);
    for (const rule of brokenRules(link, summaries, parents)) faults.push({ rule, taskId: link.to, link });
  }
  const n = known.length;
  return [...faults, ...duplicateLinks(known, from.subarray(0, n), to.subarray(0, n), plan.tasks.length)];
}

function directionFaults(
  plan: Plan,
  indexOf: ReadonlyMap<string, number>,
  summaries: ReadonlySet<string>,
): PlanFault[] {
  const { direction } = plan;
  const dates = [direction.start, direction.kind === "from-finish" ? direction.finish : undefined, plan.statusDate];
  const faults: PlanFault[] = dates
    .filter((date) => date !== undefined && !isPlanDate(date))
    .map((date) => ({ rule: "invalid-date", taskId: "", detail: `${date} of the plan is not a date of 1900..2199` }));
  if (direction.kind !== "from-anchors") return faults;
  if (direction.anchors.length === 0) {
    faults.push({ rule: "invalid-constraint", taskId: "", detail: "a plan laid from anchors needs one" });
  }
  for (const { taskId, date } of direction.anchors) {
    if (!indexOf.has(taskId))
      faults.push({ rule: "unknown-task", taskId, detail: "an anchor that is not in the plan" });
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
const MAX_CALENDARS = 10_000;

/** Places of tasks in the plan by id; of a task given twice the later counts. */
export const indexTasks = (plan: Plan): Map<string, number> => new Map(plan.tasks.map((task, i) => [task.id, i]));

/** Every fault of a plan that can be seen without walking its links; empty when it is well formed. O(n + m). */
export function planFaults(plan: Plan, indexOf: ReadonlyMap<string, number> = indexTasks(plan)): PlanFault[] {
  const summaries = summariesOf(plan);
  const faults: PlanFault[] = calendarFaultsOf(plan);
  const calendars = new Set([plan.calendar.id, ...(plan.calendars ?? []).map((calendar) => calendar.id)]);
  if (calendars.size > MAX_CALENDARS) {
    faults.push({ rule: "invalid-calendar", ref: plan.calendar.id, detail: `more than ${MAX_CALENDARS} calendars` });
  }
  const unique = indexOf.size === plan.tasks.length;
  plan.tasks.forEach((task, i) => {
    if (!unique && indexOf.get(task.id) !== i) faults.push({ rule: "duplicate-task", taskId: task.id, ref: task.id });
    if (task.calendarId !== undefined && !calendars.has(task.calendarId)) {
      faults.push({ rule: "unknown-calendar", taskId: task.id, ref: task.calendarId });
    }
    faults.push(...taskFaults(task, summaries.size > 0 && summaries.has(task.id)));
  });
  const parents = parentFaults(plan, indexOf);
  faults.push(...parents, ...directionFaults(plan, indexOf, summaries));
  if (parents.length === 0) faults.push(...linkFaults(plan, indexOf, summaries));
  return faults;
}
