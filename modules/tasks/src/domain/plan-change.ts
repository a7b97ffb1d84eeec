import { calendarDate, daysBetween, err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import {
  type Lag,
  type LinkType,
  type MovePreview,
  type PlanChange,
  type PlanRefusal,
  type PreparedNetwork,
  whatMoves,
} from "@yutu/scheduling";
import type { PlanLink, PlanTask } from "./plan.ts";
import { taskProblems } from "./problems.ts";
import { isEnded } from "./status.ts";
import { workingCalendar } from "./working-calendar.ts";

/** What people do to a plan: drag or stretch a task, draw a link, remove one. */
export type PlanEdit =
  | {
      readonly kind: "move";
      readonly taskId: string;
      readonly startDate: string;
      readonly dueDate: string;
      /** Working days; without them the work follows from the dates, see `dragged`. */
      readonly durationDays?: number | undefined;
    }
  | {
      readonly kind: "add-link";
      readonly fromId: string;
      readonly toId: string;
      readonly type: LinkType;
      readonly lag?: Lag | null | undefined;
    }
  | { readonly kind: "remove-link"; readonly linkId: string };

/**
 * A drag that keeps the length keeps the work; otherwise the working days between the new ends are the work.
 * @param task where the dragged bar lay: the stored days, or those of a draft
 * @param to where it was dropped; a given duration decides alone
 */
export function dragged(
  task: Pick<PlanTask, "milestone" | "startDate" | "dueDate" | "durationDays">,
  to: { readonly startDate: string; readonly dueDate: string; readonly durationDays?: number | undefined },
): { readonly startDate: string; readonly durationDays: number } {
  if (task.milestone) return { startDate: to.startDate, durationDays: 0 };
  const { days } = workingCalendar();
  const startDate = days.onOrAfter(calendarDate(to.startDate));
  if (to.durationDays !== undefined) return { startDate, durationDays: Math.max(1, to.durationDays) };
  const lengthOf = (from: string, until: string): number => daysBetween(calendarDate(from), calendarDate(until));
  const sameLength =
    task.startDate !== null &&
    task.dueDate !== null &&
    lengthOf(task.startDate, task.dueDate) === lengthOf(to.startDate, to.dueDate);
  if (sameLength) return { startDate, durationDays: Math.max(1, task.durationDays) };
  return { startDate, durationDays: Math.max(1, days.countWorkingDays(startDate, calendarDate(to.dueDate))) };
}

const unknown = (taskId: string) =>
  err(problem(taskProblems.unknownTask, "The plan has no such task with dates.", { params: { taskId } }));

/** The way along links from one task to another, both ends included; undefined when there is none. */
export function pathBetween(
  links: readonly Pick<PlanLink, "fromId" | "toId">[],
  from: string,
  to: string,
): string[] | undefined {
  const next = new Map<string, string[]>();
  for (const { fromId, toId } of links) next.set(fromId, [...(next.get(fromId) ?? []), toId]);
  const cameFrom = new Map<string, string>([[from, from]]);
  const queue = [from];
  for (const at of queue) {
    if (at === to) break;
    for (const toId of next.get(at) ?? []) {
      if (cameFrom.has(toId)) continue;
      cameFrom.set(toId, at);
      queue.push(toId);
    }
  }
  if (!cameFrom.has(to)) return undefined;
  const path = [to];
  for (let at = to; at !== from; ) {
    at = cameFrom.get(at) ?? from;
    path.unshift(at);
  }
  return path;
}

/** Links of tasks without dates are kept and push nothing yet; only circles are refused. */
function checkUndated(links: readonly PlanLink[], fromId: string, toId: string): Result<PlanChange[], Problem> {
  const path = pathBetween(links, toId, fromId);
  if (!path) return ok([]);
  const detail = `tasks wait for each other in a circle: ${[...path, toId].join(" → ")}`;
  return err(problem(taskProblems.cycle, detail, { params: { path: [...path, toId].join(" ") } }));
}

function changesOf(
  edit: PlanEdit,
  all: { readonly tasks: ReadonlySet<string>; readonly links: readonly PlanLink[] },
  tasks: ReadonlyMap<string, PlanTask>,
  links: ReadonlyMap<string, PlanLink>,
): Result<PlanChange[], Problem> {
  switch (edit.kind) {
    case "move": {
      const task = tasks.get(edit.taskId);
      if (!task) return unknown(edit.taskId);
      if (isEnded(task.status)) return err(problem(taskProblems.ended, "Open it again first."));
      const { startDate, durationDays } = dragged(task, edit);
      const move: PlanChange = {
        kind: "set-constraint",
        taskId: task.id,
        constraint: { kind: "SNET", date: calendarDate(startDate) },
      };
      return ok(task.milestone ? [move] : [{ kind: "set-duration", taskId: task.id, durationDays }, move]);
    }
    case "add-link": {
      for (const id of [edit.fromId, edit.toId]) if (!all.tasks.has(id)) return unknown(id);
      if (!tasks.has(edit.fromId) || !tasks.has(edit.toId)) return checkUndated(all.links, edit.fromId, edit.toId);
      const link = { from: edit.fromId, to: edit.toId, type: edit.type, ...(edit.lag ? { lag: edit.lag } : {}) };
      return ok([{ kind: "add-link", link }]);
    }
    case "remove-link": {
      const link = links.get(edit.linkId);
      return ok(link ? [{ kind: "remove-link", from: link.fromId, to: link.toId, type: link.type }] : []);
    }
  }
}

/** The engine's refusal in the words of this module: circles by their path, double links, the rest as it is. */
export function refusalOf(refusal: PlanRefusal): Problem {
  const [fault] = refusal.faults;
  if (fault?.rule === "cycle") {
    const path = [...fault.taskIds, fault.taskIds[0] ?? ""];
    return problem(taskProblems.cycle, refusal.detail, { params: { path: path.join(" ") } });
  }
  if (fault?.rule === "duplicate-link") return problem(taskProblems.linkExists, refusal.detail);
  return problem(taskProblems.impossibleLink, refusal.detail, { params: { rule: fault?.rule ?? null } });
}

/** What edits would move. Nothing is changed; the preview holds the network as it would be. */
export function previewEdits(
  network: PreparedNetwork,
  tasks: readonly PlanTask[],
  links: readonly PlanLink[],
  edits: readonly PlanEdit[],
): Result<MovePreview, Problem> {
  const inPlan = new Set(network.plan.tasks.map((t) => t.id));
  const byId = new Map(tasks.filter((t) => inPlan.has(t.id)).map((t) => [t.id, t]));
  const byLink = new Map(links.filter((l) => inPlan.has(l.fromId) && inPlan.has(l.toId)).map((l) => [l.id, l]));
  const all = { tasks: new Set(tasks.map((t) => t.id)), links };
  const changes: PlanChange[] = [];
  for (const edit of edits) {
    const next = changesOf(edit, all, byId, byLink);
    if (!next.ok) return next;
    changes.push(...next.value);
  }
  const preview = whatMoves(network, changes);
  return preview.ok ? preview : err(refusalOf(preview.error));
}
