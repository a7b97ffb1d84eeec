/** A task as it is drawn. Dates are `YYYY-MM-DD`, both days included. */
export interface GanttTask {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly start: string;
  readonly finish: string;
  /** 0 to 1. */
  readonly progress: number;
  readonly critical?: boolean;
  readonly milestone?: boolean;
  /** The frozen plan, drawn as a line below the bar. */
  readonly baseline?: { readonly start: string; readonly finish: string };
  /** Of the bar, instead of the theme's. */
  readonly colour?: string;
  /** False where this person may not move it. Default true. */
  readonly movable?: boolean;
}

export type GanttLinkType = "FS" | "SS" | "FF" | "SF";

export interface GanttLink {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly type: GanttLinkType;
  readonly lagDays: number;
}

/** New days of a task, both included. */
export interface GanttChange {
  readonly id: string;
  readonly start: string;
  readonly finish: string;
}

export interface GanttNewLink {
  readonly from: string;
  readonly to: string;
  readonly type: GanttLinkType;
}
