import { describe, expect, it } from "vitest";
import type { GroupNames } from "../list/group-tasks.ts";
import type { TaskRow } from "../task-row.ts";
import { type LaneKind, lanePatch, lanesOf } from "./lanes.ts";
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
  spending: null,
  version: 1,
});
const rows = [row("a", "todo"), row("b", "doing"), row("c", "todo"), row("d", "doing")];
const columnOf = (list: readonly TaskRow[], status: string) => list.filter((r) => r.status === status).map((r) => r.id);

describe("moving a card", () => {
  const doing = { status: "doing" as const };
  it("puts it above the card that is named, or last", () => {
    expect(columnOf(afterMove(rows, { cardKey: "a", before: "d" }, doing), "doing")).toEqual(["b", "a", "d"]);
    expect(columnOf(afterMove(rows, { cardKey: "a", before: null }, doing), "doing")).toEqual(["b", "d", "a"]);
    expect(columnOf(afterMove(rows, { cardKey: "a", before: null }, {}), "todo")).toEqual(["c", "a"]);
  });
  it("is taken back by the move that leads to where it was", () => {
    const back = moveBack(rows, "a");
    expect(back).toEqual({ cardKey: "a", column: "todo", before: "c" });
    const moved = afterMove(rows, { cardKey: "a", before: "d" }, doing);
    expect(back && columnOf(afterMove(moved, back, { status: "todo" }), "todo")).toEqual(["a", "c"]);
  });
});

const person = (memberId: string) => ({ memberId, memberName: memberId.toUpperCase() });
const names: GroupNames = {
  phases: new Map([
    ["warm", { order: 0, name: "Warm-up" }],
    ["hot", { order: 1, name: "Sale" }],
  ]),
  projects: new Map(),
  channelName: (code) => code,
  none: { phase: "No phase", channel: "No channel", assignee: "Nobody", project: "" },
  compare: (a, b) => a.localeCompare(b),
};
const words = { low: "Low", medium: "Medium", high: "High", urgent: "Urgent" };

describe("lanes", () => {
  it("are there for every phase and priority, and for people who have something", () => {
    const some = [
      { ...row("a", "todo"), assignees: [person("zhou"), person("lin")] },
      row("b", "todo"),
      { ...row("c", "done"), assignees: [person("lin")], phaseId: "hot" },
    ];
    const namesOf = (kind: LaneKind) => lanesOf(some, kind, names, words).map((lane) => lane.name);
    expect(namesOf("phase")).toEqual(["Warm-up", "Sale", "No phase"]);
    expect(namesOf("priority")).toEqual(["Urgent", "High", "Medium", "Low"]);
    expect(namesOf("assignee")).toEqual(["LIN", "ZHOU", "Nobody"]);
  });
  it("say what it means to lie in them", () => {
    const shared = { ...row("a", "todo"), assignees: [person("lin"), person("zhou"), person("wu")] };
    expect(lanePatch(shared, "assignee", "zhou")).toEqual({ assigneeIds: ["zhou", "wu"] });
    expect(lanePatch(shared, "assignee", "")).toEqual({ assigneeIds: [] });
    expect(lanePatch(shared, "assignee", "lin")).toEqual({});
    expect(lanePatch(shared, "phase", "hot")).toEqual({ phaseId: "hot" });
    expect(lanePatch({ ...shared, channel: "douyin" }, "channel", "")).toEqual({ channel: null });
    expect(lanePatch(shared, "priority", "urgent")).toEqual({ priority: "urgent" });
  });
});
