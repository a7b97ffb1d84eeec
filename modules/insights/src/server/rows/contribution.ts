import { type Fact, MEASURES, type MeasureId, type Metric, measuresOf } from "@yutu/metrics/domain";

const sale = "kind = 'sale'";
const event = (name: string): string => `event = '${name}'`;

/** Which rows of its fact feed a measure: the rows a reader sees when the figure is opened. */
const FEEDS: Readonly<Record<MeasureId, string>> = {
  grossSales: sale,
  netSales: "net_minor != 0",
  refunds: "gross_minor != net_minor",
  orders: sale,
  identifiedOrders: `${sale} AND customer_id != ''`,
  units: sale,
  buyers: `${sale} AND customer_id != ''`,
  repeatBuyers: `${sale} AND customer_id != ''`,
  newBuyers: `${sale} AND customer_id != ''`,
  returnedOrders: "kind IN ('return', 'cancellation')",
  adSpend: "spend_minor != 0",
  impressions: "impressions > 0",
  clicks: "clicks > 0",
  leads: "leads > 0",
  platformConversions: "conversions != 0",
  platformValue: "conversion_value_minor != 0",
  pageViews: "type = 'page'",
  visitors: "1",
  visits: "1",
  linkClicks: event("Link Clicked"),
  productViews: event("Product Viewed"),
  cartAdditions: event("Product Added"),
  checkouts: event("Checkout Started"),
  signUps: event("Signed Up"),
};

/** SQL condition on the rows of one fact that any part of the metric counts. */
export function feedsSql(metric: Metric, fact: Fact): string {
  const conditions = measuresOf(metric)
    .filter((measure) => MEASURES[measure].fact === fact)
    .map((measure) => `(${FEEDS[measure]})`);
  return `(${[...new Set(conditions)].join(" OR ")})`;
}
