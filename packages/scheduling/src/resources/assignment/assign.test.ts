import { addDays, calendarDate, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compileCalendar, STANDARD_CALENDAR } from "../../calendar/index.ts";
import { type AssignmentPlan, proposeAssignments } from "./assign.ts";
import { FreeTime, overfull } from "./capacity.ts";
import type { AssignablePerson, AssignableTask } from "./model.ts";

const monday = calendarDate("2026-01-05");
const DAY = 480;

const task = (id: string, skill: string, days: number, extra: Partial<AssignableTask> = {}): AssignableTask => ({
  id,
  skills: skill === "" ? [] : [{ skill }],
  workMinutes: days * DAY,
  start: monday,
  finish: addDays(monday, 11),
  ...extra,
});

const person = (
  id: string,
  skills: Record<string, number>,
  extra: Partial<AssignablePerson> = {},
): AssignablePerson => ({
  id,
  skills,
  calendar: STANDARD_CALENDAR,
  ...extra,
});

const chosen = (plan: AssignmentPlan): Record<string, string> =>
  Object.fromEntries(plan.proposals.map(({ taskId, personId }) => [taskId, personId]));

const solve = (tasks: AssignableTask[], people: AssignablePerson[]): AssignmentPlan =>
  unwrap(proposeAssignments(tasks, people));

const skillNames = ["copy", "design", "film"] as const;
const somePerson = (id: string): fc.Arbitrary<AssignablePerson> =>
  fc
    .record({
      levels: fc.tuple(fc.nat(5), fc.nat(5), fc.nat(5)),
      onTime: fc.nat(20),
      late: fc.nat(20),
      booked: fc.nat(4),
    })
    .map(({ levels, onTime, late, booked }) => {
      const skills = Object.fromEntries(skillNames.map((name, at) => [name, levels[at] ?? 0]));
      const promised = Array.from({ length: booked }, (_, day) => ({ date: addDays(monday, day), minutes: DAY }));
      return person(id, skills, { record: { onTime, late }, booked: promised });
    });
const someTask = (id: string, days: fc.Arbitrary<number>): fc.Arbitrary<AssignableTask> =>
  fc
    .record({ skill: fc.constantFrom(...skillNames), days, start: fc.nat(3), length: fc.integer({ min: 4, max: 8 }) })
    .map(({ skill, days: work, start, length }) =>
      task(id, skill, work, { start: addDays(monday, start), finish: addDays(monday, start + length) }),
    );
const team = (tasks: number, people: number, days: fc.Arbitrary<number>) =>
  fc.tuple(
    fc.tuple(...Array.from({ length: tasks }, (_, at) => someTask(`t${at}`, days))),
    fc.tuple(...Array.from({ length: people }, (_, at) => somePerson(`p${at}`))),
  );

const office = unwrap(compileCalendar(STANDARD_CALENDAR));

/** Independent costs from the documented criteria: of every set of tasks for every person, Infinity when impossible. */
function costTable(tasks: readonly AssignableTask[], people: readonly AssignablePerson[]): number[][] {
  const start = tasks.reduce((min, entry) => (entry.start < min ? entry.start : min), tasks[0]?.start ?? monday);
  const finish = tasks.reduce((max, entry) => (entry.finish > max ? entry.finish : max), monday);
  const finished = people.reduce((sum, { record }) => sum + (record?.onTime ?? 0) + (record?.late ?? 0), 0);
  const onTime = people.reduce((sum, { record }) => sum + (record?.onTime ?? 0), 0);
  const rate = (onTime + 0.8 * 8) / (finished + 8);
  const offset = (date: string): number => (Date.parse(date) - Date.parse(start)) / 86_400_000;
  return people.map((entry) => {
    const free = new FreeTime(entry, office, start, finish);
    const record = entry.record ?? { onTime: 0, late: 0 };
    const own = (record.onTime + rate * 8) / (record.onTime + record.late + 8);
    return Array.from({ length: 2 ** tasks.length }, (_, set) => {
      const mine = tasks.filter((__, index) => (set & (1 << index)) !== 0);
      const work = mine.map((one) => ({
        first: offset(one.start),
        last: offset(one.finish),
        minutes: one.workMinutes,
      }));
      const levels = mine.map((one) => entry.skills[one.skills[0]?.skill ?? ""] ?? 0);
      if (levels.includes(0) || overfull(free, work) !== null) return Number.POSITIVE_INFINITY;
      const assigned = mine.reduce((sum, { workMinutes }) => sum + workMinutes, 0);
      const pairs = levels.reduce((sum, level) => sum + 0.2 * (1 - level / 5) + 0.3 * (1 - own), 0);
      return pairs + ((free.booked + assigned) / free.plannable) ** 2;
    });
  });
}

const NOBODY = 1.5e6;

function costOf(table: readonly number[][], choice: readonly number[]): number {
  const sets = table.map((_, owner) =>
    choice.reduce((set, who, index) => (who === owner ? set | (1 << index) : set), 0),
  );
  const people = sets.reduce((sum, set, owner) => sum + (table[owner]?.[set] ?? 0), 0);
  return people + NOBODY * choice.filter((owner) => owner < 0).length;
}

function bestByEnumeration(table: readonly number[][], count: number): number {
  let best = Number.POSITIVE_INFINITY;
  const choice: number[] = Array.from({ length: count }, () => -1);
  const extend = (index: number): void => {
    if (index === count) best = Math.min(best, costOf(table, choice));
    for (let owner = -1; owner < table.length && index < count; owner++) {
      choice[index] = owner;
      extend(index + 1);
    }
  };
  extend(0);
  return best;
}

describe("proposeAssignments", () => {
  it("reaches the optimum of small teams", () => {
    fc.assert(
      fc.property(team(6, 3, fc.integer({ min: 1, max: 4 })), ([tasks, people]) => {
        const plan = solve(tasks, people);
        const choice = tasks.map(({ id }) => people.findIndex((entry) => entry.id === chosen(plan)[id]));
        const table = costTable(tasks, people);
        expect(costOf(table, choice)).toBeCloseTo(bestByEnumeration(table, tasks.length), 6);
      }),
      { numRuns: 60, seed: 7 },
    );
  });

  it("does not depend on the order of tasks and people", () => {
    fc.assert(
      fc.property(team(8, 4, fc.integer({ min: 1, max: 3 })), ([tasks, people]) => {
        expect(chosen(solve([...tasks].reverse(), [...people].reverse()))).toEqual(chosen(solve(tasks, people)));
      }),
      { numRuns: 40 },
    );
  });

  it("changes nothing when its own proposals are the present state", () => {
    fc.assert(
      fc.property(team(8, 4, fc.integer({ min: 1, max: 3 })), ([tasks, people]) => {
        const first = chosen(solve(tasks, people));
        const settled = tasks.map((entry) => {
          const owner = first[entry.id];
          return owner === undefined ? entry : { ...entry, currentPersonId: owner };
        });
        const again = solve(settled, people);
        expect(again.proposals.filter(({ changed, taskId }) => changed && first[taskId] !== undefined)).toEqual([]);
      }),
      { numRuns: 40, seed: 11 },
    );
  });

  it("keeps the only specialist for the task that nobody else can do", () => {
    const people = [person("ann", { copy: 5, film: 4 }), person("bo", { copy: 3 })];
    const week = { finish: addDays(monday, 4) };
    const plan = solve([task("text", "copy", 4, week), task("video", "film", 4, week)], people);
    expect(chosen(plan)).toEqual({ text: "bo", video: "ann" });
    expect(plan.proposals[0]?.reasons).toContainEqual({
      kind: "better-elsewhere",
      personId: "ann",
      taskIds: ["video"],
    });
    expect(plan.proposals[1]?.reasons).toContainEqual({ kind: "only-candidate" });
  });

  it("spreads equal work evenly and counts what is booked already", () => {
    const people = [
      person("a", { copy: 3 }),
      person("b", { copy: 3 }),
      person("c", { copy: 3 }, { booked: [0, 1, 2].map((day) => ({ date: addDays(monday, day), minutes: DAY })) }),
    ];
    const plan = solve(
      ["1", "2", "3", "4", "5", "6"].map((id) => task(id, "copy", 1)),
      people,
    );
    expect(plan.loads.map(({ after }) => Math.round(after * 10))).toEqual([3, 3, 3]);
  });

  it("prefers a proven record to a short one", () => {
    const people = [
      person("new", { copy: 4 }, { record: { onTime: 1, late: 0 } }),
      person("proven", { copy: 4 }, { record: { onTime: 38, late: 2 } }),
      person("late", { copy: 4 }, { record: { onTime: 10, late: 20 } }),
    ];
    const [first] = solve([task("t", "copy", 1)], people).proposals;
    expect([first?.personId, ...(first?.alternatives.map(({ personId }) => personId) ?? [])]).toEqual([
      "proven",
      "new",
      "late",
    ]);
  });

  it("respects windows: two tasks of three days do not fit one person's week", () => {
    const week = { finish: addDays(monday, 4) };
    const plan = solve(
      [task("a", "copy", 3, week), task("b", "copy", 3, { ...week, priority: 900 })],
      [person("ann", { copy: 5 })],
    );
    expect(chosen(plan)).toEqual({ b: "ann" });
    expect(plan.refused.map(({ definition, params }) => [definition.code, params?.task])).toEqual([
      ["scheduling/assignment-no-time", "a"],
    ]);
  });

  it("names the task and the missing skill", () => {
    const people = [person("ann", { copy: 2 }), person("bo", { film: 3 })];
    const both = { ...task("both", "copy", 1), skills: [{ skill: "copy" }, { skill: "film" }] };
    const expert = { ...task("expert", "copy", 1), skills: [{ skill: "copy", minLevel: 4 }] };
    const plan = solve([task("live", "host", 1), both, expert], people);
    expect(plan.proposals).toEqual([]);
    expect(plan.refused.map(({ params }) => params)).toEqual([
      { task: "live", skill: "host", minLevel: 1 },
      { task: "both", skill: "copy, film", minLevel: null },
      { task: "expert", skill: "copy", minLevel: 4 },
    ]);
  });

  it("refuses input that means nothing, naming who", () => {
    const params = (tasks: AssignableTask[], people: AssignablePerson[]): unknown => {
      const result = proposeAssignments(tasks, people);
      return result.ok ? null : result.error.params;
    };
    expect(params([task("a", "", 1), task("a", "", 1)], [])).toEqual({ task: "a", rule: "unique-id" });
    expect(params([task("a", "", 1, { finish: addDays(monday, -1) })], [])).toEqual({ task: "a", rule: "window" });
    expect(params([task("a", "", Number.NaN)], [])).toEqual({ task: "a", rule: "work" });
    expect(params([task("a", "", 1, { finish: addDays(monday, 9000) })], [])).toEqual({ task: "a", rule: "horizon" });
    expect(params([], [person("p", {}, { availability: 2 })])).toEqual({ person: "p", rule: "availability" });
    expect(params([], [person("p", {}, { calendar: { id: "none" } })])).toEqual({ person: "p", rule: "calendar" });
    expect(solve([], [])).toEqual({ proposals: [], refused: [], loads: [] });
  });
});
