import { calendarDate } from "@yutu/kernel";
import { prepareNetwork } from "@yutu/scheduling";
import { describe, expect, it } from "vitest";
import { planOf } from "../../domain/plan.ts";
import { type PlanEdit, previewEdits } from "../../domain/plan-change.ts";
import { workingCalendar } from "../../domain/working-calendar.ts";
import { moveOf, readEdits, withEdit, writeEdits } from "./draft-edits.ts";
import type { Plan, PlanTaskRow } from "./gantt-rows.ts";

const id = (letter: string): string => `tsk_01k2${letter.repeat(22)}`;
const row = (letter: string, start: string, finish: string, durationDays: number): PlanTaskRow => ({
  id: id(letter),
  number: 1,
  parentId: null,
  phaseId: null,
  title: letter,
  status: "todo",
  priority: "medium",
  channel: null,
  assignees: [],
  milestone: durationDays === 0,
  milestoneAt: null,
  startDate: start,
  dueDate: finish,
  durationDays,
  constraintKind: null,
  constraintDate: null,
  startedOn: null,
  completedOn: null,
  progress: 0,
  baselineStart: null,
  baselineDue: null,
  start,
  finish,
  critical: false,
  slackDays: 0,
  version: 1,
});
// Wednesday to Friday, then what follows on the Monday.
const plan: Pick<Plan, "tasks" | "links"> = {
  tasks: [row("a", "2026-09-02", "2026-09-04", 3), row("b", "2026-09-07", "2026-09-08", 2)],
  links: [{ id: "tln_1", fromId: id("a"), toId: id("b"), type: "FS", lag: null }],
};
const prepared = prepareNetwork(planOf(plan.tasks, plan.links, calendarDate("2026-09-01"), workingCalendar()));
if (!prepared.ok) throw new Error(prepared.error.detail);
const network = prepared.value;
const laid = (edits: readonly PlanEdit[]) => {
  const preview = previewEdits(network, plan.tasks, plan.links, edits);
  if (!preview.ok) throw new Error(preview.error.detail);
  return preview.value.network.schedule;
};
/** What the person does: drags the bar of a task from where it lies on screen. */
const drag = (edits: readonly PlanEdit[], letter: string, start: string, finish: string): PlanEdit[] => {
  const schedule = edits.length > 0 ? laid(edits) : undefined;
  return withEdit(edits, moveOf(plan, edits, schedule, { id: id(letter), start, finish }));
};
const barOf = (edits: readonly PlanEdit[], letter: string): string => {
  const at = laid(edits).task(id(letter));
  return `${at?.start}..${at?.finish} ${at?.durationDays}`;
};

describe("dragging a task of a draft", () => {
  it("keeps the work of a task that lies over a weekend when it is moved again", () => {
    const once = drag([], "a", "2026-09-04", "2026-09-06");
    expect(barOf(once, "a")).toBe("2026-09-04..2026-09-08 3");
    const twice = drag(once, "a", "2026-09-08", "2026-09-12");
    expect(barOf(twice, "a")).toBe("2026-09-08..2026-09-10 3");
    const back = drag(once, "a", "2026-09-02", "2026-09-06");
    expect(barOf(back, "a")).toBe("2026-09-02..2026-09-04 3");
  });
  it("keeps the work that was stretched in the draft", () => {
    const stretched = drag([], "a", "2026-09-02", "2026-09-08");
    expect(barOf(stretched, "a")).toBe("2026-09-02..2026-09-08 5");
    expect(barOf(drag(stretched, "a", "2026-09-03", "2026-09-09"), "a")).toBe("2026-09-03..2026-09-09 5");
  });
  it("keeps the work of a task that the draft pushed over a weekend", () => {
    const pushed = drag([], "a", "2026-09-08", "2026-09-10");
    expect(barOf(pushed, "b")).toBe("2026-09-11..2026-09-14 2");
    expect(barOf(drag(pushed, "b", "2026-09-15", "2026-09-18"), "b")).toBe("2026-09-15..2026-09-16 2");
  });
});

describe("a kept draft", () => {
  it("is read as it was written, and is empty when it cannot be read", () => {
    const edits = drag([], "a", "2026-09-04", "2026-09-06");
    expect(readEdits(writeEdits(edits))).toEqual(edits);
    expect([readEdits(""), readEdits("{"), readEdits('[{"kind":"burn"}]')]).toEqual([[], [], []]);
    expect(writeEdits([])).toBe("");
  });
});
