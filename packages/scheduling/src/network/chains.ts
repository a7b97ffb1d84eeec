import { driverOf, type Hold, holdIn, type View, viewAfter } from "./drivers.ts";
import { taskAt } from "./graph.ts";
import type { Net } from "./link-rule.ts";
import type { Driver } from "./model.ts";
import type { Solution } from "./solution.ts";
import { at } from "./typed.ts";

/** One step of the answer to "why this date": a task and what holds it there. */
export interface ReasonStep {
  readonly taskId: string;
  readonly driver: Driver;
}

/** From the task to the rule at the root of its date, one step per task. O(length x degree). */
export function reasonsOf(net: Net, solution: Solution, node: number): ReasonStep[] {
  const steps: ReasonStep[] = [];
  const seen = new Set<string>();
  let current: number | null = node;
  let view: View = "planned";
  // A summary can come twice: as the span of its parts, and as the whole that something waits for.
  while (current !== null && !seen.has(`${current} ${view}`)) {
    seen.add(`${current} ${view}`);
    const hold: Hold = holdIn(net, solution, current, view);
    steps.push({ taskId: taskAt(net.graph.plan, at(net.graph.taskOf, current)).id, driver: driverOf(net, hold) });
    current = hold.kind === "rule" ? null : hold.node;
    if (hold.kind !== "rule") view = viewAfter(hold);
  }
  return steps.filter((step, i) => step.taskId !== steps[i + 1]?.taskId);
}

/** Task ids from the root cause to the task. */
export function driverChain(net: Net, solution: Solution, node: number): string[] {
  return reasonsOf(net, solution, node)
    .map((step) => step.taskId)
    .reverse();
}
