import type { CalendarDate } from "@yutu/kernel";
import type { WorkingCalendar } from "../../calendar/index.ts";

export interface RequiredSkill {
  readonly skill: string;
  /** 1..5; default 1. */
  readonly minLevel?: number;
}

export interface AssignableTask {
  readonly id: string;
  /** All of them, by one person; empty means anybody can do it. */
  readonly skills: readonly RequiredSkill[];
  readonly workMinutes: number;
  /** The work has to lie within these days, both included. */
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  /** Who has it now; changing it costs a little, so that proposals stay stable. */
  readonly currentPersonId?: string;
  /** 0..1000, 500 is normal; when there is not enough time for all, higher goes first. */
  readonly priority?: number;
}

export interface AssignablePerson {
  readonly id: string;
  /** Level 1..5 by skill. */
  readonly skills: Readonly<Record<string, number>>;
  readonly calendar: WorkingCalendar;
  /** Share of the working time that may be planned, 0..1; default 1. */
  readonly availability?: number;
  /** Time already promised to other work. */
  readonly booked?: readonly { readonly date: CalendarDate; readonly minutes: number }[];
  /** Finished tasks so far. */
  readonly record?: { readonly onTime: number; readonly late: number };
}

/**
 * What one unit of each criterion costs. Skill, reliability and change are shares of 1 per task; load is the square of a
 * person's utilisation, summed over people, which is what makes even loads cheapest.
 */
export interface AssignmentWeights {
  readonly skill: number;
  readonly reliability: number;
  readonly load: number;
  readonly change: number;
}

export const DEFAULT_WEIGHTS: AssignmentWeights = { skill: 0.2, reliability: 0.3, load: 1, change: 0.15 };

/** Why this person. Shares are 0..1; the interface words them. */
export type AssignmentReason =
  | { readonly kind: "skill"; readonly skill: string; readonly level: number }
  | { readonly kind: "only-candidate" }
  | { readonly kind: "load"; readonly before: number; readonly after: number; readonly teamMean: number }
  | { readonly kind: "free-time"; readonly freeMinutes: number; readonly workMinutes: number }
  | { readonly kind: "on-time"; readonly rate: number; readonly finished: number }
  | { readonly kind: "keeps-current" }
  /** Somebody would suit this task better alone, but serves the whole better with other tasks. */
  | { readonly kind: "better-elsewhere"; readonly personId: string; readonly taskIds: readonly string[] };

export interface AssignmentProposal {
  readonly taskId: string;
  readonly personId: string;
  readonly changed: boolean;
  /** What the choice costs by the weights, without the load of other tasks; smaller is better. */
  readonly cost: number;
  readonly reasons: readonly AssignmentReason[];
  /** Others who could do it, cheapest first, at most three. */
  readonly alternatives: readonly { readonly personId: string; readonly cost: number }[];
}

export interface PersonLoad {
  readonly personId: string;
  /** Promised share of the plannable time, before and after the proposals. */
  readonly before: number;
  readonly after: number;
  readonly taskIds: readonly string[];
}
