import { ok, type Result } from "@yutu/kernel";
import { PINNED, STARTED } from "../../network/bounds.ts";
import { NODE } from "../../network/graph.ts";
import { type Plan, type PlanRefusal, prepareNetwork } from "../../network/index.ts";
import type { Net } from "../../network/link-rule.ts";
import { at } from "../../network/typed.ts";
import type { Random } from "../random.ts";
import { checkRisk, type RiskRefusal } from "./check-risk.ts";
import type { DurationEstimate } from "./estimate.ts";
import type { RiskDriver, RiskInput, TargetRisk } from "./model.ts";
import { RiskNetwork } from "./risk-network.ts";
import { type Sampler, samplerOf } from "./sample.ts";
import { simulate, type Tally, type TargetTally } from "./simulate.ts";
import { dayOf, targetNodes } from "./targets.ts";

export interface RiskOptions {
  /** Default 10,000: a standard error of at most half a percent. At most 1,000,000. */
  readonly runs?: number;
  readonly random: Random;
}

const PROBABILITIES = [0.1, 0.25, 0.5, 0.75, 0.8, 0.9, 0.95] as const;
const MAX_RUNS = 1_000_000;

/** A sampler for every node whose duration is uncertain and still ahead. */
export function samplersOf(net: Net, estimates: readonly DurationEstimate[]): (Sampler | null)[] {
  return Array.from({ length: net.graph.nodeCount }, (_, node) => {
    const estimate = estimates[node];
    const isAhead = at(net.graph.kind, node) === NODE.TASK && (at(net.bounds.flags, node) & PINNED) === 0;
    if (estimate === undefined || !isAhead) return null;
    return estimate.kind === "fixed" && estimate.days === at(net.bounds.duration, node) ? null : samplerOf(estimate);
  });
}

/** Share of each task's work that is still ahead: all, or what the plan says remains of work in progress. */
export function sharesAhead(net: Net): Float64Array {
  return Float64Array.from({ length: net.graph.nodeCount }, (_, node) => {
    const planned = net.graph.plan.tasks[node]?.durationDays ?? 0;
    const isStarted = (at(net.bounds.flags, node) & STARTED) !== 0;
    return isStarted && planned > 0 ? Math.min(1, at(net.bounds.duration, node) / planned) : 1;
  });
}

function driversOf(plan: Plan, tally: Tally, target: TargetTally): RiskDriver[] {
  const { runs } = tally;
  const mean = target.overrun.reduce((sum, value) => sum + value, 0) / runs;
  const deviation = Math.sqrt(target.overrun.reduce((sum, value) => sum + (value - mean) ** 2, 0) / runs);
  const drivers = plan.tasks.flatMap((task, node): RiskDriver[] => {
    const average = (tally.sum[node] ?? 0) / runs;
    const own = Math.sqrt(Math.max(0, (tally.squares[node] ?? 0) / runs - average ** 2));
    if (own < 1e-9) return [];
    const criticality = (target.onChain[node] ?? 0) / runs;
    const covariance = (target.product[node] ?? 0) / runs - average * mean;
    const cruciality = deviation < 1e-9 ? 0 : Math.max(-1, Math.min(1, covariance / (own * deviation)));
    return [
      { taskId: task.id, criticality, cruciality, sensitivity: deviation < 1e-9 ? 0 : (criticality * own) / deviation },
    ];
  });
  return drivers.sort(
    (a, b) => b.sensitivity - a.sensitivity || b.cruciality - a.cruciality || (a.taskId < b.taskId ? -1 : 1),
  );
}

function describe(plan: Plan, tally: Tally, target: TargetTally): TargetRisk {
  const { runs } = tally;
  const sorted = target.overrun.slice().sort();
  const missProbability = target.misses / runs;
  const late = sorted.subarray(runs - target.misses);
  const { day } = target.nodes;
  return {
    target: target.nodes.target,
    missProbability,
    standardError: Math.sqrt((missProbability * (1 - missProbability)) / runs),
    percentiles: PROBABILITIES.map((probability) => ({
      probability,
      date: dayOf(day + (sorted[Math.min(runs - 1, Math.ceil(probability * runs) - 1)] ?? 0), 0),
    })),
    meanDelayDays: late.length === 0 ? 0 : late.reduce((sum, value) => sum + value, 0) / late.length,
    drivers: driversOf(plan, tally, target),
  };
}

/**
 * Probability of missing dates, by seeded simulation of the whole plan: calendars, links with lags, limits, progress and
 * work laid backwards count as in `schedulePlan`, but durations are drawn and need not be whole days. People are not
 * levelled again in each run; links from `levelPlan` moves keep their order.
 * O(runs · (tasks + links)), about 60 ns for each.
 * Refuses invalid plans, estimates and targets, each naming the task and the rule.
 */
export function delayRisk(
  plan: Plan,
  input: RiskInput,
  options: RiskOptions,
): Result<readonly TargetRisk[], PlanRefusal | RiskRefusal> {
  const prepared = prepareNetwork(plan);
  if (!prepared.ok) return prepared;
  const estimates = checkRisk(plan, input);
  if (!estimates.ok) return estimates;
  const { net, solution } = prepared.value;
  const targets = input.targets.map((target) => targetNodes(net, target)).filter(({ nodes }) => nodes.length > 0);
  const runs = Math.max(1, Math.min(MAX_RUNS, Math.floor(options.runs ?? 10_000)));
  const network = new RiskNetwork(net, solution);
  const tally = simulate(network, samplersOf(net, estimates.value), sharesAhead(net), targets, runs, options.random);
  return ok(tally.targets.map((target) => describe(plan, tally, target)));
}
