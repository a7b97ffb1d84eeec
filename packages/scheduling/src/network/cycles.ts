import type { Adjacency } from "./adjacency.ts";
import { circularComponents } from "./components.ts";
import type { EdgeList } from "./edges.ts";
import { linkAt, taskAt } from "./graph.ts";
import type { Plan, PlanFault } from "./model.ts";
import { at } from "./typed.ts";

/** Most circles named in one refusal. */
const MAX_CYCLES = 20;

/** Edges of a shortest circle through `root` within its component, by breadth-first search. */
function shortestCircle(root: number, members: ReadonlySet<number>, to: Int32Array, outgoing: Adjacency): number[] {
  const cameBy = new Map<number, number>();
  const cameFrom = new Map<number, number>();
  const queue = [root];
  for (const node of queue) {
    for (let e = at(outgoing.first, node); e < at(outgoing.first, node + 1); e++) {
      const edge = at(outgoing.edges, e);
      const next = at(to, edge);
      if (next === root) {
        const edges = [edge];
        for (let back = node; back !== root; back = cameFrom.get(back) ?? root) edges.unshift(cameBy.get(back) ?? edge);
        return edges;
      }
      if (!members.has(next) || cameBy.has(next)) continue;
      cameBy.set(next, edge);
      cameFrom.set(next, node);
      queue.push(next);
    }
  }
  return [];
}

/**
 * One shortest circle for each knot of tasks that wait for each other, at most twenty, each with its tasks and links in
 * order, starting at the task that comes first in the plan.
 */
export function cycleFaults(plan: Plan, list: EdgeList, to: Int32Array, outgoing: Adjacency): PlanFault[] {
  const components = circularComponents(list.kind.length, to, outgoing)
    .map((component) => component.sort((a, b) => (list.taskOf[a] ?? 0) - (list.taskOf[b] ?? 0) || a - b))
    .sort((a, b) => (list.taskOf[a[0] ?? 0] ?? 0) - (list.taskOf[b[0] ?? 0] ?? 0));
  return components.slice(0, MAX_CYCLES).map((component) => {
    const root = component[0] ?? 0;
    const edges = shortestCircle(root, new Set(component), to, outgoing);
    const nodes = edges.map((edge) => list.taskOf[list.from[edge] ?? 0] ?? 0);
    const tasks = nodes.filter((task, i) => task !== nodes.at(i - 1) || nodes.length === 1);
    const links = edges.map((edge) => list.linkOf[edge] ?? -1).filter((link) => link >= 0);
    return { rule: "cycle", taskIds: tasks.map((i) => taskAt(plan, i).id), links: links.map((i) => linkAt(plan, i)) };
  });
}
