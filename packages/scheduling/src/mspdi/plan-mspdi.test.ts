import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { addDays, calendarDate, daysBetween, unwrap } from "@yutu/kernel";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chinaCalendar, compileCalendar, STANDARD_CALENDAR } from "../calendar/index.ts";
import { type Plan, schedulePlan } from "../network/index.ts";
import { samplePlan } from "../network/sample-plan.ts";
import type { MspdiProject } from "./model.ts";
import { readMspdi, writeMspdi } from "./mspdi.ts";
import { mspdiFromPlan } from "./mspdi-from-plan.ts";
import { planFromMspdi } from "./plan-from-mspdi.ts";

const shared = (name: string): string =>
  readFileSync(fileURLToPath(new URL(`../../../../../shared/data/scheduling/${name}`, import.meta.url)), "utf8");

interface TextbookTask {
  readonly id: string;
  readonly duration: number;
  readonly predecessors: readonly string[];
  readonly ES: number;
  readonly EF: number;
  readonly LS: number;
  readonly LF: number;
  readonly total_slack: number;
  readonly critical: boolean;
}

const through = (plan: Plan): Plan => {
  const text = unwrap(writeMspdi(unwrap(mspdiFromPlan(plan, { name: "计划" }))));
  return unwrap(planFromMspdi(unwrap(readMspdi(text)))).plan;
};
const dates = (plan: Plan): string[] =>
  unwrap(schedulePlan(plan)).tasks.map(({ start, finish }) => `${start}..${finish}`);

describe("planFromMspdi", () => {
  it("reads the textbook file to the network of the textbook, with its dates and slack", () => {
    const { plan, notes } = unwrap(planFromMspdi(unwrap(readMspdi(shared("textbook-cpm.mspdi.xml")))));
    const textbook = JSON.parse(shared("textbook-cpm.json")) as { tasks: TextbookTask[]; critical_path: string[] };
    const nameOf = new Map(plan.tasks.map(({ id, name = "" }) => [id, name]));
    expect(plan.tasks.map(({ name, durationDays }) => [name, durationDays])).toEqual(
      textbook.tasks.map(({ id, duration }) => [id, duration]),
    );
    expect(plan.links.map(({ from, to, type, lag }) => [nameOf.get(from), nameOf.get(to), type, lag])).toEqual(
      textbook.tasks.flatMap(({ id, predecessors }) =>
        predecessors.map((before) => [before, id, undefined, undefined]),
      ),
    );
    const office = unwrap(compileCalendar(plan.calendar));
    const day = (date: string): number => office.countWorkingDays(calendarDate("2026-01-05"), calendarDate(date));
    const rows = unwrap(schedulePlan(plan)).tasks;
    expect(
      rows.map((row) => [
        day(row.earlyStart) - 1,
        day(row.earlyFinish),
        day(row.lateStart) - 1,
        day(row.lateFinish),
        row.totalSlackDays,
        row.critical,
      ]),
    ).toEqual(
      textbook.tasks.map(({ ES, EF, LS, LF, total_slack, critical }) => [ES, EF, LS, LF, total_slack, critical]),
    );
    expect(notes).toEqual([]);
  });

  it("reads outline, lags, constraints, elapsed time, progress and assignments", () => {
    const project: MspdiProject = {
      startDate: "2026-01-05T08:00:00",
      minutesPerDay: 480,
      tasks: [
        { uid: 0, outlineLevel: 0, name: "project" },
        { uid: 1, outlineLevel: 1, name: "阶段", summary: true },
        { uid: 2, outlineLevel: 2, durationMinutes: 480, deadline: "2026-02-01T00:00:00" },
        {
          uid: 3,
          outlineLevel: 2,
          durationMinutes: 2 * 1440,
          durationUnit: "ed",
          predecessors: [{ predecessorUid: 2, type: "SS", lag: -4800, lagUnit: "d" }],
        },
        {
          uid: 4,
          outlineLevel: 1,
          durationMinutes: 720,
          predecessors: [{ predecessorUid: 1, type: "FS", lag: 28_800, lagUnit: "ed" }],
        },
        {
          uid: 5,
          outlineLevel: 1,
          durationMinutes: 960,
          constraintType: "FNLT",
          constraintDate: "2026-03-01T17:00:00",
          predecessors: [{ predecessorUid: 4, lag: 50, lagUnit: "%" }],
        },
        {
          uid: 6,
          outlineLevel: 1,
          durationMinutes: 960,
          percentComplete: 40,
          actualStart: "2026-01-05T08:00:00",
          remainingDurationMinutes: 480,
        },
        { uid: 7, outlineLevel: 1, active: false, name: "dropped" },
        { uid: 8, isNull: true },
      ],
      resources: [
        { uid: 0, name: "" },
        { uid: 1, name: "王", type: "work", maxUnits: 0.5 },
        { uid: 2, name: "纸", type: "material" },
      ],
      assignments: [{ uid: 1, taskUid: 5, resourceUid: 1, units: 1 }],
    };
    const { plan, resources, names, notes } = unwrap(planFromMspdi(project));
    expect(plan.tasks).toEqual([
      { id: "1", name: "阶段", durationDays: 0 },
      { id: "2", durationDays: 1, parentId: "1", deadline: "2026-01-31" },
      { id: "3", durationDays: 2, parentId: "1", calendarId: "every-day" },
      { id: "4", durationDays: 2 },
      { id: "5", durationDays: 2, constraint: { kind: "FNLT", date: "2026-03-01" } },
      { id: "6", durationDays: 2, progress: { start: "2026-01-05", percentComplete: 40, remainingDays: 1 } },
    ]);
    expect(plan.links).toEqual([
      { from: "2", to: "3", type: "SS", lag: { kind: "working-days", days: -1 } },
      { from: "1", to: "4", lag: { kind: "calendar-days", days: 2 } },
      { from: "4", to: "5", lag: { kind: "percent", percent: 50 } },
    ]);
    expect(resources.people).toEqual([{ id: "1", calendar: STANDARD_CALENDAR, availability: 0.5 }]);
    expect(resources.needs).toEqual([{ taskId: "5", people: [{ personId: "1", share: 0.5 }] }]);
    expect(names.people["1"]).toBe("王");
    expect(notes.map(({ kind, where }) => [kind, where])).toEqual([
      ["inactive-task-left-out", "Task 7 dropped"],
      ["duration-rounded", "Task 4"],
    ]);
  });

  it("reads layered calendars with exceptions of every kind", () => {
    const times = [{ fromMinute: 540, toMinute: 0 }];
    const at = (from: string, to = from) => ({ from: `${from}T00:00:00`, to: `${to}T23:59:00` });
    const project: MspdiProject = {
      startDate: "2026-01-05T08:00:00",
      calendarUid: 2,
      calendars: [
        {
          uid: 1,
          isBaseCalendar: true,
          exceptions: [
            { name: "元旦", type: 2, month: 0, monthDay: 1, period: at("2026-01-01", "2028-12-31"), dayWorking: false },
            {
              name: "第一个周五",
              type: 5,
              monthItem: 8,
              monthPosition: 0,
              period: at("2026-02-01", "2026-04-30"),
              dayWorking: false,
            },
          ],
        },
        {
          uid: 2,
          baseCalendarUid: 1,
          weekDays: [
            { dayType: 7, dayWorking: true, workingTimes: times },
            { dayType: 0, dayWorking: false, period: at("2026-01-05", "2026-01-06") },
          ],
        },
      ],
    };
    const office = unwrap(compileCalendar(unwrap(planFromMspdi(project)).plan.calendar));
    const off = Array.from({ length: 120 }, (_, index) => addDays(calendarDate("2026-01-01"), index)).filter(
      (date) => !office.isWorkingDay(date) && daysBetween(calendarDate("2026-01-04"), date) % 7 !== 0,
    );
    expect(off).toEqual(["2026-01-01", "2026-01-05", "2026-01-06", "2026-02-06", "2026-03-06", "2026-04-03"]);
    expect(office.shiftsOn(calendarDate("2026-01-10"))).toEqual([{ fromMinute: 540, toMinute: 1440 }]);
  });

  it("refuses what cannot be a plan and notes what it leaves out", () => {
    expect(planFromMspdi({}).ok).toBe(false);
    const task = (uid: number, before: number) => ({
      uid,
      durationMinutes: 480,
      predecessors: [{ predecessorUid: before }],
    });
    const circle = planFromMspdi({ startDate: "2026-01-05T08:00:00", tasks: [task(1, 2), task(2, 1)] });
    expect(circle).toMatchObject({ ok: false, error: { faults: [{ rule: "cycle" }] } });
    const twice = planFromMspdi({ startDate: "2026-01-05T08:00:00", tasks: [{ uid: 1 }, { uid: 1 }] });
    expect(twice).toMatchObject({ ok: false, error: { faults: [{ rule: "duplicate-task", taskId: "1" }] } });
    const loose = unwrap(planFromMspdi({ startDate: "2026-01-05T08:00:00", tasks: [task(1, 9), task(2, 2)] }));
    expect(loose.plan.links).toEqual([]);
    expect(loose.notes.map(({ kind }) => kind)).toEqual(["missing-reference", "link-left-out"]);
  });
});

describe("mspdiFromPlan", () => {
  it("writes plans that read back to the same dates", () => {
    const options = fc.record({
      seed: fc.integer({ min: 1, max: 1_000_000 }),
      direction: fc.constantFrom("from-start" as const, "from-finish" as const),
    });
    fc.assert(
      fc.property(options, ({ seed, direction }) => {
        const plan = samplePlan({
          tasks: 25,
          links: 35,
          seed,
          direction,
          mixedLinks: true,
          constrained: 0.2,
          milestones: 0.1,
          grouped: 0.3,
        });
        // Laid from its finish, the file says "as late as possible" of every task that has no wish of its own.
        const isSaid = ({ constraint }: Plan["tasks"][number]): boolean =>
          constraint?.kind === "ALAP" && direction === "from-finish";
        const simple = { ...plan, tasks: plan.tasks.filter((task) => !isSaid(task)) };
        const ids = new Set(simple.tasks.map(({ id }) => id));
        simple.links = plan.links.filter(({ from, to }) => ids.has(from) && ids.has(to));
        const back = through(simple);
        const readDates = dates(back);
        const byName = new Map(back.tasks.map(({ name, id }, index) => [name ?? id, readDates[index]]));
        expect(simple.tasks.map(({ id, name }) => byName.get(name ?? id))).toEqual(dates(simple));
      }),
      { numRuns: 25 },
    );
  });

  it("carries the Chinese holidays and people with their assignments", () => {
    const plan: Plan = {
      tasks: [
        { id: "a", name: "主图", durationDays: 6 },
        { id: "b", durationDays: 0, constraint: { kind: "MSO", date: calendarDate("2026-11-11") } },
      ],
      links: [{ from: "a", to: "b" }],
      direction: { kind: "from-start", start: calendarDate("2026-09-28") },
      calendar: chinaCalendar(),
    };
    const resources = {
      people: [{ id: "p1", calendar: plan.calendar, availability: 0.5 }],
      needs: [{ taskId: "a", people: [{ personId: "p1" }] }],
    };
    const project = unwrap(mspdiFromPlan(plan, { name: "双11", resources, names: { p1: "王" } }));
    const back = unwrap(planFromMspdi(unwrap(readMspdi(unwrap(writeMspdi(project))))));
    expect(dates(back.plan)).toEqual(dates(plan));
    expect(dates(plan)[0]).toBe("2026-09-28..2026-10-10");
    expect(back.resources.needs).toEqual([{ taskId: "1", people: [{ personId: "1", share: 0.5 }] }]);
    expect(project.assignments?.[0]?.workMinutes).toBe((6 * (project.minutesPerDay ?? 0)) / 2);
  });
});
