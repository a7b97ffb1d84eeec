import { ok, type Result } from "@yutu/kernel";
import { CALENDAR_LAG } from "../../network/bounds.ts";
import { FS, NODE, SS } from "../../network/graph.ts";
import { type Plan, type PlanRefusal, prepareNetwork } from "../../network/index.ts";
import type { Net } from "../../network/link-rule.ts";
import { at } from "../../network/typed.ts";
import { checkRisk, type RiskRefusal } from "./check-risk.ts";
import { samplersOf, sharesAhead } from "./delay-risk.ts";
import { durationCdf, normalCdf } from "./distribution-function.ts";
import { type DurationEstimate, momentsOf, rangeOf } from "./estimate.ts";
import type { RiskInput, RiskTarget } from "./model.ts";
import { OWN_LIMIT, RiskNetwork } from "./risk-network.ts";
import { targetNodes } from "./targets.ts";

/** Probability of missing a date, and how it was worked out. */
export interface ClosedFormRisk {
  readonly target: RiskTarget;
  readonly missProbability: number;
  /**
   * `certain`: the range of the estimates decides. `exact`: one uncertain task, its own distribution function.
   * `normal`: a chain of several, normal with a correction for skewness.
   */
  readonly method: "certain" | "exact" | "normal";
  /** Uncertain tasks on the chain, in order. */
  readonly chain: readonly string[];
  /** Working days the chain takes, and has. */
  readonly meanDays: number;
  readonly deviationDays: number;
  readonly roomDays: number;
}

interface Chain {
  /** Uncertain nodes from first to last. */
  readonly nodes: readonly number[];
  /** Working days of the chain that are certain: fixed tasks and lags. */
  readonly certain: number;
  /** Position of the beginning on the chain's axis. */
  readonly from: number;
  readonly axis: number;
}

/** The only edge that can hold a node in any run; `OWN_LIMIT` when its own limit does; null when it depends. */
function onlyDriver(low: RiskNetwork, high: RiskNetwork, node: number): number | null {
  const { graph } = low.net;
  const incoming = [...graph.inEdges.subarray(at(graph.inFirst, node), at(graph.inFirst, node + 1))];
  if (incoming.length === 0) return OWN_LIMIT;
  const least = Math.max(low.ownLimit(node), ...incoming.map((edge) => low.demandOf(edge, node)));
  const possible = incoming.filter((edge) => high.demandOf(edge, node) >= least - 1e-9);
  const own = low.ownLimit(node) >= least - 1e-9;
  if (possible.length === 0) return OWN_LIMIT;
  if (possible.length > 1) return null;
  const [edge = OWN_LIMIT] = possible;
  // The own limit is certain; it may only stand beside an edge that never reaches past it.
  return own && low.demandOf(edge, node) < least - 1e-9 ? null : edge;
}

/** The one chain that sets a node's finish in every run, or null when several can or when calendars mix. */
function chainTo(
  net: Net,
  low: RiskNetwork,
  high: RiskNetwork,
  last: number,
  uncertain: readonly boolean[],
): Chain | null {
  const { graph, bounds } = net;
  const axis = at(graph.axisOf, last);
  const nodes: number[] = [];
  let certain = 0;
  let node = last;
  for (;;) {
    if (at(graph.kind, node) === NODE.TASK && at(graph.axisOf, node) !== axis) return null;
    if (uncertain[node] === true) nodes.push(node);
    else certain += low.duration[node] ?? 0;
    const edge = onlyDriver(low, high, node);
    if (edge === null) return null;
    const from = edge === OWN_LIMIT ? -1 : at(graph.from, edge);
    const isSettled = edge === OWN_LIMIT || low.finish[from] === high.finish[from];
    const bindsStart = edge === OWN_LIMIT || at(graph.type, edge) === FS || at(graph.type, edge) === SS;
    if (isSettled && !bindsStart) return null;
    if (isSettled) return { nodes: nodes.reverse(), certain, from: low.positionOf(node, axis), axis };
    const lag = at(bounds.lag, edge);
    const sameAxis = lag === 0 || (at(bounds.lagKind, edge) !== CALENDAR_LAG && at(graph.lagAxisOf, edge) === axis);
    if (at(graph.type, edge) !== FS || !sameAxis) return null;
    certain += lag;
    node = from;
  }
}

/** Edgeworth's correction of first order: a chain of few skewed tasks is skewed itself. */
function sumCdf(mean: number, variance: number, third: number, room: number): number {
  const z = (room - mean) / Math.sqrt(variance);
  const skewness = third / variance ** 1.5;
  const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  return Math.max(0, Math.min(1, normalCdf(z) - (skewness / 6) * (z * z - 1) * density));
}

function missOf(chain: Chain, estimates: readonly DurationEstimate[], share: Float64Array, room: number) {
  const [only] = chain.nodes;
  if (chain.nodes.length === 1 && only !== undefined) {
    const estimate = estimates[only] ?? { kind: "fixed", days: 0 };
    return { method: "exact", missProbability: 1 - durationCdf(estimate, room / (share[only] ?? 1)) } as const;
  }
  const parts = chain.nodes.map((node) => ({
    ...momentsOf(estimates[node] ?? { kind: "fixed", days: 0 }),
    share: share[node] ?? 1,
  }));
  const mean = parts.reduce((sum, part) => sum + part.mean * part.share, 0);
  const variance = parts.reduce((sum, part) => sum + part.variance * part.share ** 2, 0);
  const third = parts.reduce((sum, part) => sum + part.third * part.share ** 3, 0);
  return { method: "normal", missProbability: 1 - sumCdf(mean, variance, third, room) } as const;
}

/** Networks with every uncertain task at the least, and at the greatest, it can take. */
function extremes(plan: Plan, net: Net, build: () => RiskNetwork, estimates: readonly DurationEstimate[]) {
  const share = sharesAhead(net);
  const uncertain = samplersOf(net, estimates).map((sampler) => sampler !== null);
  const [low, high] = [build(), build()];
  for (let node = 0; node < plan.tasks.length; node++) {
    if (uncertain[node] !== true) continue;
    const [least, most] = rangeOf(estimates[node] ?? { kind: "fixed", days: 0 });
    low.duration[node] = least * (share[node] ?? 1);
    high.duration[node] = most * (share[node] ?? 1);
  }
  low.run();
  high.run();
  return { low, high, share, uncertain };
}

function riskOf(
  net: Net,
  target: RiskTarget,
  { low, high, share, uncertain }: ReturnType<typeof extremes>,
  estimates: readonly DurationEstimate[],
): ClosedFormRisk | null {
  const { nodes, slackOf, day } = targetNodes(net, target);
  const lateness = (network: RiskNetwork, node: number): number => (network.finish[node] ?? 0) - day - slackOf(node);
  const least = Math.max(...nodes.map((node) => lateness(low, node)));
  const most = Math.max(...nodes.map((node) => lateness(high, node)));
  const settled = { target, chain: [], meanDays: 0, deviationDays: 0, roomDays: 0, method: "certain" } as const;
  if (most <= 1e-9) return { ...settled, missProbability: 0 };
  if (least > 1e-9) return { ...settled, missProbability: 1 };
  const deciding = nodes.filter((node) => lateness(high, node) > 1e-9);
  const [last] = deciding;
  if (last === undefined || deciding.length > 1) return null;
  const task = lastTask(low, high, last);
  const chain = task === null ? null : chainTo(net, low, high, task, uncertain);
  if (chain === null) return null;
  const axis = low.axes[chain.axis];
  const room = (axis?.count(day + slackOf(last)) ?? 0) - chain.from - chain.certain;
  const moments = chain.nodes.map((node) => ({
    ...momentsOf(estimates[node] ?? { kind: "fixed", days: 0 }),
    share: share[node] ?? 1,
  }));
  return {
    target,
    ...missOf(chain, estimates, share, room),
    chain: chain.nodes.map((node) => net.graph.plan.tasks[node]?.id ?? ""),
    meanDays: moments.reduce((sum, part) => sum + part.mean * part.share, 0),
    deviationDays: Math.sqrt(moments.reduce((sum, part) => sum + part.variance * part.share ** 2, 0)),
    roomDays: room,
  };
}

/** A milestone is reached with the one task before it. */
function lastTask(low: RiskNetwork, high: RiskNetwork, node: number): number | null {
  const { graph, bounds } = low.net;
  let last = node;
  while (at(graph.kind, last) !== NODE.TASK) {
    const edge = onlyDriver(low, high, last);
    if (edge === null || edge === OWN_LIMIT || at(graph.type, edge) !== FS || at(bounds.lag, edge) !== 0) return null;
    last = at(graph.from, edge);
  }
  return last;
}

/**
 * Probability of missing dates without simulation, where the network allows it: one chain of finish-to-start tasks on
 * one calendar sets the date whatever happens elsewhere (no other path can ever be longer), or nothing uncertain does.
 * Sums of estimates are taken as normal (PERT, Malcolm et al. 1959), corrected for skewness.
 * @returns one entry per target, null where only simulation answers. O(targets · (tasks + links)).
 */
export function closedFormRisk(
  plan: Plan,
  input: RiskInput,
): Result<readonly (ClosedFormRisk | null)[], PlanRefusal | RiskRefusal> {
  const prepared = prepareNetwork(plan);
  if (!prepared.ok) return prepared;
  const estimates = checkRisk(plan, input);
  if (!estimates.ok) return estimates;
  const { net, solution } = prepared.value;
  const bounds = extremes(plan, net, () => new RiskNetwork(net, solution), estimates.value);
  return ok(input.targets.map((target) => riskOf(net, target, bounds, estimates.value)));
}
