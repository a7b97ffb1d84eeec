import { ok } from "@yutu/kernel";
import { type Estimated, refuse, type Warning } from "../../foundation/index.ts";
import type { ResponseCurve } from "./response-curve.ts";

/** A channel to give money to. Amounts are whole minor units of one currency. */
export interface BudgetChannel {
  readonly id: string;
  readonly curve: ResponseCurve;
  readonly minimumMinor: number;
  readonly maximumMinor: number;
  /** Spend of today's plan. With `locked` it stays. */
  readonly currentMinor?: number;
  readonly locked?: boolean;
  /** Spend is 0 (where the minimum allows it) or at least this. */
  readonly minimumBuyMinor?: number;
  /** Spend comes in multiples of this. */
  readonly stepMinor?: number;
}

export interface AllocationRequest {
  readonly budgetMinor: number;
  readonly channels: readonly BudgetChannel[];
  /** Relative gap to the proven bound at which the search stops. */
  readonly tolerance?: number;
  /** Limit of the search for S-shaped curves, steps and minimum buys. */
  readonly maxNodes?: number;
}

export interface ChannelSpend {
  readonly id: string;
  readonly spendMinor: number;
  readonly response: number;
  /** Response of one more minor unit. */
  readonly marginalResponse: number;
}

export interface Allocation {
  /** In the order of the request. */
  readonly spends: readonly ChannelSpend[];
  readonly totalResponse: number;
  /** Response of the current spends; null when they are not all given. */
  readonly currentResponse: number | null;
  /** No allocation within the limits responds more than this. */
  readonly bound: number;
  /** (bound − total) / bound: 0 is proven optimal. */
  readonly gap: number;
  /** Budget that steps and minimum buys left over. */
  readonly unspentMinor: number;
  readonly method: "equal-marginal-returns" | "branch-and-bound";
  readonly warnings: readonly Warning[];
}

/** A channel with its limits resolved: locks and minimum buys folded into low, high and gap. */
export interface ResolvedChannel {
  readonly id: string;
  readonly curve: ResponseCurve;
  readonly low: number;
  readonly high: number;
  /** Spend strictly between 0 and this is impossible; 0 when anything goes. */
  readonly gapTo: number;
  readonly step: number;
  readonly current: number | null;
}

/** Checks a request and resolves each channel, sorted by id so that the order of the request cannot matter. */
export function resolveRequest(request: AllocationRequest): Estimated<readonly ResolvedChannel[]> {
  const { budgetMinor, channels } = request;
  if (channels.length === 0) return refuse("emptyInput", "there are no channels");
  if (!Number.isFinite(budgetMinor)) return refuse("notFinite", "the budget is not a finite number");
  if (budgetMinor < 0 || !Number.isInteger(budgetMinor)) {
    return refuse("outOfRange", "the budget is a whole number of minor units ≥ 0", { budgetMinor });
  }
  if (new Set(channels.map((channel) => channel.id)).size < channels.length) {
    return refuse("outOfRange", "two channels have the same id");
  }
  const resolved: ResolvedChannel[] = [];
  for (const channel of channels) {
    const one = resolveChannel(channel);
    if (!one.ok) return one;
    resolved.push(one.value);
  }
  const least = resolved.reduce((sum, channel) => sum + channel.low, 0);
  const most = resolved.reduce((sum, channel) => sum + channel.high, 0);
  if (least > budgetMinor || most < budgetMinor) {
    const detail = `the limits allow between ${least} and ${most}, the budget is ${budgetMinor}`;
    return refuse("infeasible", detail, { leastMinor: least, mostMinor: most, budgetMinor });
  }
  return ok(resolved.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

function resolveChannel(channel: BudgetChannel): Estimated<ResolvedChannel> {
  const { id, curve, minimumMinor, maximumMinor, currentMinor, minimumBuyMinor = 0, stepMinor = 1 } = channel;
  const amounts = [minimumMinor, maximumMinor, minimumBuyMinor, stepMinor, currentMinor ?? 0];
  if (!amounts.every(Number.isFinite)) return refuse("notFinite", `a limit of ${id} is not finite`, { id });
  if (!amounts.every(Number.isInteger)) return refuse("notWhole", `limits of ${id} are whole minor units`, { id });
  if (amounts.some((amount) => amount < 0) || stepMinor < 1) {
    return refuse("outOfRange", `limits of ${id} must not be negative, its step at least 1`, { id });
  }
  if (channel.locked === true) {
    if (currentMinor === undefined) return refuse("infeasible", `${id} is locked but has no current spend`, { id });
    return ok({ id, curve, low: currentMinor, high: currentMinor, gapTo: 0, step: 1, current: currentMinor });
  }
  const fixed = minimumMinor === maximumMinor;
  const step = fixed ? 1 : stepMinor;
  const floor = minimumMinor > 0 ? Math.max(minimumMinor, fixed ? 0 : minimumBuyMinor) : 0;
  const low = Math.ceil(floor / step) * step;
  const highest = Math.floor(maximumMinor / step) * step;
  const gapTo = low > 0 || fixed ? 0 : Math.ceil(minimumBuyMinor / step) * step;
  const high = gapTo > highest ? 0 : highest;
  if (low > high) {
    const detail = `${id}: no multiple of ${step} lies between ${floor} and ${maximumMinor}`;
    return refuse("infeasible", detail, { id, leastMinor: floor, mostMinor: maximumMinor });
  }
  if (!Number.isFinite(curve.response(low)) || !Number.isFinite(curve.response(high))) {
    return refuse("notFinite", `the response curve of ${id} is not finite at its limits`, { id });
  }
  return ok({ id, curve, low, high, gapTo: gapTo > 1 ? gapTo : 0, step, current: currentMinor ?? null });
}

/** Whether a spend keeps the limits of a channel. */
export const isAllowed = (channel: ResolvedChannel, spend: number): boolean =>
  spend >= channel.low &&
  spend <= channel.high &&
  spend % channel.step === 0 &&
  (spend === 0 || spend >= channel.gapTo);
