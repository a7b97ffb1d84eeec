import { PINNED, STARTED } from "./bounds.ts";
import { taskAt } from "./graph.ts";
import type { Net, Places } from "./link-rule.ts";
import type { Driver } from "./model.ts";
import { dateOfFinish, dateOfStart } from "./scale.ts";
import { at } from "./typed.ts";

/** What happened or was fixed: the task stands there whatever the others do. */
export function factOf({ graph, bounds }: Net, node: number): Driver | null {
  if ((at(bounds.flags, node) & PINNED) === 0) return null;
  const { constraint, progress } = taskAt(graph.plan, at(graph.taskOf, node));
  if (progress !== undefined && (progress.finish !== undefined || constraint?.kind !== "FIXED")) {
    return { kind: "actual", date: progress.finish ?? progress.start };
  }
  if (constraint?.kind === "FIXED") return { kind: "constraint", rule: "FIXED", date: constraint.start };
  return null;
}

/** The rule of the task's own that keeps it from standing earlier, if it is one that does. */
export function earlyRule({ graph, bounds }: Net, places: Places, node: number): Driver | null {
  if (at(places.position, node) > at(bounds.lower, node)) return null;
  const { constraint, progress } = taskAt(graph.plan, at(graph.taskOf, node));
  const anchor = graph.anchorOf.get(node);
  if (anchor !== undefined) return { kind: "anchor", date: anchor.date };
  const { statusDate } = graph.plan;
  const status: Driver | null = statusDate === undefined ? null : { kind: "status-date", date: statusDate };
  if ((at(bounds.flags, node) & STARTED) !== 0 && progress !== undefined) {
    return status ?? { kind: "actual", date: progress.start };
  }
  if (constraint === undefined || !("date" in constraint)) return status;
  if (constraint.kind === "SNLT" || constraint.kind === "FNLT") return status;
  if (statusDate !== undefined && constraint.date < statusDate) return status;
  return { kind: "constraint", rule: constraint.kind, date: constraint.date };
}

/** The rule that keeps a task laid backwards from standing later: its anchor, its own limit, or the end of the plan. */
export function lateRule({ graph, bounds }: Net, places: Places, node: number): Driver {
  const { constraint, deadline } = taskAt(graph.plan, at(graph.taskOf, node));
  if (at(bounds.upper, node) <= at(places.position, node)) {
    const anchor = graph.anchorOf.get(node);
    if (anchor !== undefined) return { kind: "anchor", date: anchor.date };
    if (constraint !== undefined && "date" in constraint) {
      return { kind: "constraint", rule: constraint.kind, date: constraint.date };
    }
    if (deadline !== undefined) return { kind: "deadline", date: deadline };
  }
  return { kind: "plan-finish", date: dateOfFinish(at(places.finish, node)) };
}

export const planStart = (floor: number): Driver => ({ kind: "plan-start", date: dateOfStart(floor) });
