import { calendarDate, daysBetween } from "@yutu/kernel";
import { type ScheduleReview, SLIP_CAUSES } from "./document.ts";
import type { PlanFacts, TaskFacts } from "./ledgers.ts";
import { causesOf, indexPlan, slipOf } from "./slippage.ts";

type Late = ScheduleReview["late"][number];
type Group = ScheduleReview["byPhase"][number];

interface Counted {
  readonly task: TaskFacts;
  readonly slipDays: number;
}

/** Tasks with an approved date that somebody worked on: not cancelled, and not the sum of others below them. */
function countedTasks(plan: PlanFacts): Counted[] {
  const parents = new Set(plan.tasks.flatMap((task) => task.parentId ?? []));
  return plan.tasks
    .filter((task) => task.status !== "cancelled" && task.baselineDue !== null && !parents.has(task.taskId))
    .map((task) => ({ task, slipDays: slipOf(task, plan.closedOn) }));
}

const isLate = ({ task, slipDays }: Counted): boolean => slipDays > 0 || task.completedOn === null;

/** Counts tasks under the keys each belongs to, the one with most late days first. */
function grouped(
  counted: readonly Counted[],
  keysOf: (task: TaskFacts) => readonly string[],
  nameOf: (key: string) => string,
): Group[] {
  const groups = new Map<string, { tasks: number; late: number; days: number }>();
  for (const each of counted)
    for (const key of keysOf(each.task)) {
      const group = groups.get(key) ?? { tasks: 0, late: 0, days: 0 };
      const late = isLate(each);
      groups.set(key, {
        tasks: group.tasks + 1,
        late: group.late + (late ? 1 : 0),
        days: group.days + Math.max(0, each.slipDays),
      });
    }
  return [...groups]
    .map(([key, group]) => ({ key, name: nameOf(key), ...group }))
    .sort((a, b) => b.days - a.days || b.tasks - a.tasks || (a.key < b.key ? -1 : 1));
}

const latest = (dates: readonly string[]): string | null =>
  dates.length === 0 ? null : dates.reduce((a, b) => (b > a ? b : a));

/** When the work ended: never early while some of it was left undone, since closing a project finishes nothing. */
function finishOf(counted: readonly Counted[], plannedFinish: string | null, closedOn: string): string | null {
  const leftUndone = counted.some(({ task }) => task.completedOn === null);
  if (leftUndone && plannedFinish !== null && closedOn <= plannedFinish) return null;
  return latest(counted.map(({ task }) => task.completedOn ?? closedOn));
}

function sumByCause(late: readonly Late[]): ScheduleReview["byCause"] {
  const parts = late.flatMap((task) => task.causes);
  return SLIP_CAUSES.map((cause) => {
    const own = parts.filter((part) => part.cause === cause);
    return { cause, tasks: own.length, days: own.reduce((sum, part) => sum + part.days, 0) };
  })
    .filter((row) => row.tasks > 0)
    .sort((a, b) => b.days - a.days);
}

/** The plan as approved against what happened: how many were on time, what was late, why, in which phase and whose. */
export function reviewSchedule(plan: PlanFacts): ScheduleReview {
  const counted = countedTasks(plan);
  const index = indexPlan(plan);
  const phaseName = new Map(plan.phases.map((phase) => [phase.id, phase.name]));
  const ownerName = (id: string) => plan.memberNames.get(id) ?? id;
  const late = counted
    .filter(isLate)
    .map(
      ({ task, slipDays }): Late => ({
        taskId: task.taskId,
        number: task.number,
        title: task.title,
        phase: phaseName.get(task.phaseId ?? "") ?? "",
        owners: task.assigneeIds.map(ownerName),
        milestone: task.milestone,
        baselineDue: task.baselineDue ?? "",
        completedOn: task.completedOn,
        slipDays,
        causes: causesOf(task, index),
      }),
    )
    .sort((a, b) => b.slipDays - a.slipDays || a.number - b.number);
  const plannedFinish = latest(counted.flatMap(({ task }) => task.baselineDue ?? []));
  const actualFinish = finishOf(counted, plannedFinish, plan.closedOn);
  return {
    tasks: counted.length,
    onTime: counted.length - late.length,
    onTimeRate: counted.length === 0 ? null : (counted.length - late.length) / counted.length,
    plannedFinish,
    actualFinish,
    finishSlipDays:
      plannedFinish && actualFinish ? daysBetween(calendarDate(plannedFinish), calendarDate(actualFinish)) : null,
    late,
    byCause: sumByCause(late),
    byPhase: grouped(
      counted,
      (task) => [task.phaseId ?? ""],
      (key) => phaseName.get(key) ?? "",
    ),
    byOwner: grouped(counted, (task) => task.assigneeIds, ownerName),
  };
}
