import { type CalendarDate, err, ok, type Result, toEpochDay } from "@yutu/kernel";
import type { CompiledCalendar } from "../calendar/compiled-calendar.ts";

/**
 * How a task's budget is planned and earned.
 * - `linear`: planned evenly over the working days of the baseline, earned by percent complete.
 * - `0/100`: all at the finish. `50/50`: half at the start, half at the finish.
 */
export type EarningRule = "linear" | "0/100" | "50/50";

/** One task of the baseline with what has come of it; money in minor units of one currency. */
export interface EarnedValueTask {
  readonly taskId: string;
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  readonly budgetMinor: number;
  /** 0..100. */
  readonly percentComplete: number;
  readonly actualCostMinor: number;
  /** Default `linear`. */
  readonly rule?: EarningRule;
}

/** What the rest of the work is expected to cost. */
export type EstimateMethod =
  /** As dear as the work so far: BAC / CPI. */
  | "at-current-cost"
  /** As budgeted: AC + BAC - EV. */
  | "at-budget"
  /** As dear and as late as so far: AC + (BAC - EV) / (CPI x SPI). */
  | "at-current-cost-and-pace";

/**
 * Earned value figures; money in minor units, indices as ratios. An index is null when its denominator is 0, an estimate
 * when the index it rests on is 0 or null. Source: PMI, The Standard for Earned Value Management, 2019.
 */
export interface EarnedValue {
  readonly bacMinor: number;
  readonly pvMinor: number;
  readonly evMinor: number;
  readonly acMinor: number;
  /** EV - PV, negative is late. */
  readonly svMinor: number;
  /** EV - AC, negative is over cost. */
  readonly cvMinor: number;
  readonly spi: number | null;
  readonly cpi: number | null;
  readonly eacMinor: number | null;
  readonly etcMinor: number | null;
  /** BAC - EAC, negative is an overrun. */
  readonly vacMinor: number | null;
  /** Cost efficiency the rest needs to end on budget: (BAC - EV) / (BAC - AC). */
  readonly tcpi: number | null;
}

export interface EarnedValueFault {
  readonly taskId: string;
  readonly rule: "invalid-money" | "invalid-percent" | "date-order";
}

export interface EarnedValueReport {
  readonly total: EarnedValue;
  readonly tasks: readonly ({ readonly taskId: string } & EarnedValue)[];
}

const isMoney = (minor: number): boolean => Number.isSafeInteger(minor) && minor >= 0;

function faultsOf(tasks: readonly EarnedValueTask[]): EarnedValueFault[] {
  return tasks.flatMap(({ taskId, budgetMinor, actualCostMinor, percentComplete, start, finish }) => {
    const faults: EarnedValueFault[] = [];
    if (!isMoney(budgetMinor) || !isMoney(actualCostMinor)) faults.push({ taskId, rule: "invalid-money" });
    if (!(percentComplete >= 0 && percentComplete <= 100)) faults.push({ taskId, rule: "invalid-percent" });
    if (finish < start) faults.push({ taskId, rule: "date-order" });
    return faults;
  });
}

/** Part of the working days of a task that lie on or before a date; of all days when none of them is a working day. */
function elapsedShare(calendar: CompiledCalendar, task: EarnedValueTask, date: CalendarDate): number {
  if (date < task.start) return 0;
  if (date >= task.finish) return 1;
  const all = calendar.countWorkingDays(task.start, task.finish);
  if (all > 0) return calendar.countWorkingDays(task.start, date) / all;
  const from = toEpochDay(task.start);
  return (toEpochDay(date) - from + 1) / (toEpochDay(task.finish) - from + 1);
}

function plannedShare(calendar: CompiledCalendar, task: EarnedValueTask, date: CalendarDate): number {
  switch (task.rule ?? "linear") {
    case "linear":
      return elapsedShare(calendar, task, date);
    case "0/100":
      return date >= task.finish ? 1 : 0;
    case "50/50":
      return date >= task.finish ? 1 : date >= task.start ? 0.5 : 0;
  }
}

function earnedShare({ rule, percentComplete }: EarnedValueTask): number {
  switch (rule ?? "linear") {
    case "linear":
      return percentComplete / 100;
    case "0/100":
      return percentComplete === 100 ? 1 : 0;
    case "50/50":
      return percentComplete === 100 ? 1 : percentComplete > 0 ? 0.5 : 0;
  }
}

const ratio = (above: number, below: number): number | null => (below === 0 ? null : above / below);

interface Basis {
  readonly bac: number;
  readonly pv: number;
  readonly ev: number;
  readonly ac: number;
}

function estimate(
  { bac, ev, ac }: Basis,
  cpi: number | null,
  spi: number | null,
  method: EstimateMethod,
): number | null {
  if (method === "at-budget") return ac + bac - ev;
  // Nothing earned and nothing spent says nothing against the budget.
  if (ev === 0 && ac === 0) return bac;
  const efficiency = method === "at-current-cost" ? cpi : cpi === null || spi === null ? null : cpi * spi;
  if (bac === ev) return ac;
  return efficiency === null || efficiency === 0 ? null : Math.round(ac + (bac - ev) / efficiency);
}

function figuresOf(basis: Basis, method: EstimateMethod): EarnedValue {
  const { bac, pv, ev, ac } = basis;
  const spi = ratio(ev, pv);
  const cpi = ratio(ev, ac);
  const eac = estimate(basis, cpi, spi, method);
  return {
    bacMinor: bac,
    pvMinor: pv,
    evMinor: ev,
    acMinor: ac,
    svMinor: ev - pv,
    cvMinor: ev - ac,
    spi,
    cpi,
    eacMinor: eac,
    etcMinor: eac === null ? null : eac - ac,
    vacMinor: eac === null ? null : bac - eac,
    tcpi: ratio(bac - ev, bac - ac),
  };
}

/**
 * Earned value at the end of a date, by task and in total. Each task's PV and EV are rounded to whole minor units; totals
 * are sums of those, and total indices come from the sums, never from averages. O(n).
 */
export function earnedValue(
  tasks: readonly EarnedValueTask[],
  statusDate: CalendarDate,
  calendar: CompiledCalendar,
  method: EstimateMethod = "at-current-cost",
): Result<EarnedValueReport, readonly EarnedValueFault[]> {
  const faults = faultsOf(tasks);
  if (faults.length > 0) return err(faults);
  const total = { bac: 0, pv: 0, ev: 0, ac: 0 };
  const rows = tasks.map((task) => {
    const basis: Basis = {
      bac: task.budgetMinor,
      pv: Math.round(task.budgetMinor * plannedShare(calendar, task, statusDate)),
      ev: Math.round(task.budgetMinor * earnedShare(task)),
      ac: task.actualCostMinor,
    };
    total.bac += basis.bac;
    total.pv += basis.pv;
    total.ev += basis.ev;
    total.ac += basis.ac;
    return { taskId: task.taskId, ...figuresOf(basis, method) };
  });
  return ok({ total: figuresOf(total, method), tasks: rows });
}

/** Planned value at the end of each date, for the S-curve; the last of them after the finish is the whole budget. */
export function plannedValueCurve(
  tasks: readonly EarnedValueTask[],
  dates: readonly CalendarDate[],
  calendar: CompiledCalendar,
): number[] {
  return dates.map((date) =>
    tasks.reduce((sum, task) => sum + Math.round(task.budgetMinor * plannedShare(calendar, task, date)), 0),
  );
}
