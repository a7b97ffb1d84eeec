import { at } from "./typed.ts";

/** Edges grouped by one of their ends: those of node `i` are `edges[first[i] .. first[i + 1])`, in the order given. */
export interface Adjacency {
  readonly first: Int32Array;
  readonly edges: Int32Array;
}

/** Counting sort of edges by node, O(n + m). */
export function groupEdges(nodeCount: number, endOf: Int32Array): Adjacency {
  const first = new Int32Array(nodeCount + 1);
  for (const node of endOf) first[node + 1] = at(first, node + 1) + 1;
  for (let i = 0; i < nodeCount; i++) first[i + 1] = at(first, i + 1) + at(first, i);
  const next = first.slice();
  const edges = new Int32Array(endOf.length);
  endOf.forEach((node, edge) => {
    const place = at(next, node);
    edges[place] = edge;
    next[node] = place + 1;
  });
  return { first, edges };
}

/**
 * Kahn's algorithm, O(n + m). The first `settled` entries of `order` are in topological order; fewer than the nodes
 * means a circle, and the nodes that are not settled lie on one or behind one.
 */
export function topologicalOrder(
  nodeCount: number,
  to: Int32Array,
  incoming: Adjacency,
  outgoing: Adjacency,
): { readonly order: Int32Array; readonly settled: number } {
  const order = new Int32Array(nodeCount);
  const waiting = new Int32Array(nodeCount);
  let end = 0;
  for (let i = 0; i < nodeCount; i++) {
    waiting[i] = at(incoming.first, i + 1) - at(incoming.first, i);
    if (waiting[i] === 0) order[end++] = i;
  }
  for (let head = 0; head < end; head++) {
    const node = at(order, head);
    for (let e = at(outgoing.first, node); e < at(outgoing.first, node + 1); e++) {
      const next = at(to, at(outgoing.edges, e));
      const left = at(waiting, next) - 1;
      waiting[next] = left;
      if (left === 0) order[end++] = next;
    }
  }
  return { order, settled: end };
}

/** Tasks in an order in which children come before their parents. O(n). */
export function bottomUp(parentOf: Int32Array): Int32Array {
  const open = new Int32Array(parentOf.length);
  for (const parent of parentOf) if (parent >= 0) open[parent] = at(open, parent) + 1;
  const order = new Int32Array(parentOf.length);
  let end = 0;
  for (let i = 0; i < parentOf.length; i++) if (at(open, i) === 0) order[end++] = i;
  for (let head = 0; head < end; head++) {
    const parent = at(parentOf, at(order, head));
    if (parent < 0) continue;
    const left = at(open, parent) - 1;
    open[parent] = left;
    if (left === 0) order[end++] = parent;
  }
  return order;
}
