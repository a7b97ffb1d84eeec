import type { CallInput, OperationOutput } from "@yutu/contract";
import { insights } from "@yutu/insights/contract";
import { metrics } from "@yutu/metrics/contract";
import { bootApp, type Person, type TestApp } from "@yutu/testkit";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { smallShop, writeFacts } from "./fact-fixtures.ts";
import { twoProjects } from "./projects-fixture.ts";

type Query = NonNullable<CallInput<typeof insights.listRows>["query"]>;
type Row = OperationOutput<typeof insights.listRows>["items"][number];
const AUGUST = { from: "2026-08-01", to: "2026-08-31" };

describe("rows behind a figure", () => {
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

  const list = (who: Person, query: Partial<Query> & { metricId: string }) =>
    who.must(insights.listRows, { query: { ...AUGUST, ...query } });
  const orderNos = (rows: readonly Row[]) => rows.map((row) => (row.fact === "order_lines" ? row.orderNo : row.fact));

  it("come latest first, page by page, and name file and line", async () => {
    const first = await list(pm, { metricId: "gmv", projectId: [open], limit: 3 });
    expect([first.rowCount, orderNos(first.items)]).toEqual([4, ["O4", "O2", "O1"]]);
    expect(first.items[1]).toMatchObject({
      importId: "imp_first",
      sourceId: "src_shop",
      rowNumber: 4,
      day: "2026-08-02",
      grossMinor: 10_000,
      customerId: "c2",
      orderedAt: "2026-08-02T04:00:00.000Z",
    });
    const second = await list(pm, { metricId: "gmv", projectId: [open], limit: 3, cursor: first.nextCursor ?? "" });
    expect([second.rowCount, orderNos(second.items), second.nextCursor]).toEqual([null, ["O1"], null]);
  });

  it("are exactly those the figure counts", async () => {
    const net = await list(pm, { metricId: "net_sales", projectId: [open] });
    expect(
      net.items.reduce(
        (sum, row) => sum + (row.fact === "order_lines" && row.currency === "CNY" ? row.netMinor : 0),
        0,
      ),
    ).toBe(25_000);
    expect(
      orderNos(
        (await list(pm, { metricId: "return_order_rate", projectId: [open], groupBy: "channel", group: "jd" })).items,
      ),
    ).toEqual(["O2", "O2"]);
    const clicks = await list(pm, { metricId: "cvr", fact: "ad_facts", projectId: [open] });
    expect(clicks.items.map((row) => (row.fact === "ad_facts" ? row.clicks : -1))).toEqual([10, 200]);
    expect((await list(pm, { metricId: "visitors" })).items).toEqual([]);
  });

  it("can be opened for every metric of the catalogue and every kind of fact behind it", async () => {
    const { metrics: all } = await pm.must(metrics.listMetrics, {});
    for (const metric of all)
      for (const fact of metric.sources) {
        const answer = await pm.call(insights.listRows, { query: { ...AUGUST, metricId: metric.id, fact } });
        expect(answer.ok, `${metric.id} from ${fact}`).toBe(true);
      }
  });

  it("keep private projects, other companies and costs to themselves", async () => {
    expect(orderNos((await list(pm, { metricId: "gmv" })).items)).not.toContain("P1");
    expect(orderNos((await list(await app.as("owner"), { metricId: "gmv" })).items)).toContain("P1");
    const hidden = { query: { ...AUGUST, metricId: "gmv", projectId: [secret] } };
    expect(await pm.refusal(insights.listRows, hidden)).toBe("request/not-found");
    expect((await list(await app.stranger(), { metricId: "gmv" })).rowCount).toBe(0);
    const marketer = await app.as("marketer");
    expect(await marketer.refusal(insights.listRows, { query: { ...AUGUST, metricId: "ad_spend" } })).toBe(
      "request/forbidden",
    );
    const [ad] = (await list(marketer, { metricId: "ctr", projectId: [open] })).items;
    expect(ad).toMatchObject({ fact: "ad_facts", spendMinor: null, clicks: 10 });
    expect(await (await app.as("store")).refusal(insights.listRows, { query: { ...AUGUST, metricId: "gmv" } })).toBe(
      "request/forbidden",
    );
  });

  it("are refused for what the metric is not made of", async () => {
    const refusal = (query: object) =>
      pm.refusal(insights.listRows, { query: { ...AUGUST, metricId: "gmv", ...query } });
    expect(await refusal({ fact: "ad_facts" })).toBe("insights/unsplittable");
    expect(await refusal({ metricId: "luck" })).toBe("insights/unknown-metric");
    expect(await refusal({ to: "2026-07-01" })).toBe("insights/bad-window");
  });

  it("leave as CSV without running formulas", async () => {
    const query = new URLSearchParams({ ...AUGUST, metricId: "gmv", projectId: open });
    const response = await fetch(`${app.baseUrl}/metric-rows/export?${query}`, { headers: { cookie: pm.cookie() } });
    const lines = (await response.text()).trim().split("\r\n");
    expect(lines).toHaveLength(5);
    expect(lines[0]).toContain("orderNo");
    expect(lines.join("\n")).toContain(",'=1+1,");
    expect(lines.join("\n")).not.toContain(",=1+1");
  });
});
