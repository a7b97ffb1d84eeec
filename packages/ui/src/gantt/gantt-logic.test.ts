import { describe, expect, it } from "vitest";
import { dayNumber } from "../timeline/day.ts";
import { carried, changeOf, linkType } from "./drag-change.ts";
import { ganttRows } from "./gantt-rows.ts";
import type { GanttTask } from "./gantt-types.ts";
import { barBox } from "./geometry.ts";
import { hitBar } from "./hit-test.ts";
import { distanceTo, linkPath } from "./link-path.ts";

const task = (
  id: string,
  parentId: string | null,
  start: string,
  finish: string,
  more: Partial<GanttTask> = {},
): GanttTask => ({
  id,
  parentId,
  name: id,
  start,
  finish,
  progress: 0,
  ...more,
});
const tasks = [
  task("p", null, "2026-08-10", "2026-08-20"),
  task("x", "gone", "2026-08-01", "2026-08-02"),
  task("a", "p", "2026-08-10", "2026-08-16"),
  task("b", "p", "2026-08-18", "2026-08-20"),
  task("m", "b", "2026-09-01", "2026-09-01", { milestone: true }),
];
const shown = ganttRows(tasks, new Set());
const scale = { firstDay: dayNumber("2026-08-01"), endDay: dayNumber("2026-10-01"), dayPx: 10 };

describe("ganttRows", () => {
  it("puts children under their parents and keeps orphans", () => {
    expect(shown.rows.map((row) => [row.task.id, row.depth, row.summary])).toEqual([
      ["p", 0, true],
      ["a", 1, false],
      ["b", 1, true],
      ["m", 2, false],
      ["x", 0, false],
    ]);
    expect([shown.from, shown.to]).toEqual([dayNumber("2026-08-01"), dayNumber("2026-09-02")]);
  });

  it("hides everything under a closed task but keeps the span", () => {
    const closed = ganttRows(tasks, new Set(["p"]));
    expect(closed.rows.map((row) => row.task.id)).toEqual(["p", "x"]);
    expect(closed.to).toBe(shown.to);
  });
});

describe("hitBar", () => {
  const middleOf = (index: number): number => index * 32 + 16;

  it("tells edges, middle and link handles apart", () => {
    const at = (x: number) => hitBar(shown.rows, scale, x, middleOf(1))?.part;
    expect([at(88), at(92), at(120), at(158), at(165), at(200)]).toEqual([
      "link-start",
      "start",
      "body",
      "finish",
      "link-finish",
      undefined,
    ]);
  });

  it("moves milestones as a whole and ignores the gap between rows", () => {
    expect(hitBar(shown.rows, scale, 310 + 5, middleOf(3))?.part).toBe("body");
    expect(hitBar(shown.rows, scale, 120, 32)).toBeUndefined();
  });
});

describe("dragging", () => {
  const row = shown.rows[1];
  if (!row) throw new Error("row a is missing");

  it("moves and resizes by days and keeps at least one", () => {
    expect(changeOf(row, carried(row, "body", 3))).toEqual({ id: "a", start: "2026-08-13", finish: "2026-08-19" });
    expect(changeOf(row, carried(row, "finish", -30))).toEqual({ id: "a", start: "2026-08-10", finish: "2026-08-10" });
    expect(changeOf(row, carried(row, "start", 30))).toEqual({ id: "a", start: "2026-08-16", finish: "2026-08-16" });
  });

  it("reads the type of a link from the ends it joins", () => {
    expect([linkType(true, true), linkType(true, false), linkType(false, true), linkType(false, false)]).toEqual([
      "FS",
      "FF",
      "SS",
      "SF",
    ]);
  });
});

describe("linkPath", () => {
  const box = (left: number, right: number, index: number) => ({
    left,
    right,
    top: index * 32 + 7,
    bottom: index * 32 + 25,
    middle: index * 32 + 16,
  });

  it("goes straight down where there is room and around where there is none", () => {
    expect(linkPath(box(0, 50, 0), box(100, 150, 1), "FS")).toEqual([50, 16, 58, 16, 58, 48, 100, 48]);
    expect(linkPath(box(0, 50, 0), box(51, 90, 1), "FS")).toEqual([50, 16, 58, 16, 58, 30, 43, 30, 43, 48, 51, 48]);
    expect(linkPath(box(0, 50, 0), box(20, 90, 1), "FF")).toEqual([50, 16, 98, 16, 98, 48, 90, 48]);
  });

  it("starts and ends on the bars, every corner square", () => {
    for (const type of ["FS", "SS", "FF", "SF"] as const) {
      const path = linkPath(box(40, 90, 5), box(10, 60, 2), type);
      for (let at = 0; at + 3 < path.length; at += 2) {
        expect(path[at] === path[at + 2] || path[at + 1] === path[at + 3]).toBe(true);
      }
      expect([path[1], path.at(-1)]).toEqual([176, 80]);
    }
    expect(distanceTo([0, 0, 10, 0, 10, 10], 13, 4)).toBe(3);
  });

  it("treats a milestone's diamond as its bar", () => {
    const row = shown.rows[3];
    if (!row) throw new Error("row m is missing");
    const diamond = barBox(row, 3, scale);
    expect((diamond.left + diamond.right) / 2).toBe(315);
  });
});
