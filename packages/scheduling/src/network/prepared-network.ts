import { err, ok, type Result } from "@yutu/kernel";
import { type Bounds, buildBounds } from "./bounds.ts";
import { buildGraph } from "./build-graph.ts";
import { linkKey } from "./check-plan.ts";
import type { Graph } from "./graph.ts";
import type { Net } from "./link-rule.ts";
import type { Plan, PlanFault } from "./model.ts";
import { type PlanRefusal, refusePlan } from "./refusal.ts";
import { Schedule } from "./schedule.ts";
import { type Solution, solve } from "./solution.ts";

/**
 * A checked and solved plan that is never changed in place: a change gives a new network that shares what stayed.
 * Keep one per open plan; a drag preview then costs the work that depends on the dragged task.
 */
export class PreparedNetwork {
  readonly net: Net;
  readonly solution: Solution;
  #schedule: Schedule | null = null;
  #edgeOf: ReadonlyMap<string, number> | null;

  constructor(net: Net, solution: Solution, edgeOf: ReadonlyMap<string, number> | null = null) {
    this.net = net;
    this.solution = solution;
    this.#edgeOf = edgeOf;
  }

  get plan(): Plan {
    return this.net.graph.plan;
  }

  /** The schedule of this network, computed once. */
  get schedule(): Schedule {
    this.#schedule ??= new Schedule(this.net, this.solution);
    return this.#schedule;
  }

  /** Edges by ends and type; built at the first change of a lag and handed on while the structure stays. */
  edges(): ReadonlyMap<string, number> {
    this.#edgeOf ??= edgeNames(this.net.graph);
    return this.#edgeOf;
  }

  /** The same structure with other values. */
  with(plan: Plan, bounds: Bounds, solution: Solution): PreparedNetwork {
    return new PreparedNetwork({ graph: { ...this.net.graph, plan }, bounds }, solution, this.#edgeOf);
  }
}

function edgeNames(graph: Graph): Map<string, number> {
  const names = new Map<string, number>();
  graph.linkOf.forEach((link, edge) => {
    const named = graph.plan.links[link];
    if (named !== undefined) names.set(linkKey(named), edge);
  });
  return names;
}

/** As `prepareNetwork`, with the bare faults. */
export function prepare(plan: Plan): Result<PreparedNetwork, readonly PlanFault[]> {
  const graph = buildGraph(plan);
  if (!graph.ok) return graph;
  const net: Net = { graph: graph.value, bounds: buildBounds(graph.value) };
  return ok(new PreparedNetwork(net, solve(net)));
}

/**
 * Checks a plan, packs it and schedules it. O(n + m) in tasks and links.
 * @returns the network, or every fault found: each names the task and the rule
 */
export function prepareNetwork(plan: Plan): Result<PreparedNetwork, PlanRefusal> {
  const prepared = prepare(plan);
  return prepared.ok ? prepared : err(refusePlan(prepared.error));
}

/** The schedule of a plan that will not be asked again. */
export function schedulePlan(plan: Plan): Result<Schedule, PlanRefusal> {
  const prepared = prepareNetwork(plan);
  return prepared.ok ? ok(prepared.value.schedule) : prepared;
}
