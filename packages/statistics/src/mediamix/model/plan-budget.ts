import { ok } from "@yutu/kernel";
import { type Estimate, type Estimated, quantileOfSorted, refuse } from "../../foundation/index.ts";
import { allocateBudget } from "../budget/allocate-budget.ts";
import type { Allocation, BudgetChannel } from "../budget/allocation-problem.ts";
import { tabulatedCurve } from "../budget/response-curve.ts";
import { type ChannelModel, mediaPressure } from "./channel-effect.ts";
import type { MediaMixModel } from "./fit-media-mix.ts";
import { outcomeValues } from "./media-data.ts";
import { posteriorEstimate } from "./posterior-estimate.ts";

/** Limits of one channel in a plan; the curve comes from the model. */
export interface PlannedChannel extends Omit<BudgetChannel, "curve" | "id"> {
  /** Name of a paid channel of the model. */
  readonly name: string;
  /** Shares of the spend by period, summing to 1; even when absent. */
  readonly flighting?: readonly number[];
  /** Exposure bought per minor unit; the history's average when absent. */
  readonly exposurePerMinor?: number;
}

export interface BudgetPlanRequest {
  readonly budgetMinor: number;
  /** Periods planned, right after the history. */
  readonly horizon: number;
  /** Minor units per unit of the history's spend: 100 when that is in yuan, 1 when in fen. */
  readonly minorPerUnit: number;
  readonly channels: readonly PlannedChannel[];
  readonly tolerance?: number;
}

/** Response of a channel to the plan's spend: what this spend adds, in value (or outcome where it has no value). */
export interface PlannedCurve {
  readonly name: string;
  readonly spendsMinor: Float64Array;
  readonly mean: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export interface BudgetPlan {
  readonly allocation: Allocation;
  readonly curves: readonly PlannedCurve[];
  /** Response of the proposed spends over the posterior. */
  readonly response: Estimate;
  /** Proposed minus current response over the posterior; null without current spends. */
  readonly gain: Estimate | null;
}

/** Draws averaged for the curves, and points of each curve. */
const DRAWS = 60;
const POINTS = 70;

/**
 * Divides a coming budget by the model's own response curves. Each curve is the posterior mean of what the spend adds in
 * the planned periods and in the carry-over after them, on top of what earlier exposure still brings. Concave mean curves
 * are solved exactly, others by branch and bound.
 */
export function planBudget(model: MediaMixModel, request: BudgetPlanRequest): Estimated<BudgetPlan> {
  const { horizon, budgetMinor, minorPerUnit } = request;
  if (!Number.isInteger(horizon) || horizon < 1) return refuse("outOfRange", "a plan needs at least one period");
  if (!(minorPerUnit > 0)) return refuse("outOfRange", "minor units per unit must be positive", { minorPerUnit });
  if (!Number.isFinite(budgetMinor)) return refuse("notFinite", "the budget is not a finite number");
  const respond: ((draw: number, spendMinor: number) => number)[] = [];
  for (const planned of request.channels) {
    const one = responder(model, planned, request);
    if (!one.ok) return one;
    respond.push(one.value);
  }
  const draws = chooseDraws(model.draws.length);
  const curves = request.channels.map((planned, i) => curveOf(planned, respond[i] ?? (() => 0), draws, budgetMinor));
  const channels: BudgetChannel[] = [];
  for (const [i, { name, ...limits }] of request.channels.entries()) {
    const curve = tabulatedCurve(curves[i]?.spendsMinor ?? [], curves[i]?.mean ?? []);
    if (!curve.ok) return curve;
    channels.push({ id: name, curve: curve.value, ...limits });
  }
  const tolerance = request.tolerance;
  const allocation = allocateBudget({ budgetMinor, channels, ...(tolerance === undefined ? {} : { tolerance }) });
  if (!allocation.ok) return allocation;
  const total = (draw: number, spends: readonly number[]): number =>
    spends.reduce((sum, spend, i) => sum + (respond[i]?.(draw, spend) ?? 0), 0);
  const proposed = allocation.value.spends.map((spend) => spend.spendMinor);
  const current = request.channels.map((planned) => planned.currentMinor);
  const n = model.data.outcome.length;
  const known = current.filter((spend) => spend !== undefined);
  const gains = draws.map((draw) => total(draw, proposed) - total(draw, known));
  return ok({
    allocation: allocation.value,
    curves,
    response: posteriorEstimate(
      draws.map((draw) => total(draw, proposed)),
      n,
      model.warnings,
    ),
    gain: known.length < current.length ? null : posteriorEstimate(gains, n, model.warnings),
  });
}

const chooseDraws = (available: number): number[] => {
  const count = Math.min(DRAWS, available);
  return Array.from({ length: count }, (_, k) => Math.floor(((k + 0.5) * available) / count));
};

/** What a spend on a channel adds under a draw. */
function responder(
  model: MediaMixModel,
  planned: PlannedChannel,
  request: BudgetPlanRequest,
): Estimated<(draw: number, spendMinor: number) => number> {
  const at = model.channels.findIndex((channel) => channel.name === planned.name);
  const channel = model.channels[at];
  if (channel === undefined) return refuse("outOfRange", `the model has no channel ${planned.name}`);
  const bought = planned.exposurePerMinor ?? averageExposure(channel, request.minorPerUnit);
  if (bought === null || !(bought > 0)) {
    const detail = `${planned.name} has no spend in the history: say how much exposure a minor unit buys`;
    return refuse("allZero", detail, { channel: planned.name });
  }
  const shares = planned.flighting ?? Array.from({ length: request.horizon }, () => 1 / request.horizon);
  const sum = shares.reduce((a, b) => a + b, 0);
  if (shares.length !== request.horizon || shares.some((s) => !(s >= 0)) || Math.abs(sum - 1) > 1e-6) {
    return refuse("outOfRange", `the flighting of ${planned.name} must have ${request.horizon} shares that sum to 1`);
  }
  const before = channel.exposure.subarray(Math.max(0, channel.exposure.length - channel.maxLag));
  const tail = Array.from({ length: channel.maxLag }, () => 0);
  const value = recentValue(model, request.minorPerUnit);
  const pressureOf = (draw: number, spendMinor: number): number => {
    const exposure = [...shares.map((share) => share * spendMinor * bought), ...tail];
    const parameters = model.draws[draw]?.parameters[at] ?? channel.priorMean;
    return mediaPressure(channel, parameters, exposure, before).reduce((a, b) => a + b, 0);
  };
  const idle = new Map<number, number>();
  return ok((draw, spendMinor) => {
    const already = idle.get(draw) ?? pressureOf(draw, 0);
    idle.set(draw, already);
    return Math.max(0, pressureOf(draw, spendMinor) - already) * (model.draws[draw]?.heights[at] ?? 0) * value;
  });
}

function averageExposure(channel: ChannelModel, minorPerUnit: number): number | null {
  const spend = channel.spend?.reduce((a, b) => a + b, 0) ?? 0;
  return spend > 0 ? channel.exposure.reduce((a, b) => a + b, 0) / (spend * minorPerUnit) : null;
}

/** Minor units per unit of outcome over the last year; 1 when the outcome has no money value. */
function recentValue(model: MediaMixModel, minorPerUnit: number): number {
  const values = outcomeValues(model.data);
  if (values === null) return 1;
  const year = values.subarray(Math.max(0, values.length - Math.ceil(365 / model.data.periodDays)));
  return (minorPerUnit * year.reduce((a, b) => a + b, 0)) / year.length;
}

function curveOf(
  planned: PlannedChannel,
  respond: (draw: number, spendMinor: number) => number,
  draws: readonly number[],
  budgetMinor: number,
): PlannedCurve {
  const top = Math.max(
    1,
    Math.min(Math.max(planned.maximumMinor, planned.currentMinor ?? 0), Math.max(1, budgetMinor)),
  );
  const points = new Set<number>(planned.currentMinor === undefined ? [0] : [0, planned.currentMinor]);
  for (let k = 1; k <= POINTS; k++) points.add(Math.ceil(top * (k / POINTS) ** 2));
  const spendsMinor = Float64Array.from(points).sort();
  const [mean, low, high] = [spendsMinor.slice(), spendsMinor.slice(), spendsMinor.slice()];
  spendsMinor.forEach((spend, k) => {
    const responses = Float64Array.from(draws, (draw) => respond(draw, spend)).sort();
    mean[k] = responses.reduce((a, b) => a + b, 0) / responses.length;
    low[k] = quantileOfSorted(responses, 0.025);
    high[k] = quantileOfSorted(responses, 0.975);
  });
  return { name: planned.name, spendsMinor, mean, low, high };
}
