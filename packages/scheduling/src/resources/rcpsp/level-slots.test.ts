import { unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { levelSlots } from "./level-slots.ts";
import type { SlotLink, SlotProject, SlotTask } from "./model.ts";
import { smallProject, wildProject } from "./project-arbitrary.ts";
import { verifySchedule } from "./verify.ts";

const fs = (from: number, to: number, lagSlots = 0): SlotLink => ({ from, to, type: "FS", lagSlots });
const task = (id: string, durationSlots: number, units = 0): SlotTask => ({
  id,
  durationSlots,
  demands: units > 0 ? [{ resource: 0, units }] : [],
});

/** Shortest makespan by trying every order of the tasks: serial generation reaches an optimum for one of them. */
function bruteForce(project: SlotProject): number {
  const n = project.tasks.length;
  const capacity = project.resources.map((resource) => resource.capacity);
  let best = Number.POSITIVE_INFINITY;
  const start = Array.from({ length: n }, () => -1);
  const use: number[][] = capacity.map(() => Array.from({ length: 200 }, () => 0));
  const fits = (index: number, at: number): boolean =>
    (project.tasks[index]?.demands ?? []).every(({ resource, units }) => {
      for (let t = at; t < at + (project.tasks[index]?.durationSlots ?? 0); t++) {
        if ((use[resource]?.[t] ?? 0) + units > (capacity[resource] ?? 0)) return false;
      }
      return true;
    });
  const mark = (index: number, at: number, sign: number): void => {
    for (const { resource, units } of project.tasks[index]?.demands ?? []) {
      const row = use[resource] ?? [];
      for (let t = at; t < at + (project.tasks[index]?.durationSlots ?? 0); t++) row[t] = (row[t] ?? 0) + sign * units;
    }
  };
  const extend = (placed: number, end: number): void => {
    if (end >= best) return;
    if (placed === n) {
      best = end;
      return;
    }
    for (let index = 0; index < n; index++) {
      const before = project.links.filter((link) => link.to === index);
      if ((start[index] ?? 0) >= 0 || before.some((link) => (start[link.from] ?? -1) < 0)) continue;
      const finishes = before.map(
        (link) => (start[link.from] ?? 0) + (project.tasks[link.from]?.durationSlots ?? 0) + link.lagSlots,
      );
      let at = Math.max(0, ...finishes);
      while (!fits(index, at)) at++;
      start[index] = at;
      mark(index, at, 1);
      extend(placed + 1, Math.max(end, at + (project.tasks[index]?.durationSlots ?? 0)));
      mark(index, at, -1);
      start[index] = -1;
    }
  };
  extend(0, 0);
  return best;
}

describe("levelSlots", () => {
  it("finds the optimum of small projects that can be enumerated", () => {
    fc.assert(
      fc.property(smallProject, (project) => {
        const { schedule, lowerBoundSlots } = unwrap(levelSlots(project, { schedules: 400 }));
        const best = bruteForce(project);
        expect(schedule.makespanSlots).toBe(best);
        expect(lowerBoundSlots).toBeLessThanOrEqual(best);
      }),
      { numRuns: 60 },
    );
  });

  it("keeps every rule of projects with calendars, pools, lags of all types, pins, dues and changing capacity", () => {
    fc.assert(
      fc.property(wildProject, (project) => {
        const levelled = levelSlots(project, { schedules: 60 });
        if (!levelled.ok) {
          expect(levelled.error.definition.code).toMatch(/levelling-(no-room|missing-skill|demand-above-capacity)$/);
          return;
        }
        expect(verifySchedule(project, levelled.value.schedule)).toEqual([]);
        expect(levelled.value.schedule.makespanSlots).toBeGreaterThanOrEqual(levelled.value.lowerBoundSlots);
      }),
      { numRuns: 300 },
    );
  });

  it("permutes the answer when the tasks are permuted", () => {
    fc.assert(
      fc.property(wildProject, fc.infiniteStream(fc.nat(1000)), (project, stream) => {
        const keyed = project.tasks.map((_, index) => ({ index, key: stream.next().value as number }));
        const order = keyed.sort((a, b) => a.key - b.key || a.index - b.index).map(({ index }) => index);
        const tasks = order.map((index) => project.tasks[index] ?? task("x", 0));
        const links = project.links
          .map((link) => ({ ...link, from: order.indexOf(link.from), to: order.indexOf(link.to) }))
          .reverse();
        const original = levelSlots(project, { schedules: 40 });
        const permuted = levelSlots({ ...project, tasks, links }, { schedules: 40 });
        expect(permuted.ok).toBe(original.ok);
        if (!permuted.ok || !original.ok) return;
        const starts = permuted.value.schedule.start;
        expect(order.map((index) => original.value.schedule.start[index])).toEqual([...starts]);
      }),
      { numRuns: 60 },
    );
  });

  it("repeats itself for a seed and generates no more schedules than it may", () => {
    fc.assert(
      fc.property(wildProject, (project) => {
        const few = levelSlots(project, { schedules: 5, seed: 3 });
        const again = levelSlots(project, { schedules: 5, seed: 3 });
        expect(again).toEqual(few);
        if (few.ok) expect(few.value.schedulesUsed).toBeLessThanOrEqual(5);
      }),
      { numRuns: 40 },
    );
  });

  it("counts what a person on leave cannot do: the task pauses for one, a team waits until all are there", () => {
    const week = new Uint8Array([1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1, 0, 0, 1, 1, 1, 1, 1]);
    const away = week.slice();
    away[2] = 0;
    const project: SlotProject = {
      tasks: [
        {
          id: "one",
          durationSlots: 4,
          calendar: 0,
          needs: [{ label: "design", count: 1, units: 1, candidates: [{ resource: 0, calendar: 1 }] }],
        },
        {
          id: "team",
          durationSlots: 2,
          dueSlot: 2,
          calendar: 0,
          needs: [{ label: "film", count: 2, units: 1, candidates: [{ resource: 0 }, { resource: 1 }] }],
        },
      ],
      links: [],
      resources: [
        {
          id: "wang",
          capacity: 1,
          steps: [
            { fromSlot: 2, capacity: 0 },
            { fromSlot: 3, capacity: 1 },
          ],
        },
        { id: "li", capacity: 1 },
      ],
      calendars: [week, away],
      horizonSlots: 19,
    };
    const { schedule } = unwrap(levelSlots(project, { schedules: 50 }));
    expect(verifySchedule(project, schedule)).toEqual([]);
    // The team is due first; the single task then takes slots 3, 4, 7 and 8.
    expect([...schedule.start]).toEqual([3, 0]);
    expect([...schedule.finish]).toEqual([9, 2]);
  });

  it("gives several seats of one task to different people and saves the versatile one", () => {
    const project: SlotProject = {
      tasks: [
        {
          id: "copy",
          durationSlots: 3,
          needs: [{ label: "copy", count: 1, units: 1, candidates: [{ resource: 0 }, { resource: 1 }] }],
        },
        {
          id: "design",
          durationSlots: 3,
          needs: [{ label: "design", count: 1, units: 1, candidates: [{ resource: 0 }] }],
        },
      ],
      links: [],
      resources: [
        { id: "both", capacity: 1 },
        { id: "writer", capacity: 1 },
      ],
    };
    const { schedule } = unwrap(levelSlots(project, { schedules: 10 }));
    expect(schedule.chosen).toEqual([[1], [0]]);
    expect(schedule.makespanSlots).toBe(3);
  });

  it("reports pinned work above capacity and levels the rest around it", () => {
    const project: SlotProject = {
      tasks: [{ ...task("a", 4, 2), pinnedStartSlot: 1 }, { ...task("b", 2, 1), pinnedStartSlot: 2 }, task("c", 2, 1)],
      links: [],
      resources: [{ id: "team", capacity: 2 }],
    };
    const { schedule, overloads } = unwrap(levelSlots(project, { schedules: 10 }));
    expect(overloads).toEqual([{ task: 1, resource: 0, fromSlot: 2, toSlot: 4, unitsOver: 1 }]);
    expect(schedule.start[2]).toBe(5);
  });

  it("meets a due date before it shortens the whole", () => {
    const project: SlotProject = {
      tasks: [{ ...task("short", 2, 1), dueSlot: 2 }, task("long", 5, 1), task("tail", 4)],
      links: [fs(1, 2)],
      resources: [{ id: "one", capacity: 1 }],
    };
    const { schedule } = unwrap(levelSlots(project, { schedules: 50 }));
    expect([...schedule.start]).toEqual([0, 2, 7]);
    expect(schedule.latenessSlots).toBe(0);
  });

  it("says which resource delayed which task and who held it", () => {
    const project: SlotProject = {
      tasks: [task("a", 3, 2), task("b", 2, 1), task("c", 4)],
      links: [fs(0, 2)],
      resources: [{ id: "studio", capacity: 2 }],
    };
    const { delays, optimal } = unwrap(levelSlots(project, { schedules: 20 }));
    expect(optimal).toBe(true);
    expect(delays).toEqual([{ task: 1, readySlot: 0, startSlot: 3, resource: 0, need: null, heldBy: [0] }]);
  });
});

describe("levelSlots refuses", () => {
  const refusal = (project: SlotProject): unknown => {
    const result = levelSlots(project);
    return result.ok ? null : [result.error.definition.code, result.error.params];
  };
  const one = [{ id: "team", capacity: 2 }];

  it("a cycle, with its path", () => {
    const links = [fs(0, 1), fs(1, 2), fs(2, 0)];
    const project = { tasks: [task("a", 1), task("b", 1), task("c", 1)], links, resources: [] };
    expect(refusal(project)).toEqual(["scheduling/levelling-cycle", { path: "a,b,c,a" }]);
  });

  it("more units than there ever are", () => {
    expect(refusal({ tasks: [task("a", 1, 3)], links: [], resources: one })).toEqual([
      "scheduling/levelling-demand-above-capacity",
      { task: "a", resource: "team", needed: 3, available: 2 },
    ]);
  });

  it("a skill that too few have once their other roles are counted", () => {
    const need = (label: string, count: number) => ({ label, count, units: 1, candidates: [{ resource: 0 }] });
    const tasks = [{ id: "a", durationSlots: 1, needs: [need("copy", 1), need("design", 1)] }];
    expect(refusal({ tasks, links: [], resources: one })).toEqual([
      "scheduling/levelling-missing-skill",
      { task: "a", skill: "design", needed: 1, available: 1 },
    ]);
  });

  it("a horizon without room, naming the task", () => {
    const closed = { ...task("a", 2), calendar: 0 };
    expect(
      refusal({ tasks: [closed], links: [], resources: [], calendars: [new Uint8Array([1, 0, 0])], horizonSlots: 3 }),
    ).toEqual(["scheduling/levelling-no-room", { task: "a", horizonSlots: 3 }]);
  });

  it("numbers and references that mean nothing", () => {
    const rule = (tasks: SlotTask[], extra: Partial<SlotProject> = {}): unknown =>
      (refusal({ tasks, links: [], resources: one, ...extra }) as [string, { rule: string }])[1].rule;
    expect(rule([task("a", 1.5)])).toBe("duration");
    expect(rule([task("a", -1)])).toBe("duration");
    expect(rule([task("a", Number.NaN)])).toBe("duration");
    expect(rule([task("a", 1), task("a", 1)])).toBe("unique-id");
    expect(rule([{ ...task("a", 1), calendar: 3 }])).toBe("calendar");
    expect(rule([{ ...task("a", 1), demands: [{ resource: 4, units: 1 }] }])).toBe("resource");
    expect(rule([{ ...task("a", 1), releaseSlot: -2 }])).toBe("slot");
    expect(rule([task("a", 1)], { links: [fs(0, 7)] })).toBe("link");
    expect(rule([task("a", 1)], { resources: [{ id: "r", capacity: -1 }] })).toBe("capacity");
  });
});
