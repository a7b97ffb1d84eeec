import { describe, expect, it } from "vitest";
import { offsetsOf } from "../virtual/row-window.ts";
import { boardLists, dropIndex, moveTo, stepPlace } from "./board-lists.ts";

describe("boardLists", () => {
  it("keeps the order of cards within their columns", () => {
    const cards = ["a1", "b1", "a2", "x9"];
    const lists = boardLists({
      columns: [
        { key: "a", title: "" },
        { key: "b", title: "" },
      ],
      cards,
      columnOf: (card) => card.charAt(0),
    });
    expect([...lists]).toEqual([
      ["a", ["a1", "a2"]],
      ["b", ["b1"]],
    ]);
  });
});

describe("dropIndex", () => {
  it("goes before the first card whose middle is below the pointer", () => {
    const tops = offsetsOf([100, 100, 40]);
    expect([
      dropIndex(tops, -5),
      dropIndex(tops, 49),
      dropIndex(tops, 51),
      dropIndex(tops, 219),
      dropIndex(tops, 221),
      dropIndex(tops, 999),
    ]).toEqual([0, 0, 1, 2, 3, 3]);
    expect(dropIndex(offsetsOf([]), 10)).toBe(0);
  });
});

describe("moveTo", () => {
  it("names the card that will follow, and nothing when the card stays", () => {
    const keys = ["a", "b", "c"];
    expect(moveTo(keys, "b", "todo", 0)).toEqual({ cardKey: "b", column: "todo", before: "a" });
    expect(moveTo(keys, "b", "todo", 3)).toEqual({ cardKey: "b", column: "todo", before: null });
    expect([moveTo(keys, "b", "todo", 1), moveTo(keys, "b", "todo", 2)]).toEqual([undefined, undefined]);
    expect(moveTo(keys, "z", "todo", 1)).toEqual({ cardKey: "z", column: "todo", before: "b" });
  });
});

describe("stepPlace", () => {
  it("stays on the board and inside shorter columns", () => {
    expect(stepPlace({ column: 0, index: 5 }, "right", [6, 2])).toEqual({ column: 1, index: 2 });
    expect(stepPlace({ column: 0, index: 0 }, "up", [6, 2])).toEqual({ column: 0, index: 0 });
    expect(stepPlace({ column: 1, index: 2 }, "down", [6, 2])).toEqual({ column: 1, index: 2 });
    expect(stepPlace({ column: 0, index: 1 }, "left", [6, 2])).toEqual({ column: 0, index: 1 });
  });
});
