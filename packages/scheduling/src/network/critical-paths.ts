import type { Analysis } from "./analysis.ts";
import { DONE } from "./bounds.ts";
import { type Graph, NODE, taskAt } from "./graph.ts";
import { leastPosition, type Net } from "./link-rule.ts";
import { at } from "./typed.ts";

/** A chain of driving links through tasks with no more than the given slack, first to last. */
export interface CriticalPath {
  readonly taskIds: readonly string[];
  /** Greatest slack of a task on it. */
  readonly slackDays: number;
}

export interface CriticalPaths {
  readonly paths: readonly CriticalPath[];
  /** How many there are in all; a plan of parallel diamonds can have more than anybody lists. */
  readonly count: number;
}

/** Successors that a node drives in the early schedule and that are critical as well. */
function drivenBy(net: Net, analysis: Analysis, node: number, critical: Uint8Array): number[] {
  const { graph } = net;
  const driven: number[] = [];
  for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
    const edge = at(graph.outEdges, e);
    const to = at(graph.to, edge);
    if (at(critical, to) === 0 || driven.includes(to)) continue;
    if (at(graph.kind, to) === NODE.ROLLUP_START) continue;
    if (leastPosition(net, analysis.early, edge) >= at(analysis.early.position, to)) driven.push(to);
  }
  return driven;
}

const idsOf = (graph: Graph, nodes: readonly number[]): string[] => {
  const ids = nodes.map((node) => taskAt(graph.plan, at(graph.taskOf, node)).id);
  return ids.filter((id, i) => id !== ids[i - 1]);
};

interface CriticalGraph {
  readonly next: ReadonlyMap<number, readonly number[]>;
  readonly sources: readonly number[];
  /** Paths from a node to an end. */
  readonly pathsFrom: ReadonlyMap<number, number>;
}

function criticalGraph(net: Net, analysis: Analysis, thresholdDays: number): CriticalGraph {
  const { graph, bounds } = net;
  const critical = new Uint8Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    const counts = at(graph.kind, node) !== NODE.INERT && (at(bounds.flags, node) & DONE) === 0;
    if (counts && at(analysis.totalSlack, node) <= thresholdDays) critical[node] = 1;
  }
  const next = new Map<number, number[]>();
  const pathsFrom = new Map<number, number>();
  const driven = new Set<number>();
  for (let i = graph.order.length - 1; i >= 0; i--) {
    const node = at(graph.order, i);
    if (at(critical, node) === 0) continue;
    const successors = drivenBy(net, analysis, node, critical);
    for (const to of successors) driven.add(to);
    next.set(node, successors);
    const sum = successors.reduce((total, to) => total + (pathsFrom.get(to) ?? 0), 0);
    pathsFrom.set(node, successors.length === 0 ? 1 : sum);
  }
  const sources = [...next.keys()].filter((node) => !driven.has(node)).sort((a, b) => a - b);
  return { next, sources, pathsFrom };
}

/**
 * The critical paths of a plan: several when several chains are tight. With a threshold above 0 also the near-critical
 * ones. Tasks are listed once each; a summary stands for the roll-up a link leaves from.
 * @param limit most paths listed; all are counted
 */
export function criticalPathsOf(net: Net, analysis: Analysis, thresholdDays: number, limit: number): CriticalPaths {
  const { next, sources, pathsFrom } = criticalGraph(net, analysis, thresholdDays);
  const paths: CriticalPath[] = [];
  const open: { readonly node: number; readonly path: readonly number[] }[] = sources
    .map((node) => ({ node, path: [node] }))
    .reverse();
  for (let item = open.pop(); item !== undefined && paths.length < limit; item = open.pop()) {
    const successors = next.get(item.node) ?? [];
    if (successors.length === 0) {
      const slackDays = Math.max(...item.path.map((node) => at(analysis.totalSlack, node)));
      paths.push({ taskIds: idsOf(net.graph, item.path), slackDays });
    }
    for (const to of [...successors].reverse()) open.push({ node: to, path: [...item.path, to] });
  }
  return { paths, count: sources.reduce((total, node) => total + (pathsFrom.get(node) ?? 0), 0) };
}
