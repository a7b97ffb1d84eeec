import { describe, expect, it } from "vitest";
import { treeRows } from "./department-tree.ts";

const node = (id: string, parentId: string | null) => ({ id, parentId });
const byId = (a: { id: string }, b: { id: string }): number => a.id.localeCompare(b.id);

describe("treeRows", () => {
  it("puts each department below its parent, siblings in order", () => {
    const rows = treeRows([node("c", "a"), node("d", null), node("b", "a"), node("a", null), node("e", "b")], byId);
    expect(rows.map((row) => `${row.node.id}${row.depth}`)).toEqual(["a0", "b1", "e2", "c1", "d0"]);
  });
  it("loses nobody whose parent is unknown", () => {
    expect(treeRows([node("x", "gone")], byId)).toEqual([{ node: node("x", "gone"), depth: 0 }]);
  });
});
