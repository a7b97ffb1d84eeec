import type { TestApp } from "@yutu/testkit";

interface Line {
  readonly order: string;
  readonly line?: string;
  readonly kind?: string;
  readonly day: string;
  readonly sku?: string;
  readonly quantity?: number;
  readonly gross: number;
  readonly net?: number;
  readonly customer?: string;
  readonly channel?: string;
  readonly project?: string;
  readonly currency?: string;
  readonly product?: string;
}

interface Ad {
  readonly day: string;
  readonly channel: string;
  readonly project?: string;
  readonly spend: number;
  readonly impressions: number;
  readonly clicks: number;
}

const origin = {
  source_id: "src_shop",
  import_id: "imp_first",
  version: 1,
  sequence: 1,
  fetched_at: "2026-08-31 00:00:00.000",
  link_code: "",
  asset_version_id: "",
  task_id: "",
};

const orderRow = (line: Line, i: number) => ({
  ...origin,
  row_number: i + 2,
  order_no: line.order,
  line_no: line.line ?? "1",
  kind: line.kind ?? "sale",
  ordered_on: line.day,
  ordered_at: `${line.day} 04:00:00.000`,
  sku: line.sku ?? "S1",
  product_name: line.product ?? line.sku ?? "S1",
  quantity: line.quantity ?? 1,
  unit_price: 1,
  currency: line.currency ?? "CNY",
  amount_minor: line.net ?? line.gross,
  gross_minor: line.gross,
  net_minor: line.net ?? line.gross,
  customer_id: line.customer ?? "",
  region: "",
  status: "",
  channel: line.channel ?? "tmall",
  project_id: line.project ?? "",
});

const adRow = (ad: Ad, i: number) => ({
  ...origin,
  source_id: "src_ads",
  row_number: i + 2,
  fact_on: ad.day,
  account: "",
  campaign: "618",
  ad_group: "",
  ad: "",
  line_no: String(i),
  currency: "CNY",
  spend_minor: ad.spend,
  impressions: ad.impressions,
  clicks: ad.clicks,
  channel: ad.channel,
  project_id: ad.project ?? "",
});

/** Writes order lines and ad facts the way an import does. */
export async function writeFacts(
  app: TestApp,
  orders: readonly Line[],
  ads: readonly Ad[],
  token = "facts",
): Promise<void> {
  const tenant = { workspaceId: app.demo.workspaceId };
  for (const [table, rows] of [
    ["order_lines", orders.map(orderRow)],
    ["ad_facts", ads.map(adRow)],
  ] as const) {
    const written = await app.services.warehouse.restate(tenant, table, rows, `${token}-${table}`);
    if (!written.ok) throw new Error(written.error.detail);
  }
}

/**
 * A few lines a person can add up. Project `a` in August: gross 250 + 100 (and £10), one order cancelled; ads 50 + 25.
 * Nobody's project: 30. The private project `p`: 1,000 and ads 500. July: 70.
 */
export const smallShop = (a: string, p: string): { orders: Line[]; ads: Ad[] } => ({
  orders: [
    { order: "O1", day: "2026-08-01", quantity: 2, gross: 20_000, customer: "c1", project: a },
    { order: "O1", line: "2", day: "2026-08-01", sku: "S2", gross: 5_000, customer: "c1", project: a, product: "=1+1" },
    { order: "O2", day: "2026-08-02", gross: 10_000, customer: "c2", channel: "jd", project: a },
    {
      order: "O2",
      line: "2",
      kind: "cancellation",
      day: "2026-08-03",
      gross: 0,
      net: -10_000,
      customer: "c2",
      channel: "jd",
      project: a,
    },
    { order: "O3", day: "2026-08-05", sku: "S3", gross: 3_000, channel: "website" },
    { order: "O4", day: "2026-08-06", gross: 1_000, customer: "c4", project: a, currency: "GBP" },
    { order: "P1", day: "2026-08-05", gross: 100_000, customer: "c9", project: p },
    { order: "O0", day: "2026-07-30", gross: 7_000, customer: "c1", project: a },
  ],
  ads: [
    { day: "2026-08-01", channel: "tmall", project: a, spend: 5_000, impressions: 10_000, clicks: 200 },
    { day: "2026-08-02", channel: "jd", project: a, spend: 2_500, impressions: 1_000, clicks: 10 },
    { day: "2026-08-05", channel: "tmall", project: p, spend: 50_000, impressions: 9_000, clicks: 90 },
  ],
});
