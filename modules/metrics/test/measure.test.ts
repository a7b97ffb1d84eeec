import { metrics } from "@yutu/metrics/contract";
import { findMetric, METRICS, type Metric } from "@yutu/metrics/domain";
import { type MeasureRequest, measure } from "@yutu/metrics/server";
import { bootApp, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const common = {
  source_id: "src_1",
  import_id: "imp_1",
  version: 1,
  sequence: 1,
  fetched_at: "2026-09-01 00:00:00.000",
  link_code: "",
  asset_version_id: "",
  task_id: "",
};

/** [order, line, kind, day, sku, quantity, gross, net, customer, channel, project, currency] */
const LINES = [
  ["A1", "1", "sale", "2026-08-01", "S1", 2, 20_000, 20_000, "c1", "tmall", "prj_a", "CNY"],
  ["A1", "2", "sale", "2026-08-01", "S2", 1, 5_000, 5_000, "c1", "tmall", "prj_a", "CNY"],
  ["A2", "1", "sale", "2026-08-02", "S1", 1, 10_000, 10_000, "c2", "tmall", "prj_a", "CNY"],
  ["A3", "1", "sale", "2026-08-03", "S1", 1, 10_000, 10_000, "c1", "jd", "prj_a", "CNY"],
  ["A2", "2", "return", "2026-08-03", "S1", -1, 0, -10_000, "c2", "tmall", "prj_a", "CNY"],
  ["B1", "1", "sale", "2026-08-03", "S3", 1, 30_000, 30_000, "", "jd", "prj_b", "CNY"],
  ["B2", "1", "sale", "2026-08-04", "S3", 1, 1_000, 1_000, "c3", "jd", "prj_b", "GBP"],
  ["Z0", "1", "sale", "2026-07-01", "S1", 1, 7_000, 7_000, "c2", "tmall", "prj_a", "CNY"],
] as const;

const ADS = [
  ["2026-08-01", "tmall", "prj_a", 10_000, 50_000, 1_000],
  ["2026-08-02", "tmall", "prj_a", 5_000, 10_000, 200],
  ["2026-08-03", "jd", "prj_b", 8_000, 0, 0],
] as const;

describe("measure", () => {
  let app: TestApp;
  let workspaceId: string;

  beforeAll(async () => {
    app = await bootApp();
    workspaceId = app.demo.workspaceId;
    const orders = LINES.map(
      (
        [
          order_no,
          line_no,
          kind,
          day,
          sku,
          quantity,
          gross_minor,
          net_minor,
          customer_id,
          channel,
          project_id,
          currency,
        ],
        i,
      ) => ({
        ...common,
        row_number: i + 1,
        order_no,
        line_no,
        kind,
        ordered_on: day,
        ordered_at: `${day} 04:00:00.000`,
        sku,
        product_name: sku,
        quantity,
        unit_price: 1,
        currency,
        amount_minor: net_minor,
        gross_minor,
        net_minor,
        customer_id,
        region: "",
        status: "",
        channel,
        project_id,
      }),
    );
    const ads = ADS.map(([fact_on, channel, project_id, spend_minor, impressions, clicks], i) => ({
      ...common,
      row_number: i + 1,
      fact_on,
      account: "",
      campaign: "",
      ad_group: "",
      ad: "",
      line_no: String(i),
      currency: "CNY",
      spend_minor,
      impressions,
      clicks,
      channel,
      project_id,
    }));
    for (const [table, rows] of [
      ["order_lines", orders],
      ["ad_facts", ads],
    ] as const) {
      const written = await app.services.warehouse.restate({ workspaceId }, table, rows, `test-${table}`);
      if (!written.ok) throw new Error(written.error.detail);
    }
  });
  afterAll(() => app.close());

  const wanted = (...ids: string[]): Metric[] =>
    ids.map(
      (id) =>
        findMetric(id) ??
        (() => {
          throw new Error(id);
        })(),
    );
  const ask = async (ids: string[], change: Partial<MeasureRequest> = {}) => {
    const request = {
      metrics: wanted(...ids),
      window: { from: "2026-08-01", to: "2026-08-31" },
      filter: {},
      timeZone: "Asia/Shanghai",
      currency: "CNY",
      rates: [],
      ...change,
    };
    const result = await measure(app.services.warehouse, workspaceId, request);
    if (!result.ok) throw new Error(result.error.detail);
    return result.value;
  };
  const values = async (ids: string[], change: Partial<MeasureRequest> = {}) =>
    Object.fromEntries(Object.entries((await ask(ids, change)).totals).map(([id, v]) => [id, v.value]));

  it("counts sales, orders, buyers and returns as the catalogue defines them", async () => {
    expect(
      await values([
        "gmv",
        "net_sales",
        "refund_amount",
        "orders",
        "units",
        "aov",
        "buyers",
        "repurchase_rate",
        "orders_per_buyer",
        "new_buyers",
        "return_order_rate",
      ]),
    ).toEqual({
      gmv: 75_000,
      net_sales: 65_000,
      refund_amount: 10_000,
      orders: 5,
      units: 7,
      aov: 15_000,
      buyers: 3,
      repurchase_rate: 1 / 3,
      orders_per_buyer: 4 / 3,
      new_buyers: 2,
      return_order_rate: 1 / 5,
    });
  });

  it("recomputes ratios from sums, for each group and for the whole", async () => {
    const { totals, groups } = await ask(["ctr", "roas", "roi", "cpc"], { groupBy: "channel" });
    expect(totals.ctr).toEqual({ value: 0.02, numerator: 1200, denominator: 60_000 });
    expect(groups.map((g) => [g.group, g.values.ctr?.value, g.values.roas?.value])).toEqual([
      ["jd", null, 5],
      ["tmall", 0.02, 35_000 / 15_000],
    ]);
    expect(totals.roi?.value).toBeCloseTo((65_000 - 23_000) / 23_000, 12);
  });

  it("splits by day and counts a new buyer on the day of the first order only", async () => {
    const { groups } = await ask(["gmv", "new_buyers"], { groupBy: "day" });
    expect(groups.map((g) => [g.group, g.values.gmv?.value, g.values.new_buyers?.value])).toEqual([
      ["2026-08-01", 25_000, 1],
      ["2026-08-02", 10_000, 0],
      ["2026-08-03", 40_000, 0],
      ["2026-08-04", 0, 1],
    ]);
  });

  it("leaves amounts without a rate out and says how many, and converts by the rate of the day", async () => {
    expect((await ask(["gmv"])).withoutRate).toEqual([{ currency: "GBP", rows: 1 }]);
    const rates = [
      { currency: "GBP", validFrom: "2026-08-04", rate: 9.25 },
      { currency: "GBP", validFrom: "2026-01-01", rate: 1 },
    ];
    const converted = await ask(["gmv"], { rates });
    expect([converted.totals.gmv?.value, converted.withoutRate]).toEqual([75_000 + 9_250, []]);
    expect((await values(["gmv"], { currency: "GBP" })).gmv).toBe(1_000);
  });

  it("sees only the projects it is given, and nothing of another workspace", async () => {
    expect(await values(["gmv", "ad_spend"], { filter: { projectIds: ["prj_b"] } })).toEqual({
      gmv: 30_000,
      ad_spend: 8_000,
    });
    expect(await values(["gmv"], { filter: { projectIds: [] } })).toEqual({ gmv: 0 });
    expect(await values(["gmv"], { filter: { channel: "x' OR 1=1 --" } })).toEqual({ gmv: 0 });
    const stranger = await app.stranger();
    const other = await measure(app.services.warehouse, stranger.workspaceId, {
      metrics: wanted("gmv"),
      window: { from: "2000-01-01", to: "2099-01-01" },
      filter: {},
      timeZone: "UTC",
      currency: "CNY",
      rates: [],
    });
    expect(other.ok && other.value.totals.gmv?.value).toBe(0);
  });

  it("keeps a group without a name apart from the totals", async () => {
    const { groups, totals } = await ask(["gmv", "new_buyers"], { groupBy: "link" });
    expect(groups.map(({ group }) => group)).toEqual([""]);
    expect(groups[0]?.values).toEqual(totals);
    // c2 bought before August; c3's order has no rate, but it is its first.
    expect(totals.new_buyers?.value).toBe(2);
  });

  it("answers every metric of the catalogue by every dimension it allows", async () => {
    for (const metric of METRICS) {
      const all = await ask([metric.id], { groupBy: "day" });
      expect(Number.isNaN(all.totals[metric.id]?.value ?? 0), metric.id).toBe(false);
    }
    const { metrics: listed } = await (await app.as("pm")).must(metrics.listMetrics, {});
    expect(listed.length).toBeGreaterThanOrEqual(24);
    for (const dimension of new Set(listed.flatMap((m) => m.dimensions))) {
      const ids = listed.filter((m) => m.dimensions.includes(dimension)).map((m) => m.id);
      const split = await ask(ids, { groupBy: dimension });
      expect(split.sources.length, dimension).toBeGreaterThan(0);
      // However they are split, the totals stay what they are.
      expect(split.totals, dimension).toEqual((await ask(ids)).totals);
    }
  });
});
