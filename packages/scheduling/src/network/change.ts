import { type CalendarDate, err, ok, type Result } from "@yutu/kernel";
import { linkKey } from "./check-plan.ts";
import type { Constraint, Direction, Lag, Link, LinkType, Plan, PlanFault, Progress, TaskInput } from "./model.ts";

/** A change to one task's own values. */
export type TaskChange =
  | { readonly kind: "set-duration"; readonly taskId: string; readonly durationDays: number }
  | { readonly kind: "set-constraint"; readonly taskId: string; readonly constraint: Constraint | null }
  | { readonly kind: "set-deadline"; readonly taskId: string; readonly deadline: CalendarDate | null }
  | { readonly kind: "set-progress"; readonly taskId: string; readonly progress: Progress | null };

/**
 * A change to a plan.
 * - `move` is a drag to another start: `SNET` for a task laid forwards, `MSO` for one laid backwards.
 * - `set-lag` and `remove-link` name a link by its ends and type (default `FS`).
 */
export type PlanChange =
  | TaskChange
  | { readonly kind: "move"; readonly taskId: string; readonly start: CalendarDate }
  | {
      readonly kind: "set-lag";
      readonly from: string;
      readonly to: string;
      readonly type?: LinkType;
      readonly lag: Lag | null;
    }
  | { readonly kind: "add-link"; readonly link: Link }
  | { readonly kind: "remove-link"; readonly from: string; readonly to: string; readonly type?: LinkType }
  | { readonly kind: "add-task"; readonly task: TaskInput }
  | { readonly kind: "remove-task"; readonly taskId: string }
  | { readonly kind: "set-direction"; readonly direction: Direction }
  | { readonly kind: "set-status-date"; readonly statusDate: CalendarDate | null };

/** The task after a change of its own values. */
export function changedTask(task: TaskInput, change: TaskChange): TaskInput {
  switch (change.kind) {
    case "set-duration":
      return { ...task, durationDays: change.durationDays };
    case "set-constraint": {
      const { constraint: _, ...rest } = task;
      return change.constraint === null ? rest : { ...rest, constraint: change.constraint };
    }
    case "set-deadline": {
      const { deadline: _, ...rest } = task;
      return change.deadline === null ? rest : { ...rest, deadline: change.deadline };
    }
    case "set-progress": {
      const { progress: _, ...rest } = task;
      return change.progress === null ? rest : { ...rest, progress: change.progress };
    }
  }
}

export function changedLink(link: Link, lag: Lag | null): Link {
  const { lag: _, ...rest } = link;
  return lag === null ? rest : { ...rest, lag };
}

export const unknownTask = (taskId: string): PlanFault => ({
  rule: "unknown-task",
  taskId,
  detail: "named by a change, not in the plan",
});

function replaceTask(plan: Plan, change: TaskChange): Result<Plan, PlanFault> {
  if (!plan.tasks.some((task) => task.id === change.taskId)) return err(unknownTask(change.taskId));
  return ok({ ...plan, tasks: plan.tasks.map((t) => (t.id === change.taskId ? changedTask(t, change) : t)) });
}

/** The ends and type that a change names, without the rest of the change. */
export const nameOf = ({ from, to, type }: Pick<Link, "from" | "to" | "type">): Link =>
  type === undefined ? { from, to } : { from, to, type };

function replaceLink(plan: Plan, link: Link, replacement: readonly Link[]): Result<Plan, PlanFault> {
  const key = linkKey(link);
  const i = plan.links.findIndex((candidate) => linkKey(candidate) === key);
  if (i < 0) return err({ rule: "unknown-link", taskId: link.to, link });
  return ok({ ...plan, links: plan.links.toSpliced(i, 1, ...replacement) });
}

function removeTask(plan: Plan, taskId: string): Result<Plan, PlanFault> {
  if (!plan.tasks.some((task) => task.id === taskId)) return err(unknownTask(taskId));
  return ok({
    ...plan,
    tasks: plan.tasks.filter((task) => task.id !== taskId),
    links: plan.links.filter((link) => link.from !== taskId && link.to !== taskId),
  });
}

/**
 * The plan after one change, unchecked beyond the names it mentions: `prepareNetwork` checks the rest. O(n + m).
 * A removed task takes its links with it; its parts, if any, are refused as orphans by the check.
 */
export function changePlan(plan: Plan, change: Exclude<PlanChange, { kind: "move" }>): Result<Plan, PlanFault> {
  switch (change.kind) {
    case "set-duration":
    case "set-constraint":
    case "set-deadline":
    case "set-progress":
      return replaceTask(plan, change);
    case "set-lag": {
      const key = linkKey(nameOf(change));
      const link = plan.links.find((candidate) => linkKey(candidate) === key);
      return replaceLink(plan, nameOf(change), link === undefined ? [] : [changedLink(link, change.lag)]);
    }
    case "remove-link":
      return replaceLink(plan, nameOf(change), []);
    case "add-link":
      return ok({ ...plan, links: [...plan.links, change.link] });
    case "add-task":
      return ok({ ...plan, tasks: [...plan.tasks, change.task] });
    case "remove-task":
      return removeTask(plan, change.taskId);
    case "set-direction":
      return ok({ ...plan, direction: change.direction });
    case "set-status-date": {
      const { statusDate: _, ...rest } = plan;
      return ok(change.statusDate === null ? rest : { ...rest, statusDate: change.statusDate });
    }
  }
}
