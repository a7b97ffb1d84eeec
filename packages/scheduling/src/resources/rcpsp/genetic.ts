import type { Random } from "../random.ts";
import type { Distances } from "./bounds.ts";
import type { Compiled } from "./compile.ts";
import { cross, mutate } from "./crossover.ts";
import { ListOrder } from "./list-order.ts";
import { Population } from "./population.ts";
import { SeedLists } from "./seed-lists.ts";
import { SerialDecoder } from "./serial-decoder.ts";

const MUTATION_RATE = 0.1;
/** Generations without a better schedule before the population is sown again around the best. */
const PATIENCE = 40;
const INFEASIBLE = Number.MAX_SAFE_INTEGER;

export interface SearchOptions {
  /** Schedules that may be generated. */
  readonly schedules: number;
  readonly random: Random;
  /** The search ends at a schedule of this makespan without lateness. */
  readonly lowerBound: number;
}

export interface SearchOutcome {
  /** The list whose forward schedule is the best found; null when no list fits the horizon. */
  readonly list: Int32Array | null;
  readonly makespan: number;
  readonly latenessSlots: number;
  readonly schedulesUsed: number;
}

/**
 * Improves schedules with two populations that feed each other: lists of forward schedules are crossed and decoded
 * backward, lists of backward schedules are crossed and decoded forward, so that every generation also justifies
 * (Debels and Vanhoucke, "A decomposition-based genetic algorithm for the RCPSP", Operations Research 55 (2007);
 * justification: Valls, Ballestín and Quintanilla, EJOR 165 (2005)). Where absolute time matters (calendars, changing
 * capacity, pins, due dates) a backward schedule says nothing by itself, so each child is decoded there and back.
 */
export class GeneticSearch {
  private readonly forward: SerialDecoder;
  private readonly backward: SerialDecoder;
  private readonly order: ListOrder;
  private readonly seeds: SeedLists;
  /** Lists for the backward decoder, taken from forward schedules. */
  private readonly fromForward: Population;
  /** Lists for the forward decoder, taken from backward schedules. */
  private readonly fromBackward: Population;
  private readonly child: Int32Array;
  private readonly result: Int32Array;
  private readonly slots: Int32Array;
  private readonly part: Uint8Array;
  private readonly best: Int32Array;
  private bestScore = INFEASIBLE;
  private bestMakespan = 0;
  private used = 0;

  constructor(
    private readonly compiled: Compiled,
    private readonly mirror: Compiled,
    distances: Distances,
    private readonly options: SearchOptions,
  ) {
    const { n } = compiled;
    this.forward = new SerialDecoder(compiled);
    this.backward = new SerialDecoder(mirror);
    this.order = new ListOrder(compiled);
    this.seeds = new SeedLists(compiled, this.order, options.random, distances);
    const size = populationSize(options.schedules, n);
    this.fromForward = new Population(size, n);
    this.fromBackward = new Population(size, n);
    this.child = new Int32Array(n);
    this.result = new Int32Array(n);
    this.slots = new Int32Array(n);
    this.part = new Uint8Array(n);
    this.best = new Int32Array(n);
  }

  run(): SearchOutcome {
    this.sow();
    let idle = 0;
    while (!this.done() && this.fromForward.members.length >= 2) {
      const before = this.bestScore;
      if (this.compiled.stationary) this.generation();
      else this.roundTripGeneration();
      idle = this.bestScore < before ? 0 : idle + 1;
      if (idle < PATIENCE) continue;
      idle = 0;
      this.sow();
    }
    const found = this.bestScore !== INFEASIBLE;
    return {
      list: found ? this.best : null,
      makespan: this.bestMakespan,
      latenessSlots: found ? (this.bestScore - this.bestMakespan) / (this.compiled.horizon + 1) : 0,
      schedulesUsed: this.used,
    };
  }

  private done(): boolean {
    return this.used >= this.options.schedules || this.bestScore <= this.options.lowerBound;
  }

  /** Fills both populations from the rules, or again from samples once they have converged. */
  private sow(): void {
    this.fromForward.clear();
    this.fromBackward.clear();
    const size = populationSize(this.options.schedules, this.compiled.n);
    for (let turn = 0; turn < size && !this.done(); turn++) {
      if (this.seeds.next(this.child)) this.used++;
      if (this.done()) return;
      const score = this.decodeForward(this.child);
      if (score === INFEASIBLE) continue;
      const makespan = this.makespanOf(score);
      this.fromForward.offer(this.result, score, makespan);
      if (this.done()) return;
      this.child.set(this.result);
      this.justify(this.child, makespan);
    }
  }

  /** Both directions once, each child turning into a list for the other. */
  private generation(): void {
    const { random } = this.options;
    const { fromForward, fromBackward, child, result, part } = this;
    for (let turn = 0; turn < fromForward.members.length && !this.done(); turn++) {
      const parents = fromForward.parents(turn, random);
      if (parents === null) return;
      cross(parents[0].list, parents[1].list, child, part, random);
      mutate(child, this.mirror, MUTATION_RATE, random);
      const makespan = this.decodeBackward(child, 0);
      this.keepBackward(makespan);
      fromBackward.offer(result, makespan, makespan);
    }
    for (let turn = 0; turn < fromBackward.members.length && !this.done(); turn++) {
      const parents = fromBackward.parents(turn, random);
      if (parents === null) return;
      cross(parents[0].list, parents[1].list, child, part, random);
      mutate(child, this.compiled, MUTATION_RATE, random);
      const score = this.decodeForward(child);
      fromForward.offer(result, score, this.makespanOf(score));
    }
  }

  private roundTripGeneration(): void {
    const { random } = this.options;
    const { fromForward, child, part } = this;
    for (let turn = 0; turn < fromForward.members.length && !this.done(); turn++) {
      const parents = fromForward.parents(turn, random);
      if (parents === null) return;
      cross(parents[0].list, parents[1].list, child, part, random);
      mutate(child, this.mirror, MUTATION_RATE, random);
      this.justify(child, Math.max(parents[0].makespan, parents[1].makespan));
    }
  }

  /** Decodes a backward list within `makespan` and, unless that alone tells the quality, forward again. */
  private justify(list: Int32Array, makespan: number): void {
    const { stationary, horizon } = this.compiled;
    const end = this.decodeBackward(list, stationary ? 0 : horizon - makespan);
    if (stationary) {
      this.keepBackward(end);
      this.fromBackward.offer(this.result, end, end);
      return;
    }
    if (this.used >= this.options.schedules) return;
    // Without room backwards, the same priorities are tried forward.
    if (end >= 0) list.set(this.result);
    else {
      list.reverse();
      if (!this.compiled.startOrderIsFeasible) this.order.repair(list);
    }
    const score = this.decodeForward(list);
    if (score !== INFEASIBLE) this.fromForward.offer(this.result, score, this.makespanOf(score));
  }

  /** Leaves the list for the backward decoder in `result`; the score, lateness first. */
  private decodeForward(list: Int32Array): number {
    this.used++;
    const makespan = this.forward.decode(list, 0);
    if (makespan < 0) return INFEASIBLE;
    const score = this.lateness() * (this.compiled.horizon + 1) + makespan;
    if (score < this.bestScore) {
      this.bestScore = score;
      this.bestMakespan = makespan;
      this.best.set(list);
    }
    this.order.descending(this.forward.finish, 0, makespan, this.result);
    return score;
  }

  /** Leaves the list for the forward decoder in `result`; the end on the mirrored axis, −1 without room. */
  private decodeBackward(list: Int32Array, origin: number): number {
    this.used++;
    const { finish } = this.backward;
    const end = this.backward.decode(list, origin);
    if (end < 0) return -1;
    for (let task = 0; task < finish.length; task++) this.slots[task] = end - (finish[task] as number);
    this.order.ascending(this.slots, 0, end, this.result);
    return end;
  }

  /** A better backward schedule is only a promise until its list is decoded forward, which can but shorten it. */
  private keepBackward(makespan: number): void {
    if (makespan >= this.bestScore) return;
    this.bestScore = makespan;
    this.bestMakespan = makespan;
    this.best.set(this.result);
  }

  private lateness(): number {
    const { due, hasDue, n } = this.compiled;
    if (!hasDue) return 0;
    let total = 0;
    for (let task = 0; task < n; task++) {
      const over = (this.forward.finish[task] as number) - (due[task] as number);
      if (over > 0) total += over;
    }
    return total;
  }

  private makespanOf(score: number): number {
    return this.compiled.hasDue ? score % (this.compiled.horizon + 1) : score;
  }
}

/**
 * Found by trial on PSPLIB j30 and on sample projects of 500 tasks: 60 members for a thousand schedules of 30 tasks, 120
 * for fifty thousand; with more tasks a small budget is better spent on more generations of fewer members.
 */
export function populationSize(schedules: number, tasks: number): number {
  const perMember = 12 * Math.max(1, tasks / 25) ** 0.75;
  return Math.round(Math.min(Math.max(4, schedules / perMember), Math.min(120, 60 + schedules / 800)));
}
