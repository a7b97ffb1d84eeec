import type { Adjacency } from "./adjacency.ts";
import { at } from "./typed.ts";

/**
 * Strongly connected components with more than one node (Tarjan 1972, with a stack of its own so that a chain of 100,000
 * tasks does not overflow the call stack). O(n + m).
 */
export function circularComponents(nodeCount: number, to: Int32Array, outgoing: Adjacency): number[][] {
  const index = new Int32Array(nodeCount);
  const low = new Int32Array(nodeCount);
  const onStack = new Uint8Array(nodeCount);
  const cursor = outgoing.first.slice();
  const stack: number[] = [];
  const components: number[][] = [];
  let counter = 0;

  const open = (node: number, path: number[]): void => {
    counter += 1;
    index[node] = counter;
    low[node] = counter;
    onStack[node] = 1;
    stack.push(node);
    path.push(node);
  };
  const close = (node: number): void => {
    if (at(low, node) !== at(index, node)) return;
    const component: number[] = [];
    let member: number | undefined;
    do {
      member = stack.pop();
      if (member === undefined) break;
      onStack[member] = 0;
      component.push(member);
    } while (member !== node);
    if (component.length > 1) components.push(component);
  };

  for (let root = 0; root < nodeCount; root++) {
    if (at(index, root) !== 0) continue;
    const path: number[] = [];
    open(root, path);
    for (let node = path.at(-1); node !== undefined; node = path.at(-1)) {
      const e = at(cursor, node);
      if (e < at(outgoing.first, node + 1)) {
        cursor[node] = e + 1;
        const next = at(to, at(outgoing.edges, e));
        if (at(index, next) === 0) open(next, path);
        else if (at(onStack, next) === 1) low[node] = Math.min(at(low, node), at(index, next));
      } else {
        path.pop();
        close(node);
        const parent = path.at(-1);
        if (parent !== undefined) low[parent] = Math.min(at(low, parent), at(low, node));
      }
    }
  }
  return components;
}
