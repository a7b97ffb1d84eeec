import { ok } from "@yutu/kernel";
import { type Estimated, refuse } from "../../foundation/index.ts";
import type { PurchaseHistory } from "../histories/purchase-histories.ts";
import type { PurchaseModel } from "../purchasing/purchase-model.ts";

/** How future purchases become a value today. */
export interface LifetimeValueOptions {
  /** Periods counted, e.g. 12 months. */
  readonly periods: number;
  /** Length of a period in the model's time unit; a month of a model in weeks is 365.25 / 12 / 7. */
  readonly periodLength: number;
  /** Discount per period, e.g. 0.01 a month. */
  readonly discountPerPeriod: number;
  /** Share of the purchase value that is earned, e.g. 0.3; 1 values revenue. */
  readonly margin: number;
}

/** Twelve months at 1 % a month of a model in weeks, as revenue. */
export const MONTHLY_VALUE: LifetimeValueOptions = {
  periods: 12,
  periodLength: 365.25 / 12 / 7,
  discountPerPeriod: 0.01,
  margin: 1,
};

export function checkValueOptions(options: LifetimeValueOptions): Estimated<LifetimeValueOptions> {
  const { periods, periodLength, discountPerPeriod, margin } = options;
  if (![periods, periodLength, discountPerPeriod, margin].every(Number.isFinite)) {
    return refuse("notFinite", "an option of the lifetime value is not a finite number");
  }
  if (!Number.isInteger(periods) || periods < 1 || periodLength <= 0 || discountPerPeriod <= -1) {
    return refuse("outOfRange", "periods ≥ 1, period length > 0 and discount > −1 are needed");
  }
  return ok(options);
}

/** Discounted expected number of purchases: Σ (E[Y(i)] − E[Y(i−1)]) / (1 + d)^i. */
export function discountedPurchases(
  model: PurchaseModel,
  history: PurchaseHistory,
  options: LifetimeValueOptions,
): number {
  let total = 0;
  let before = 0;
  let discount = 1;
  for (let i = 1; i <= options.periods; i++) {
    const until = model.expectedPurchases(history, i * options.periodLength);
    discount /= 1 + options.discountPerPeriod;
    total += (until - before) * discount;
    before = until;
  }
  return total;
}

/** Customer lifetime value: discounted expected purchases × expected value per purchase × margin, in the value's unit. */
export const lifetimeValue = (
  model: PurchaseModel,
  history: PurchaseHistory,
  valuePerPurchase: number,
  options: LifetimeValueOptions,
): number => discountedPurchases(model, history, options) * valuePerPurchase * options.margin;
