import { CALENDAR_LAG, PINNED, STARTED } from "../../network/bounds.ts";
import { FF, FS, NODE, SF, SS } from "../../network/graph.ts";
import { axisAt, type Net } from "../../network/link-rule.ts";
import { type Solution, wishesOf } from "../../network/solution.ts";
import { at, NO_LOWER } from "../../network/typed.ts";
import { ContinuousAxis } from "./continuous-axis.ts";

/** No edge holds the node: its own limit or the beginning of the plan does. */
export const OWN_LIMIT = -1;

/**
 * The forward pass of a plan on durations that need not be whole days. Buffers are reused: `run` allocates nothing.
 * Work laid backwards begins no earlier than planned; work in progress has its remainder before it.
 */
export class RiskNetwork {
  readonly start: Float64Array;
  readonly finish: Float64Array;
  /** The edge that holds each node where it stands, or `OWN_LIMIT`. */
  readonly driver: Int32Array;
  /** Duration of each node in working days of its axis; set before `run`. */
  readonly duration: Float64Array;
  readonly axes: readonly ContinuousAxis[];
  private readonly lower: Float64Array;

  constructor(
    readonly net: Net,
    readonly solution: Solution,
  ) {
    const { graph, bounds } = net;
    const { nodeCount } = graph;
    this.start = new Float64Array(nodeCount);
    this.finish = new Float64Array(nodeCount);
    this.driver = new Int32Array(nodeCount).fill(OWN_LIMIT);
    this.duration = Float64Array.from(bounds.duration);
    this.axes = graph.axes.map((axis) => new ContinuousAxis(axis));
    const wish = solution.target === null ? null : wishesOf(net, solution.target);
    this.lower = new Float64Array(nodeCount);
    for (let node = 0; node < nodeCount; node++) {
      const isRollup = at(graph.kind, node) === NODE.ROLLUP_FINISH;
      const floor = isRollup ? NO_LOWER : axisAt(graph.axes, at(graph.axisOf, node)).count(solution.floor);
      const wished = wish === null ? NO_LOWER : at(wish, node);
      this.lower[node] = Math.max(floor, at(bounds.lower, node), wished);
    }
  }

  axisOf(node: number): ContinuousAxis {
    const axis = this.axes[at(this.net.graph.axisOf, node)];
    if (axis === undefined) throw new RangeError(`node ${node} has no axis`);
    return axis;
  }

  /** Places every node as early as its edges allow. O(nodes + edges). */
  run(): void {
    const { graph, bounds } = this.net;
    for (let i = 0; i < graph.nodeCount; i++) {
      const node = at(graph.order, i);
      if ((at(bounds.flags, node) & PINNED) !== 0) {
        this.start[node] = at(bounds.fixedStart, node);
        this.finish[node] = at(bounds.fixedFinish, node);
      } else if (at(graph.kind, node) === NODE.ROLLUP_START) this.placeFirstPart(node);
      else this.place(node);
    }
  }

  /** Position that a node's own limits and the beginning of the plan demand. */
  ownLimit(node: number): number {
    return this.lower[node] ?? 0;
  }

  /** Position on some axis at which a node starts. */
  positionOf(node: number, axis: number): number {
    return this.axes[axis]?.count(this.start[node] ?? 0) ?? 0;
  }

  /** Position an edge demands of its successor. */
  demandOf(edge: number, to: number): number {
    const { graph, bounds } = this.net;
    const from = at(graph.from, edge);
    const type = at(graph.type, edge);
    let t = (type === FS || type === FF ? this.finish[from] : this.start[from]) ?? 0;
    if (type === SF) {
      const axis = this.axisOf(from);
      t = axis.earliest(axis.count(t));
    }
    const lag = at(bounds.lag, edge);
    if (lag !== 0) {
      const axis = this.axes[at(graph.lagAxisOf, edge)];
      t =
        at(bounds.lagKind, edge) === CALENDAR_LAG || axis === undefined ? t + lag : axis.earliest(axis.count(t) + lag);
    }
    const axis = this.axisOf(to);
    const worked = axis.count(t);
    if (type === FS || type === SS) return worked;
    // An end on a day off is reached with the next working day, as in whole days.
    const end = axis.earliest(worked) < t ? worked + 1 : worked;
    return end - (this.duration[to] ?? 0);
  }

  private place(node: number): void {
    const { graph, bounds } = this.net;
    let position = this.lower[node] ?? 0;
    let driver = OWN_LIMIT;
    const last = at(graph.inFirst, node + 1);
    for (let e = at(graph.inFirst, node); e < last; e++) {
      const edge = at(graph.inEdges, e);
      const demanded = this.demandOf(edge, node);
      if (demanded <= position) continue;
      position = demanded;
      driver = edge;
    }
    const axis = this.axisOf(node);
    const isStarted = (at(bounds.flags, node) & STARTED) !== 0;
    this.start[node] = isStarted ? at(bounds.fixedStart, node) : axis.latest(position);
    this.finish[node] = axis.earliest(position + (this.duration[node] ?? 0));
    this.driver[node] = driver;
  }

  /** The start of a summary is the earliest start of its parts. */
  private placeFirstPart(node: number): void {
    const { graph } = this.net;
    let first = Number.POSITIVE_INFINITY;
    for (let e = at(graph.inFirst, node); e < at(graph.inFirst, node + 1); e++) {
      const edge = at(graph.inEdges, e);
      const start = this.start[at(graph.from, edge)] ?? 0;
      if (start >= first) continue;
      first = start;
      this.driver[node] = edge;
    }
    this.start[node] = first;
    this.finish[node] = first;
  }
}
