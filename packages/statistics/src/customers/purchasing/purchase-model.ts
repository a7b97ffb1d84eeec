import type { PurchaseHistory } from "../histories/purchase-histories.ts";

export type PurchaseModelKind = "bg-nbd" | "mbg-nbd" | "pareto-nbd";

/** A buying model with known parameters. Times are in the unit of the histories. */
export interface PurchaseModel {
  readonly kind: PurchaseModelKind;
  readonly parameters: Readonly<Record<string, number>>;
  /** ln of the likelihood of one history. */
  logLikelihood(history: PurchaseHistory): number;
  /** P(still a customer at the end of observation). */
  probabilityAlive(history: PurchaseHistory): number;
  /** E[purchases in the next `duration`]. */
  expectedPurchases(history: PurchaseHistory, duration: number): number;
  /** P(at least one purchase in the next `duration`). */
  probabilityOfPurchase(history: PurchaseHistory, duration: number): number;
  /** E[repeat purchases of a new customer in its first `duration`]. */
  newCustomerPurchases(duration: number): number;
}
