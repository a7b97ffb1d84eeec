import { createRandom } from "./random.ts";
import type { SlotLink, SlotProject, SlotTask } from "./rcpsp/model.ts";

export interface SampleProjectOptions {
  readonly tasks: number;
  readonly seed: number;
  /** Mean number of predecessors; default 1.5. */
  readonly links?: number;
  /** Resources; default 4. */
  readonly resources?: number;
  /** Share of the resources that a task uses; default 0.5. */
  readonly resourceFactor?: number;
  /** 0 is as scarce as the largest task allows, 1 as plenty as earliest starts need; default 0.2. */
  readonly resourceStrength?: number;
}

/**
 * A synthetic project by the measures of ProGen (Kolisch, Sprecher and Drexl, Management Science 41, 1995), the same for
 * the same options: for benchmarks at sizes for which there is no public set.
 */
export function sampleProject(options: SampleProjectOptions): SlotProject {
  const {
    tasks: count,
    seed,
    links: density = 1.5,
    resources = 4,
    resourceFactor = 0.5,
    resourceStrength = 0.2,
  } = options;
  const random = createRandom(seed);
  const tasks = Array.from({ length: count }, (_, index): SlotTask => {
    const demands = Array.from({ length: resources }, (__, resource) => ({ resource, units: 1 + random.below(10) }));
    const used = demands.filter(() => random.next() < resourceFactor);
    return { id: `t${index}`, durationSlots: 1 + random.below(10), demands: used };
  });
  const links: SlotLink[] = [];
  for (let to = 1; to < count; to++) {
    const from = new Set<number>();
    for (let wanted = density * 2 * random.next(); wanted > 0.5; wanted--) {
      from.add(Math.max(0, to - 1 - random.below(Math.max(4, Math.round(count / 10)))));
    }
    for (const before of from) links.push({ from: before, to, type: "FS", lagSlots: 0 });
  }
  const peaks = peakUse(tasks, links, resources);
  const capacities = Array.from({ length: resources }, (_, resource) => {
    const least = Math.max(
      1,
      ...tasks.map(({ demands = [] }) => demands.find((one) => one.resource === resource)?.units ?? 0),
    );
    const most = Math.max(least, peaks[resource] ?? 0);
    return { id: `R${resource + 1}`, capacity: Math.round(least + resourceStrength * (most - least)) };
  });
  return { tasks, links, resources: capacities };
}

/** Largest use of each resource when every task starts as early as its links allow. */
function peakUse(tasks: readonly SlotTask[], links: readonly SlotLink[], resources: number): number[] {
  const start = tasks.map(() => 0);
  const finish = (task: number): number => (start[task] ?? 0) + (tasks[task]?.durationSlots ?? 0);
  for (const { from, to } of links) start[to] = Math.max(start[to] ?? 0, finish(from));
  const use: Map<number, number>[] = Array.from({ length: resources }, () => new Map());
  for (const [index, { demands = [] }] of tasks.entries()) {
    for (let slot = start[index] ?? 0; slot < finish(index); slot++) {
      for (const { resource, units } of demands) use[resource]?.set(slot, (use[resource]?.get(slot) ?? 0) + units);
    }
  }
  return use.map((slots) => Math.max(0, ...slots.values()));
}
