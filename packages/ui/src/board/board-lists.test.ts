import { describe, expect, it } from "vitest";
import { offsetsOf } from "../virtual/row-window.ts";
import { boardCells, boardLists, dropIndex, moveTo, stepPlace } from "./board-lists.ts";

const columns = [
  { key: "a", title: "" },
  { key: "b", title: "" },
];
const lanes = [
  { key: "1", title: "" },
  { key: "2", title: "" },
];

describe("boardLists", () => {
  it("keeps the order of cards within their columns", () => {
    const cards = ["a1", "b1", "a2", "x9"];
    const lists = boardLists(boardCells(columns, undefined), { cards, columnOf: (card) => card.charAt(0) });
    expect([...lists]).toEqual([
      ["a", ["a1", "a2"]],
      ["b", ["b1"]],
    ]);
  });
  it("cuts columns into lanes", () => {
    const cells = boardCells(columns, lanes);
    const cards = ["a1", "b2", "a2", "a1'", "a9"];
    const lists = boardLists(cells, {
      cards,
      columnOf: (card) => card.charAt(0),
      laneOf: (card) => card.charAt(1),
    });
    expect(cells.map((cell) => lists.get(cell.key))).toEqual([["a1", "a1'"], [], ["a2"], ["b2"]]);
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
    const [todo] = boardCells([{ key: "todo", title: "" }], undefined);
    if (!todo) throw new Error("no cell");
    expect(moveTo(keys, "b", todo, 0)).toEqual({ cardKey: "b", column: "todo", before: "a" });
    expect(moveTo(keys, "b", todo, 3)).toEqual({ cardKey: "b", column: "todo", before: null });
    expect([moveTo(keys, "b", todo, 1), moveTo(keys, "b", todo, 2)]).toEqual([undefined, undefined]);
    expect(moveTo(keys, "z", todo, 1)).toEqual({ cardKey: "z", column: "todo", before: "b" });
  });
  it("names the lane where there are lanes", () => {
    const cell = boardCells(columns, lanes)[2];
    if (!cell) throw new Error("no cell");
    expect(moveTo(["x"], "z", cell, 1)).toEqual({ cardKey: "z", column: "a", lane: "2", before: null });
  });
});

describe("stepPlace", () => {
  it("stays on the board and inside shorter columns", () => {
    const flat = { counts: [6, 2], columns: 2 };
    expect(stepPlace({ cell: 0, index: 5 }, "right", flat)).toEqual({ cell: 1, index: 2 });
    expect(stepPlace({ cell: 0, index: 0 }, "up", flat)).toEqual({ cell: 0, index: 0 });
    expect(stepPlace({ cell: 1, index: 2 }, "down", flat)).toEqual({ cell: 1, index: 2 });
    expect(stepPlace({ cell: 0, index: 1 }, "left", flat)).toEqual({ cell: 0, index: 1 });
  });
  it("goes to the lane above and below, and sideways only within a lane", () => {
    const counts = [3, 1, 2, 0];
    expect(stepPlace({ cell: 0, index: 3 }, "down", { counts, columns: 2 })).toEqual({ cell: 2, index: 0 });
    expect(stepPlace({ cell: 2, index: 0 }, "up", { counts, columns: 2 })).toEqual({ cell: 0, index: 3 });
    expect(stepPlace({ cell: 1, index: 0 }, "right", { counts, columns: 2 })).toEqual({ cell: 1, index: 0 });
    expect(stepPlace({ cell: 2, index: 1 }, "left", { counts, columns: 2 })).toEqual({ cell: 2, index: 1 });
    expect(stepPlace({ cell: 3, index: 0 }, "down", { counts, columns: 2 })).toEqual({ cell: 3, index: 0 });
  });
  it("passes over lanes that are folded away, and stays where there is no open one", () => {
    const shape = { counts: [2, 1, 4, 4, 3, 0], columns: 2, isClosed: (cell: number) => cell === 2 || cell === 3 };
    expect(stepPlace({ cell: 0, index: 2 }, "down", shape)).toEqual({ cell: 4, index: 0 });
    expect(stepPlace({ cell: 5, index: 0 }, "up", shape)).toEqual({ cell: 1, index: 1 });
    const alone = { ...shape, isClosed: (cell: number) => cell > 1 };
    expect(stepPlace({ cell: 0, index: 2 }, "down", alone)).toEqual({ cell: 0, index: 2 });
  });
});
