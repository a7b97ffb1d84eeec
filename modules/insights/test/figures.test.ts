import type { CallInput } from "@yutu/contract";
import { insights } from "@yutu/insights/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallShop, writeFacts } from "./fact-fixtures.ts";
import { twoProjects } from "./projects-fixture.ts";

type Query = NonNullable<CallInput<typeof insights.queryMetrics>["query"]>;
const AUGUST = { from: "2026-08-01", to: "2026-08-31" };

describe("figures", () => {
  let app: TestApp;
  let pm: Person;
  let open: string;
  let secret: string;
  beforeAll(async () => {
    app = await bootApp();
    ({ pm, open, secret } = await twoProjects(app));
    const { orders, ads } = smallShop(open, secret);
    await writeFacts(app, orders, ads);
  });
  afterAll(() => app.close());

  const ask = (who: Person, query: Partial<Query>) =>
    who.must(insights.queryMetrics, { query: { ...AUGUST, ...query } });
  const value = async (who: Person, metricId: string, query: Partial<Query> = {}) =>
    (await ask(who, { metricId: [metricId], ...query })).totals[metricId]?.value;

  it("are those of the catalogue, for a project", async () => {
    const { totals, withheld } = await ask(pm, { projectId: [open] });
    const figure = (id: string) => totals[id]?.value;
    expect(withheld).toEqual([]);
    expect([figure("ad_spend"), figure("gmv"), figure("orders"), figure("aov")]).toEqual([7_500, 35_000, 3, 11_667]);
    expect(figure("roi")).toBeCloseTo((25_000 - 7_500) / 7_500, 12);
    expect(figure("ctr")).toBeCloseTo(210 / 11_000, 12);
    expect(figure("cvr")).toBeCloseTo(3 / 210, 12);
  });

  it("say window, money, time, sources and what to know about them", async () => {
    const { origin } = await ask(pm, { projectId: [open], metricId: ["roi"], compare: "before" });
    expect(origin).toMatchObject({
      window: AUGUST,
      comparedWith: { from: "2026-07-01", to: "2026-07-31" },
      currency: "CNY",
      timeZone: "Asia/Shanghai",
      computedAt: "2026-09-01T02:00:00.000Z",
    });
    expect(origin.sources).toEqual([
      {
        fact: "order_lines",
        sourceId: "src_shop",
        rows: 5,
        lastDay: "2026-08-06",
        fetchedAt: "2026-08-31T00:00:00.000Z",
      },
      { fact: "ad_facts", sourceId: "src_ads", rows: 2, lastDay: "2026-08-02", fetchedAt: "2026-08-31T00:00:00.000Z" },
    ]);
    expect(origin.warnings).toEqual([
      { code: "without_rate", currency: "GBP", rows: 1 },
      { code: "data_ends", fact: "order_lines", lastDay: "2026-08-06" },
      { code: "data_ends", fact: "ad_facts", lastDay: "2026-08-02" },
      { code: "provisional", from: "2026-08-29" },
    ]);
  });

  it("convert by the rate of the day once there is one", async () => {
    const { budgets } = await import("@yutu/budgets/contract");
    const finance = await app.as("finance");
    await finance.must(budgets.setRate, { body: { currency: "GBP", validFrom: "2026-08-01", rate: 9.2 } });
    await finance.must(budgets.setRate, { body: { currency: "JPY", validFrom: "2026-08-01", rate: 0.047 } });
    expect(await value(pm, "gmv", { projectId: [open] })).toBe(35_000 + 9_200);
  });

  it("are split and ordered, with the compared period beside each group", async () => {
    const { groups, groupCount } = await ask(pm, {
      projectId: [open],
      metricId: ["gmv", "ad_spend"],
      groupBy: "channel",
      compare: "before",
      orderBy: "ad_spend",
    });
    expect(groupCount).toBe(2);
    expect(
      groups.map(({ key, values }) => [key, values.gmv?.value, values.gmv?.before, values.ad_spend?.value]),
    ).toEqual([
      ["tmall", 34_200, 7_000, 5_000],
      ["jd", 10_000, null, 2_500],
    ]);
    const bySku = await ask(pm, { metricId: ["gmv"], groupBy: "sku", limit: 1 });
    expect([bySku.groups.map((g) => g.key), bySku.groupCount]).toEqual([["S1"], 3]);
    const byDay = await ask(pm, { metricId: ["gmv"], groupBy: "day" });
    expect(byDay.groups.map((g) => g.key)).toEqual([
      "2026-08-01",
      "2026-08-02",
      "2026-08-03",
      "2026-08-05",
      "2026-08-06",
    ]);
  });

  it("count facts of no project, and nothing of a private project for those who are not on it", async () => {
    expect(await value(pm, "gmv")).toBe(44_200 + 3_000);
    expect(await value(await app.as("owner"), "gmv")).toBe(44_200 + 3_000 + 100_000);
    expect(await value(await app.as("executive"), "gmv", { projectId: [secret] })).toBe(100_000);
    const { groups } = await ask(pm, { metricId: ["gmv"], groupBy: "project" });
    expect(groups.map((g) => [g.key, g.label])).toEqual([
      [open, "双11 大促"],
      ["", null],
    ]);
    expect(await pm.refusal(insights.queryMetrics, { query: { ...AUGUST, projectId: [secret] } })).toBe(
      "request/not-found",
    );
  });

  it("that tell what media cost are for those who may see money", async () => {
    const { totals, withheld } = await ask(await app.as("marketer"), { projectId: [open] });
    expect([Object.keys(totals), withheld]).toEqual([
      ["gmv", "orders", "aov", "ctr", "cvr"],
      ["ad_spend", "roi"],
    ]);
    const only = await ask(await app.as("marketer"), { metricId: ["ad_spend"] });
    expect([only.totals, only.origin.sources]).toEqual([{}, []]);
  });

  it("are refused where they would be wrong", async () => {
    const refusal = (query: Partial<Query>) => pm.refusal(insights.queryMetrics, { query: { ...AUGUST, ...query } });
    expect(await refusal({ metricId: ["happiness"] })).toBe("insights/unknown-metric");
    expect(await refusal({ metricId: ["roi"], groupBy: "sku" })).toBe("insights/unsplittable");
    expect(await refusal({ metricId: ["roi"], sku: "S1" })).toBe("insights/unsplittable");
    expect(await refusal({ from: "2026-09-01" })).toBe("insights/bad-window");
    expect(await refusal({ from: "1900-01-01" })).toBe("insights/bad-window");
    expect(await value(pm, "gmv", { sku: "S2" })).toBe(5_000);
  });

  it("stay within the workspace and the role", async () => {
    expect(await (await app.as("store")).refusal(insights.queryMetrics, { query: AUGUST })).toBe("request/forbidden");
    const stranger = await app.stranger();
    expect(await value(stranger, "gmv")).toBe(0);
    expect(await stranger.refusal(insights.queryMetrics, { query: { ...AUGUST, projectId: [open] } })).toBe(
      "request/not-found",
    );
  });

  it("leave as a spreadsheet, money in whole units, with the total last", async () => {
    const query = new URLSearchParams({
      ...AUGUST,
      projectId: open,
      metricId: "gmv",
      groupBy: "channel",
      locale: "en",
    });
    const response = await fetch(`${app.baseUrl}/metric-values/export?${query}`, { headers: { cookie: pm.cookie() } });
    expect(response.headers.get("content-type")).toContain("text/csv");
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(bytes.slice(0, 3)).toEqual(new Uint8Array([0xef, 0xbb, 0xbf]));
    expect(new TextDecoder().decode(bytes).split("\r\n")).toEqual([
      "channel,GMV (CNY)",
      "tmall,342",
      "jd,100",
      "2026-08-01 – 2026-08-31,442",
      "",
    ]);
  });
});
