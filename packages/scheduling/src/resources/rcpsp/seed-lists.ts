import type { Random } from "../random.ts";
import type { Distances } from "./bounds.ts";
import type { Compiled } from "./compile.ts";
import type { ListOrder } from "./list-order.ts";
import { ParallelDecoder, type PickReady } from "./parallel-decoder.ts";
import { PRIORITY_RULES, priorities } from "./priority-rules.ts";
import { worstCaseSlack } from "./worst-case-slack.ts";

/** The rules whose perturbed values seed a population; the others are tried once, unperturbed. */
const SAMPLED_RULES = 4;
/** Share of a rule's range that sampling adds as noise. */
const NOISE = 0.7;

const smallest =
  (value: Float64Array): PickReady =>
  (ready) => {
    let best = 0;
    for (let at = 1; at < ready.length; at++) {
      const challenger = ready[at] ?? 0;
      const holder = ready[best] ?? 0;
      const difference = (value[challenger] ?? 0) - (value[holder] ?? 0);
      if (difference < 0 || (difference === 0 && challenger < holder)) best = at;
    }
    return best;
  };

/**
 * Starting lists: first the priority rules as they stand, by serial and parallel generation in turn, with worst case
 * slack among them; then biased random samples of the strongest rules (Kolisch and Hartmann 1999), alternating the two schemes.
 */
export class SeedLists {
  private readonly values: readonly Float64Array[];
  private readonly parallel: ParallelDecoder;
  private readonly slackRule: PickReady;
  private turn = 0;

  constructor(
    private readonly compiled: Compiled,
    private readonly order: ListOrder,
    private readonly random: Random,
    distances: Distances,
  ) {
    this.values = PRIORITY_RULES.map((rule) => priorities(compiled, rule, distances));
    this.parallel = new ParallelDecoder(compiled);
    this.slackRule = worstCaseSlack(compiled, this.parallel, distances);
  }

  /** Writes the next list; true when a schedule had to be generated for it. */
  next(list: Int32Array): boolean {
    const turn = this.turn++;
    const rules = this.values.length;
    if (turn === 1) return this.parallel.decode(this.slackRule, 0, list) >= 0 || this.sorted(this.values[0], list);
    return this.build(turn < rules ? this.values[turn] : this.sample(), turn % 2 === 1, list);
  }

  private build(value: Float64Array | undefined, inParallel: boolean, list: Int32Array): boolean {
    if (value === undefined || !inParallel) return this.sorted(value, list);
    return this.parallel.decode(smallest(value), 0, list) >= 0 || this.sorted(value, list);
  }

  private sorted(value: Float64Array | undefined, list: Int32Array): boolean {
    const tasks = Int32Array.from({ length: this.compiled.n }, (_, task) => task);
    tasks.sort((a, b) => (value?.[a] ?? 0) - (value?.[b] ?? 0) || a - b);
    list.set(tasks);
    this.order.repair(list);
    return false;
  }

  private sample(): Float64Array {
    const value = this.values[this.random.below(SAMPLED_RULES)] ?? new Float64Array(this.compiled.n);
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const v of value) {
      low = Math.min(low, v);
      high = Math.max(high, v);
    }
    return value.map((v) => v + NOISE * (high - low) * this.random.next());
  }
}
