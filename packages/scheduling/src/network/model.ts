import type { CalendarDate } from "@yutu/kernel";
import type { WorkingCalendar } from "../calendar/model.ts";

/** Finish-to-start, start-to-start, finish-to-finish, start-to-finish. */
export type LinkType = "FS" | "SS" | "FF" | "SF";

/**
 * The wait between the two ends of a link; negative is a lead.
 * - `working-days`: counted on the calendar named by `Plan.lagCalendar`.
 * - `calendar-days`: every day counts; the successor then rolls to its next working day.
 * - `percent`: of the predecessor's planned duration, rounded half away from zero to whole working days.
 */
export type Lag =
  | { readonly kind: "working-days"; readonly days: number }
  | { readonly kind: "calendar-days"; readonly days: number }
  | { readonly kind: "percent"; readonly percent: number };

export interface Link {
  readonly from: string;
  readonly to: string;
  /** Default `FS`. */
  readonly type?: LinkType;
  /** Default none. */
  readonly lag?: Lag;
}

/**
 * Date limits in the field's usual names. Start dates mean the start of that day, finish dates its end.
 * `ASAP`/`ALAP` override the direction of the plan for one task; `ALAP` never delays a successor.
 * `SNET`/`FNET` start/finish no earlier than, `SNLT`/`FNLT` no later than, `MSO`/`MFO` must start/finish on,
 * `FIXED` keeps both dates as they are, working days or not; links do not move it.
 */
export type Constraint =
  | { readonly kind: "ASAP" | "ALAP" }
  | { readonly kind: "SNET" | "SNLT" | "FNET" | "FNLT" | "MSO" | "MFO"; readonly date: CalendarDate }
  | { readonly kind: "FIXED"; readonly start: CalendarDate; readonly finish: CalendarDate };

export type ConstraintKind = Constraint["kind"];

/** What has happened. With `finish` the task is done and never moves; without, it is in progress and keeps its start. */
export interface Progress {
  readonly start: CalendarDate;
  readonly finish?: CalendarDate;
  /** Working days still to do when in progress; default `durationDays` less `percentComplete` of it, rounded up. */
  readonly remainingDays?: number;
  /** 0..100. */
  readonly percentComplete?: number;
}

export interface TaskInput {
  readonly id: string;
  readonly name?: string;
  /** Whole working days, 0 for a milestone. Ignored for a summary, whose dates come from its parts. */
  readonly durationDays: number;
  /** A task named as a parent by another is a summary. */
  readonly parentId?: string;
  /** A calendar of the plan; default the plan's own. */
  readonly calendarId?: string;
  readonly constraint?: Constraint;
  /** Finishing later is reported as a conflict and gives negative slack; it never moves the task. */
  readonly deadline?: CalendarDate;
  readonly progress?: Progress;
  /**
   * Which edge of its day a milestone marks: `start` an opening (双11 at 00:00), `end` a delivery.
   * Default `start` when it has a start constraint, is an anchor or has no predecessor, else `end`.
   */
  readonly milestoneAt?: "start" | "end";
}

/** A task whose date is given from outside (双11, an opening day); what leads to it is laid backwards from it. */
export interface Anchor {
  readonly taskId: string;
  readonly date: CalendarDate;
  /** Which end of the task lies on the date; default `start`. */
  readonly edge?: "start" | "finish";
}

/**
 * - `from-start`: everything as early as the links allow.
 * - `from-finish`: everything as late as a finish on `finish` (end of that day) allows.
 * - `from-anchors`: what leads to an anchor as late as it allows, everything else as early as the links allow.
 *
 * `start` in the two backward directions is the first day the plan may use; when the work does not fit, it is pushed
 * past the anchor and the miss is a conflict. Left out, the plan starts as early as the anchor demands.
 */
export type Direction =
  | { readonly kind: "from-start"; readonly start: CalendarDate }
  | { readonly kind: "from-finish"; readonly finish: CalendarDate; readonly start?: CalendarDate }
  | { readonly kind: "from-anchors"; readonly anchors: readonly Anchor[]; readonly start?: CalendarDate };

/** Everything the engine needs; plain data, JSON-safe. */
export interface Plan {
  readonly tasks: readonly TaskInput[];
  readonly links: readonly Link[];
  readonly direction: Direction;
  /** The plan's calendar; tasks without `calendarId`, and the slack of milestones, are counted on it. */
  readonly calendar: WorkingCalendar;
  /** Further calendars that tasks name by id. */
  readonly calendars?: readonly WorkingCalendar[];
  /** The day up to whose start things are known: work not done lies on or after it. */
  readonly statusDate?: CalendarDate;
  /** On whose calendar working-day lags are counted; default `successor`. */
  readonly lagCalendar?: "successor" | "predecessor" | "plan";
}

/** Dates of one task; `finish` is the last day of work (included). A milestone has `start === finish`. */
export interface ScheduledTask {
  readonly id: string;
  readonly kind: "task" | "milestone" | "summary";
  readonly state: "planned" | "in-progress" | "done";
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  /** Working days from start to finish on the task's calendar; for a summary, from its first to its last part. */
  readonly durationDays: number;
  readonly earlyStart: CalendarDate;
  readonly earlyFinish: CalendarDate;
  readonly lateStart: CalendarDate;
  readonly lateFinish: CalendarDate;
  /** Working days the task can slip before the plan's finish, an anchor or a limit is missed; negative when already missed. */
  readonly totalSlackDays: number;
  /** Working days the task can slip before any successor moves. */
  readonly freeSlackDays: number;
  readonly critical: boolean;
}

/**
 * Why a date is what it is: the one rule that holds the task where it stands.
 * `link` names the predecessor that pushes, `successor` the successor that holds a task laid as late as possible.
 */
export type Driver =
  | { readonly kind: "link"; readonly taskId: string; readonly link: Link }
  | { readonly kind: "successor"; readonly taskId: string; readonly link: Link }
  | { readonly kind: "summary"; readonly taskId: string }
  | { readonly kind: "constraint"; readonly rule: ConstraintKind; readonly date: CalendarDate }
  | { readonly kind: "anchor"; readonly date: CalendarDate }
  | {
      readonly kind: "plan-start" | "plan-finish" | "status-date" | "deadline" | "actual";
      readonly date: CalendarDate;
    };

/** A limit that cannot be kept. Links and not-before limits always hold in a schedule; what cannot hold is listed here. */
export interface ScheduleConflict {
  readonly taskId: string;
  readonly rule:
    | "SNLT"
    | "FNLT"
    | "MSO"
    | "MFO"
    | "deadline"
    | "anchor"
    | "plan-finish"
    | "fixed-link"
    | "out-of-sequence";
  /** The date asked for. */
  readonly limit: CalendarDate;
  /** The date that came out. */
  readonly actual: CalendarDate;
  /** Working days between the two, positive when late. */
  readonly lateByDays: number;
  /** Task ids from the cause to this task, along the driving links. */
  readonly chain: readonly string[];
}

/** One reason to refuse a plan or a change; `rule` is stable and translatable. */
export type PlanFault =
  | {
      readonly rule: "cycle";
      /** The tasks of the circle in order; the last waits for nothing but the first. */
      readonly taskIds: readonly string[];
      readonly links: readonly Link[];
    }
  | {
      readonly rule: "duplicate-task" | "parent-cycle" | "unknown-parent" | "unknown-calendar";
      readonly taskId: string;
      readonly ref: string;
    }
  | {
      readonly rule: "invalid-duration" | "invalid-progress" | "invalid-date" | "invalid-constraint" | "unknown-task";
      readonly taskId: string;
      readonly detail: string;
    }
  | {
      readonly rule:
        | "self-link"
        | "link-to-own-summary"
        | "link-into-summary"
        | "percent-of-summary"
        | "invalid-lag"
        | "duplicate-link"
        | "unknown-link";
      /** The successor. */
      readonly taskId: string;
      readonly link: Link;
    }
  | { readonly rule: "invalid-calendar"; readonly ref: string; readonly detail: string };
