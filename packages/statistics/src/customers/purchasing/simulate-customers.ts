import { drawBeta, drawExponential, drawGamma, type Random } from "../../foundation/index.ts";
import { type PurchaseHistory } from "../histories/purchase-histories.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** A simulated customer: its history up to `age`, whether it is still there, and its purchases in the time after. */
export interface SimulatedCustomer {
  readonly history: PurchaseHistory;
  readonly alive: boolean;
  readonly laterPurchases: number;
}

/**
 * Draws a customer by the story of a buying model, event by event: a check of the formulas, and synthetic data for demos.
 * @param later time after `age` in which purchases are counted
 */
export function simulateCustomer(random: Random, model: PurchaseModel, age: number, later: number): SimulatedCustomer {
  const { r = 1, alpha = 1, a = 1, b = 1, s = 1, beta = 1 } = model.parameters;
  const rate = drawGamma(random, r, 1 / alpha);
  const leaves = model.kind === "pareto-nbd" ? 0 : drawBeta(random, a, b);
  let end = Number.POSITIVE_INFINITY;
  if (model.kind === "pareto-nbd") end = drawExponential(random, drawGamma(random, s, 1 / beta));
  if (model.kind === "mbg-nbd" && random.uniform() < leaves) end = 0;
  let [time, repeats, recency, laterPurchases] = [0, 0, 0, 0];
  for (;;) {
    time += drawExponential(random, rate);
    if (time > age + later || time > end) break;
    if (time <= age) {
      repeats += 1;
      recency = time;
    } else {
      laterPurchases += 1;
    }
    if (random.uniform() < leaves) end = time;
  }
  return { history: { repeats, recency, age }, alive: end > age, laterPurchases };
}
