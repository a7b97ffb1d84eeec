import type { CalendarDate } from "@yutu/kernel";
import { PINNED, STARTED } from "../../network/bounds.ts";
import { NODE } from "../../network/graph.ts";
import type { PlanChange, PreparedNetwork } from "../../network/index.ts";
import { newPlaces, type Places } from "../../network/link-rule.ts";
import { spansOf } from "../../network/summaries.ts";
import { at } from "../../network/typed.ts";
import { held, type SlotDelay } from "../rcpsp/explain.ts";
import { explainAll } from "../rcpsp/explain-all.ts";
import type { SlotLevelling } from "../rcpsp/level-slots.ts";
import type { SlotProject, SlotSchedule } from "../rcpsp/model.ts";
import type { LevelledPlan, LevelledTask, LevellingDelay, OverAllocation } from "./model.ts";
import type { ResourceIndex } from "./slot-needs.ts";
import { UNITS_PER_DAY } from "./slot-resources.ts";

export interface LevellingFacts {
  readonly network: PreparedNetwork;
  readonly index: ResourceIndex;
  readonly project: SlotProject;
  readonly schedule: SlotSchedule;
  readonly levelling: SlotLevelling;
  readonly dateOf: (slot: number) => CalendarDate;
  readonly origin: number;
}

/** The levelled schedule as instants of the graph's nodes; facts keep their own dates. */
function placesOf({ network, schedule, origin }: LevellingFacts): Places {
  const { graph, bounds } = network.net;
  const places = newPlaces(graph.nodeCount);
  for (let node = 0; node < graph.nodeCount; node++) {
    const flags = at(bounds.flags, node);
    const isPinned = (flags & PINNED) !== 0;
    const isFact = isPinned || (flags & STARTED) !== 0;
    places.start[node] = isFact ? at(bounds.fixedStart, node) : origin + at(schedule.start, node);
    places.finish[node] = isPinned ? at(bounds.fixedFinish, node) : origin + at(schedule.finish, node);
  }
  return places;
}

const taskIdOf = ({ network }: LevellingFacts, node: number): string => {
  const { graph } = network.net;
  return graph.plan.tasks[at(graph.taskOf, node)]?.id ?? "";
};

function resourceId({ index }: LevellingFacts, number: number): string {
  const { people, equipment = [] } = index.resources;
  return people[number]?.id ?? equipment[number - people.length]?.id ?? "";
}

function tasksOf(facts: LevellingFacts): LevelledTask[] {
  const { network, index, schedule, dateOf, origin } = facts;
  const { net, solution } = network;
  const now = spansOf(net, placesOf(facts));
  const before = spansOf(net, solution.planned);
  return net.graph.plan.tasks.map((task, node): LevelledTask => {
    const named = index.needsOf.get(task.id)?.people?.map(({ personId }) => personId) ?? [];
    const chosen = (schedule.chosen[node] ?? []).map((resource) => resourceId(facts, resource));
    return {
      taskId: task.id,
      start: dateOf(at(now.start, node) - origin),
      finish: dateOf(at(now.finish, node) - origin - 1),
      before: { start: dateOf(at(before.start, node) - origin), finish: dateOf(at(before.finish, node) - origin - 1) },
      personIds: [...named, ...chosen],
    };
  });
}

function delayOf(facts: LevellingFacts, delay: SlotDelay): LevellingDelay {
  const { index, dateOf } = facts;
  const isPerson = delay.resource < index.resources.people.length;
  return {
    taskId: taskIdOf(facts, delay.task),
    readyOn: dateOf(delay.readySlot),
    startsOn: dateOf(delay.startSlot),
    shortOf:
      delay.need !== null
        ? { kind: "skill", id: delay.need }
        : { kind: isPerson ? "person" : "equipment", id: resourceId(facts, delay.resource) },
    heldBy: delay.heldBy.map((node) => taskIdOf(facts, node)),
  };
}

/** Fixed work and work in progress that holds the resource during some of these slots. */
function pinnedHolders({ project, schedule }: LevellingFacts, resource: number, from: number, to: number): number[] {
  return project.tasks.flatMap((task, node) => {
    if (task.pinnedStartSlot === undefined) return [];
    const overlaps = (schedule.start[node] ?? 0) < to && (schedule.finish[node] ?? 0) > from;
    const holds = held(task, schedule.chosen[node] ?? []).some((one) => one.resource === resource && one.units > 0);
    return overlaps && holds ? [node] : [];
  });
}

function overAllocations(facts: LevellingFacts): OverAllocation[] {
  const { levelling, project, dateOf, index } = facts;
  return levelling.overloads.map(({ resource, fromSlot, toSlot, unitsOver }): OverAllocation => {
    const { capacity: first = 0, steps = [] } = project.resources[resource] ?? {};
    const capacity = steps.reduce((units, step) => (step.fromSlot <= fromSlot ? step.capacity : units), first);
    const unit = resource < index.resources.people.length ? UNITS_PER_DAY : 1;
    return {
      taskIds: pinnedHolders(facts, resource, fromSlot, toSlot).map((node) => taskIdOf(facts, node)),
      resourceId: resourceId(facts, resource),
      from: dateOf(fromSlot),
      to: dateOf(toSlot - 1),
      used: (capacity + unitsOver) / unit,
      capacity: capacity / unit,
    };
  });
}

function lateTasks(facts: LevellingFacts): LevelledPlan["late"] {
  const { project, schedule, dateOf } = facts;
  return project.tasks.flatMap((task, node) => {
    const finish = schedule.finish[node] ?? 0;
    if (task.dueSlot === undefined || finish <= task.dueSlot) return [];
    const isPoint = task.durationSlots === 0;
    const shown = isPoint ? finish - at(facts.network.net.graph.marksEnd, node) : finish - 1;
    const limit = isPoint ? task.dueSlot - at(facts.network.net.graph.marksEnd, node) : task.dueSlot - 1;
    return [{ taskId: taskIdOf(facts, node), limit: dateOf(limit), finish: dateOf(shown) }];
  });
}

/** A move for every task that stands elsewhere than the plan puts it. */
function changesOf({ network }: LevellingFacts, tasks: readonly LevelledTask[]): PlanChange[] {
  const { graph, bounds } = network.net;
  return tasks.flatMap((task, node): PlanChange[] => {
    const canMove = at(graph.kind, node) <= NODE.MILESTONE && (at(bounds.flags, node) & (PINNED | STARTED)) === 0;
    return canMove && task.start !== task.before.start
      ? [{ kind: "move", taskId: task.taskId, start: task.start }]
      : [];
  });
}

/** The outcome in the words of the plan: ids and dates. */
export function describeLevelling(facts: LevellingFacts): LevelledPlan {
  const { levelling, project, schedule, dateOf } = facts;
  const tasks = tasksOf(facts);
  const hasTasks = tasks.length > 0;
  // What was laid late on purpose does not wait for anybody.
  const delays = explainAll(project, schedule).filter(
    ({ task }) => schedule.start[task] === levelling.schedule.start[task],
  );
  const last = tasks.reduce((latest, { finish }) => (finish > latest ? finish : latest), "");
  return {
    tasks,
    finish: tasks.find(({ finish }) => finish === last)?.finish ?? null,
    earliestFinish: hasTasks ? dateOf(Math.max(0, levelling.lowerBoundSlots - 1)) : null,
    optimal: levelling.optimal,
    delays: delays.map((delay) => delayOf(facts, delay)),
    overAllocations: overAllocations(facts),
    late: lateTasks(facts),
    changes: changesOf(facts, tasks),
    schedulesUsed: levelling.schedulesUsed,
  };
}
