/**
 * The resource-constrained project scheduling problem on integer time. A slot is the unit the caller chose (a day, an
 * hour, a quarter of an hour); slot `t` is the half-open interval [t, t + 1), and a task that occupies slots 3 and 4
 * starts at 3 and finishes at 5.
 */

/** How one task binds another: finish-to-start, start-to-start, finish-to-finish, start-to-finish. */
export type SlotLinkType = "FS" | "SS" | "FF" | "SF";

export interface SlotLink {
  /** Index of the predecessor in `tasks`. */
  readonly from: number;
  readonly to: number;
  readonly type: SlotLinkType;
  /** Minimum distance in slots; negative is a lead. Counted in the slots worked by `lagCalendar` when it is given. */
  readonly lagSlots: number;
  /** Index in `calendars`; absent counts every slot. */
  readonly lagCalendar?: number;
}

/** Units of one named resource, held on every slot the task works. */
export interface SlotDemand {
  readonly resource: number;
  readonly units: number;
}

/** Somebody out of a pool, such as "2 of skill design": `count` different resources of `candidates`. */
export interface SlotNeed {
  /** What is needed, for explanations. */
  readonly label: string;
  readonly count: number;
  /** Units held of each chosen resource. */
  readonly units: number;
  readonly candidates: readonly SlotCandidate[];
}

export interface SlotCandidate {
  readonly resource: number;
  /**
   * Index in `calendars` of the slots on which the task advances when this candidate alone does it (task calendar and
   * personal calendar together). Used only for tasks that need one person; a team has to be there on every slot.
   */
  readonly calendar?: number;
}

export interface SlotTask {
  readonly id: string;
  /** Slots of work; 0 is a milestone. */
  readonly durationSlots: number;
  /** Index in `calendars` of the slots the task can work; absent is every slot. */
  readonly calendar?: number;
  readonly demands?: readonly SlotDemand[];
  readonly needs?: readonly SlotNeed[];
  /** Never starts before this slot. */
  readonly releaseSlot?: number;
  /** Should be finished at this slot; lateness is minimised before the makespan. */
  readonly dueSlot?: number;
  /** Cannot move (work in progress, must-start-on). Placed first, even above capacity, which is then reported. */
  readonly pinnedStartSlot?: number;
}

export interface SlotResource {
  readonly id: string;
  /** Units available on every slot before the first step. */
  readonly capacity: number;
  /** Changes of capacity, ascending by `fromSlot`. */
  readonly steps?: readonly { readonly fromSlot: number; readonly capacity: number }[];
}

/** One entry per slot of the horizon: 1 where work is possible. */
export type SlotCalendar = Uint8Array;

export interface SlotProject {
  readonly tasks: readonly SlotTask[];
  readonly links: readonly SlotLink[];
  readonly resources: readonly SlotResource[];
  readonly calendars?: readonly SlotCalendar[];
  /** Number of slots considered. Absent: long enough for every task one after the other (no calendars then). */
  readonly horizonSlots?: number;
}

/** A schedule of a `SlotProject`; arrays follow the order of its `tasks`. */
export interface SlotSchedule {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** Chosen pool members per task, in the order of `needs` and their counts; resource indices. */
  readonly chosen: readonly (readonly number[])[];
  /** Largest finish. */
  readonly makespanSlots: number;
  /** Sum over tasks of slots after `dueSlot`. */
  readonly latenessSlots: number;
}
