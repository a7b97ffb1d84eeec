import { describe, expect, it } from "vitest";
import type { TaskRow } from "../task-row.ts";
import { afterMove, moveBack } from "./move-card.ts";

const row = (id: string, status: TaskRow["status"]): TaskRow => ({
  id,
  number: 1,
  projectId: "p",
  phaseId: null,
  parentId: null,
  title: id,
  status,
  priority: "medium",
  channel: null,
  labels: [],
  assignees: [],
  milestone: false,
  startDate: null,
  dueDate: null,
  durationDays: 1,
  completedOn: null,
  progress: 0,
  overdue: true,
  checklistDone: 0,
  checklistTotal: 0,
  comments: 0,
  attachments: 0,
  budgetMinor: null,
  version: 1,
});
const rows = [row("a", "todo"), row("b", "doing"), row("c", "todo"), row("d", "doing")];
const columnOf = (list: readonly TaskRow[], status: string) => list.filter((r) => r.status === status).map((r) => r.id);

describe("moving a card", () => {
  it("puts it above the card that is named, or last", () => {
    expect(columnOf(afterMove(rows, { cardKey: "a", column: "doing", before: "d" }), "doing")).toEqual(["b", "a", "d"]);
    expect(columnOf(afterMove(rows, { cardKey: "a", column: "doing", before: null }), "doing")).toEqual([
      "b",
      "d",
      "a",
    ]);
    expect(columnOf(afterMove(rows, { cardKey: "a", column: "todo", before: null }), "todo")).toEqual(["c", "a"]);
  });
  it("is taken back by the move that leads to where it was", () => {
    const back = moveBack(rows, "a");
    expect(back).toEqual({ cardKey: "a", column: "todo", before: "c" });
    const moved = afterMove(rows, { cardKey: "a", column: "doing", before: "d" });
    expect(back && columnOf(afterMove(moved, back), "todo")).toEqual(["a", "c"]);
  });
  it("ends nothing late", () => {
    expect(afterMove(rows, { cardKey: "a", column: "done", before: null }).find((r) => r.id === "a")?.overdue).toBe(
      false,
    );
  });
});
