import { calendarDate } from "@yutu/kernel";
import { layPlan, PROJECT_TYPES, type ProjectTemplate, tasksFor } from "@yutu/projects/domain";
import { prepareNetwork, schedulePlan } from "@yutu/scheduling";
import { describe, expect, it } from "vitest";
import { criticalTasks, type PlanLink, type PlanTask, planOf } from "./plan.ts";
import { dragged, pathBetween, previewEdits } from "./plan-change.ts";
import { workingCalendar } from "./working-calendar.ts";

const calendar = workingCalendar();

const task = (
  id: string,
  startDate: string | null,
  dueDate: string | null,
  more: Partial<PlanTask> = {},
): PlanTask => ({
  id,
  parentId: null,
  status: "todo",
  milestone: false,
  milestoneAt: null,
  startDate,
  dueDate,
  durationDays: 1,
  constraintKind: null,
  constraintDate: null,
  ...more,
});
const follows = (fromId: string, toId: string): PlanLink => ({
  id: `${fromId}>${toId}`,
  fromId,
  toId,
  type: "FS",
  lag: null,
});

/** Tasks and links as the subscriber stores them. */
function stored(template: ProjectTemplate, anchor: string, today: string) {
  const channels = template.defaultChannels;
  const laid = layPlan(
    template,
    { anchorDate: calendarDate(anchor), today: calendarDate(today), channels },
    calendar.data,
  );
  if (!laid.ok) throw new Error(laid.error.detail);
  const followers = new Set(laid.value.links.map((l) => l.to));
  const dates = new Map(laid.value.tasks.map((t) => [t.key, t]));
  const tasks = tasksFor(template, channels).map((t) => {
    const at = dates.get(t.key);
    const edge = t.key === template.anchorTask || !followers.has(t.key) ? "start" : "end";
    const milestone = t.durationDays === 0;
    return task(t.key, at?.start ?? null, at?.finish ?? null, {
      durationDays: t.durationDays,
      milestone,
      milestoneAt: milestone ? edge : null,
    });
  });
  const links = laid.value.links.map((l): PlanLink => ({ ...follows(l.from, l.to), type: l.type, lag: l.lag ?? null }));
  return { tasks, links, laid: laid.value };
}

describe.each(PROJECT_TYPES)("the plan of $key", (template) => {
  it.each([
    ["2026-11-11", "2026-07-01"],
    ["2026-06-18", "2026-02-02"],
    ["2026-10-08", "2026-09-21"],
    ["2027-01-17", "2026-11-20"],
  ])("stands still once laid for %s on %s", (anchor, today) => {
    const { tasks, links, laid } = stored(template, anchor, today);
    const schedule = schedulePlan(planOf(tasks, links, laid.start, calendar));
    if (!schedule.ok) throw new Error(schedule.error.detail);
    expect(schedule.value.tasks.map(({ id, start, finish }) => ({ id, start, finish }))).toEqual(
      laid.tasks.map(({ key, start, finish }) => ({ id: key, start, finish })),
    );
  });
});

describe("planOf", () => {
  const schedule = (tasks: PlanTask[], links: PlanLink[] = []) => {
    const done = schedulePlan(planOf(tasks, links, calendarDate("2026-09-01"), calendar));
    if (!done.ok) throw new Error(done.error.detail);
    return Object.fromEntries(done.value.tasks.map((t) => [t.id, `${t.start}..${t.finish}`]));
  };

  it("pushes what follows over the holiday and past the make-up Saturday", () => {
    // 中秋 2026-09-25 is off; 2026-09-20 (Sunday) and 2026-10-10 (Saturday) are worked; 10-01..10-07 is off.
    const a = task("a", "2026-09-28", "2026-10-08", { durationDays: 4 });
    const b = task("b", "2026-10-08", "2026-10-10", { durationDays: 3 });
    expect(schedule([a, b], [follows("a", "b")])).toEqual({ a: "2026-09-28..2026-10-08", b: "2026-10-09..2026-10-12" });
  });
  it("leaves work on a day off where somebody put it", () => {
    const live = task("live", "2026-09-05", "2026-09-06", { durationDays: 1 });
    expect(schedule([live])).toEqual({ live: "2026-09-05..2026-09-06" });
  });
  it("keeps what is done where it was planned, and lets it push what was laid before it", () => {
    const a = task("a", "2026-09-01", "2026-09-02", { durationDays: 2, status: "done" });
    const b = task("b", "2026-09-03", "2026-09-03");
    const early = task("early", "2026-09-01", "2026-09-01");
    expect(schedule([a, b, early], [follows("a", "b"), follows("a", "early")])).toEqual({
      a: "2026-09-01..2026-09-02",
      b: "2026-09-03..2026-09-03",
      early: "2026-09-03..2026-09-03",
    });
  });
  it("leaves out cancelled and undated tasks, and spans parents over their parts", () => {
    const tasks = [
      task("parent", null, null),
      task("part", "2026-09-01", "2026-09-02", { parentId: "parent", durationDays: 2 }),
      task("loose", null, null),
      task("gone", "2026-09-01", "2026-09-09", { status: "cancelled", durationDays: 7 }),
      task("next", "2026-09-03", "2026-09-03"),
    ];
    expect(schedule(tasks, [follows("gone", "next"), follows("part", "next")])).toEqual({
      parent: "2026-09-01..2026-09-02",
      part: "2026-09-01..2026-09-02",
      next: "2026-09-03..2026-09-03",
    });
  });
});

describe("criticalTasks", () => {
  const critical = (tasks: PlanTask[], links: PlanLink[]) => [
    ...criticalTasks(planOf(tasks, links, calendarDate("2026-09-01"), calendar)),
  ];

  it("names the longest chain, though everything stands as late as it can", () => {
    const tasks = [
      task("long", "2026-09-01", "2026-09-04", { durationDays: 4 }),
      task("side", "2026-09-04", "2026-09-04"),
      task("end", "2026-09-07", "2026-09-07"),
    ];
    expect(critical(tasks, [follows("long", "end"), follows("side", "end")])).toEqual(["long", "end"]);
  });
  it("leaves out most of a plan laid backwards", () => {
    const [template] = PROJECT_TYPES;
    if (!template) throw new Error("no project type");
    const { tasks, links, laid } = stored(template, "2026-11-11", "2026-07-01");
    const found = criticalTasks(planOf(tasks, links, laid.start, calendar));
    expect(found.size).toBeGreaterThan(4);
    expect(found.size).toBeLessThan(tasks.length);
  });
});

describe("edits of a plan", () => {
  const tasks = [
    task("a", "2026-09-01", "2026-09-02", { durationDays: 2 }),
    task("b", "2026-09-03", "2026-09-04", { durationDays: 2 }),
    task("c", "2026-09-07", "2026-09-07", { milestone: true, durationDays: 0 }),
    task("loose", null, null),
  ];
  const links = [follows("a", "b"), follows("b", "c")];
  const prepared = prepareNetwork(planOf(tasks, links, calendarDate("2026-09-01"), calendar));
  if (!prepared.ok) throw new Error(prepared.error.detail);
  const preview = (...edits: Parameters<typeof previewEdits>[3]) => previewEdits(prepared.value, tasks, links, edits);

  it("tells what a drag pushes and along which chain", () => {
    const moved = preview({ kind: "move", taskId: "a", startDate: "2026-09-03", dueDate: "2026-09-04" });
    if (!moved.ok) throw new Error(moved.error.detail);
    const dates = Object.fromEntries(moved.value.moves.map((m) => [m.taskId, `${m.newStart}..${m.newFinish}`]));
    expect(dates).toEqual({
      a: "2026-09-03..2026-09-04",
      b: "2026-09-07..2026-09-08",
      c: "2026-09-08..2026-09-08",
    });
    expect(moved.value.chainOf("c")).toEqual(["a", "b", "c"]);
  });
  it("refuses a circle with its path, also through tasks without dates", () => {
    const circle = preview({ kind: "add-link", fromId: "c", toId: "a", type: "FS" });
    expect(!circle.ok && circle.error.definition.code).toBe("tasks/cycle");
    expect(!circle.ok && new Set(String(circle.error.params?.["path"]).split(" "))).toEqual(new Set(["a", "b", "c"]));
    const undated = previewEdits(
      prepared.value,
      tasks,
      [...links, follows("c", "loose")],
      [{ kind: "add-link", fromId: "loose", toId: "a", type: "FS" }],
    );
    expect(!undated.ok && undated.error.params?.["path"]).toBe("a b c loose a");
  });
  it("keeps the work when the length stays and counts it anew when an end is stretched", () => {
    const a = tasks[0] ?? task("a", null, null);
    // Dragged onto a Saturday: the work begins on Monday, two days as before.
    expect(dragged(a, { startDate: "2026-09-05", dueDate: "2026-09-06" })).toEqual({
      startDate: "2026-09-07",
      durationDays: 2,
    });
    expect(dragged(a, { startDate: "2026-09-01", dueDate: "2026-09-08" })).toEqual({
      startDate: "2026-09-01",
      durationDays: 6,
    });
  });
  it("finds the way along links", () => {
    expect(pathBetween(links, "a", "c")).toEqual(["a", "b", "c"]);
    expect(pathBetween(links, "c", "a")).toBeUndefined();
  });
});
