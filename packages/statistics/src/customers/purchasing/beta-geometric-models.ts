import { logBeta, logGamma } from "../../foundation/index.ts";
import type { PurchaseHistory } from "../histories/purchase-histories.ts";
import { coinFlipPurchases, rulesByCoins } from "./beta-geometric-purchases.ts";
import type { PurchaseModel } from "./purchase-model.ts";

/** r, α: gamma distribution of buying rates; a, b: beta distribution of the chance to drop out after a purchase. */
export interface BetaGeometricParameters {
  readonly r: number;
  readonly alpha: number;
  readonly a: number;
  readonly b: number;
}

/**
 * BG/NBD: customers buy at their own steady rate and may leave for good after each repeat purchase.
 * @see Fader, Hardie and Lee (2005), "Counting your customers the easy way", Marketing Science 24, 275–284
 */
export const bgNbd = (parameters: BetaGeometricParameters): PurchaseModel => betaGeometric(parameters, false);

/**
 * MBG/NBD: as BG/NBD, but customers may also leave right after the first purchase, so P(alive) of one-time buyers falls
 * with time instead of staying 1.
 * @see Batislam, Denizel and Filiztekin (2007), IJRM 24, 201–209; Wagner and Hoppe (2008)
 */
export const mbgNbd = (parameters: BetaGeometricParameters): PurchaseModel => betaGeometric(parameters, true);

function betaGeometric(parameters: BetaGeometricParameters, modified: boolean): PurchaseModel {
  const { r, alpha, a, b } = parameters;
  const shift = modified ? 1 : 0;
  const ruleAfter = rulesByCoins(a, b);
  /** ln of the odds of having left, −∞ when leaving was not possible yet. */
  const logOddsGone = ({ repeats, recency, age }: PurchaseHistory): number => {
    const coins = repeats + shift;
    if (coins === 0) return Number.NEGATIVE_INFINITY;
    return Math.log(a / (b + coins - 1)) + (r + repeats) * Math.log((alpha + age) / (alpha + recency));
  };
  const probabilityAlive = (history: PurchaseHistory): number => 1 / (1 + Math.exp(logOddsGone(history)));
  return {
    kind: modified ? "mbg-nbd" : "bg-nbd",
    parameters: { r, alpha, a, b },
    probabilityAlive,
    logLikelihood: (history) => {
      const { repeats, age } = history;
      const coins = logBeta(a, b + repeats + shift) - logBeta(a, b);
      const rate = logGamma(r + repeats) - logGamma(r) + r * Math.log(alpha) - (r + repeats) * Math.log(alpha + age);
      return coins + rate - Math.log(probabilityAlive(history));
    },
    expectedPurchases: (history, duration) => {
      const { repeats, age } = history;
      const later = coinFlipPurchases(r + repeats, alpha + age, ruleAfter(repeats + shift), duration);
      return later * probabilityAlive(history);
    },
    probabilityOfPurchase: (history, duration) => {
      const { repeats, age } = history;
      const none = (r + repeats) * Math.log((alpha + age) / (alpha + age + Math.max(0, duration)));
      return probabilityAlive(history) * -Math.expm1(none);
    },
    newCustomerPurchases: (duration) => {
      const stays = modified ? b / (a + b) : 1;
      return stays * coinFlipPurchases(r, alpha, ruleAfter(shift), duration);
    },
  };
}
