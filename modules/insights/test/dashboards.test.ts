import { insights } from "@yutu/insights/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { twoProjects } from "./projects-fixture.ts";

const TILES = [{ metricIds: ["gmv"], groupBy: "day" as const, chart: "line" as const }];

describe("dashboards", () => {
  let app: TestApp;
  let pm: Person;
  let open: string;
  let secret: string;
  beforeAll(async () => {
    app = await bootApp();
    ({ pm, open, secret } = await twoProjects(app));
  });
  afterAll(() => app.close());

  it("begin with a layout for their reader and keep what somebody lays out", async () => {
    const begun = await pm.must(insights.getDashboard, { query: { reader: "project", projectId: open } });
    expect(begun).toMatchObject({ version: null, abilities: { edit: true } });
    expect(begun.tiles[0]?.metricIds).toContain("roi");
    const saved = await pm.must(insights.saveDashboard, { body: { reader: "project", projectId: open, tiles: TILES } });
    expect(saved).toMatchObject({ version: 1, tiles: [{ metricIds: ["gmv"], half: false }] });
    const stale = { body: { reader: "project" as const, projectId: open, tiles: TILES, expectedVersion: 7 } };
    expect(await pm.refusal(insights.saveDashboard, stale)).toBe("request/stale-version");
    const next = { body: { ...stale.body, expectedVersion: 1 } };
    expect((await pm.must(insights.saveDashboard, next)).version).toBe(2);
    const reset = await pm.must(insights.resetDashboard, { query: { reader: "project", projectId: open } });
    expect([reset.version, reset.tiles]).toEqual([null, begun.tiles]);
  });

  it("of the workspace stand in for projects without their own", async () => {
    await pm.must(insights.saveDashboard, { body: { reader: "project", tiles: TILES } });
    const own = await pm.must(insights.getDashboard, { query: { reader: "project", projectId: open } });
    expect(own).toMatchObject({ version: null, tiles: [{ metricIds: ["gmv"], groupBy: "day" }] });
    await pm.must(insights.resetDashboard, { query: { reader: "project" } });
  });

  it("refuse tiles that cannot be drawn, and hands that may not lay out", async () => {
    const bad = {
      body: {
        reader: "project" as const,
        tiles: [{ metricIds: ["roi"], groupBy: "sku" as const, chart: "bar" as const }],
      },
    };
    expect(await pm.refusal(insights.saveDashboard, bad)).toBe("insights/bad-tile");
    const good = { body: { reader: "executive" as const, tiles: TILES } };
    expect(await (await app.as("marketer")).refusal(insights.saveDashboard, good)).toBe("request/forbidden");
    const seen = await (await app.as("marketer")).must(insights.getDashboard, { query: { reader: "executive" } });
    expect(seen.abilities.edit).toBe(false);
  });

  it("of a private or foreign project do not exist", async () => {
    for (const projectId of [secret, "prj_01k2xvtj4r0000000000000000"]) {
      expect(await pm.refusal(insights.getDashboard, { query: { reader: "project", projectId } })).toBe(
        "request/not-found",
      );
      const body = { reader: "project" as const, projectId, tiles: TILES };
      expect(await pm.refusal(insights.saveDashboard, { body })).toBe("request/not-found");
      expect(await pm.refusal(insights.resetDashboard, { query: { reader: "project", projectId } })).toBe(
        "request/not-found",
      );
    }
    const stranger = await app.stranger();
    await pm.must(insights.saveDashboard, { body: { reader: "channel", tiles: TILES } });
    expect((await stranger.must(insights.getDashboard, { query: { reader: "channel" } })).version).toBeNull();
  });

  it("stand beside what happened in the plan", async () => {
    const year = { from: "2026-01-01", to: "2026-12-31" };
    const { annotations } = await pm.must(insights.listAnnotations, { query: { ...year, projectId: open } });
    expect(annotations).toContainEqual({
      date: "2026-11-11",
      kind: "anchor",
      title: "双11 大促",
      projectId: open,
      taskId: null,
    });
    expect(annotations.filter((a) => a.kind === "milestone").map((a) => a.taskId?.slice(0, 4))).toContain("tsk_");
    expect(annotations.filter((a) => a.kind === "phase").length).toBeGreaterThanOrEqual(3);
    expect(annotations.map((a) => a.date)).toEqual(annotations.map((a) => a.date).sort());
    const all = await pm.must(insights.listAnnotations, { query: year });
    expect(all.annotations.map((a) => a.projectId)).toEqual([open]);
    expect(await pm.refusal(insights.listAnnotations, { query: { ...year, projectId: secret } })).toBe(
      "request/not-found",
    );
    expect(await pm.refusal(insights.listAnnotations, { query: { ...year, to: "2025-01-01" } })).toBe(
      "insights/bad-window",
    );
  });
});
