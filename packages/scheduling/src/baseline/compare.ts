import { type CalendarDate, err, ok, type Result, toEpochDay } from "@yutu/kernel";
import type { CompiledCalendar } from "../calendar/compiled-calendar.ts";
import type { Baseline, BaselineTask } from "./model.ts";

/**
 * One task in two plans. Variances are later minus earlier plan: positive is later, longer or dearer. Days are working
 * days of the calendar given. `added` and `removed` tasks have the one side only and count fully in money.
 */
export interface TaskVariance {
  readonly taskId: string;
  readonly change: "added" | "removed" | "changed" | "same";
  readonly before: BaselineTask | null;
  readonly after: BaselineTask | null;
  readonly startVarianceDays: number | null;
  readonly finishVarianceDays: number | null;
  readonly durationVarianceDays: number | null;
  readonly costVarianceMinor: number;
}

export interface BaselineComparison {
  readonly tasks: readonly TaskVariance[];
  /** Of the last finish of the whole plan. */
  readonly finishVarianceDays: number;
  readonly costBeforeMinor: number;
  readonly costAfterMinor: number;
  readonly costVarianceMinor: number;
}

const lastFinish = (tasks: readonly BaselineTask[]): CalendarDate | null =>
  tasks.reduce<CalendarDate | null>((last, { finish }) => (last === null || finish > last ? finish : last), null);

/** Working days from one date to another, negative when the other is earlier. */
const workingDays = (calendar: CompiledCalendar, from: CalendarDate, to: CalendarDate): number =>
  calendar.days.count(toEpochDay(to) + 1) - calendar.days.count(toEpochDay(from) + 1);

function variance(before: BaselineTask, after: BaselineTask, calendar: CompiledCalendar): TaskVariance {
  const startVarianceDays = workingDays(calendar, before.start, after.start);
  const finishVarianceDays = workingDays(calendar, before.finish, after.finish);
  const durationVarianceDays = after.durationDays - before.durationDays;
  const costVarianceMinor = after.budgetMinor - before.budgetMinor;
  const same =
    before.start === after.start &&
    before.finish === after.finish &&
    durationVarianceDays === 0 &&
    costVarianceMinor === 0 &&
    before.name === after.name;
  const change = same ? "same" : "changed";
  return {
    taskId: after.taskId,
    change,
    before,
    after,
    startVarianceDays,
    finishVarianceDays,
    durationVarianceDays,
    costVarianceMinor,
  };
}

const oneSided = (task: BaselineTask, change: "added" | "removed"): TaskVariance => ({
  taskId: task.taskId,
  change,
  before: change === "removed" ? task : null,
  after: change === "added" ? task : null,
  startVarianceDays: null,
  finishVarianceDays: null,
  durationVarianceDays: null,
  costVarianceMinor: change === "added" ? task.budgetMinor : -task.budgetMinor,
});

const costOf = (tasks: readonly BaselineTask[]): number => tasks.reduce((sum, task) => sum + task.budgetMinor, 0);

/**
 * Compares any two plans, in the order of the later one with removed tasks after it. O(n).
 * @returns the comparison, or a refusal when the two are in different currencies
 */
export function compareBaselines(
  before: Baseline,
  after: Baseline,
  calendar: CompiledCalendar,
): Result<BaselineComparison, "baseline/different-currencies"> {
  if (before.currency !== after.currency) return err("baseline/different-currencies");
  const old = new Map(before.tasks.map((task) => [task.taskId, task]));
  const kept = new Set(after.tasks.map((task) => task.taskId));
  const present = after.tasks.map((task) => {
    const earlier = old.get(task.taskId);
    return earlier === undefined ? oneSided(task, "added") : variance(earlier, task, calendar);
  });
  const removed = before.tasks.filter((task) => !kept.has(task.taskId)).map((task) => oneSided(task, "removed"));
  const from = lastFinish(before.tasks);
  const to = lastFinish(after.tasks);
  const costBeforeMinor = costOf(before.tasks);
  const costAfterMinor = costOf(after.tasks);
  return ok({
    tasks: [...present, ...removed],
    finishVarianceDays: from === null || to === null ? 0 : workingDays(calendar, from, to),
    costBeforeMinor,
    costAfterMinor,
    costVarianceMinor: costAfterMinor - costBeforeMinor,
  });
}
