import { logGamma } from "../../foundation/index.ts";
import type { PurchaseHistory } from "../histories/purchase-histories.ts";
import { emptyParetoIntegral, paretoIntegral } from "./pareto-integral.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** r, α: gamma distribution of buying rates; s, β: gamma distribution of the rate of leaving. */
export interface ParetoNbdParameters {
  readonly r: number;
  readonly alpha: number;
  readonly s: number;
  readonly beta: number;
}

/**
 * Pareto/NBD: customers buy at their own steady rate until they leave, at any moment.
 * @see Schmittlein, Morrison and Colombo (1987), Management Science 33, 1–24
 */
export function paretoNbd(parameters: ParetoNbdParameters): PurchaseModel {
  const { r, alpha, s, beta } = parameters;
  const integral = emptyParetoIntegral();
  /** ln of the odds of having left. */
  const logOddsGone = ({ repeats, recency, age }: PurchaseHistory): number => {
    const { logValue } = paretoIntegral(r + repeats, s + 1, alpha, beta, recency, age, integral);
    return Math.log(s) + logValue + (r + repeats) * Math.log(alpha + age) + s * Math.log(beta + age);
  };
  const probabilityAlive = (history: PurchaseHistory): number => 1 / (1 + Math.exp(logOddsGone(history)));
  /** E[lifetime spent within t] of a customer alive now with leaving rate Gamma(s, β). */
  const lifetimeWithin = (beta_: number, t: number): number => {
    const log = Math.log((beta_ + t) / beta_);
    return Math.abs(s - 1) < 1e-12 ? beta_ * log : (beta_ * -Math.expm1(-(s - 1) * log)) / (s - 1);
  };
  return {
    kind: "pareto-nbd",
    parameters: { r, alpha, s, beta },
    probabilityAlive,
    logLikelihood: (history) => {
      const { repeats, age } = history;
      const rate = logGamma(r + repeats) - logGamma(r) + r * Math.log(alpha) - (r + repeats) * Math.log(alpha + age);
      return rate + s * Math.log(beta / (beta + age)) - Math.log(probabilityAlive(history));
    },
    expectedPurchases: (history, duration) => {
      const { repeats, age } = history;
      const stays = lifetimeWithin(beta + age, Math.max(0, duration));
      return (probabilityAlive(history) * (r + repeats) * stays) / (alpha + age);
    },
    probabilityOfPurchase: (history, duration) => {
      const { repeats, age } = history;
      return probabilityAlive(history) * buysBeforeLeaving(r + repeats, alpha + age, s, beta + age, duration);
    },
    newCustomerPurchases: (duration) => (r / alpha) * lifetimeWithin(beta, Math.max(0, duration)),
  };
}

/** P(first purchase comes before leaving and within t) with rates Gamma(r, α) and Gamma(s, β). */
function buysBeforeLeaving(r: number, alpha: number, s: number, beta: number, t: number): number {
  if (!(t > 0)) return 0;
  const out = paretoIntegral(r + 1, s, alpha, beta, 0, t, emptyParetoIntegral());
  return r * Math.exp(out.logValue + r * Math.log(alpha) + s * Math.log(beta));
}
