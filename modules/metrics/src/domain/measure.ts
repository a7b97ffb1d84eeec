/** Base measures: sums and distinct counts over one kind of fact, from which every metric is put together. */

export const FACTS = ["order_lines", "ad_facts", "events"] as const;
export type Fact = (typeof FACTS)[number];

export type MeasureUnit = "money" | "count";

export interface Measure {
  readonly fact: Fact;
  readonly unit: MeasureUnit;
  /** What is added up or counted, in the words of the glossary. */
  readonly meaning: string;
}

const order = (unit: MeasureUnit, meaning: string): Measure => ({ fact: "order_lines", unit, meaning });
const ad = (unit: MeasureUnit, meaning: string): Measure => ({ fact: "ad_facts", unit, meaning });
const event = (meaning: string): Measure => ({ fact: "events", unit: "count", meaning });

/** A sale line is not a cancellation, has a quantity above 0 and a price above 0. */
export const MEASURES = {
  grossSales: order("money", "amount of sale lines"),
  netSales: order("money", "amount of all paid lines less refunds"),
  refunds: order("money", "gross sales less net sales"),
  orders: order("count", "distinct orders with a sale line"),
  identifiedOrders: order("count", "distinct orders with a sale line and a customer"),
  units: order("count", "quantity of sale lines"),
  buyers: order("count", "distinct customers with a sale line"),
  repeatBuyers: order("count", "customers with two or more orders in the window"),
  newBuyers: order("count", "customers whose first order of all lies in the window"),
  returnedOrders: order("count", "distinct orders with a return or cancellation line"),
  adSpend: ad("money", "media cost"),
  impressions: ad("count", "times shown"),
  clicks: ad("count", "clicks on advertisements"),
  leads: ad("count", "leads the platforms report"),
  platformConversions: ad("count", "conversions the platforms report"),
  platformValue: ad("money", "conversion value the platforms report"),
  pageViews: event("pages seen"),
  visitors: event("distinct people or browsers"),
  visits: event("distinct person-days"),
  linkClicks: event("opens of tracked links"),
  productViews: event("products viewed"),
  cartAdditions: event("products put into a cart"),
  checkouts: event("checkouts begun"),
  signUps: event("sign-ups"),
} as const satisfies Record<string, Measure>;

export type MeasureId = keyof typeof MEASURES;
