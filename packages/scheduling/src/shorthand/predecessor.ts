import type { Lag, LinkType } from "../network/model.ts";

/**
 * One predecessor as typed into a cell: `12FS+3d`. `ref` is what the sheet calls the task (a row number, an outline
 * number, an id); who calls knows which.
 */
export interface PredecessorRef {
  readonly ref: string;
  /** Another project, `4515:2`. */
  readonly project?: string;
  readonly type: LinkType;
  readonly lag?: Lag;
  /** `12FSe`: the successor may not even be started before. The schedule is the same; the product refuses the start. */
  readonly enforced?: boolean;
}

/** Why a piece of the text was refused; `index` counts the pieces from 0. */
export interface ShorthandFault {
  readonly index: number;
  readonly text: string;
  readonly rule:
    | "not-a-predecessor"
    | "unknown-unit"
    | "ambiguous-unit"
    | "lag-not-whole"
    | "lag-too-long"
    | "too-long";
}
