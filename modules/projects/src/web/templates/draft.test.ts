import { describe, expect, it } from "vitest";
import { templateFaults } from "../../domain/template-faults.ts";
import { PROJECT_TYPES } from "../../domain/types/index.ts";
import {
  changed,
  draftOf,
  emptyTask,
  freeKey,
  lagDaysOf,
  movedBy,
  nextPoint,
  putAt,
  undone,
  withLag,
  withoutTask,
} from "./draft.ts";

const [promo] = PROJECT_TYPES;
if (!promo) throw new Error("the product has project types");
const named = (zh: string) => ({ name: { zh, en: "x" } });

describe("draft of a project type", () => {
  it("takes back one field at a time, however much was typed there", () => {
    let draft = draftOf(promo);
    for (const zh of ["大", "大促", "大促销"]) draft = changed(draft, named(zh), "/name");
    draft = changed(draft, { color: "#000000" }, "/color");
    draft = undone(draft);
    expect([draft.now.color, draft.now.name.zh]).toEqual([promo.color, "大促销"]);
    draft = undone(draft);
    expect(draft.now).toEqual(promo);
    expect(undone(draft)).toEqual(draft);
  });
  it("takes back each change that was not typed", () => {
    const first = changed(draftOf(promo), { color: "#111111" }, "");
    const second = changed(first, { color: "#222222" }, "");
    expect(undone(second).now.color).toBe("#111111");
    expect(undone(undone(second)).now).toEqual(promo);
  });
  it("begins a new step when the same field is changed after a step back", () => {
    const draft = undone(changed(draftOf(promo), named("一"), "/name"));
    expect(undone(changed(draft, named("二"), "/name")).now).toEqual(promo);
  });
  it("replaces, removes and moves", () => {
    expect(putAt(["a", "b", "c"], 1, "x")).toEqual(["a", "x", "c"]);
    expect(putAt(["a", "b", "c"], 1, undefined)).toEqual(["a", "c"]);
    expect(movedBy(["a", "b", "c"], 0, 1)).toEqual(["b", "a", "c"]);
    expect(movedBy(["a", "b", "c"], 2, 1)).toEqual(["a", "b", "c"]);
    expect(movedBy(["a", "b", "c"], 0, -1)).toEqual(["a", "b", "c"]);
    expect(freeKey("task", [{ key: "task_1" }, { key: "task_3" }])).toBe("task_2");
  });
  it("closes the gap that a task leaves, so that every type still holds together without any one of its tasks", () => {
    for (const type of PROJECT_TYPES)
      for (const { key } of type.tasks.filter((task) => task.key !== type.anchorTask)) {
        const without = { ...type, ...withoutTask(type, key) };
        expect(templateFaults(without), `${type.key} without ${key}`).toEqual([]);
        expect(without.tasks).toHaveLength(type.tasks.length - 1);
      }
  });
  it("adds a task that only wants a name", () => {
    const task = emptyTask(promo, promo.phases[0]?.key ?? "");
    const faults = templateFaults({ ...promo, tasks: [...promo.tasks, task] });
    const at = `/tasks/${promo.tasks.length}/name`;
    expect(faults).toEqual([
      { pointer: `${at}/zh`, code: "blank" },
      { pointer: `${at}/en`, code: "blank" },
    ]);
  });
  it("adds checkpoints that a KPI accepts, wherever there is room before its deadline", () => {
    const [kpi] = promo.kpis;
    if (!kpi) throw new Error("the promotion has KPIs");
    let course: (typeof kpi)["course"] = [{ days: -30, permille: 200 }];
    for (let n = course.length; n < 20; n++) course = [...course, nextPoint(course, 2)];
    expect(course.slice(0, 5).map(({ days }) => days)).toEqual([-30, -23, -16, -9, -2]);
    expect(course.every(({ permille }) => permille === 200)).toBe(true);
    expect(templateFaults({ ...promo, kpis: [{ ...kpi, deadlineDays: 2, course }] })).toEqual([]);
    expect(nextPoint([], 10)).toEqual({ days: 3, permille: 500 });
  });
  it("keeps a lag that is not in working days", () => {
    const link = { from: "a", to: "b", type: "FS" as const };
    expect(lagDaysOf(withLag(link, -3))).toBe(-3);
    expect(withLag(withLag(link, 2), 0)).toEqual(link);
    expect(lagDaysOf({ ...link, lag: { kind: "percent", percent: 50 } })).toBeNull();
  });
});
