import { ok } from "@yutu/kernel";
import { type Estimated, refuse, type Warning, warning } from "../../foundation/index.ts";
import {
  type Allocation,
  type AllocationRequest,
  isAllowed,
  type ResolvedChannel,
  resolveRequest,
} from "./allocation-problem.ts";
import { branchAndBound, fillUp } from "./branch-and-bound.ts";
import { choicePoints } from "./choice-points.ts";
import { allocateConcave, roundToBudget } from "./concave-allocation.ts";

/**
 * Divides a budget over channels for the highest total response. Concave curves without steps or minimum buys are solved
 * exactly by equal marginal returns; S-shaped curves, steps and minimum buys by branch and bound with a proven bound.
 * The spends add up to the budget (up to what steps and minimum buys make impossible, which is reported), respect every
 * limit, do not depend on the order of the channels, and never respond less than the current spends.
 */
export function allocateBudget(request: AllocationRequest): Estimated<Allocation> {
  const resolved = resolveRequest(request);
  if (!resolved.ok) return resolved;
  const channels = resolved.value;
  const budget = request.budgetMinor;
  const simple = channels.every(({ curve, step, gapTo, low, high }) => {
    return low === high || (curve.concave && step === 1 && gapTo === 0);
  });
  const found = simple ? exactly(channels, budget) : searched(channels, request);
  if (found === null) {
    return refuse("infeasible", "minimum buys and steps leave no allocation within the budget", {
      budgetMinor: budget,
    });
  }
  const best = betterOfCurrent(channels, found.spends, budget);
  const total = totalResponse(channels, best);
  const bound = Math.max(found.bound ?? total, total);
  const spent = best.reduce((a, b) => a + b, 0);
  const position = new Map(channels.map((channel, i) => [channel.id, i]));
  return ok({
    spends: request.channels.map(({ id, curve }) => {
      const spendMinor = best[position.get(id) ?? 0] ?? 0;
      const marginalResponse = curve.response(spendMinor + 1) - curve.response(spendMinor);
      return { id, spendMinor, response: curve.response(spendMinor), marginalResponse };
    }),
    totalResponse: total,
    currentResponse: currentResponse(channels),
    bound,
    gap: bound > 0 ? (bound - total) / bound : 0,
    unspentMinor: budget - spent,
    method: simple ? "equal-marginal-returns" : "branch-and-bound",
    warnings: allocationWarnings(budget - spent, bound > 0 ? (bound - total) / bound : 0, request.tolerance ?? 1e-4),
  });
}

const totalResponse = (channels: readonly ResolvedChannel[], spends: Float64Array): number =>
  channels.reduce((sum, channel, i) => sum + channel.curve.response(spends[i] ?? 0), 0);

const currentResponse = (channels: readonly ResolvedChannel[]): number | null =>
  channels.some((channel) => channel.current === null)
    ? null
    : totalResponse(
        channels,
        Float64Array.from(channels, (channel) => channel.current ?? 0),
      );

function exactly(channels: readonly ResolvedChannel[], budget: number) {
  const spends = roundToBudget(channels, allocateConcave(channels, budget), budget);
  return { spends, bound: null };
}

function searched(channels: readonly ResolvedChannel[], request: AllocationRequest) {
  const budget = request.budgetMinor;
  const points = channels.map((channel) => choicePoints(channel, budget));
  const found = branchAndBound(points, budget, (request.tolerance ?? 1e-4) / 4, request.maxNodes ?? 3000);
  if (found === null) return null;
  const error = points.reduce((sum, own) => sum + own.error, 0);
  const rounded = found.spends.map((spend, i) => {
    const { step = 1, low = 0, gapTo = 0 } = channels[i] ?? {};
    const down = Math.max(low, Math.floor((spend + 1e-6) / step) * step);
    return down > 0 && down < gapTo ? gapTo : down;
  });
  const polished = polish(
    channels,
    points.map((own) => own.spends),
    rounded,
  );
  fillUp(points, polished, budget);
  const whole = spreadUnits(
    channels,
    polished.map((spend) => Math.floor(spend + 1e-6)),
    budget,
  );
  return { spends: whole, bound: found.bound + error };
}

/** Moves spends inside their grid cells to equal marginal returns; kept only when the true response rises. */
function polish(
  channels: readonly ResolvedChannel[],
  grids: readonly Float64Array[],
  spends: Float64Array,
): Float64Array {
  const local = channels.map((channel, i) => {
    const spend = spends[i] ?? 0;
    const grid = grids[i] ?? new Float64Array();
    const free = channel.step === 1 && channel.low < channel.high && spend > 0 && spend >= channel.gapTo;
    if (!free) return { curve: channel.curve, low: spend, high: spend };
    const at = grid.findIndex((point) => point >= spend);
    const lowest = Math.max(channel.low, channel.gapTo);
    return {
      curve: channel.curve,
      low: Math.max(lowest, Math.min(spend, grid[Math.max(0, at - 1)] ?? spend)),
      high: Math.min(channel.high, Math.max(spend, grid[at + 1] ?? spend)),
    };
  });
  const total = spends.reduce((a, b) => a + b, 0);
  const moved = roundToBudget(local, allocateConcave(local, total), total);
  return totalResponse(channels, moved) > totalResponse(channels, spends) ? moved : spends;
}

/** Gives units lost to rounding to channels that take single units. */
function spreadUnits(channels: readonly ResolvedChannel[], spends: Float64Array, budget: number): Float64Array {
  const free = channels.map((channel, i) => {
    const spend = spends[i] ?? 0;
    const takes = channel.step === 1 && (spend > 0 || channel.gapTo === 0);
    return { curve: channel.curve, low: spend, high: takes ? Math.min(channel.high, spend + 1000) : spend };
  });
  const left = budget - spends.reduce((a, b) => a + b, 0);
  return left > 0 && left <= 1000 ? roundToBudget(free, spends, budget) : spends;
}

/** The current spends stand when they keep all limits, use the budget and respond more. */
function betterOfCurrent(channels: readonly ResolvedChannel[], spends: Float64Array, budget: number): Float64Array {
  if (channels.some((channel) => channel.current === null || !isAllowed(channel, channel.current))) return spends;
  const current = Float64Array.from(channels, (channel) => channel.current ?? 0);
  if (current.reduce((a, b) => a + b, 0) !== budget) return spends;
  return totalResponse(channels, current) > totalResponse(channels, spends) ? current : spends;
}

function allocationWarnings(unspent: number, gap: number, tolerance: number): Warning[] {
  const warnings: Warning[] = [];
  if (unspent > 0) {
    const detail = `${unspent} minor units are left: no channel can take them with its steps and minimum buys`;
    warnings.push(warning("mediamix/unspent-budget", detail, { unspentMinor: unspent }));
  }
  if (gap > tolerance) {
    const detail = `the search stopped with a gap of ${(gap * 100).toPrecision(2)} % to the proven bound`;
    warnings.push(warning("mediamix/gap-left", detail, { gap }));
  }
  return warnings;
}
