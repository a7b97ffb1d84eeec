import type { Adjacency } from "./adjacency.ts";
import { at } from "./typed.ts";

/** The state of Tarjan's walk, with a stack of its own so that a chain of 100,000 tasks does not overflow the call stack. */
class Walk {
  readonly components: number[][] = [];
  readonly #to: Int32Array;
  readonly #outgoing: Adjacency;
  readonly #cursor: Int32Array;
  readonly #index: Int32Array;
  readonly #low: Int32Array;
  readonly #onStack: Uint8Array;
  readonly #stack: number[] = [];
  readonly #path: number[] = [];
  #counter = 0;

  constructor(nodeCount: number, to: Int32Array, outgoing: Adjacency) {
    this.#to = to;
    this.#outgoing = outgoing;
    this.#cursor = outgoing.first.slice();
    this.#index = new Int32Array(nodeCount);
    this.#low = new Int32Array(nodeCount);
    this.#onStack = new Uint8Array(nodeCount);
  }

  from(root: number): void {
    if (at(this.#index, root) !== 0) return;
    this.#open(root);
    for (let node = this.#path.at(-1); node !== undefined; node = this.#path.at(-1)) this.#step(node);
  }

  #step(node: number): void {
    const e = at(this.#cursor, node);
    if (e < at(this.#outgoing.first, node + 1)) {
      this.#cursor[node] = e + 1;
      const next = at(this.#to, at(this.#outgoing.edges, e));
      if (at(this.#index, next) === 0) this.#open(next);
      else if (at(this.#onStack, next) === 1) this.#lower(node, at(this.#index, next));
      return;
    }
    this.#path.pop();
    this.#close(node);
    const parent = this.#path.at(-1);
    if (parent !== undefined) this.#lower(parent, at(this.#low, node));
  }

  #lower(node: number, to: number): void {
    this.#low[node] = Math.min(at(this.#low, node), to);
  }

  #open(node: number): void {
    this.#counter += 1;
    this.#index[node] = this.#counter;
    this.#low[node] = this.#counter;
    this.#onStack[node] = 1;
    this.#stack.push(node);
    this.#path.push(node);
  }

  #close(node: number): void {
    if (at(this.#low, node) !== at(this.#index, node)) return;
    const component = this.#stack.splice(this.#stack.lastIndexOf(node));
    for (const member of component) this.#onStack[member] = 0;
    if (component.length > 1) this.components.push(component);
  }
}

/** Strongly connected components with more than one node (Tarjan 1972). O(n + m). */
export function circularComponents(nodeCount: number, to: Int32Array, outgoing: Adjacency): number[][] {
  const walk = new Walk(nodeCount, to, outgoing);
  for (let root = 0; root < nodeCount; root++) walk.from(root);
  return walk.components;
}
