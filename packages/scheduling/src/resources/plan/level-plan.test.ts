import { addDays, calendarDate, toEpochDay, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar, STANDARD_CALENDAR } from "../../calendar/index.ts";
import { type Plan, prepareNetwork, schedulePlan, whatMoves } from "../../network/index.ts";
import { samplePlan } from "../../network/sample-plan.ts";
import { levelPlan } from "./level-plan.ts";
import { resourceLoads } from "./load.ts";
import type { LevelledPlan, PlanPerson, PlanResources, TaskNeeds } from "./model.ts";

const monday = calendarDate("2026-01-05");
const person = (id: string, extra: Partial<PlanPerson> = {}): PlanPerson => ({
  id,
  calendar: STANDARD_CALENDAR,
  ...extra,
});
const by = (taskId: string, ...people: string[]): TaskNeeds => ({
  taskId,
  people: people.map((personId) => ({ personId })),
});

const plan = (extra: Partial<Plan> = {}): Plan => ({
  tasks: [
    { id: "brief", durationDays: 2 },
    { id: "photo", durationDays: 3 },
    { id: "text", durationDays: 4 },
  ],
  links: [
    { from: "brief", to: "photo" },
    { from: "brief", to: "text" },
  ],
  direction: { kind: "from-start", start: monday },
  calendar: STANDARD_CALENDAR,
  ...extra,
});

const level = (input: Plan, resources: PlanResources): LevelledPlan =>
  unwrap(levelPlan(input, resources, { schedules: 200 }));
const dates = (levelled: LevelledPlan): Record<string, string> =>
  Object.fromEntries(
    levelled.tasks.map(({ taskId, start, finish }) => [taskId, `${start.slice(5)}..${finish.slice(5)}`]),
  );

/** Five people; every task is done by one or two of them, by name or by skill. */
const staffed = (input: Plan, seed: number): PlanResources => ({
  people: ["a", "b", "c", "d", "e"].map((id, at) =>
    person(id, { skills: at % 2 === 0 ? { copy: 3 } : { design: 4, copy: 1 } }),
  ),
  equipment: [{ id: "studio", capacity: 2 }],
  needs: input.tasks
    .filter(({ id }) => id.startsWith("t"))
    .map(({ id }, at): TaskNeeds => {
      const roll = (at * 7 + seed) % 5;
      if (roll === 0) return { taskId: id, skills: [{ skill: "copy" }, { skill: "design" }] };
      if (roll === 1)
        return {
          taskId: id,
          skills: [{ skill: "copy", share: 0.5 }],
          equipment: [{ equipmentId: "studio", units: 1 }],
        };
      return by(id, ["a", "b", "c", "d", "e"][(at + seed) % 5] ?? "a");
    }),
});

/** People booked on any day, counted from the result alone. */
function worstLoad(input: Plan, resources: PlanResources, levelled: LevelledPlan): number {
  const office = unwrap(compileCalendar(input.calendar));
  const load = new Map<string, number>();
  for (const { taskId, start, finish, personIds } of levelled.tasks) {
    const needs = resources.needs.find((entry) => entry.taskId === taskId);
    const milestone = input.tasks.find(({ id }) => id === taskId)?.durationDays === 0;
    for (let day = toEpochDay(start); day <= toEpochDay(finish) && !milestone; day++) {
      if (!office.isWorkingDay(addDays(monday, day - toEpochDay(monday)))) continue;
      const share = needs?.skills?.[0]?.share ?? 1;
      for (const id of personIds) load.set(`${id} ${day}`, (load.get(`${id} ${day}`) ?? 0) + share);
    }
  }
  return Math.max(0, ...load.values());
}

/** Tasks that hang together with a start-to-finish link with a lag in calendar days, whose dates may be later; see `levelPlan`. */
function aroundStartToFinish({ tasks, links }: Plan): Set<string> {
  const found = new Set(
    links.flatMap(({ to, type, lag }) => (type === "SF" && lag?.kind === "calendar-days" ? [to] : [])),
  );
  for (const id of found) {
    for (const { from, to } of links) if (from === id || to === id) found.add(from).add(to);
    for (const task of tasks) {
      if (task.parentId === id) found.add(task.id);
      if (task.id === id && task.parentId) found.add(task.parentId);
    }
  }
  return found;
}

describe("levelPlan", () => {
  it("gives the dates of the network when nobody is needed, in every direction", () => {
    const seeds = fc.integer({ min: 1, max: 100_000 });
    const direction = fc.constantFrom("from-start" as const, "from-finish" as const, "from-anchors" as const);
    fc.assert(
      fc.property(seeds, direction, (seed, kind) => {
        const input = samplePlan({
          tasks: 25,
          links: 35,
          seed,
          direction: kind,
          mixedLinks: true,
          milestones: 0.1,
          grouped: 0.2,
        });
        const scheduled = unwrap(schedulePlan(input));
        const levelled = unwrap(levelPlan(input, { people: [], needs: [] }, { schedules: 20 }));
        const late = scheduled.conflicts.length > 0;
        if (late) return;
        const loose = kind === "from-anchors" ? aroundStartToFinish(input) : new Set<string>();
        for (const [i, { id, start, finish }] of scheduled.tasks.entries()) {
          const { start: from, finish: to } = levelled.tasks[i] ?? { start: "", finish: "" };
          if (loose.has(id)) expect([from >= start, to >= finish], id).toEqual([true, true]);
          else expect([from, to], id).toEqual([start, finish]);
        }
        if (loose.size === 0) expect(levelled.changes).toEqual([]);
      }),
      { numRuns: 30, examples: [[77_421, "from-anchors"]] },
    );
  });

  it("never books anybody twice, and its moves make the network schedule to its dates", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 100_000 }), (seed) => {
        const input = { ...samplePlan({ tasks: 24, links: 30, seed }), calendar: STANDARD_CALENDAR };
        const resources = staffed(input, seed);
        const levelled = level(input, resources);
        expect(worstLoad(input, resources, levelled)).toBeLessThanOrEqual(1);
        const moved = unwrap(whatMoves(unwrap(prepareNetwork(input)), levelled.changes)).network;
        expect(moved.schedule.tasks.map(({ start, finish }) => [start, finish])).toEqual(
          levelled.tasks.map(({ start, finish }) => [start, finish]),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("puts the work of one person one after the other and says why", () => {
    const resources = { people: [person("li")], needs: [by("photo", "li"), by("text", "li")] };
    const levelled = level(plan(), resources);
    expect(dates(levelled)).toEqual({ brief: "01-05..01-06", photo: "01-07..01-09", text: "01-12..01-15" });
    expect(levelled.delays).toEqual([
      {
        taskId: "text",
        readyOn: "2026-01-07",
        startsOn: "2026-01-12",
        shortOf: { kind: "person", id: "li" },
        heldBy: ["photo"],
      },
    ]);
    expect(levelled.changes).toEqual([{ kind: "move", taskId: "text", start: "2026-01-12" }]);
    expect(levelled.optimal).toBe(true);
  });

  it("lays work for an anchor one after the other before it", () => {
    const launch = { id: "launch", durationDays: 0 };
    const anchored = plan({
      tasks: [...plan().tasks, launch],
      links: [...plan().links, { from: "photo", to: "launch" }, { from: "text", to: "launch" }],
      direction: { kind: "from-anchors", anchors: [{ taskId: "launch", date: calendarDate("2026-01-26") }] },
    });
    const resources = { people: [person("li")], needs: [by("photo", "li"), by("text", "li")] };
    expect(dates(level(anchored, resources))).toEqual({
      brief: "01-13..01-14",
      photo: "01-15..01-19",
      text: "01-20..01-23",
      launch: "01-26..01-26",
    });
  });

  it("reports an anchor that capacity cannot reach when the first day is given", () => {
    const tight = plan({
      tasks: [...plan().tasks, { id: "launch", durationDays: 0 }],
      links: [...plan().links, { from: "photo", to: "launch" }, { from: "text", to: "launch" }],
      direction: {
        kind: "from-anchors",
        start: monday,
        anchors: [{ taskId: "launch", date: calendarDate("2026-01-14") }],
      },
    });
    const resources = { people: [person("li")], needs: [by("photo", "li"), by("text", "li")] };
    expect(level(tight, resources).late).toEqual([{ taskId: "launch", limit: "2026-01-14", finish: "2026-01-16" }]);
  });

  it("pauses on leave, chooses by skill and level, and keeps work in progress where it is", () => {
    const leave = {
      id: "li",
      base: STANDARD_CALENDAR,
      exceptions: [{ kind: "closed", from: calendarDate("2026-01-08"), to: calendarDate("2026-01-08") }],
    } as const;
    const people = [person("li", { calendar: leave, skills: { film: 2 } }), person("wu", { skills: { film: 5 } })];
    const needs: TaskNeeds[] = [by("photo", "li"), { taskId: "text", skills: [{ skill: "film", minLevel: 3 }] }];
    const running = plan({
      tasks: [{ id: "brief", durationDays: 2, progress: { start: monday } }, ...plan().tasks.slice(1)],
      statusDate: calendarDate("2026-01-06"),
    });
    const levelled = level(running, { people, needs: [by("brief", "wu"), ...needs] });
    expect(dates(levelled)).toEqual({ brief: "01-05..01-07", photo: "01-09..01-13", text: "01-08..01-13" });
    expect(levelled.tasks.map(({ personIds }) => personIds)).toEqual([["wu"], ["li"], ["wu"]]);
  });

  it("reports fixed work that takes somebody twice", () => {
    const fixed = { kind: "FIXED", start: calendarDate("2026-01-07"), finish: calendarDate("2026-01-09") } as const;
    const input = plan({
      tasks: plan().tasks.map((task) => (task.id === "brief" ? task : { ...task, constraint: fixed })),
    });
    const levelled = level(input, { people: [person("li")], needs: [by("photo", "li"), by("text", "li")] });
    expect(levelled.overAllocations).toEqual([
      { taskIds: ["photo", "text"], resourceId: "li", from: "2026-01-07", to: "2026-01-09", used: 2, capacity: 1 },
    ]);
  });

  it("refuses what cannot be, naming the task and the rule", () => {
    const params = (resources: PlanResources): unknown => {
      const result = levelPlan(plan(), resources);
      return result.ok ? null : result.error.params;
    };
    expect(params({ people: [], needs: [by("photo", "nobody")] })).toEqual({ rule: "person", task: "photo" });
    expect(params({ people: [], needs: [by("ghost")] })).toEqual({ rule: "task", task: "ghost" });
    expect(params({ people: [person("li")], needs: [{ taskId: "text", skills: [{ skill: "host" }] }] })).toEqual({
      task: "text",
      skill: "host",
      needed: 1,
      available: 0,
    });
    const studio = [{ id: "studio", capacity: 1 }];
    expect(
      params({
        people: [],
        equipment: studio,
        needs: [{ taskId: "text", equipment: [{ equipmentId: "studio", units: 2 }] }],
      }),
    ).toEqual({
      task: "text",
      resource: "studio",
      needed: 2,
      available: 1,
    });
    expect(params({ people: [person("li", { availability: 3 })], needs: [] })).toEqual({
      rule: "availability",
      resource: "li",
    });
  });
});

describe("resourceLoads", () => {
  it("shows who has too much, when and with what", () => {
    const input = plan();
    const resources = { people: [person("li")], needs: [by("photo", "li"), by("text", "li")] };
    const [load] = unwrap(resourceLoads(input, unwrap(schedulePlan(input)).tasks, resources));
    expect(load?.from).toBe("2026-01-07");
    expect(load?.used).toEqual([2, 2, 2, 0, 0, 1]);
    expect(load?.over).toEqual([
      { taskIds: ["photo", "text"], resourceId: "li", from: "2026-01-07", to: "2026-01-09", used: 2, capacity: 1 },
    ]);
  });
});
