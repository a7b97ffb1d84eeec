import type { WorkAxis } from "../calendar/model.ts";
import { type Bounds, CALENDAR_LAG, DONE, PINNED, STARTED } from "./bounds.ts";
import { FF, FS, type Graph, SF, SS } from "./graph.ts";
import { at, NO_UPPER } from "./typed.ts";

/** Where every node stands: position, start instant, finish instant. */
export interface Places {
  readonly position: Int32Array;
  readonly start: Int32Array;
  readonly finish: Int32Array;
}

export const newPlaces = (nodeCount: number): Places => ({
  position: new Int32Array(nodeCount),
  start: new Int32Array(nodeCount),
  finish: new Int32Array(nodeCount),
});

export const copyPlaces = (p: Places): Places => ({
  position: p.position.slice(),
  start: p.start.slice(),
  finish: p.finish.slice(),
});

/** A graph with its bounds: all that the passes read. */
export interface Net {
  readonly graph: Graph;
  readonly bounds: Bounds;
}

/** An index into `axes` always names one; the check is for the compiler and costs nothing measurable. */
export function axisAt(axes: readonly WorkAxis[], i: number): WorkAxis {
  const axis = axes[i];
  if (axis === undefined) throw new RangeError(`no axis ${i}`);
  return axis;
}

/** Puts a node at a position and works out its instants. */
export function putAt(net: Net, places: Places, node: number, position: number): void {
  const { graph, bounds } = net;
  const flags = at(bounds.flags, node);
  places.position[node] = position;
  if ((flags & PINNED) !== 0) {
    places.start[node] = at(bounds.fixedStart, node);
    places.finish[node] = at(bounds.fixedFinish, node);
    return;
  }
  const axis = axisAt(graph.axes, at(graph.axisOf, node));
  places.start[node] = (flags & STARTED) !== 0 ? at(bounds.fixedStart, node) : axis.latest(position);
  places.finish[node] = axis.earliest(position + at(bounds.duration, node));
}

/** The instant an edge sets for its successor's end: the predecessor's end moved by the lag. */
export function edgeInstant(net: Net, places: Places, edge: number): number {
  const { graph, bounds } = net;
  const from = at(graph.from, edge);
  let t: number;
  switch (at(graph.type, edge)) {
    case SS:
      t = at(places.start, from);
      break;
    case SF: {
      // The end of the unit before the start: Monday's opening is Friday's close for somebody who has to be done by it.
      const axis = axisAt(graph.axes, at(graph.axisOf, from));
      t = axis.earliest(axis.count(at(places.start, from)));
      break;
    }
    default:
      t = at(places.finish, from);
  }
  const lag = at(bounds.lag, edge);
  if (lag === 0) return t;
  if (at(bounds.lagKind, edge) === CALENDAR_LAG) return t + lag;
  const axis = axisAt(graph.axes, at(graph.lagAxisOf, edge));
  return axis.earliest(axis.count(t) + lag);
}

/** Least position of the successor that keeps an edge. */
export function leastPosition(net: Net, places: Places, edge: number): number {
  const { graph, bounds } = net;
  const to = at(graph.to, edge);
  const axis = axisAt(graph.axes, at(graph.axisOf, to));
  const instant = edgeInstant(net, places, edge);
  const type = at(graph.type, edge);
  if (type === FS || type === SS) return axis.count(instant);
  return axis.count(instant - 1) + 1 - at(bounds.duration, to);
}

/**
 * Greatest position of the predecessor that keeps an edge when the successor stands as `places` has it; the exact
 * counterpart of `leastPosition`. `slip` lets the successor stand that much later on its own axis. No limit comes from
 * work that is done, nor on what has already happened.
 */
export function greatestPosition(net: Net, places: Places, edge: number, slip = 0): number {
  const { graph, bounds } = net;
  const from = at(graph.from, edge);
  const to = at(graph.to, edge);
  const type = at(graph.type, edge);
  const flags = at(bounds.flags, to);
  if ((flags & DONE) !== 0 || (at(bounds.flags, from) & PINNED) !== 0) return NO_UPPER;
  const leavesStart = type === SS || type === SF;
  if (leavesStart && (at(bounds.flags, from) & STARTED) !== 0) return NO_UPPER;
  const toAxis = axisAt(graph.axes, at(graph.axisOf, to));
  let instant: number;
  if (type === FF || type === SF) {
    instant =
      slip === 0 ? at(places.finish, to) : toAxis.earliest(at(places.position, to) + slip + at(bounds.duration, to));
  } else if ((flags & PINNED) !== 0) instant = at(places.start, to);
  else instant = toAxis.latest(at(places.position, to) + slip);
  const lag = at(bounds.lag, edge);
  if (lag !== 0) {
    if (at(bounds.lagKind, edge) === CALENDAR_LAG) instant -= lag;
    else {
      const axis = axisAt(graph.axes, at(graph.lagAxisOf, edge));
      instant = axis.latest(axis.count(instant) - lag);
    }
  }
  const axis = axisAt(graph.axes, at(graph.axisOf, from));
  if (type === FS || type === FF) return axis.count(instant) - at(bounds.duration, from);
  return type === SS ? axis.count(instant + 1) - 1 : axis.count(instant);
}
