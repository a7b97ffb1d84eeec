import type { SlotLinkType, SlotNeed, SlotProject, SlotResource } from "./model.ts";

/** A task in canonical numbering with every default filled in. */
export interface NormalTask {
  readonly durationSlots: number;
  readonly calendar: number;
  readonly demands: readonly { readonly resource: number; readonly units: number }[];
  readonly needs: readonly SlotNeed[];
  readonly releaseSlot: number;
  /** Infinity when nothing is due. */
  readonly dueSlot: number;
  /** −1 when free to move. */
  readonly pinnedStartSlot: number;
}

export interface NormalLink {
  readonly from: number;
  readonly to: number;
  readonly type: SlotLinkType;
  readonly lagSlots: number;
  readonly lagCalendar: number;
}

/** A valid, acyclic project in canonical numbering; capacity is spelled out per slot. */
export interface NormalProject {
  readonly horizon: number;
  readonly tasks: readonly NormalTask[];
  readonly links: readonly NormalLink[];
  readonly capacity: readonly Int32Array[];
  readonly calendars: readonly Uint8Array[];
}

/** Every task one after the other, plus every lag, after the last release. */
function safeHorizon(project: SlotProject): number {
  let total = 1;
  let latest = 0;
  for (const task of project.tasks) {
    total += task.durationSlots;
    latest = Math.max(latest, task.releaseSlot ?? 0, (task.pinnedStartSlot ?? 0) + task.durationSlots);
  }
  for (const link of project.links) total += Math.max(0, link.lagSlots);
  for (const { steps = [] } of project.resources) latest = Math.max(latest, steps.at(-1)?.fromSlot ?? 0);
  return total + latest;
}

function spellOut(resource: SlotResource, horizon: number): Int32Array {
  const capacity = new Int32Array(horizon).fill(resource.capacity);
  for (const step of resource.steps ?? []) capacity.fill(step.capacity, Math.min(step.fromSlot, horizon));
  return capacity;
}

/** Sums demands on the same resource and drops zeros, so that later steps see each resource once. */
function mergeDemands(demands: readonly { resource: number; units: number }[]): { resource: number; units: number }[] {
  const units = new Map<number, number>();
  for (const demand of demands) units.set(demand.resource, (units.get(demand.resource) ?? 0) + demand.units);
  return [...units]
    .filter(([, total]) => total > 0)
    .map(([resource, total]) => ({ resource, units: total }))
    .sort((a, b) => a.resource - b.resource);
}

/** @param order canonical number → index in `project.tasks`. */
export function normalise(project: SlotProject, order: Int32Array): NormalProject {
  const horizon = project.horizonSlots ?? safeHorizon(project);
  const rank = new Int32Array(order.length);
  for (const [number, index] of order.entries()) rank[index] = number;
  const tasks = Array.from(order, (index): NormalTask => {
    const task = project.tasks[index];
    return {
      durationSlots: task?.durationSlots ?? 0,
      calendar: task?.calendar ?? -1,
      demands: mergeDemands(task?.demands ?? []),
      needs: (task?.needs ?? []).filter((need) => need.count > 0),
      releaseSlot: task?.releaseSlot ?? 0,
      dueSlot: task?.dueSlot ?? Number.POSITIVE_INFINITY,
      pinnedStartSlot: task?.pinnedStartSlot ?? -1,
    };
  });
  const links = project.links.map((link) => ({
    from: rank[link.from] ?? 0,
    to: rank[link.to] ?? 0,
    type: link.type,
    lagSlots: link.lagSlots,
    lagCalendar: link.lagCalendar ?? -1,
  }));
  links.sort((a, b) => a.to - b.to || a.from - b.from);
  const capacity = project.resources.map((resource) => spellOut(resource, horizon));
  return { horizon, tasks, links, capacity, calendars: project.calendars ?? [] };
}
