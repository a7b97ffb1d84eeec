import type { WorkAxis } from "../calendar/model.ts";
import type { Anchor, Link, Plan, TaskInput } from "./model.ts";

/**
 * What a node of the graph stands for. Node `i` is task `i` of the plan; nodes after the last task are the gates and
 * roll-ups of summaries, made only for summaries that links or limits touch.
 * - `ROLLUP_FINISH`: the latest finish of a summary's parts. `ROLLUP_START`: their earliest start (a minimum).
 * - `GATE`: what a summary waits for; all its parts wait with it.
 * - `INERT`: a summary nothing depends on; its dates are read off its parts.
 */
export const NODE = { TASK: 0, MILESTONE: 1, ROLLUP_FINISH: 2, ROLLUP_START: 3, GATE: 4, INERT: 5 } as const;

export const LINK_TYPES = ["FS", "SS", "FF", "SF"] as const;
export const FS = 0;
export const SS = 1;
export const FF = 2;
export const SF = 3;

/** The structure of a plan, fixed until a task or a link comes or goes. Arrays by node, then by edge. */
export interface Graph {
  readonly plan: Plan;
  readonly indexOf: ReadonlyMap<string, number>;
  readonly nodeCount: number;
  readonly kind: Uint8Array;
  /** The task a node belongs to. */
  readonly taskOf: Int32Array;
  /** Parent task or -1, by task. */
  readonly parentOf: Int32Array;
  /** Tasks with children before their parents. */
  readonly bottomUp: Int32Array;
  readonly childFirst: Int32Array;
  readonly childTasks: Int32Array;
  readonly axes: readonly WorkAxis[];
  /** Index into `axes`: where the node's units are counted. Milestones and pseudo nodes stand on elapsed time. */
  readonly axisOf: Int32Array;
  /** Index into `axes`: where slack and lags of the node are counted. */
  readonly calendarOf: Int32Array;
  /** Anchors by task. */
  readonly anchorOf: ReadonlyMap<number, Anchor>;
  /** 1 when a milestone marks the end of its day, by node. */
  readonly marksEnd: Uint8Array;
  readonly edgeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly type: Uint8Array;
  /** Index of the plan's link, or -1 between a summary and its parts. */
  readonly linkOf: Int32Array;
  readonly lagAxisOf: Int32Array;
  /** Edges into node `i` are `inEdges[inFirst[i] .. inFirst[i + 1])`, and likewise out of it. */
  readonly inFirst: Int32Array;
  readonly inEdges: Int32Array;
  readonly outFirst: Int32Array;
  readonly outEdges: Int32Array;
  /** Nodes so that every edge goes forward, and the place of each node in that order. */
  readonly order: Int32Array;
  readonly place: Int32Array;
}

export const isSummaryKind = (kind: number): boolean => kind >= NODE.ROLLUP_FINISH;

export const taskAt = (plan: Plan, i: number): TaskInput => {
  const task = plan.tasks[i];
  if (task === undefined) throw new RangeError(`no task ${i}`);
  return task;
};

export const linkAt = (plan: Plan, i: number): Link => {
  const link = plan.links[i];
  if (link === undefined) throw new RangeError(`no link ${i}`);
  return link;
};
