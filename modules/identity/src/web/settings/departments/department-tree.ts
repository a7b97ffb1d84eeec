import type { DepartmentNode } from "../../../domain/department.ts";

export interface TreeRow<Node> {
  readonly node: Node;
  /** 0 at the top. */
  readonly depth: number;
}

/** Departments in the order of the tree, each below its parent, siblings by `compare`. Those whose parent is gone stand at the top. */
export function treeRows<Node extends DepartmentNode>(
  nodes: readonly Node[],
  compare: (a: Node, b: Node) => number,
): TreeRow<Node>[] {
  const known = new Set(nodes.map((node) => node.id));
  const childrenOf = new Map<string | null, Node[]>();
  for (const node of nodes.toSorted(compare)) {
    const parentId = node.parentId !== null && known.has(node.parentId) ? node.parentId : null;
    childrenOf.set(parentId, [...(childrenOf.get(parentId) ?? []), node]);
  }
  const rowsBelow = (parentId: string | null, depth: number): TreeRow<Node>[] =>
    (childrenOf.get(parentId) ?? []).flatMap((node) => [{ node, depth }, ...rowsBelow(node.id, depth + 1)]);
  return rowsBelow(null, 0);
}
