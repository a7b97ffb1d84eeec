import { projects } from "@yutu/projects/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sell } from "./facts.ts";
import { makeProject } from "./fixtures.ts";

const OPTICS = {
  name: "公众号新增关注",
  source: "manual" as const,
  sourceNote: "公众号后台 · 用户分析",
  unit: "count" as const,
  direction: "up" as const,
  baseline: 2000,
  target: 6000,
  deadline: "2026-11-14",
};

describe("goals and KPIs", () => {
  let app: TestApp;
  let pm: Person;
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
  });
  afterAll(() => app.close());

  const goalsOf = (projectId: string, who: Person = pm) => who.must(projects.listGoals, { params: { projectId } });
  async function firstOf(projectId: string) {
    const { goals } = await goalsOf(projectId);
    const goal = goals[0];
    const kpi = goal?.kpis[0];
    if (!goal || !kpi) throw new Error("the project has no goal");
    return { goal, kpi };
  }
  const addManual = async (projectId: string, over: object = {}) => {
    const { goal } = await firstOf(projectId);
    const body = { ...OPTICS, ownerId: pm.memberId, ...over };
    return pm.must(projects.createKpi, { params: { goalId: goal.id }, body });
  };

  it("measures a bound KPI from the project's own facts and says where the value is from", async () => {
    const { id } = await makeProject(app);
    const other = await makeProject(app, { name: "别的项目" });
    const project = await pm.must(projects.getProject, { params: { projectId: id } });
    const day = project.startDate > "2026-09-01" ? project.startDate : "2026-09-01";
    await sell(app, id, [
      { order: "1", day, grossMinor: 1_000_000, customer: "a" },
      { order: "2", day, grossMinor: 500_000, customer: "b" },
      { order: "3", day: "2026-01-05", grossMinor: 9_999_999, customer: "b" },
    ]);
    await sell(app, other.id, [{ order: "1", day, grossMinor: 7_000_000, customer: "a" }]);
    app.clock.set(`${day}T04:00:00Z`);
    const { kpi } = await firstOf(id);
    expect(kpi).toMatchObject({
      value: 1_500_000,
      unit: "money",
      accumulates: true,
      status: "on_track",
      valueSource: { kind: "metric", facts: ["order_lines"], from: project.startDate, to: day, withoutRate: 0 },
    });
    expect(kpi.valueAt).toBe(`${day}T04:00:00.000Z`);
    const curve = await pm.must(projects.getKpiCurve, { params: { kpiId: kpi.id } });
    expect(curve.actual).toEqual([{ date: day, value: 1_500_000 }]);
    expect(curve.expected).toEqual([
      { date: project.startDate, value: 0 },
      { date: "2026-11-14", value: 150_000_000 },
    ]);
    app.clock.set("2026-09-01T02:00:00Z");
  });

  it("draws distinct people over the whole time up to each day, not as a sum of days", async () => {
    const { id } = await makeProject(app, { anchorDate: "2026-09-15" });
    const { goal } = await firstOf(id);
    const { startDate } = await pm.must(projects.getProject, { params: { projectId: id } });
    const body = {
      name: "购买人数",
      source: "metric" as const,
      metricId: "buyers",
      baseline: 1,
      target: 9,
      deadline: "2026-11-14",
    };
    const { id: kpiId } = await pm.must(projects.createKpi, { params: { goalId: goal.id }, body });
    await sell(app, id, [
      { order: "1", day: startDate, grossMinor: 1, customer: "a" },
      { order: "2", day: "2026-09-08", grossMinor: 1, customer: "a" },
      { order: "3", day: "2026-09-08", grossMinor: 1, customer: "b" },
    ]);
    app.clock.set("2026-09-09T04:00:00Z");
    const { actual } = await pm.must(projects.getKpiCurve, { params: { kpiId } });
    expect(actual.at(-1)).toEqual({ date: "2026-09-09", value: 2 });
    expect(actual.length).toBeLessThanOrEqual(16);
    app.clock.set("2026-09-01T02:00:00Z");
  });

  it("takes values by hand, from the owner and from people on the project only", async () => {
    const marketer = await app.as("marketer");
    const { id } = await makeProject(app, { people: { designer: [(await app.as("designer")).memberId] } });
    const { id: kpiId } = await addManual(id, { ownerId: marketer.memberId });
    const entry = (day: string, value: number) => ({ params: { kpiId }, body: { day, value } });
    await marketer.must(projects.checkIn, entry("2026-08-20", 2100));
    await (await app.as("designer")).must(projects.checkIn, entry("2026-08-25", 2400));
    await marketer.must(projects.checkIn, entry("2026-08-22", 2200));
    const { goals } = await goalsOf(id, marketer);
    const kpi = goals[0]?.kpis.find((k) => k.id === kpiId);
    expect(kpi).toMatchObject({ value: 2400, mayCheckIn: true, accumulates: false });
    expect(kpi?.valueSource).toMatchObject({
      kind: "manual",
      note: OPTICS.sourceNote,
      day: "2026-08-25",
      byName: "陈嘉怡",
    });
    const { actual, checkIns } = await marketer.must(projects.getKpiCurve, { params: { kpiId } });
    expect(actual.map((p) => p.value)).toEqual([2100, 2200, 2400]);
    expect(checkIns).toHaveLength(3);
    expect(await (await app.as("store")).refusal(projects.checkIn, entry("2026-08-26", 1))).toBe("projects/not-owner");
    const bound = (await firstOf(id)).kpi.id;
    expect(
      await pm.refusal(projects.checkIn, { params: { kpiId: bound }, body: { day: "2026-08-26", value: 1 } }),
    ).toBe("projects/bound-to-metric");
    expect(await (await app.stranger()).refusal(projects.checkIn, entry("2026-08-26", 1))).toBe("request/not-found");
    await pm.must(projects.moveProject, { params: { projectId: id }, body: { move: "cancel" } });
    expect(await marketer.refusal(projects.checkIn, entry("2026-08-26", 1))).toBe("projects/closed");
  });

  it("hides figures from those without insight", async () => {
    const { id } = await makeProject(app);
    const agency = await app.as("agency");
    await pm.must(projects.updateProject, {
      params: { projectId: id },
      body: { people: { designer: [agency.memberId] } },
    });
    const seen = await goalsOf(id, agency);
    expect(seen.abilities).toEqual({ edit: false, seeValues: false });
    expect(seen.goals[0]?.kpis[0]).toMatchObject({ value: null, achievable: null, expected: null });
    const kpiId = seen.goals[0]?.kpis[0]?.id ?? "";
    expect(await agency.refusal(projects.getKpiCurve, { params: { kpiId } })).toBe("request/forbidden");
  });

  it("builds a tree that rolls up, moves and never bites its tail", async () => {
    const { id } = await makeProject(app);
    const { goal: base } = await firstOf(id);
    const top = await pm.must(projects.createGoal, {
      params: { projectId: id },
      body: { name: "年度增长", level: "strategy" },
    });
    const put = (goalId: string, body: object) => pm.must(projects.updateGoal, { params: { goalId }, body });
    await put(base.id, { parentId: top.id, weight: 2, name: "销售额", expectedVersion: base.version });
    const { goals } = await goalsOf(id);
    expect(goals.map((g) => [g.name, g.parentId])).toEqual([
      ["销售额", top.id],
      ["年度增长", null],
    ]);
    const update = (goalId: string, body: object) => pm.refusal(projects.updateGoal, { params: { goalId }, body });
    expect(await update(top.id, { parentId: base.id })).toBe("projects/goal-cycle");
    expect(await update(top.id, { parentId: top.id })).toBe("projects/goal-cycle");
    expect(await update(base.id, { expectedVersion: base.version })).toBe("request/stale-version");
    expect(await update(base.id, { ownerId: "mem_00000000000000000000000000" })).toBe("request/invalid");
    const elsewhere = await makeProject(app);
    expect(await update(base.id, { parentId: (await firstOf(elsewhere.id)).goal.id })).toBe("request/not-found");
    await pm.must(projects.deleteGoal, { params: { goalId: top.id } });
    expect((await goalsOf(id)).goals.map((g) => g.parentId)).toEqual([null]);
  });

  it("names what is missing, and drops what is given up", async () => {
    const { id } = await makeProject(app);
    const { id: goalId } = await pm.must(projects.createGoal, {
      params: { projectId: id },
      body: { name: "口碑", level: "operation", kpis: [{ name: "NPS", source: "manual", unit: "decimal" }] },
    });
    expect((await goalsOf(id)).faults.map((f) => `${f.field}:${f.code}`)).toEqual([
      "source:missing",
      "baseline:missing",
      "target:missing",
      "deadline:missing",
      "owner:missing",
    ]);
    await pm.must(projects.updateGoal, { params: { goalId }, body: { dropped: true } });
    const after = await goalsOf(id);
    expect(after.faults).toEqual([]);
    expect(after.goals.find((g) => g.id === goalId)?.stage).toBe("dropped");
  });

  it("keeps active goals checkable and activates drafts once they are", async () => {
    const { id } = await makeProject(app);
    await app.sql("UPDATE projects SET status = 'running' WHERE id = $1", [id]);
    await app.sql("UPDATE goals SET status = 'active' WHERE project_id = $1", [id]);
    const { goal, kpi } = await firstOf(id);
    const { name, source, metricId, deadline, ownerId, baseline } = kpi;
    const whole = { name, source, metricId, deadline, ownerId, baseline, target: 200_000_000 };
    const put = (body: object) =>
      pm.refusal(projects.updateKpi, { params: { kpiId: kpi.id }, body: { ...whole, ...body } });
    expect(await put({ target: null })).toBe("projects/goals-not-smart");
    expect(await put({ metricId: "vibes" })).toBe("projects/unknown-metric");
    expect(await put({ ownerId: "mem_00000000000000000000000000" })).toBe("request/invalid");
    expect(await put({ expectedVersion: 99 })).toBe("request/stale-version");
    expect(await put({ expectedVersion: kpi.version })).toBe("ok");
    expect((await firstOf(id)).kpi).toMatchObject({ target: 200_000_000, version: kpi.version + 1 });
    expect(await pm.refusal(projects.deleteKpi, { params: { kpiId: kpi.id } })).toBe("projects/goals-not-smart");
    expect(
      await pm.refusal(projects.createKpi, { params: { goalId: goal.id }, body: { name: "空", source: "manual" } }),
    ).toBe("projects/goals-not-smart");
    const { id: later } = await pm.must(projects.createGoal, {
      params: { projectId: id },
      body: { name: "口碑", level: "operation" },
    });
    const stage = async () => (await goalsOf(id)).goals.find((g) => g.id === later)?.stage;
    expect(await stage()).toBe("draft");
    await pm.must(projects.createKpi, { params: { goalId: later }, body: { ...OPTICS, ownerId: pm.memberId } });
    expect(await stage()).toBe("active");
    expect(await pm.refusal(projects.deleteGoal, { params: { goalId: later } })).toBe("ok");
  });

  it("lets nobody but the manager edit, and nobody while it is judged or over", async () => {
    const { id } = await makeProject(app);
    const { goal, kpi } = await firstOf(id);
    const goalId = { params: { goalId: goal.id } };
    const kpiId = { params: { kpiId: kpi.id } };
    const body = { ...OPTICS, ownerId: pm.memberId };
    const edits = (who: Person) =>
      Promise.all([
        who.refusal(projects.createGoal, { params: { projectId: id }, body: { name: "目标", level: "task" } }),
        who.refusal(projects.updateGoal, { ...goalId, body: { name: "改名" } }),
        who.refusal(projects.createKpi, { ...goalId, body }),
        who.refusal(projects.updateKpi, { ...kpiId, body }),
        who.refusal(projects.deleteKpi, kpiId),
        who.refusal(projects.deleteGoal, goalId),
      ]);
    const all = (code: string) => Array.from({ length: 6 }, () => code);
    expect(await edits(await app.as("marketer"))).toEqual(all("request/forbidden"));
    expect(await edits(await app.stranger())).toEqual(all("request/not-found"));
    const owned = await makeProject(app, { managerId: (await app.as("admin")).memberId });
    const theirs = (await firstOf(owned.id)).goal.id;
    expect(await pm.refusal(projects.updateGoal, { params: { goalId: theirs }, body: { name: "改名" } })).toBe(
      "projects/not-manager",
    );
    await pm.must(projects.moveProject, { params: { projectId: id }, body: { move: "submit" } });
    expect(await edits(pm)).toEqual(all("projects/wrong-status"));
    await pm.must(projects.moveProject, { params: { projectId: id }, body: { move: "withdraw" } });
    await pm.must(projects.moveProject, { params: { projectId: id }, body: { move: "cancel" } });
    expect(await edits(pm)).toEqual(all("projects/closed"));
    expect(await (await app.stranger()).refusal(projects.listGoals, { params: { projectId: id } })).toBe(
      "request/not-found",
    );
    expect(await (await app.stranger()).refusal(projects.getKpiCurve, kpiId)).toBe("request/not-found");
    await app.settle();
  });

  it("keeps what a closed project came to, and measures new targets by it", async () => {
    const { id } = await makeProject(app, { anchorDate: "2026-09-15", name: "99 大促" });
    const { startDate } = await pm.must(projects.getProject, { params: { projectId: id } });
    await sell(app, id, [{ order: "1", day: startDate, grossMinor: 160_000_000, customer: "a" }]);
    const { id: manual } = await addManual(id);
    app.clock.set("2026-09-12T04:00:00Z");
    await pm.must(projects.checkIn, { params: { kpiId: manual }, body: { day: "2026-09-11", value: 5500 } });
    await app.sql("UPDATE projects SET status = 'running' WHERE id = $1", [id]);
    await pm.must(projects.moveProject, { params: { projectId: id }, body: { move: "close" } });
    await app.settle();
    const kept = await app.sql<{ value: number }>(
      "SELECT final_value AS value FROM kpis WHERE project_id = $1 ORDER BY final_value",
      [id],
    );
    expect(kept.map((row) => row.value)).toEqual([5500, 160_000_000]);
    const { results } = await pm.must(projects.listPastResults, {
      params: { key: "ecommerce_promo" },
      query: { metricId: "gmv" },
    });
    expect(results).toMatchObject([{ projectId: id, projectName: "99 大促", value: 160_000_000 }]);
    const next = await makeProject(app);
    expect((await firstOf(next.id)).kpi.achievable).toEqual({
      count: 1,
      reached: 1,
      best: 160_000_000,
      median: 160_000_000,
      verdict: "usual",
    });
    const others = await (await app.stranger()).must(projects.listPastResults, {
      params: { key: "ecommerce_promo" },
      query: { metricId: "gmv" },
    });
    expect(others.results).toEqual([]);
    app.clock.set("2026-09-01T02:00:00Z");
  });
});
