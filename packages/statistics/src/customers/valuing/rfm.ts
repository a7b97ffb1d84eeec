import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../../foundation/index.ts";

/** What is known of a customer at a day. */
export interface RfmInput {
  readonly customerId: string;
  /** Days since the last purchase. */
  readonly recencyDays: number;
  readonly orders: number;
  readonly spendMinor: number;
}

/** The eight classes by high or low recency, frequency and money, in the order used in Chinese retail. */
export type RfmClass =
  | "important-value"
  | "important-develop"
  | "important-keep"
  | "important-win-back"
  | "general-value"
  | "general-develop"
  | "general-keep"
  | "general-win-back";

export interface RfmScore {
  readonly customerId: string;
  /** 1 (worst) to `bins` (best). */
  readonly recency: number;
  readonly frequency: number;
  readonly monetary: number;
  readonly class: RfmClass;
}

/**
 * RFM scores by rank: each customer's score is the share of customers that are worse or equal (ties take the middle), cut
 * into `bins` equal parts, so equal values always score equal. A dimension is high when its score is above the mean score.
 */
export function scoreRfm(customers: readonly RfmInput[], bins = 5): Estimated<readonly RfmScore[]> {
  if (customers.length === 0) return refuse("emptyInput", "there are no customers");
  if (!Number.isInteger(bins) || bins < 2 || bins > 100) return refuse("outOfRange", "bins must be 2 to 100", { bins });
  for (const { customerId, recencyDays, orders, spendMinor } of customers) {
    if (![recencyDays, orders, spendMinor].every(Number.isFinite)) {
      return refuse("notFinite", `customer ${customerId} has a value that is not a finite number`, { customerId });
    }
    if (recencyDays < 0 || orders < 0) return refuse("negativeCount", `customer ${customerId} has a negative value`);
  }
  const recency = rankScores(
    customers.map((customer) => -customer.recencyDays),
    bins,
  );
  const frequency = rankScores(
    customers.map((customer) => customer.orders),
    bins,
  );
  const monetary = rankScores(
    customers.map((customer) => customer.spendMinor),
    bins,
  );
  const [r, f, m] = [recency, frequency, monetary].map((scores) => scores.reduce((a, b) => a + b, 0) / scores.length);
  return ok(
    customers.map(({ customerId }, i) => {
      const [own, often, much] = [recency[i] ?? 1, frequency[i] ?? 1, monetary[i] ?? 1];
      const high = [own > (r ?? 0), often > (f ?? 0), much > (m ?? 0)] as const;
      return { customerId, recency: own, frequency: often, monetary: much, class: classOf(...high) };
    }),
  );
}

/** Class from "recent", "often", "much". */
export function classOf(recent: boolean, often: boolean, much: boolean): RfmClass {
  const importance = much ? "important" : "general";
  if (recent) return often ? `${importance}-value` : `${importance}-develop`;
  return often ? `${importance}-keep` : `${importance}-win-back`;
}

function rankScores(values: readonly number[], bins: number): number[] {
  const order = values.map((_, i) => i).toSorted((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const scores = values.map(() => 1);
  for (let i = 0; i < order.length; ) {
    let j = i;
    while (j < order.length && values[order[j] ?? 0] === values[order[i] ?? 0]) j += 1;
    const middle = (i + j) / 2 / order.length;
    const score = Math.min(bins, Math.floor(middle * bins) + 1);
    for (; i < j; i++) scores[order[i] ?? 0] = score;
  }
  return scores;
}
