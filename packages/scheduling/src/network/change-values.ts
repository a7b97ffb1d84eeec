import { type Bounds, copyBounds, setLag, setTaskBounds } from "./bounds.ts";
import { changedLink, changedTask, nameOf, type PlanChange, type TaskChange, unknownTask } from "./change.ts";
import { lagIsValid, linkKey } from "./check-plan.ts";
import { taskFaults } from "./check-tasks.ts";
import { linkAt, NODE } from "./graph.ts";
import type { Net } from "./link-rule.ts";
import type { Link, Plan, PlanFault, TaskInput } from "./model.ts";
import type { PreparedNetwork } from "./prepared-network.ts";
import { copySolution } from "./solution.ts";
import { at } from "./typed.ts";
import { DirtySet, updateSolution } from "./update.ts";

export type ResolvedChange = Exclude<PlanChange, { kind: "move" }>;

/** A network after value changes, with the nodes that the changes named. */
export interface ValueOutcome {
  readonly network: PreparedNetwork;
  readonly changed: ReadonlySet<number>;
}

/**
 * Whether a change leaves nodes, edges and milestone marks as they are, so that the packed structure can be kept.
 * Milestones choose their mark by constraint and summaries their pseudo nodes by limit, so theirs are rebuilt.
 */
export function keepsStructure(network: PreparedNetwork, change: ResolvedChange): boolean {
  const { graph } = network.net;
  const kindOf = (taskId: string): number => at(graph.kind, graph.indexOf.get(taskId) ?? 0);
  switch (change.kind) {
    case "set-duration":
      return kindOf(change.taskId) === NODE.TASK && change.durationDays !== 0;
    case "set-constraint":
    case "set-deadline":
      return kindOf(change.taskId) === NODE.TASK;
    case "set-progress":
      return kindOf(change.taskId) <= NODE.MILESTONE;
    case "set-lag":
      return true;
    case "add-link":
    case "remove-link":
    case "add-task":
    case "remove-task":
    case "set-direction":
    case "set-status-date":
      return false;
  }
}

/** Collects value changes into copies of the arrays. */
class ValueEditor {
  readonly #network: PreparedNetwork;
  readonly #tasks: TaskInput[];
  #links: Link[] | null = null;
  readonly bounds: Bounds;
  readonly forward: DirtySet;
  readonly backward: DirtySet;
  readonly changed = new Set<number>();
  readonly faults: PlanFault[] = [];

  constructor(network: PreparedNetwork) {
    this.#network = network;
    this.#tasks = [...network.plan.tasks];
    this.bounds = copyBounds(network.net.bounds);
    this.forward = new DirtySet(network.net.graph.place);
    this.backward = new DirtySet(network.net.graph.place);
  }

  get plan(): Plan {
    const { plan } = this.#network;
    return { ...plan, tasks: this.#tasks, links: this.#links ?? plan.links };
  }

  setTask(change: TaskChange): void {
    const { graph } = this.#network.net;
    const node = graph.indexOf.get(change.taskId);
    const task = node === undefined ? undefined : this.#tasks[node];
    if (node === undefined || task === undefined) {
      this.faults.push(unknownTask(change.taskId));
      return;
    }
    const next = changedTask(task, change);
    const faults = taskFaults(next, false);
    this.faults.push(...faults);
    if (faults.length > 0) return;
    this.#tasks[node] = next;
    setTaskBounds(graph, this.bounds, next, node);
    this.#mark(node);
    if (change.kind === "set-duration") this.#reviewPercentLags(node, next.durationDays);
  }

  setLag(change: Extract<ResolvedChange, { kind: "set-lag" }>): void {
    const { graph } = this.#network.net;
    const name = nameOf(change);
    const edge = this.#network.edges().get(linkKey(name));
    if (edge === undefined) {
      this.faults.push({ rule: "unknown-link", taskId: change.to, link: name });
      return;
    }
    const from = at(graph.from, edge);
    const link = changedLink(
      this.#links?.[at(graph.linkOf, edge)] ?? linkAt(graph.plan, at(graph.linkOf, edge)),
      change.lag,
    );
    if (!lagIsValid(link.lag)) this.faults.push({ rule: "invalid-lag", taskId: change.to, link });
    else if (link.lag?.kind === "percent" && at(graph.kind, from) > NODE.MILESTONE) {
      this.faults.push({ rule: "percent-of-summary", taskId: change.to, link });
    } else {
      this.#links ??= [...graph.plan.links];
      this.#links[at(graph.linkOf, edge)] = link;
      setLag(this.bounds, edge, link.lag, this.#tasks[at(graph.taskOf, from)]?.durationDays ?? 0);
      this.changed.add(from);
      this.changed.add(at(graph.to, edge));
      this.#markEdge(edge);
    }
  }

  /** Lags in percent of a task follow its duration. */
  #reviewPercentLags(node: number, durationDays: number): void {
    const { graph } = this.#network.net;
    for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
      const edge = at(graph.outEdges, e);
      const index = at(graph.linkOf, edge);
      const lag = (this.#links ?? graph.plan.links)[index]?.lag;
      if (lag?.kind !== "percent") continue;
      setLag(this.bounds, edge, lag, durationDays);
      this.#markEdge(edge);
    }
  }

  #mark(node: number): void {
    const { graph } = this.#network.net;
    this.changed.add(node);
    this.forward.add(node);
    this.backward.add(node);
    // A predecessor's target looks at the flags of what follows it.
    for (let e = at(graph.inFirst, node); e < at(graph.inFirst, node + 1); e++) {
      this.backward.add(at(graph.from, at(graph.inEdges, e)));
    }
  }

  #markEdge(edge: number): void {
    const { graph } = this.#network.net;
    this.forward.add(at(graph.to, edge));
    this.backward.add(at(graph.from, edge));
  }
}

/** Applies changes that keep the structure. O(n) of array copies, then only what depends on the changed tasks. */
export function changeValues(
  network: PreparedNetwork,
  changes: readonly ResolvedChange[],
): { readonly faults: readonly PlanFault[] } | ValueOutcome {
  const editor = new ValueEditor(network);
  for (const change of changes) {
    if (change.kind === "set-lag") editor.setLag(change);
    else if ("taskId" in change && change.kind !== "remove-task") editor.setTask(change);
  }
  if (editor.faults.length > 0) return { faults: editor.faults };
  const plan = editor.plan;
  const net: Net = { graph: { ...network.net.graph, plan }, bounds: editor.bounds };
  const solution = updateSolution(net, copySolution(network.solution), editor.forward, editor.backward);
  return { network: network.with(plan, editor.bounds, solution), changed: editor.changed };
}
