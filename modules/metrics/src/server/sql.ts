import { type Fact, MEASURES, type MeasureId } from "../domain/measure.ts";
import type { Dimension } from "../domain/metric.ts";

/** A dated rate: units of the wanted currency for one unit of `currency`, in minor units of both. */
export interface Rate {
  readonly currency: string;
  readonly validFrom: string;
  readonly rate: number;
}

const DAY: Readonly<Record<Fact, string>> = {
  order_lines: "ordered_on",
  ad_facts: "fact_on",
  events: "toDate(occurred_at, {timeZone:String})",
};

/** Column or expression of each dimension; only what the catalogue allows for a fact is asked for. */
export function dimensionSql(fact: Fact, dimension: Dimension): string {
  const day = DAY[fact];
  switch (dimension) {
    case "day":
      return `toString(${day})`;
    case "week":
      return `toString(toMonday(${day}))`;
    case "month":
      return `toString(toStartOfMonth(${day}))`;
    case "project":
      return "project_id";
    case "source":
      return "source_id";
    case "product":
      return "product_name";
    case "link":
      return "link_code";
    case "channel":
    case "sku":
    case "region":
    case "campaign":
    case "event":
      return dimension;
  }
}

/** Amounts in the wanted currency. Rates are bound as parameters; an amount without a rate counts as 0 and is reported apart. */
export function rateSql(fact: Fact, rates: readonly Rate[]): { sql: string; params: Record<string, string> } {
  const params: Record<string, string> = {};
  const arms = rates.map((rate, i) => {
    params[`rateCurrency${i}`] = rate.currency;
    params[`rateFrom${i}`] = rate.validFrom;
    params[`rate${i}`] = rate.rate.toFixed(10);
    return `currency = {rateCurrency${i}:String} AND ${DAY[fact]} >= toDate({rateFrom${i}:String}), toDecimal128({rate${i}:String}, 10)`;
  });
  const one = "toDecimal128(1, 10)";
  return {
    sql: `multiIf(currency = {currency:String}, ${one}, ${arms.map((arm) => `${arm}, `).join("")}toDecimal128(0, 10))`,
    params,
  };
}

const sale = "kind = 'sale'";
const known = "customer_id != ''";
const money = (column: string, condition = "1"): string => `sumIf(toDecimal128(${column}, 2) * rate, ${condition})`;
const events = (name: string): string => `countIf(event = '${name}')`;

/** How a measure is aggregated from the rows of its fact; `rate` stands for the row's exchange rate. */
export const AGGREGATE: Readonly<Record<Exclude<MeasureId, "repeatBuyers" | "newBuyers">, string>> = {
  grossSales: money("gross_minor"),
  netSales: money("net_minor"),
  refunds: money("gross_minor - net_minor"),
  orders: `uniqExactIf((source_id, order_no), ${sale})`,
  identifiedOrders: `uniqExactIf((source_id, order_no), ${sale} AND ${known})`,
  units: `sumIf(quantity, ${sale})`,
  buyers: `uniqExactIf(customer_id, ${sale} AND ${known})`,
  returnedOrders: "uniqExactIf((source_id, order_no), kind IN ('return', 'cancellation'))",
  adSpend: money("spend_minor"),
  impressions: "sum(impressions)",
  clicks: "sum(clicks)",
  leads: "sum(leads)",
  platformConversions: "sum(conversions)",
  platformValue: money("conversion_value_minor"),
  pageViews: "countIf(type = 'page')",
  visitors: "uniqExact(actor_key)",
  visits: "uniqExact((actor_key, toDate(occurred_at, {timeZone:String})))",
  linkClicks: events("Link Clicked"),
  productViews: events("Product Viewed"),
  cartAdditions: events("Product Added"),
  checkouts: events("Checkout Started"),
  signUps: events("Signed Up"),
};

export interface FactFilter {
  readonly projectIds?: readonly string[] | undefined;
  readonly channel?: string | undefined;
  readonly sourceId?: string | undefined;
  readonly sku?: string | undefined;
  readonly region?: string | undefined;
  readonly linkCode?: string | undefined;
}

/** Conditions on the window and the filters; a filter that a fact has no column for is left out there. */
export function whereSql(
  fact: Fact,
  filter: FactFilter,
): { sql: string; params: Record<string, string | readonly string[]> } {
  const parts = [`${DAY[fact]} BETWEEN toDate({from:String}) AND toDate({to:String})`];
  const params: Record<string, string | readonly string[]> = {};
  const equals = (column: string, name: string, value: string | undefined): void => {
    if (value === undefined) return;
    parts.push(`${column} = {${name}:String}`);
    params[name] = value;
  };
  if (filter.projectIds) {
    parts.push("project_id IN {projectIds:Array(String)}");
    params.projectIds = filter.projectIds;
  }
  equals("channel", "channel", filter.channel);
  equals("source_id", "sourceId", filter.sourceId);
  equals("link_code", "linkCode", filter.linkCode);
  if (fact === "order_lines") {
    equals("sku", "sku", filter.sku);
    equals("region", "region", filter.region);
  }
  return { sql: parts.join(" AND "), params };
}

export const isNested = (measure: MeasureId): measure is "repeatBuyers" | "newBuyers" =>
  measure === "repeatBuyers" || measure === "newBuyers";
export const factOf = (measure: MeasureId): Fact => MEASURES[measure].fact;
