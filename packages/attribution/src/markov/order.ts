import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, refuse } from "@yutu/statistics";
import type { PathCounts } from "../journeys/path-counts.ts";
import { buildChain, type MarkovChain } from "./chain.ts";

/** How well a chain of one order describes the journeys. */
export interface OrderFit {
  readonly order: number;
  /** Histories of touches seen. */
  readonly states: number;
  /** Free transition probabilities. */
  readonly parameters: number;
  readonly logLikelihood: number;
  /** Bayesian information criterion, lower is better. */
  readonly bic: number;
  /** Akaike's criterion, lower is better. */
  readonly aic: number;
  /** Chance that a won journey ends in a history with a higher conversion rate than a lost one; null without losses. */
  readonly auc: number | null;
  /** AUC adjusted for parameters like an adjusted R²: 1 − (1 − AUC)(n − 1)/(n − p − 1). */
  readonly penalisedAuc: number | null;
}

export type OrderCriterion = "bic" | "aic" | "penalised-auc";

/** The chosen order with the comparison behind it. */
export interface OrderChoice extends Estimate {
  readonly fits: readonly OrderFit[];
}

/**
 * Chooses the order of the chain by a criterion that pays for parameters (BIC by default, which finds the true order
 * with growing data: Csiszár and Shields 2000).
 * @returns the order, or `statistics/all-zero`, `statistics/out-of-range`; penalised AUC needs lost journeys
 */
export function chooseOrder(
  paths: PathCounts,
  options: { readonly maximum?: number; readonly criterion?: OrderCriterion } = {},
): Estimated<OrderChoice> {
  const { maximum = 4, criterion = "bic" } = options;
  if (!Number.isInteger(maximum) || maximum < 1 || maximum > 4) {
    return refuse("outOfRange", `the highest order is ${maximum}, it must be 1, 2, 3 or 4`, { maximum });
  }
  if (!(paths.totalConversions > 0)) return refuse("allZero", "no path ends in a conversion");
  if (criterion === "penalised-auc" && paths.totalNulls === 0) {
    return refuse("oneGroup", "the AUC compares won with lost journeys, and there are no lost ones");
  }
  const fits = Array.from({ length: maximum }, (_, i) => fitOrder(paths, i + 1));
  const cost = (fit: OrderFit): number => {
    switch (criterion) {
      case "bic":
        return fit.bic;
      case "aic":
        return fit.aic;
      case "penalised-auc":
        return -(fit.penalisedAuc ?? 0);
    }
  };
  const best = fits.reduce((a, b) => (cost(b) < cost(a) ? b : a));
  return ok({
    estimate: best.order,
    interval: null,
    level: null,
    method: `markov-order-${criterion}`,
    n: paths.journeys,
    warnings: [],
    fits,
  });
}

function fitOrder(paths: PathCounts, order: number): OrderFit {
  const chain = buildChain(paths, order);
  let logLikelihood = 0;
  let transitions = 0;
  let parameters = 0;
  const add = (flow: number, from: number): void => {
    if (flow <= 0) return;
    logLikelihood += flow * Math.log(flow / from);
    transitions += flow;
    parameters += 1;
  };
  for (let s = 0; s < chain.count; s++) {
    const from = chain.outflow[s] ?? 0;
    for (let e = chain.rows[s] ?? 0; e < (chain.rows[s + 1] ?? 0); e++) add(chain.flows[e] ?? 0, from);
    add(chain.converted[s] ?? 0, from);
    add(chain.lost[s] ?? 0, from);
    parameters -= 1;
  }
  const journeys = paths.totalConversions + paths.totalNulls;
  const auc = paths.totalNulls > 0 ? endStateAuc(chain) : null;
  const spare = journeys - parameters - 1;
  const penalised = auc === null ? null : spare > 0 ? 1 - ((1 - auc) * (journeys - 1)) / spare : 0;
  return {
    order,
    states: chain.count,
    parameters,
    logLikelihood,
    bic: parameters * Math.log(transitions) - 2 * logLikelihood,
    aic: 2 * parameters - 2 * logLikelihood,
    auc,
    penalisedAuc: penalised,
  };
}

/** Area under the ROC curve of the conversion rate of the last history; equal rates count half. */
function endStateAuc(chain: MarkovChain): number {
  const rate = (s: number): number => (chain.converted[s] ?? 0) / ((chain.converted[s] ?? 0) + (chain.lost[s] ?? 0));
  const ends = Array.from({ length: chain.count }, (_, s) => s).filter(
    (s) => (chain.converted[s] ?? 0) + (chain.lost[s] ?? 0) > 0,
  );
  ends.sort((a, b) => rate(a) - rate(b));
  let lostBelow = 0;
  let area = 0;
  let won = 0;
  for (let i = 0; i < ends.length; ) {
    let tiedWon = 0;
    let tiedLost = 0;
    const level = rate(ends[i] ?? 0);
    for (; i < ends.length && rate(ends[i] ?? 0) === level; i++) {
      tiedWon += chain.converted[ends[i] ?? 0] ?? 0;
      tiedLost += chain.lost[ends[i] ?? 0] ?? 0;
    }
    area += tiedWon * (lostBelow + tiedLost / 2);
    lostBelow += tiedLost;
    won += tiedWon;
  }
  return area / (won * lostBelow);
}
