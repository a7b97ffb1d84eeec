import { FS, LINK_TYPES, NODE, SF, SS } from "./graph.ts";
import type { Plan } from "./model.ts";

/** Nodes and edges as they are collected, before they are packed. */
export interface EdgeList {
  readonly kind: number[];
  readonly taskOf: number[];
  readonly from: number[];
  readonly to: number[];
  readonly type: number[];
  readonly linkOf: number[];
}

/** Leaf tasks below each summary that is asked for, computed once each. */
function leavesBelow(children: readonly (readonly number[])[]): (summary: number) => readonly number[] {
  const known = new Map<number, number[]>();
  return (summary) => {
    let leaves = known.get(summary);
    if (leaves === undefined) {
      leaves = [];
      const open = [...(children[summary] ?? [])].reverse();
      for (let i = open.pop(); i !== undefined; i = open.pop()) {
        const below = children[i] ?? [];
        if (below.length === 0) leaves.push(i);
        else open.push(...[...below].reverse());
      }
      known.set(summary, leaves);
    }
    return leaves;
  };
}

/**
 * Turns tasks and links into nodes and edges. A link out of a summary leaves from a roll-up of its parts, a link into a
 * summary ends at a gate before them; only summaries that need one get it.
 */
export class EdgeBuilder {
  readonly list: EdgeList;
  readonly #isSummary: readonly boolean[];
  readonly #leaves: (summary: number) => readonly number[];
  readonly #starts = new Map<number, number>();
  readonly #gates = new Map<number, number>();

  constructor(plan: Plan, parentOf: Int32Array) {
    const children: number[][] = plan.tasks.map(() => []);
    parentOf.forEach((parent, i) => {
      children[parent]?.push(i);
    });
    this.#isSummary = children.map((below) => below.length > 0);
    this.#leaves = leavesBelow(children);
    const kind = plan.tasks.map((task, i) =>
      this.#isSummary[i] === true ? NODE.INERT : task.durationDays === 0 ? NODE.MILESTONE : NODE.TASK,
    );
    this.list = { kind, taskOf: plan.tasks.map((_, i) => i), from: [], to: [], type: [], linkOf: [] };
  }

  addLink(from: number, to: number, type: number, link: number): void {
    const source =
      this.#isSummary[from] !== true ? from : type === SS || type === SF ? this.#start(from) : this.finish(from);
    this.#add(source, this.#isSummary[to] === true ? this.gate(to) : to, type, link);
  }

  /** The node that holds the latest finish of a summary's parts. */
  finish(summary: number): number {
    if (this.list.kind[summary] === NODE.INERT) {
      this.list.kind[summary] = NODE.ROLLUP_FINISH;
      for (const leaf of this.#leaves(summary)) this.#add(leaf, summary, FS, -1);
    }
    return summary;
  }

  /** The node that holds the parts of a summary back. */
  gate(summary: number): number {
    return this.#pseudo(this.#gates, summary, NODE.GATE, (gate, leaf) => this.#add(gate, leaf, FS, -1));
  }

  #start(summary: number): number {
    return this.#pseudo(this.#starts, summary, NODE.ROLLUP_START, (start, leaf) => this.#add(leaf, start, SS, -1));
  }

  #pseudo(
    known: Map<number, number>,
    summary: number,
    kind: number,
    join: (node: number, leaf: number) => void,
  ): number {
    const before = known.get(summary);
    if (before !== undefined) return before;
    const node = this.list.kind.length;
    known.set(summary, node);
    this.list.kind.push(kind);
    this.list.taskOf.push(summary);
    for (const leaf of this.#leaves(summary)) join(node, leaf);
    return node;
  }

  #add(from: number, to: number, type: number, link: number): void {
    this.list.from.push(from);
    this.list.to.push(to);
    this.list.type.push(type);
    this.list.linkOf.push(link);
  }
}

/** The nodes and edges of a well-formed plan. */
export function buildEdges(plan: Plan, indexOf: ReadonlyMap<string, number>, parentOf: Int32Array): EdgeList {
  const builder = new EdgeBuilder(plan, parentOf);
  plan.links.forEach((link, i) => {
    builder.addLink(indexOf.get(link.from) ?? 0, indexOf.get(link.to) ?? 0, LINK_TYPES.indexOf(link.type ?? "FS"), i);
  });
  plan.tasks.forEach((task, i) => {
    if (builder.list.kind[i] !== NODE.INERT && builder.list.kind[i] !== NODE.ROLLUP_FINISH) return;
    if (task.constraint?.kind === "SNET") builder.gate(i);
    if (task.constraint?.kind === "FNLT" || task.deadline !== undefined) builder.finish(i);
  });
  return builder.list;
}
