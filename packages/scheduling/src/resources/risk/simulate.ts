import { NODE } from "../../network/graph.ts";
import { at } from "../../network/typed.ts";
import type { Random } from "../random.ts";
import { OWN_LIMIT, type RiskNetwork } from "./risk-network.ts";
import type { Sampler } from "./sample.ts";
import type { TargetNodes } from "./targets.ts";

/** Sums over the runs for one target. */
export interface TargetTally {
  readonly nodes: TargetNodes;
  /** Days after midnight of the target's date at which each run ended; above the slack is a miss. */
  readonly overrun: Float64Array;
  misses: number;
  /** By node. */
  readonly onChain: Uint32Array;
  /** Sum of duration times overrun, by node. */
  readonly product: Float64Array;
}

export interface Tally {
  readonly runs: number;
  readonly targets: readonly TargetTally[];
  /** Sum and sum of squares of the drawn durations, by node. */
  readonly sum: Float64Array;
  readonly squares: Float64Array;
}

const EPSILON = 1e-9;

/** The node that ends last against its own slack, and by how much. */
function latest(network: RiskNetwork, { nodes, slackOf, day }: TargetNodes): { node: number; overrun: number } {
  let node = -1;
  let overrun = Number.NEGATIVE_INFINITY;
  for (const candidate of nodes) {
    const over = (network.finish[candidate] ?? 0) - day - slackOf(candidate);
    if (over <= overrun) continue;
    overrun = over;
    node = candidate;
  }
  return { node, overrun };
}

/** Counts every node on the chain of drivers that ends at `node`. */
function countChain({ net, driver }: RiskNetwork, node: number, onChain: Uint32Array): void {
  for (let at_ = node; at_ >= 0; ) {
    onChain[at_] = (onChain[at_] ?? 0) + 1;
    const edge = driver[at_] ?? OWN_LIMIT;
    at_ = edge === OWN_LIMIT ? -1 : at(net.graph.from, edge);
  }
}

/**
 * Draws durations and runs the network again and again (Van Slyke, "Monte Carlo methods and the PERT problem",
 * Operations Research 11, 1963). O(runs · (nodes + edges + targets · chain)).
 * @param samplers by node, null for nodes whose duration is certain
 * @param share by node, what of a drawn duration is still to do
 */
export function simulate(
  network: RiskNetwork,
  samplers: readonly (Sampler | null)[],
  share: Float64Array,
  targets: readonly TargetNodes[],
  runs: number,
  random: Random,
): Tally {
  const count = network.net.graph.nodeCount;
  const tally: Tally = {
    runs,
    targets: targets.map((nodes) => ({
      nodes,
      overrun: new Float64Array(runs),
      misses: 0,
      onChain: new Uint32Array(count),
      product: new Float64Array(count),
    })),
    sum: new Float64Array(count),
    squares: new Float64Array(count),
  };
  const uncertain = [...samplers.keys()].filter(
    (node) => samplers[node] !== null && at(network.net.graph.kind, node) === NODE.TASK,
  );
  const { duration } = network;
  for (let run = 0; run < runs; run++) {
    for (const node of uncertain) {
      const days = (samplers[node]?.(random) ?? 0) * (share[node] ?? 1);
      duration[node] = days;
      tally.sum[node] = (tally.sum[node] ?? 0) + days;
      tally.squares[node] = (tally.squares[node] ?? 0) + days * days;
    }
    network.run();
    for (const target of tally.targets) {
      const { node, overrun } = latest(network, target.nodes);
      target.overrun[run] = overrun;
      if (overrun > EPSILON) target.misses++;
      countChain(network, node, target.onChain);
      for (const one of uncertain) target.product[one] = (target.product[one] ?? 0) + (duration[one] ?? 0) * overrun;
    }
  }
  return tally;
}
