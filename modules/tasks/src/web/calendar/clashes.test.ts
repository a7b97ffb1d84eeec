import { expect, it } from "vitest";
import { clashesOf } from "./clashes.ts";
import type { CalendarTask } from "./use-calendar.ts";

const task = (id: string, projectId: string, startDate: string, dueDate: string, more: Partial<CalendarTask> = {}) => ({
  id,
  number: 1,
  projectId,
  phaseId: null,
  title: id,
  status: "todo" as const,
  channel: "tmall",
  assignees: [{ memberId: "lin", memberName: "林" }],
  milestone: false,
  startDate,
  dueDate,
  overdue: false,
  budgetMinor: null,
  ...more,
});

it("finds people booked in two projects on the same days", () => {
  const found = clashesOf([
    task("a", "p1", "2026-06-01", "2026-06-05"),
    task("b", "p2", "2026-06-05", "2026-06-08"),
    task("c", "p1", "2026-06-02", "2026-06-03"),
    task("d", "p2", "2026-06-09", "2026-06-10"),
    task("e", "p2", "2026-06-01", "2026-06-02", { status: "done" }),
    task("f", "p2", "2026-06-03", "2026-06-03", { milestone: true, dueDate: "2026-06-03" }),
    task("g", "p2", "2026-06-01", "2026-06-30", { assignees: [{ memberId: "zhou", memberName: "周" }] }),
  ]);
  expect([...found.ids].sort()).toEqual(["a", "b"]);
  expect(found.pairs).toBe(1);
});
