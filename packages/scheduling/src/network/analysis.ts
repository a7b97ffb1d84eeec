import { DONE, PINNED } from "./bounds.ts";
import { NODE } from "./graph.ts";
import { axisAt, greatestPosition, type Net, newPlaces, type Places } from "./link-rule.ts";
import { backwardPass, countsOf, forwardPass, latestFinish, leadsSummary } from "./passes.ts";
import { finishInstant } from "./scale.ts";
import type { Solution } from "./solution.ts";
import { at } from "./typed.ts";

/** Early and late places of every node, and its slack in working days of its own calendar. */
export interface Analysis {
  readonly early: Places;
  readonly late: Places;
  readonly totalSlack: Int32Array;
  readonly freeSlack: Int32Array;
  /** The plan's last instant: the finish asked for when laid from a finish, else the latest finish. */
  readonly ceiling: number;
}

/** Units between two positions of a node, on its calendar also for a milestone, whose positions are instants. */
function slackBetween(net: Net, node: number, from: number, to: number): number {
  if (at(net.graph.kind, node) === NODE.TASK) return to - from;
  const axis = axisAt(net.graph.axes, at(net.graph.calendarOf, node));
  return axis.count(to) - axis.count(from);
}

/**
 * Slip that moves no successor, by node, in units of its own axis. The slip of a summary's roll-up is handed on to its
 * parts, since a roll-up is not itself anybody's work.
 */
function freeSlips(net: Net, planned: Places, ceilingOf: Int32Array): Int32Array {
  const { graph, bounds } = net;
  const free = new Int32Array(graph.nodeCount);
  for (let i = graph.order.length - 1; i >= 0; i--) {
    const node = at(graph.order, i);
    if ((at(bounds.flags, node) & PINNED) !== 0) continue;
    let latest = at(ceilingOf, at(graph.axisOf, node)) - at(bounds.duration, node);
    for (let e = at(graph.outFirst, node); e < at(graph.outFirst, node + 1); e++) {
      const edge = at(graph.outEdges, e);
      const to = at(graph.to, edge);
      const kind = at(graph.kind, to);
      if (kind === NODE.ROLLUP_START && !leadsSummary(planned, node, to)) continue;
      const slip = kind >= NODE.ROLLUP_FINISH ? at(free, to) : 0;
      latest = Math.min(latest, greatestPosition(net, planned, edge, slip));
    }
    free[node] = Math.max(0, latest - at(planned.position, node));
  }
  return free;
}

function earlyPlaces(net: Net, solution: Solution): Places {
  if (solution.target === null) return solution.base;
  const early = newPlaces(net.graph.nodeCount);
  forwardPass(net, early, { floorOf: countsOf(net, solution.floor), wish: null });
  return early;
}

/** Early and late dates and slack of a solved net. O(n + m). */
export function analyse(net: Net, solution: Solution): Analysis {
  const { graph, bounds } = net;
  const { direction } = graph.plan;
  const early = earlyPlaces(net, solution);
  const end = latestFinish(net, solution.planned, solution.floor);
  const ceiling = direction.kind === "from-finish" ? finishInstant(direction.finish) : end;
  const late = newPlaces(graph.nodeCount);
  backwardPass(net, late, { ceilingOf: countsOf(net, ceiling), scope: null, reference: early });
  const free = freeSlips(net, solution.planned, countsOf(net, end));
  const totalSlack = new Int32Array(graph.nodeCount);
  const freeSlack = new Int32Array(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    if ((at(bounds.flags, node) & DONE) !== 0) continue;
    totalSlack[node] = slackBetween(net, node, at(early.position, node), at(late.position, node));
    const planned = at(solution.planned.position, node);
    freeSlack[node] = slackBetween(net, node, planned, planned + at(free, node));
  }
  return { early, late, totalSlack, freeSlack, ceiling };
}
