import { driverOf, type Hold, holdOf } from "./drivers.ts";
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

function walk(net: Net, solution: Solution, node: number, visit: (node: number, hold: Hold) => void): void {
  const seen = new Set<number>();
  let current = node;
  while (!seen.has(current)) {
    seen.add(current);
    const hold = holdOf(net, solution, current);
    visit(current, hold);
    if (hold.kind === "rule") return;
    current = hold.node;
  }
}

/** From the task to the rule at the root of its date, one step per task. O(length x degree). */
export function reasonsOf(net: Net, solution: Solution, node: number): ReasonStep[] {
  const steps: ReasonStep[] = [];
  walk(net, solution, node, (current, hold) => {
    steps.push({ taskId: taskAt(net.graph.plan, at(net.graph.taskOf, current)).id, driver: driverOf(net, hold) });
  });
  return steps.filter((step, i) => step.taskId !== steps[i + 1]?.taskId);
}

/** Task ids from the root cause to the task. */
export function driverChain(net: Net, solution: Solution, node: number): string[] {
  return reasonsOf(net, solution, node)
    .map((step) => step.taskId)
    .reverse();
}
