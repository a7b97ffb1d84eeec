/** Disjoint sets over 0…n−1 with path halving and union by size: near-constant time per operation (Tarjan 1975). */
export class UnionFind {
  private readonly parent: Int32Array;
  private readonly sizes: Int32Array;

  constructor(n: number) {
    this.parent = Int32Array.from({ length: n }, (_, i) => i);
    this.sizes = new Int32Array(n).fill(1);
  }

  /** Representative of the set that holds `item`. */
  find(item: number): number {
    let at = item;
    for (;;) {
      const up = this.parent[at] ?? at;
      if (up === at) return at;
      const next = this.parent[up] ?? up;
      this.parent[at] = next;
      at = next;
    }
  }

  /** Joins two sets; false when they already were one. */
  union(a: number, b: number): boolean {
    const rootA = this.find(a);
    const rootB = this.find(b);
    if (rootA === rootB) return false;
    const [large, small] = this.sizeOf(rootA) >= this.sizeOf(rootB) ? [rootA, rootB] : [rootB, rootA];
    this.parent[small] = large;
    this.sizes[large] = this.sizeOf(large) + this.sizeOf(small);
    return true;
  }

  sizeOf(root: number): number {
    return this.sizes[root] ?? 0;
  }

  /** All sets with at least `minimum` members, each ascending, ordered by their first member. */
  groups(minimum = 1): number[][] {
    const byRoot = new Map<number, number[]>();
    for (let i = 0; i < this.parent.length; i++) {
      const root = this.find(i);
      const members = byRoot.get(root);
      if (members === undefined) byRoot.set(root, [i]);
      else members.push(i);
    }
    return [...byRoot.values()].filter((members) => members.length >= minimum);
  }
}
