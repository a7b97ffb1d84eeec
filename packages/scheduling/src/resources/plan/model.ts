import type { CalendarDate } from "@yutu/kernel";
import type { WorkingCalendar } from "../../calendar/index.ts";
import type { PlanChange } from "../../network/index.ts";

/** Somebody who does work. On days off their tasks pause. */
export interface PlanPerson {
  readonly id: string;
  readonly calendar: WorkingCalendar;
  /** Share of a working day that may be planned, 0..1; default 1. */
  readonly availability?: number;
  /** Level 1..5 by skill. */
  readonly skills?: Readonly<Record<string, number>>;
  /** Shares of single days promised to other projects. */
  readonly booked?: readonly { readonly date: CalendarDate; readonly share: number }[];
}

/** Something counted in whole pieces that does not pause: studios, cameras, live-stream rooms. */
export interface PlanEquipment {
  readonly id: string;
  readonly capacity: number;
  /** Later changes of the capacity, ascending by date. */
  readonly changes?: readonly { readonly from: CalendarDate; readonly capacity: number }[];
}

/** What one task needs while it runs. Shares default to all that the person can give. */
export interface TaskNeeds {
  readonly taskId: string;
  readonly people?: readonly { readonly personId: string; readonly share?: number }[];
  readonly skills?: readonly {
    readonly skill: string;
    /** Different people; default 1. */
    readonly count?: number;
    readonly minLevel?: number;
    readonly share?: number;
  }[];
  readonly equipment?: readonly { readonly equipmentId: string; readonly units: number }[];
}

export interface PlanResources {
  readonly people: readonly PlanPerson[];
  readonly equipment?: readonly PlanEquipment[];
  readonly needs: readonly TaskNeeds[];
}

/** Dates of one task after levelling; `finish` is the last day of work. */
export interface LevelledTask {
  readonly taskId: string;
  readonly start: CalendarDate;
  readonly finish: CalendarDate;
  readonly before: { readonly start: CalendarDate; readonly finish: CalendarDate };
  /** People named in the needs, then those chosen by skill. */
  readonly personIds: readonly string[];
}

/** Why a task waits for people or equipment although its predecessors are done. */
export interface LevellingDelay {
  readonly taskId: string;
  /** When it could start without other work in its way. */
  readonly readyOn: CalendarDate;
  readonly startsOn: CalendarDate;
  /** The person or equipment that was short the longest, or the skill of which nobody was free. */
  readonly shortOf: { readonly kind: "person" | "equipment" | "skill"; readonly id: string };
  /** The tasks that held it meanwhile, longest first. */
  readonly heldBy: readonly string[];
}

/** More asked of somebody or something than there is, on one stretch of days. */
export interface OverAllocation {
  readonly taskIds: readonly string[];
  readonly resourceId: string;
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  /** Largest use in units (share of a day for people), and what there is then. */
  readonly used: number;
  readonly capacity: number;
}

export interface LevelledPlan {
  /** In the order of the plan, summaries included. */
  readonly tasks: readonly LevelledTask[];
  readonly finish: CalendarDate | null;
  /** No schedule within capacity can finish before this day. */
  readonly earliestFinish: CalendarDate | null;
  readonly optimal: boolean;
  readonly delays: readonly LevellingDelay[];
  /** Work that cannot move and takes more than there is. */
  readonly overAllocations: readonly OverAllocation[];
  /** Limits and anchors that cannot be kept within capacity. */
  readonly late: readonly { readonly taskId: string; readonly limit: CalendarDate; readonly finish: CalendarDate }[];
  /** Moves that make the plan schedule to these dates. */
  readonly changes: readonly PlanChange[];
  readonly schedulesUsed: number;
}
