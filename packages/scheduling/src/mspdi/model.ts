import type { Recorded } from "./kept.ts";
import type { MspdiCalendar } from "./model-calendar.ts";

/**
 * A Microsoft Project XML document (MSPDI) as plain data. Units follow the names: times of day and durations in minutes,
 * slack and leads in tenths of a minute as the format has them, dates as wall-clock `YYYY-MM-DDTHH:MM:SS`. Elements
 * that are not listed here travel in `kept` and are written back in their place.
 */
export interface MspdiProject extends Recorded {
  readonly saveVersion?: number;
  readonly uid?: string;
  readonly name?: string;
  readonly title?: string;
  readonly subject?: string;
  readonly category?: string;
  readonly company?: string;
  readonly manager?: string;
  readonly author?: string;
  readonly creationDate?: string;
  readonly lastSaved?: string;
  readonly scheduleFromStart?: boolean;
  readonly startDate?: string;
  readonly finishDate?: string;
  readonly currencySymbol?: string;
  readonly currencyCode?: string;
  readonly calendarUid?: number;
  readonly defaultStartMinute?: number;
  readonly defaultFinishMinute?: number;
  readonly minutesPerDay?: number;
  readonly minutesPerWeek?: number;
  readonly daysPerMonth?: number;
  readonly weekStartDay?: number;
  readonly statusDate?: string;
  readonly currentDate?: string;
  readonly calendars?: readonly MspdiCalendar[];
  readonly tasks?: readonly MspdiTask[];
  readonly resources?: readonly MspdiResource[];
  readonly assignments?: readonly MspdiAssignment[];
}

export type MspdiTaskType = "fixed-units" | "fixed-duration" | "fixed-work";
export type MspdiConstraintType = "ASAP" | "ALAP" | "MSO" | "MFO" | "SNET" | "SNLT" | "FNET" | "FNLT";
export type MspdiLinkType = "FF" | "FS" | "SF" | "SS";

/** The unit in which a duration or lag was entered; `e` is elapsed time, `?` an estimate. */
export type MspdiUnit =
  | "m"
  | "em"
  | "h"
  | "eh"
  | "d"
  | "ed"
  | "w"
  | "ew"
  | "mo"
  | "emo"
  | "%"
  | "e%"
  | "none"
  | "m?"
  | "em?"
  | "h?"
  | "eh?"
  | "d?"
  | "ed?"
  | "w?"
  | "ew?"
  | "mo?"
  | "emo?"
  | "%?"
  | "e%?"
  | "none?";

export interface MspdiTask extends Recorded {
  readonly uid: number;
  readonly id?: number;
  readonly name?: string;
  readonly active?: boolean;
  readonly manual?: boolean;
  readonly type?: MspdiTaskType;
  /** A blank row of the task table. */
  readonly isNull?: boolean;
  readonly wbs?: string;
  readonly outlineNumber?: string;
  readonly outlineLevel?: number;
  /** 0..1000, 500 is normal. */
  readonly priority?: number;
  readonly start?: string;
  readonly finish?: string;
  readonly durationMinutes?: number;
  readonly durationUnit?: MspdiUnit;
  readonly workMinutes?: number;
  readonly estimated?: boolean;
  readonly milestone?: boolean;
  readonly summary?: boolean;
  readonly critical?: boolean;
  readonly earlyStart?: string;
  readonly earlyFinish?: string;
  readonly lateStart?: string;
  readonly lateFinish?: string;
  readonly freeSlackTenthMinutes?: number;
  readonly totalSlackTenthMinutes?: number;
  readonly fixedCost?: number;
  readonly percentComplete?: number;
  readonly percentWorkComplete?: number;
  readonly cost?: number;
  readonly actualStart?: string;
  readonly actualFinish?: string;
  readonly actualDurationMinutes?: number;
  readonly actualCost?: number;
  readonly actualWorkMinutes?: number;
  readonly remainingDurationMinutes?: number;
  readonly remainingWorkMinutes?: number;
  readonly constraintType?: MspdiConstraintType;
  readonly calendarUid?: number;
  readonly constraintDate?: string;
  readonly deadline?: string;
  readonly notes?: string;
  readonly predecessors?: readonly MspdiLink[];
  readonly baselines?: readonly MspdiBaseline[];
}

export interface MspdiLink extends Recorded {
  readonly predecessorUid: number;
  /** Default `FS`. */
  readonly type?: MspdiLinkType;
  readonly crossProject?: boolean;
  readonly crossProjectName?: string;
  /** Tenths of a minute of working (or elapsed) time, or whole percent when the unit is a percentage. */
  readonly lag?: number;
  readonly lagUnit?: MspdiUnit;
}

export interface MspdiBaseline extends Recorded {
  /** 0 is the baseline, 1..10 the numbered ones. */
  readonly number: number;
  readonly interim?: boolean;
  readonly start?: string;
  readonly finish?: string;
  readonly durationMinutes?: number;
  readonly durationUnit?: MspdiUnit;
  readonly workMinutes?: number;
  readonly cost?: number;
}

export interface MspdiResource extends Recorded {
  readonly uid: number;
  readonly id?: number;
  readonly name?: string;
  readonly type?: "material" | "work" | "cost";
  readonly isNull?: boolean;
  readonly initials?: string;
  readonly group?: string;
  readonly emailAddress?: string;
  /** 1 is one full-time person. */
  readonly maxUnits?: number;
  readonly standardRate?: number;
  readonly overtimeRate?: number;
  readonly costPerUse?: number;
  readonly calendarUid?: number;
  readonly notes?: string;
  readonly baselines?: readonly MspdiAssignmentBaseline[];
}

export interface MspdiAssignment extends Recorded {
  readonly uid: number;
  readonly taskUid?: number;
  /** −65535 stands for "nobody". */
  readonly resourceUid?: number;
  readonly percentWorkComplete?: number;
  readonly actualWorkMinutes?: number;
  readonly cost?: number;
  readonly finish?: string;
  readonly remainingWorkMinutes?: number;
  readonly start?: string;
  /** 1 is full time. */
  readonly units?: number;
  readonly workMinutes?: number;
  readonly baselines?: readonly MspdiAssignmentBaseline[];
}

export interface MspdiAssignmentBaseline extends Recorded {
  readonly number: number;
  readonly start?: string;
  readonly finish?: string;
  readonly workMinutes?: number;
  readonly cost?: number;
}
