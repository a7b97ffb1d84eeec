import type { Compiled } from "./compile.ts";
import { GeneralPlacement } from "./general-placement.ts";

/** Chooses among tasks that can all start at slot `at`; returns a position in `ready`. */
export type PickReady = (ready: readonly number[], at: number) => number;

/**
 * Parallel schedule generation (Brooks and White 1965), in a form that needs no event list: of the tasks whose
 * predecessors are placed, those with the earliest feasible start compete, the rule picks one, and it is placed there.
 * Earliest starts only grow while others are placed, so a stale one is a lower bound and is refreshed on demand.
 * O(n · ready tasks · slots looked at).
 */
export class ParallelDecoder {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** Packed free units of the running decode. */
  readonly free: Int32Array;
  private readonly general: GeneralPlacement;
  private readonly waiting: Int32Array;
  private readonly placed: Uint8Array;
  private readonly successors: readonly number[][];

  constructor(private readonly compiled: Compiled) {
    const { n, predBegin, predTask } = compiled;
    this.start = new Int32Array(n);
    this.finish = new Int32Array(n);
    this.free = compiled.base.slice();
    this.general = new GeneralPlacement(compiled, this.start, this.finish, this.free);
    this.waiting = new Int32Array(n);
    this.placed = new Uint8Array(n);
    const successors: number[][] = Array.from({ length: n }, () => []);
    for (let task = 0; task < n; task++) {
      for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
        successors[predTask[link] ?? 0]?.push(task);
      }
    }
    this.successors = successors;
  }

  /** Whether the running decode has given the task its dates. */
  isPlaced(task: number): boolean {
    return this.placed[task] === 1;
  }

  /** Fills `list` with the tasks in the order they were placed; the makespan, or −1 without room. */
  decode(pick: PickReady, origin: number, list: Int32Array): number {
    const { n, predBegin, pinned } = this.compiled;
    this.free.set(this.compiled.base);
    this.general.placePinned();
    this.placed.fill(0);
    for (let task = 0; task < n; task++) this.waiting[task] = (predBegin[task + 1] ?? 0) - (predBegin[task] ?? 0);
    const eligible: number[] = [];
    const earliest = new Int32Array(n).fill(origin);
    for (let task = 0; task < n; task++) if (this.waiting[task] === 0) eligible.push(task);
    let makespan = origin;
    for (let placed = 0; placed < n; placed++) {
      const task = this.next(eligible, earliest, origin, pick);
      if (task < 0) return -1;
      if ((pinned[task] ?? -1) < 0 && !this.general.place(task, origin)) return -1;
      eligible.splice(eligible.indexOf(task), 1);
      list[placed] = task;
      this.placed[task] = 1;
      makespan = Math.max(makespan, this.finish[task] ?? 0);
      for (const next of this.successors[task] ?? []) {
        const left = (this.waiting[next] ?? 0) - 1;
        this.waiting[next] = left;
        if (left === 0) eligible.push(next);
      }
    }
    return makespan;
  }

  private next(eligible: readonly number[], earliest: Int32Array, origin: number, pick: PickReady): number {
    for (;;) {
      let at = Number.MAX_SAFE_INTEGER;
      for (const task of eligible) at = Math.min(at, earliest[task] ?? 0);
      const ready: number[] = [];
      for (const task of eligible) {
        if ((earliest[task] ?? 0) > at) continue;
        const fresh = this.fresh(task, origin);
        if (fresh < 0) return -1;
        earliest[task] = fresh;
        if (fresh <= at) ready.push(task);
      }
      if (ready.length > 0) return ready[pick(ready, at)] ?? -1;
    }
  }

  private fresh(task: number, origin: number): number {
    return (this.compiled.pinned[task] ?? -1) >= 0 ? origin : this.general.probe(task, origin);
  }
}
