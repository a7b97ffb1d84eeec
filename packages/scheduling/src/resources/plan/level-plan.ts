import { type CalendarDate, fromEpochDay, ok, type Problem, type Result } from "@yutu/kernel";
import type { CompiledCalendar } from "../../calendar/index.ts";
import { LATE_WISH, PINNED, STARTED } from "../../network/bounds.ts";
import { NODE } from "../../network/graph.ts";
import { type Plan, type PlanRefusal, type PreparedNetwork, prepareNetwork } from "../../network/index.ts";
import { obeysTarget } from "../../network/solution.ts";
import { at, NO_UPPER } from "../../network/typed.ts";
import type { LevellingProblemCode } from "../problems.ts";
import { decodeInOrder } from "../rcpsp/decode-list.ts";
import { type LevelOptions, levelSlots, type SlotLevelling } from "../rcpsp/level-slots.ts";
import type { SlotProject, SlotSchedule } from "../rcpsp/model.ts";
import { shiftLate } from "../rcpsp/shift-late.ts";
import { checkResources } from "./check-resources.ts";
import { describeLevelling } from "./describe-levelling.ts";
import type { LevelledPlan, PlanResources } from "./model.ts";
import { planSlots, type SlotAxis } from "./plan-slots.ts";
import { indexResources, type ResourceIndex } from "./slot-needs.ts";

type Refusal = Problem<LevellingProblemCode> | PlanRefusal;

const MAX_HORIZON_DAYS = 20_000;

/** Days the plan covers now, and as many again as all the work done one after the other would take. */
function axisOf({ net, solution }: PreparedNetwork, factor: number, atTargets: boolean): SlotAxis {
  const { graph, bounds } = net;
  let first = solution.floor;
  let last = solution.floor;
  let work = 0;
  for (let node = 0; node < graph.nodeCount; node++) {
    if (at(graph.kind, node) > NODE.MILESTONE) continue;
    first = Math.min(first, at(solution.planned.start, node));
    last = Math.max(last, at(solution.planned.finish, node));
    if ((at(bounds.flags, node) & PINNED) === 0) work += at(bounds.duration, node);
  }
  const reserve = 60 + 2 * factor * work;
  const { direction } = graph.plan;
  // A plan laid backwards without a first day may begin earlier than it does now.
  const isFixed = direction.kind === "from-start" || direction.start !== undefined || atTargets;
  const floor = isFixed ? solution.floor : solution.floor - reserve;
  const origin = Math.min(first, floor);
  return { origin, floor, atTargets, horizon: Math.min(MAX_HORIZON_DAYS, last - origin + reserve) };
}

interface Levelled {
  readonly project: SlotProject;
  readonly axis: SlotAxis;
  readonly levelling: SlotLevelling;
  readonly schedule: SlotSchedule;
}

/** Levels, widening the horizon when there was no room. */
function level(
  network: PreparedNetwork,
  index: ResourceIndex,
  options: LevelOptions,
  atTargets: boolean,
): Result<Levelled, Problem<LevellingProblemCode>> {
  for (let factor = 1; ; factor *= 3) {
    const axis = axisOf(network, factor, atTargets);
    const project = planSlots(network.net, network.solution, axis, index);
    const levelling = levelSlots(project, options);
    if (levelling.ok) return ok({ project, axis, levelling: levelling.value, schedule: levelling.value.schedule });
    const isShort = levelling.error.definition.code === "scheduling/levelling-no-room";
    if (!isShort || axis.horizon >= MAX_HORIZON_DAYS || factor > 30) return levelling;
  }
}

/** Moves tasks that wish to be late up to where a successor would notice. */
function layWishesLate({ net }: PreparedNetwork, { project, axis, schedule }: Levelled): SlotSchedule {
  return shiftLate(project, schedule, axis.horizon, (node) => {
    const flags = at(net.bounds.flags, node);
    if ((flags & LATE_WISH) === 0 || (flags & (PINNED | STARTED)) !== 0) return null;
    return Math.max(schedule.finish[node] ?? 0, project.tasks[node]?.dueSlot ?? schedule.makespanSlots);
  });
}

/**
 * Work that had to begin before its target for want of people is laid as late as it can, together with everything that
 * stands in its way; then what does not lead to an anchor comes forward again.
 */
function layBackwards(network: PreparedNetwork, levelled: Levelled): Levelled {
  const { net, solution } = network;
  const { target } = solution;
  const { project, axis, schedule } = levelled;
  if (target === null) return levelled;
  const end = axis.horizon - 1;
  const late = shiftLate(project, schedule, axis.horizon, (node) => {
    if ((at(net.bounds.flags, node) & (PINNED | STARTED)) !== 0) return null;
    const wished = at(target.finish, node);
    const limit = Math.min(wished < NO_UPPER ? wished - axis.origin : end, project.tasks[node]?.dueSlot ?? end);
    return Math.max(schedule.finish[node] ?? 0, limit);
  });
  const tasks = project.tasks.map((task, node) =>
    at(net.graph.kind, node) <= NODE.MILESTONE && obeysTarget(net, target, node)
      ? { ...task, releaseSlot: late.start[node] ?? 0 }
      : task,
  );
  const forward = decodeInOrder({ ...project, tasks }, late.start);
  const isBetter = forward !== null && forward.latenessSlots <= schedule.latenessSlots;
  return { ...levelled, schedule: isBetter ? forward : schedule };
}

/** Begins at the targets, as the plan does; only when that makes something late is more time taken before them. */
function levelAnyWay(
  network: PreparedNetwork,
  index: ResourceIndex,
  options: LevelOptions,
): Result<Levelled, Problem<LevellingProblemCode>> {
  const atTargets = level(network, index, options, true);
  if (!atTargets.ok || network.solution.target === null || atTargets.value.schedule.latenessSlots === 0)
    return atTargets;
  const earlier = level(network, index, options, false);
  if (!earlier.ok) return atTargets;
  const laid = layBackwards(network, earlier.value);
  return laid.schedule.latenessSlots < atTargets.value.schedule.latenessSlots ? ok(laid) : atTargets;
}

/**
 * Levels a plan: dates within everybody's calendar and capacity, skills filled by people who have them. Links and
 * not-before limits hold as in `schedulePlan`; anchors, deadlines and not-later limits are kept when capacity allows, and
 * reported when not; work in progress does not move. What the plan lays backwards stays as late as it can.
 *
 * One link is read more strictly than by `schedulePlan`: a start-to-finish link with a lag in calendar days counts from the
 * working day the predecessor starts on, not from the close before it, so after days off what follows may stand later.
 *
 * Method: resource-constrained scheduling on days, see `levelSlots`. Deterministic for a seed; `schedules` is the budget.
 * Cost: about 0.3 µs per task and schedule. Refuses invalid plans and needs, tasks that ask for more than there ever is
 * and missing skills, each naming the task and the rule.
 */
export function levelPlan(
  plan: Plan,
  resources: PlanResources,
  options: LevelOptions = {},
): Result<LevelledPlan, Refusal> {
  const network = prepareNetwork(plan);
  if (!network.ok) return network;
  const calendars: Result<CompiledCalendar[], Problem<LevellingProblemCode>> = checkResources(plan, resources);
  if (!calendars.ok) return calendars;
  const index = indexResources(resources, calendars.value);
  const levelled = levelAnyWay(network.value, index, options);
  if (!levelled.ok) return levelled;
  const { project, axis, levelling } = levelled.value;
  const schedule = layWishesLate(network.value, levelled.value);
  const dateOf = (slot: number): CalendarDate => fromEpochDay(axis.origin + slot);
  return ok(
    describeLevelling({ network: network.value, index, project, schedule, levelling, dateOf, origin: axis.origin }),
  );
}
