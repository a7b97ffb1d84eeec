import { CALENDAR_LAG, DONE, PINNED, STARTED } from "../../network/bounds.ts";
import { LINK_TYPES, NODE, SF, SS } from "../../network/graph.ts";
import { axisAt, edgeInstant, type Net } from "../../network/link-rule.ts";
import { obeysTarget, type Solution } from "../../network/solution.ts";
import { at, NO_LOWER, NO_UPPER } from "../../network/typed.ts";
import type { SlotLink, SlotProject, SlotResource, SlotTask } from "../rcpsp/model.ts";
import { SlotCalendars } from "./slot-calendars.ts";
import { type ResourceIndex, slotNeeds } from "./slot-needs.ts";
import { equipmentSlots, personSlots } from "./slot-resources.ts";

/** Days as slots: slot 0 is epoch day `origin`. */
export interface SlotAxis {
  readonly origin: number;
  readonly horizon: number;
  /** First day on which work that is laid backwards may be placed. */
  readonly floor: number;
  /** Work that is laid backwards begins where its anchor would have it, not before. */
  readonly atTargets: boolean;
}

const SUFFIX: Readonly<Record<number, string>> = {
  [NODE.ROLLUP_FINISH]: "finish",
  [NODE.ROLLUP_START]: "start",
  [NODE.GATE]: "gate",
};

/** Roll-ups and gates of summaries get ids that no task has. */
function nodeId(net: Net, node: number): string {
  const id = net.graph.plan.tasks[at(net.graph.taskOf, node)]?.id ?? "";
  return node < net.graph.plan.tasks.length && SUFFIX[at(net.graph.kind, node)] === undefined
    ? id
    : `${id}\u0001${SUFFIX[at(net.graph.kind, node)] ?? "node"}`;
}

const clampSlot = (slot: number, axis: SlotAxis): number => Math.max(0, Math.min(slot, axis.horizon));

/** A node that cannot move: done and fixed work keeps its dates, work in progress goes on where the plan has it. */
function pinnedTask(
  net: Net,
  solution: Solution,
  node: number,
  axis: SlotAxis,
  index: ResourceIndex,
  slots: SlotCalendars,
): SlotTask {
  const { graph, bounds } = net;
  const id = nodeId(net, node);
  const own = axisAt(graph.axes, at(graph.axisOf, node));
  const flags = at(bounds.flags, node);
  if ((flags & STARTED) !== 0) {
    const start = own.latest(at(solution.planned.position, node));
    const { calendar, demands, needs } = slotNeeds(index, id, own, slots);
    const task = {
      id,
      durationSlots: at(bounds.duration, node),
      demands,
      needs,
      pinnedStartSlot: clampSlot(start - axis.origin, axis),
    };
    return calendar === undefined ? task : { ...task, calendar };
  }
  const start = at(bounds.fixedStart, node);
  const finish = at(bounds.fixedFinish, node);
  const pinnedStartSlot = clampSlot(start - axis.origin, axis);
  const elapsed = Math.max(0, Math.min(finish - axis.origin, axis.horizon) - pinnedStartSlot);
  if ((flags & DONE) !== 0 || at(graph.kind, node) !== NODE.TASK)
    return { id, durationSlots: elapsed, pinnedStartSlot };
  const worked = own.count(finish) - own.count(start);
  const { calendar, demands, needs } = slotNeeds(index, id, own, slots);
  // Fixed dates may lie on days off: nobody's time is taken there, only the place.
  if (worked === 0 || demands.length + needs.length === 0) return { id, durationSlots: elapsed, pinnedStartSlot };
  const task = { id, durationSlots: worked, demands, needs, pinnedStartSlot };
  return calendar === undefined ? task : { ...task, calendar };
}

function slotTask(
  net: Net,
  solution: Solution,
  node: number,
  axis: SlotAxis,
  index: ResourceIndex,
  slots: SlotCalendars,
): SlotTask {
  const { graph, bounds } = net;
  const kind = at(graph.kind, node);
  if (kind === NODE.INERT) return { id: nodeId(net, node), durationSlots: 0 };
  if ((at(bounds.flags, node) & (PINNED | STARTED)) !== 0) return pinnedTask(net, solution, node, axis, index, slots);
  const own = axisAt(graph.axes, at(graph.axisOf, node));
  const lower = at(bounds.lower, node);
  const upper = at(bounds.upper, node);
  const durationSlots = at(bounds.duration, node);
  const first = firstDay(net, solution, node, axis);
  const release = lower <= NO_LOWER ? first : Math.max(first, own.latest(lower));
  const due = upper >= NO_UPPER ? null : own.earliest(upper + durationSlots);
  const limits = {
    releaseSlot: clampSlot(release - axis.origin, axis),
    ...(due === null ? {} : { dueSlot: clampSlot(due - axis.origin, axis) }),
  };
  const id = nodeId(net, node);
  if (kind !== NODE.TASK) return { id, durationSlots: 0, ...limits };
  const { calendar, demands, needs } = slotNeeds(index, id, own, slots);
  const finishDue = dueOfDirection(net, solution, node, axis);
  const task = {
    id,
    durationSlots,
    demands,
    needs,
    ...limits,
    ...(finishDue === null || due !== null ? {} : { dueSlot: finishDue }),
  };
  return calendar === undefined ? task : { ...task, calendar };
}

/** Before its links and its own limits say more, a task begins with the plan; laid backwards, at its target or earlier. */
function firstDay(net: Net, solution: Solution, node: number, axis: SlotAxis): number {
  const { target } = solution;
  if (target === null || at(net.graph.kind, node) > NODE.MILESTONE) return Math.min(axis.floor, solution.floor);
  if (!obeysTarget(net, target, node)) return solution.floor;
  return axis.atTargets ? at(target.start, node) : axis.floor;
}

/** Laid backwards from a finish, everything is due at the finish. */
function dueOfDirection(net: Net, solution: Solution, node: number, axis: SlotAxis): number | null {
  const { direction } = net.graph.plan;
  if (direction.kind !== "from-finish" || solution.target === null) return null;
  const target = at(solution.target.finish, node);
  return target >= NO_UPPER ? null : clampSlot(target - axis.origin, axis);
}

/**
 * Edges as slot links. The earliest part of a summary stands for its start, which is a minimum that links cannot say;
 * what is measured from the start of work in progress, a fact, becomes a release of the successor.
 */
function slotLinks(
  net: Net,
  solution: Solution,
  axis: SlotAxis,
  slots: SlotCalendars,
  release: Int32Array,
): SlotLink[] {
  const { graph, bounds } = net;
  const links: SlotLink[] = [];
  const places = solution.planned;
  for (let edge = 0; edge < graph.edgeCount; edge++) {
    const from = at(graph.from, edge);
    const to = at(graph.to, edge);
    const type = at(graph.type, edge);
    const isFromStart = type === SS || type === SF;
    if (isFromStart && (at(bounds.flags, from) & STARTED) !== 0) {
      const own = axisAt(graph.axes, at(graph.axisOf, to));
      const instant = edgeInstant(net, places, edge);
      const start = type === SS ? instant : own.latest(own.count(instant - 1) + 1 - at(bounds.duration, to));
      release[to] = Math.max(at(release, to), clampSlot(start - axis.origin, axis));
      continue;
    }
    if (at(graph.kind, to) === NODE.ROLLUP_START && at(places.start, from) > at(places.start, to)) continue;
    const lagSlots = at(bounds.lag, edge);
    const isElapsed = at(bounds.lagKind, edge) === CALENDAR_LAG || lagSlots === 0;
    const lagCalendar = isElapsed ? undefined : slots.together([axisAt(graph.axes, at(graph.lagAxisOf, edge))]);
    const link = { from, to, type: LINK_TYPES[type] ?? "FS", lagSlots };
    links.push(lagCalendar === undefined ? link : { ...link, lagCalendar });
  }
  return links;
}

/** A plan and its resources on day slots; task i of the result is node i of the graph. */
export function planSlots(net: Net, solution: Solution, axis: SlotAxis, index: ResourceIndex): SlotProject {
  const slots = new SlotCalendars(axis.origin, axis.horizon);
  const release = new Int32Array(net.graph.nodeCount);
  const links = slotLinks(net, solution, axis, slots, release);
  const tasks = Array.from({ length: net.graph.nodeCount }, (_, node): SlotTask => {
    const task = slotTask(net, solution, node, axis, index, slots);
    return at(release, node) > (task.releaseSlot ?? 0) ? { ...task, releaseSlot: at(release, node) } : task;
  });
  const { people, equipment = [] } = index.resources;
  const resources: SlotResource[] = [
    ...people.flatMap((person, number) => {
      const calendar = index.calendars[number];
      return calendar === undefined ? [] : [personSlots(person, calendar, axis.origin, axis.horizon)];
    }),
    ...equipment.map((item) => equipmentSlots(item, axis.origin, axis.horizon)),
  ];
  return { tasks, links, resources, calendars: slots.list, horizonSlots: axis.horizon };
}
