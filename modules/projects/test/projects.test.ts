import { projects } from "@yutu/projects/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeProject, promo } from "./fixtures.ts";

const NOBODY = "mem_00000000000000000000000000";

describe("projects", () => {
  let app: TestApp;
  let pm: Person;
  beforeAll(async () => {
    app = await bootApp();
    pm = await app.as("pm");
  });
  afterAll(() => app.close());

  const get = (who: Person, projectId: string) => who.must(projects.getProject, { params: { projectId } });
  const names = async (who: Person, query: object) =>
    (await who.must(projects.listProjects, { query })).items.map((p) => p.name);

  it("previews the plan backwards on the Chinese calendar with the budget split exactly", async () => {
    const variables = {
      typeKey: "ecommerce_promo",
      anchorDate: "2027-06-18",
      totalBudgetMinor: 1_000_001,
      channels: ["tmall"],
    };
    const plan = await pm.must(projects.previewPlan, { body: variables });
    expect(plan.lateByDays).toBe(0);
    expect(plan.tasks.find((t) => t.key === "burst_open")).toMatchObject({ start: "2027-06-18", milestone: true });
    expect(plan.tasks.map((t) => t.key)).not.toContain("red_notes");
    expect(plan.budget.reduce((sum, line) => sum + line.plannedMinor, 0)).toBe(1_000_001);
    expect(plan.uncertainYears).toEqual([2027]);
    const close = await pm.must(projects.previewPlan, { body: { ...variables, anchorDate: "2026-09-10" } });
    expect(close.lateByDays).toBeGreaterThan(0);
    expect(close.start).toBe("2026-09-01");
    expect(await pm.refusal(projects.previewPlan, { body: { ...variables, typeKey: "wedding" } })).toBe(
      "projects/unknown-template",
    );
    expect(await (await app.as("marketer")).refusal(projects.previewPlan, { body: variables })).toBe(
      "request/forbidden",
    );
  });

  it("makes a project whose dates are those of the plan, and tells the other modules", async () => {
    const designer = (await app.as("designer")).memberId;
    const { id, campaignKey } = await pm.must(projects.createProject, {
      body: promo(pm.memberId, { people: { designer: [designer, designer] }, brief: { objective: "拉新" } }),
    });
    expect(campaignKey).toMatch(/^promo-[a-z2-9]{6}$/);
    const project = await get(pm, id);
    expect(project).toMatchObject({
      status: "draft",
      currency: "CNY",
      anchorDate: "2026-11-11",
      totalBudgetMinor: 50_000_000,
      anchorName: { zh: "爆发日" },
      brief: { objective: "拉新" },
      abilities: { edit: true, moves: ["submit", "cancel"] },
    });
    expect(project.members.map((m) => [m.memberId, m.roleKey])).toEqual([
      [designer, "designer"],
      [pm.memberId, "manager"],
    ]);
    expect(project.startDate < project.anchorDate && project.anchorDate < project.endDate).toBe(true);
    const [event] = await app.sql<{ payload: Record<string, unknown> }>(
      "SELECT payload FROM outbox WHERE type = 'projects.project-created' AND payload->>'projectId' = $1",
      [id],
    );
    expect(event?.payload).toMatchObject({
      typeKey: "ecommerce_promo",
      plannedOn: "2026-09-01",
      people: { manager: [pm.memberId] },
    });
  });

  it("refuses types, people, metrics and orders of goals that make no sense", async () => {
    const create = (over: object) =>
      pm.refusal(projects.createProject, { body: promo(pm.memberId, { name: "拒绝", ...over }) });
    expect(await create({ typeKey: "wedding" })).toBe("projects/unknown-template");
    expect(await create({ managerId: NOBODY })).toBe("request/invalid");
    expect(await create({ managerId: (await app.as("marketer")).memberId })).toBe("request/invalid");
    expect(await create({ people: { designer: [NOBODY] } })).toBe("request/invalid");
    const goal = { name: "目标", level: "business" };
    const kpi = { name: "指标", source: "metric", metricId: "vibes" };
    expect(await create({ goals: [{ ...goal, kpis: [kpi] }] })).toBe("projects/unknown-metric");
    expect(await create({ goals: [{ ...goal, parentIndex: 0 }] })).toBe("request/invalid");
    expect(await create({ goals: [{ ...goal, ownerId: NOBODY }] })).toBe("request/invalid");
    const marketer = await app.as("marketer");
    expect(await marketer.refusal(projects.createProject, { body: promo(pm.memberId) })).toBe("request/forbidden");
    expect(await app.sql("SELECT 1 FROM projects WHERE name = '拒绝'")).toHaveLength(0);
  });

  it("lists by filter, page by page, the latest anchor first", async () => {
    const tag = "清单";
    for (const [i, anchorDate] of ["2026-12-12", "2026-11-11", "2026-10-20"].entries())
      await makeProject(app, { name: `${tag}${i}`, anchorDate, channels: i === 0 ? ["jd"] : ["tmall"] });
    expect(await names(pm, { q: tag })).toEqual(["清单0", "清单1", "清单2"]);
    expect(await names(pm, { q: tag, channel: "jd" })).toEqual(["清单0"]);
    expect(await names(pm, { q: tag, status: ["running"] })).toEqual([]);
    expect(await names(pm, { q: tag, open: "false" })).toEqual([]);
    expect(await names(pm, { q: tag, typeKey: "ecommerce_promo", managerId: pm.memberId, open: "true" })).toHaveLength(
      3,
    );
    expect(await names(pm, { q: "100%_" })).toEqual([]);
    const first = await pm.must(projects.listProjects, { query: { q: tag, limit: 2 } });
    expect(first.items.map((p) => p.name)).toEqual(["清单0", "清单1"]);
    const second = await pm.must(projects.listProjects, {
      query: { q: tag, limit: 2, cursor: first.nextCursor ?? "" },
    });
    expect([second.items.map((p) => p.name), second.nextCursor]).toEqual([["清单2"], null]);
  });

  it("shows private projects to those on them, guests nothing else, and money to those who may see it", async () => {
    const agency = await app.as("agency");
    const { id } = await makeProject(app, { name: "密令", visibility: "private" });
    const marketer = await app.as("marketer");
    expect(await names(marketer, { q: "密令" })).toEqual([]);
    expect(await marketer.refusal(projects.getProject, { params: { projectId: id } })).toBe("request/not-found");
    expect(await names(await app.as("admin"), { q: "密令" })).toEqual(["密令"]);
    await pm.must(projects.updateProject, {
      params: { projectId: id },
      body: { people: { designer: [marketer.memberId, agency.memberId] } },
    });
    expect(await get(marketer, id)).toMatchObject({
      totalBudgetMinor: null,
      abilities: { edit: false, moves: [], seeMoney: false },
    });
    expect(await names(agency, {})).toEqual(["密令"]);
    const finance = await app.as("finance");
    expect(await finance.refusal(projects.getProject, { params: { projectId: id } })).toBe("request/not-found");
    await pm.must(projects.moveProject, { params: { projectId: id }, body: { move: "submit" } });
    expect(await finance.refusal(projects.getProject, { params: { projectId: id } })).toBe("ok");
    expect(await (await app.stranger()).must(projects.listProjects, {})).toEqual({ items: [], nextCursor: null });
    expect(await (await app.stranger()).refusal(projects.getProject, { params: { projectId: id } })).toBe(
      "request/not-found",
    );
  });

  it("changes what a project says of itself, on the version that was read", async () => {
    const { id } = await makeProject(app);
    const before = await get(pm, id);
    const change = (who: Person, body: object) =>
      who.refusal(projects.updateProject, { params: { projectId: id }, body });
    const changed = await pm.must(projects.updateProject, {
      params: { projectId: id },
      body: {
        name: "双11 全渠道",
        tags: ["大促"],
        brief: { message: "一年就这一次" },
        expectedVersion: before.version,
      },
    });
    expect(changed).toMatchObject({ name: "双11 全渠道", tags: ["大促"], version: before.version + 1 });
    expect(await change(pm, { name: "又改", expectedVersion: before.version })).toBe("request/stale-version");
    expect(await change(pm, { managerId: NOBODY })).toBe("request/invalid");
    const admin = await app.as("admin");
    expect(await change(pm, { managerId: admin.memberId })).toBe("ok");
    expect((await get(admin, id)).members).toEqual([
      expect.objectContaining({ memberId: admin.memberId, roleKey: "manager" }),
    ]);
    expect(await change(pm, { name: "不再是我的" })).toBe("projects/not-manager");
    expect(await change(await app.as("marketer"), { name: "x" })).toBe("request/forbidden");
    expect(await change(await app.stranger(), { name: "x" })).toBe("request/not-found");
    await admin.must(projects.moveProject, { params: { projectId: id }, body: { move: "cancel" } });
    expect(await change(admin, { name: "太迟" })).toBe("projects/closed");
  });

  it("keeps each person's favourites", async () => {
    const { id } = await makeProject(app, { name: "心头好" });
    const star = (favourite: boolean) =>
      pm.must(projects.setFavourite, { params: { projectId: id }, body: { favourite } });
    await star(true);
    await star(true);
    expect(await names(pm, { favourite: "true" })).toEqual(["心头好"]);
    expect(await names(await app.as("owner"), { favourite: "true" })).toEqual([]);
    await star(false);
    expect(await names(pm, { favourite: "true" })).toEqual([]);
    const stranger = await app.stranger();
    expect(
      await stranger.refusal(projects.setFavourite, { params: { projectId: id }, body: { favourite: true } }),
    ).toBe("request/not-found");
  });

  it("offers its types and lets a workspace change its own copy", async () => {
    const { templates } = await pm.must(projects.listTemplates, {});
    const standard = templates.find((t) => t.key === "ecommerce_promo");
    if (!standard) throw new Error("the standard types are missing");
    const { key, version: _version, ...body } = standard;
    const put = (change: object) => ({ params: { key }, body: { ...body, ...change } });
    const changed = await pm.must(projects.updateTemplate, put({ name: { zh: "我司大促", en: "Our promo" } }));
    expect(changed).toMatchObject({ key, version: 2, name: { zh: "我司大促" } });
    const stranger = await app.stranger();
    const theirs = await stranger.must(projects.listTemplates, {});
    expect(theirs.templates.find((t) => t.key === key)).toMatchObject({ version: 1, name: { zh: "电商大促" } });
    const refusal = (change: object) => pm.refusal(projects.updateTemplate, put(change));
    const [first, ...rest] = body.tasks;
    expect(await refusal({ budget: body.budget.slice(1) })).toBe("projects/invalid-template");
    expect(await refusal({ anchorTask: "nowhere" })).toBe("projects/invalid-template");
    expect(await refusal({ tasks: [{ ...first, role: "ghost" }, ...rest] })).toBe("projects/invalid-template");
    expect(await refusal({ tasks: [first, first, ...rest] })).toBe("projects/invalid-template");
    const faulty = await pm.call(projects.updateTemplate, put({ anchorTask: "nowhere", budget: body.budget.slice(1) }));
    expect(faulty.ok ? [] : faulty.error.errors?.map(({ pointer, code }) => [pointer, code])).toEqual(
      expect.arrayContaining([
        ["/body/anchorTask", "anchor"],
        ["/body/budget", "shares"],
      ]),
    );
    expect(await refusal({ links: [...body.links, { from: "retro", to: "review_last", type: "FS" }] })).toBe(
      "projects/invalid-template",
    );
    expect(await pm.refusal(projects.updateTemplate, { params: { key: "wedding" }, body })).toBe("request/not-found");
    expect(await (await app.as("marketer")).refusal(projects.updateTemplate, put({}))).toBe("request/forbidden");
    expect(await refusal({ expectedVersion: 1 })).toBe("request/stale-version");
    expect(await refusal({ expectedVersion: 2 })).toBe("ok");
  });

  it("keeps one of two changes of a type made at the same time, and tells the other", async () => {
    const { templates } = await pm.must(projects.listTemplates, {});
    const type = templates.find((t) => t.key === "brand_campaign");
    if (!type) throw new Error("the standard types are missing");
    const { key, version, ...body } = type;
    const store = (name: string) =>
      pm.refusal(projects.updateTemplate, {
        params: { key },
        body: { ...body, name: { zh: name, en: name }, expectedVersion: version },
      });
    expect((await Promise.all([store("甲"), store("乙")])).sort()).toEqual(["ok", "request/stale-version"]);
  });

  it("lets only those who manage approvals say who approves projects of a type", async () => {
    const { templates } = await pm.must(projects.listTemplates, {});
    const type = templates.find((t) => t.key === "member_operation");
    if (!type) throw new Error("the standard types are missing");
    const { key, version: _version, ...body } = type;
    const alone = { ...body.approval, stages: body.approval.stages.slice(1) };
    const change = { params: { key }, body: { ...body, approval: alone } };
    expect(await pm.refusal(projects.updateTemplate, change)).toBe("projects/approval-not-yours");
    expect(await pm.refusal(projects.updateTemplate, { params: { key }, body })).toBe("ok");
    expect((await (await app.as("admin")).must(projects.updateTemplate, change)).approval).toEqual(alone);
  });
});
