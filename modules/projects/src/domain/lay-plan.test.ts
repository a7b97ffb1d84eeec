import { calendarDate } from "@yutu/kernel";
import { findMetric } from "@yutu/metrics/domain";
import { chinaCalendar, compileCalendar } from "@yutu/scheduling";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { budgetLinesOf } from "./budget-lines.ts";
import { latestBeginning, layPlan, linksFor, tasksFor } from "./lay-plan.ts";
import { templateSchema } from "./template.ts";
import { PROJECT_TYPES } from "./types/index.ts";

const calendar = chinaCalendar();

describe.each(PROJECT_TYPES)("project type $key", (template) => {
  const variables = { anchorDate: calendarDate("2026-11-11"), channels: template.defaultChannels };

  it("is well-formed: every key that is used exists, shares add up to 1000", () => {
    expect(() => templateSchema.parse(template)).not.toThrow();
    const tasks = new Set(template.tasks.map((x) => x.key));
    const roles = new Set(template.roles.map((x) => x.key));
    const phases = new Set(template.phases.map((x) => x.key));
    const lines = new Set(template.budget.map((x) => x.key));
    expect(tasks.size).toBe(template.tasks.length);
    expect(tasks.has(template.anchorTask)).toBe(true);
    for (const l of template.links)
      expect([l.from, tasks.has(l.from), l.to, tasks.has(l.to)]).toEqual([l.from, true, l.to, true]);
    for (const x of template.tasks)
      expect([x.key, roles.has(x.role), phases.has(x.phase), !x.budget || lines.has(x.budget)]).toEqual([
        x.key,
        true,
        true,
        true,
      ]);
    expect(template.budget.reduce((sum, l) => sum + l.permille, 0)).toBe(1000);
    expect(template.kpis.filter((kpi) => !findMetric(kpi.metricId)).map((kpi) => kpi.metricId)).toEqual([]);
    for (const { course, deadlineDays } of template.kpis) {
      expect(course.map((c) => c.days)).toEqual(course.map((c) => c.days).toSorted((a, b) => a - b));
      expect(course.map((c) => c.permille)).toEqual(course.map((c) => c.permille).toSorted((a, b) => a - b));
      expect(course.every((c) => c.days < deadlineDays)).toBe(true);
    }
  });

  it("lies on working days, keeps every link, and opens on the anchor", () => {
    const begin = latestBeginning(template, variables, calendar);
    if (!begin.ok) throw new Error(begin.error.detail);
    const laid = layPlan(template, { ...variables, today: begin.value }, calendar);
    if (!laid.ok) throw new Error(laid.error.detail);
    const compiled = compileCalendar(calendar);
    const at = new Map(laid.value.tasks.map((x) => [x.key, x]));
    expect(laid.value.lateByDays).toBe(0);
    expect(at.get(template.anchorTask)?.start).toBe("2026-11-11");
    for (const x of laid.value.tasks) {
      if (!x.milestone)
        expect([
          x.key,
          compiled.ok && compiled.value.isWorkingDay(x.start),
          compiled.ok && compiled.value.isWorkingDay(x.finish),
        ]).toEqual([x.key, true, true]);
    }
    for (const l of laid.value.links.filter((x) => x.type === "FS" && !x.lag)) {
      const [from, to] = [at.get(l.from), at.get(l.to)];
      // A milestone may share the day of what it closes or opens.
      expect(
        from &&
          to &&
          (from.milestone || to.milestone
            ? from.finish <= to.start || from.start === to.start
            : from.finish < to.start),
        `${l.from} > ${l.to}`,
      ).toBe(true);
    }
  });

  it("is whole: every budget line pays for a task, every task leads somewhere, goals stand under a strategy", () => {
    const paid = new Set(template.tasks.flatMap((task) => task.budget ?? []));
    const unpaid = template.budget.filter((line) => !line.reserve && !paid.has(line.key)).map((line) => line.key);
    const from = new Set(template.links.map((link) => link.from));
    const to = new Set(template.links.map((link) => link.to));
    const last = template.tasks.filter((task) => !from.has(task.key)).map((task) => task.key);
    const alone = template.tasks.filter((task) => !from.has(task.key) && !to.has(task.key)).map((task) => task.key);
    expect({ unpaid, alone, ends: last.length }).toEqual({ unpaid: [], alone: [], ends: 1 });
    expect(template.phases.filter((phase) => !template.tasks.some((task) => task.phase === phase.key))).toEqual([]);
    const idle = template.roles.filter((role) => !template.tasks.some((task) => task.role === role.key));
    // the custom type offers roles and leaves the tasks to its projects
    expect(template.key === "custom" ? [] : idle).toEqual([]);
    const levels = template.kpis.map((kpi) => kpi.level);
    expect(levels.slice(0, 1)).toEqual(levels.includes("strategy") ? ["strategy"] : levels.slice(0, 1));
  });

  it("says by how much it is late when there is too little time", () => {
    const laid = layPlan(template, { ...variables, today: calendarDate("2026-11-09") }, calendar);
    expect(laid.ok && laid.value.lateByDays).toBeGreaterThan(5);
    expect(laid.ok && laid.value.start >= "2026-11-09").toBe(true);
  });

  it("leaves out what unused channels would need, without breaking the chain", () => {
    const tasks = tasksFor(template, []);
    const keys = new Set(tasks.map((x) => x.key));
    expect(tasks.every((x) => x.channels.length === 0)).toBe(true);
    for (const l of linksFor(template, tasks)) expect(keys.has(l.from) && keys.has(l.to)).toBe(true);
    const laid = layPlan(template, { ...variables, channels: [], today: calendarDate("2025-06-01") }, calendar);
    expect(laid.ok && laid.value.lateByDays).toBe(0);
  });

  it("splits any total exactly over the lines of the channels used", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1e12 }), fc.subarray([...template.defaultChannels]), (total, channels) => {
        const lines = budgetLinesOf(template, total, channels);
        expect(lines.reduce((sum, l) => sum + l.plannedMinor, 0)).toBe(total);
        expect(lines.every((l) => l.channel === null || channels.includes(l.channel))).toBe(true);
      }),
    );
  });
});

it("brings three full types with at least 25 tasks each", () => {
  const full = ["ecommerce_promo", "brand_campaign", "offline_event"];
  for (const key of full)
    expect(PROJECT_TYPES.find((type) => type.key === key)?.tasks.length).toBeGreaterThanOrEqual(25);
  expect(PROJECT_TYPES.map((type) => type.name.zh)).toEqual([
    "电商大促",
    "品牌传播",
    "线下活动/展会",
    "内容种草",
    "会员运营",
    "新品上市",
    "自定义",
  ]);
});
