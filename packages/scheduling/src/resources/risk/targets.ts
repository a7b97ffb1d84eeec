import { type CalendarDate, fromEpochDay, toEpochDay } from "@yutu/kernel";
import { PINNED } from "../../network/bounds.ts";
import { FS, NODE } from "../../network/graph.ts";
import type { Net } from "../../network/link-rule.ts";
import { at } from "../../network/typed.ts";
import type { RiskTarget } from "./model.ts";

/** A target as nodes of the graph: it is reached when the last of them is. */
export interface TargetNodes {
  readonly target: RiskTarget;
  readonly nodes: readonly number[];
  /** A node is late when it finishes after this many days past midnight of the target's date. */
  readonly slackOf: (node: number) => number;
  readonly day: number;
}

/** Tasks below a summary, or the task itself. */
function leavesOf({ graph }: Net, task: number): number[] {
  const kind = at(graph.kind, task);
  if (kind === NODE.TASK || kind === NODE.MILESTONE) return [task];
  const children = [...graph.childTasks.subarray(at(graph.childFirst, task), at(graph.childFirst, task + 1))];
  return children.flatMap((child) => leavesOf({ graph } as Net, child));
}

/** Whether some later task or milestone can only end later, so that this one never decides. */
function isOutlasted({ graph, bounds }: Net, node: number, slackOf: (node: number) => number): boolean {
  for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
    const edge = at(graph.outEdges, e);
    const to = at(graph.to, edge);
    const follows = at(graph.type, edge) === FS && at(bounds.lag, edge) >= 0 && at(graph.kind, to) <= NODE.MILESTONE;
    if (follows && (at(bounds.flags, to) & PINNED) === 0 && slackOf(to) <= slackOf(node)) return true;
  }
  return false;
}

/** An opening is missed when its day has begun, everything else when its day is over. */
export function targetNodes(net: Net, target: RiskTarget): TargetNodes {
  const { graph } = net;
  const slackOf = (node: number): number => (at(graph.kind, node) === NODE.MILESTONE ? at(graph.marksEnd, node) : 1);
  const task = target.taskId === null ? undefined : graph.indexOf.get(target.taskId);
  const every = [...graph.plan.tasks.keys()].filter((node) => at(graph.kind, node) <= NODE.MILESTONE);
  const last = every.filter((node) => !isOutlasted(net, node, slackOf));
  return { target, nodes: task === undefined ? last : leavesOf(net, task), slackOf, day: toEpochDay(target.date) };
}

/** The day on which an instant lies; the end of a day belongs to it. `slack` as in `TargetNodes`. */
export const dayOf = (instant: number, slack: number): CalendarDate => fromEpochDay(Math.ceil(instant - slack - 1e-6));
