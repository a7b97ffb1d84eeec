import { type CalendarDate, err, ok, type Result } from "@yutu/kernel";
import { DONE } from "./bounds.ts";
import { changePlan, type PlanChange, unknownTask } from "./change.ts";
import { changeValues, keepsStructure, type ResolvedChange } from "./change-values.ts";
import type { PlanFault } from "./model.ts";
import { MovePreview } from "./move-preview.ts";
import { type PreparedNetwork, prepare } from "./prepared-network.ts";
import { type PlanRefusal, refusePlan } from "./refusal.ts";
import { at } from "./typed.ts";

/** A drag as a constraint, by the direction in which the task was laid. */
function resolveMove(network: PreparedNetwork, taskId: string, start: CalendarDate): Result<ResolvedChange, PlanFault> {
  const { graph, bounds } = network.net;
  const node = graph.indexOf.get(taskId);
  if (node === undefined) return err(unknownTask(taskId));
  if ((at(bounds.flags, node) & DONE) !== 0) {
    return err({ rule: "invalid-progress", taskId, detail: "it is done, and what happened does not move" });
  }
  const { scope } = network.solution;
  const laidBackwards = scope !== null && at(scope, node) === 1;
  return ok({ kind: "set-constraint", taskId, constraint: { kind: laidBackwards ? "MSO" : "SNET", date: start } });
}

function resolve(network: PreparedNetwork, changes: readonly PlanChange[]): Result<ResolvedChange[], PlanFault[]> {
  const resolved: ResolvedChange[] = [];
  const faults: PlanFault[] = [];
  for (const change of changes) {
    if (change.kind !== "move") {
      resolved.push(change);
      continue;
    }
    const constraint = resolveMove(network, change.taskId, change.start);
    if (constraint.ok) resolved.push(constraint.value);
    else faults.push(constraint.error);
  }
  return faults.length > 0 ? err(faults) : ok(resolved);
}

/** Tasks that a structural change names, so that a move can be told from one it caused. */
function namedBy(change: ResolvedChange): readonly string[] {
  switch (change.kind) {
    case "set-duration":
    case "set-constraint":
    case "set-deadline":
    case "set-progress":
    case "remove-task":
      return [change.taskId];
    case "set-lag":
    case "remove-link":
      return [change.from, change.to];
    case "add-link":
      return [change.link.from, change.link.to];
    case "add-task":
      return [change.task.id];
    case "set-direction":
    case "set-status-date":
      return [];
  }
}

function rebuild(network: PreparedNetwork, changes: readonly ResolvedChange[]): Result<MovePreview, PlanRefusal> {
  let plan = network.plan;
  const named = new Set<string>();
  for (const change of changes) {
    const next = changePlan(plan, change);
    if (!next.ok) return err(refusePlan([next.error]));
    if (change.kind === "remove-task") {
      for (const link of plan.links) {
        if (link.from === change.taskId) named.add(link.to);
        if (link.to === change.taskId) named.add(link.from);
      }
    }
    plan = next.value;
    for (const id of namedBy(change)) named.add(id);
  }
  const after = prepare(plan);
  return after.ok ? ok(new MovePreview(network, after.value, named)) : err(refusePlan(after.error));
}

/**
 * What a change would move: every task whose dates differ, with old and new dates and the chain that causes it. Nothing
 * is changed; to adopt the change keep `preview.network`.
 *
 * A change of values (duration, limit, progress, lag, a drag) costs copies of the arrays and the work that depends on
 * it; a change of structure (tasks, links, direction, milestones, limits of summaries) packs the plan anew, O(n + m).
 * @returns the preview, or every fault of the change: each names the task and the rule
 */
export function whatMoves(
  network: PreparedNetwork,
  changes: PlanChange | readonly PlanChange[],
): Result<MovePreview, PlanRefusal> {
  const list: readonly PlanChange[] = "kind" in changes ? [changes] : changes;
  const resolved = resolve(network, list);
  if (!resolved.ok) return err(refusePlan(resolved.error));
  if (!resolved.value.every((change) => keepsStructure(network, change))) return rebuild(network, resolved.value);
  const outcome = changeValues(network, resolved.value);
  if ("faults" in outcome) return err(refusePlan(outcome.faults));
  const { plan } = network;
  const named = new Set([...outcome.changed].flatMap((node) => plan.tasks[node]?.id ?? []));
  return ok(new MovePreview(network, outcome.network, named));
}
