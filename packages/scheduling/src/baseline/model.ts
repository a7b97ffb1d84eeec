import type { CalendarDate, Currency } from "@yutu/kernel";

/** One task as it was planned: dates, working days and money in minor units of the baseline's currency. */
export interface BaselineTask {
  readonly taskId: string;
  readonly name: string;
  readonly start: CalendarDate;
  /** Last day of work, included. */
  readonly finish: CalendarDate;
  readonly durationDays: number;
  /** The task's own budget; that of its parts is theirs. */
  readonly budgetMinor: number;
}

/** A frozen plan. A project keeps as many as it likes and compares with any. */
export interface Baseline {
  readonly id: string;
  readonly name: string;
  readonly takenOn: CalendarDate;
  readonly currency: Currency;
  readonly tasks: readonly BaselineTask[];
}
