import type { Compiled } from "./compile.ts";

/**
 * Sorts tasks by start or finish into lists that the decoders accept, without allocating: counting sort over slots,
 * ties by canonical (topological) number.
 */
export class ListOrder {
  private readonly count: Int32Array;
  private readonly waiting: Int32Array;
  private readonly rank: Int32Array;
  private readonly heap: Int32Array;
  private readonly successorBegin: Int32Array;
  private readonly successor: Int32Array;

  constructor(private readonly compiled: Compiled) {
    const { n, horizon, predBegin, predTask } = compiled;
    this.count = new Int32Array(horizon + 2);
    this.waiting = new Int32Array(n);
    this.rank = new Int32Array(n);
    this.heap = new Int32Array(n);
    this.successorBegin = new Int32Array(n + 1);
    this.successor = new Int32Array(predTask.length);
    const { successorBegin, successor } = this;
    for (const before of predTask) successorBegin[before + 1] = (successorBegin[before + 1] ?? 0) + 1;
    for (let task = 0; task < n; task++) {
      successorBegin[task + 1] = (successorBegin[task + 1] ?? 0) + (successorBegin[task] ?? 0);
    }
    const next = successorBegin.slice();
    for (let task = 0; task < n; task++) {
      for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
        const before = predTask[link] ?? 0;
        successor[next[before] ?? 0] = task;
        next[before] = (next[before] ?? 0) + 1;
      }
    }
  }

  /** Ascending by `slot`, ties by ascending number. All slots lie in [from, to]. */
  ascending(slot: Int32Array, from: number, to: number, list: Int32Array): void {
    this.sort(slot, from, to, list);
    if (!this.compiled.startOrderIsFeasible) this.repair(list);
  }

  /** Descending by `slot`, ties by descending number: the order of a mirrored decoder. */
  descending(slot: Int32Array, from: number, to: number, list: Int32Array): void {
    this.sort(slot, from, to, list);
    list.reverse();
    if (!this.compiled.startOrderIsFeasible) this.repairMirrored(list);
  }

  private sort(slot: Int32Array, from: number, to: number, list: Int32Array): void {
    const { count } = this;
    const { n } = this.compiled;
    for (let at = 0; at <= to - from + 1; at++) count[at] = 0;
    for (let task = 0; task < n; task++) {
      const key = (slot[task] as number) - from + 1;
      count[key] = (count[key] as number) + 1;
    }
    for (let at = 1; at <= to - from + 1; at++) count[at] = (count[at] as number) + (count[at - 1] as number);
    for (let task = 0; task < n; task++) {
      const key = (slot[task] as number) - from;
      const at = count[key] as number;
      list[at] = task;
      count[key] = at + 1;
    }
  }

  /** Keeps the order as far as predecessors allow. O(n log n + links). */
  repair(list: Int32Array): void {
    const { n, predBegin } = this.compiled;
    for (let task = 0; task < n; task++)
      this.waiting[task] = (predBegin[task + 1] as number) - (predBegin[task] as number);
    this.kahn(list, this.successorBegin, this.successor);
  }

  repairMirrored(list: Int32Array): void {
    const { predBegin, predTask, n } = this.compiled;
    const { successorBegin } = this;
    for (let task = 0; task < n; task++) {
      this.waiting[task] = (successorBegin[task + 1] as number) - (successorBegin[task] as number);
    }
    this.kahn(list, predBegin, predTask);
  }

  private kahn(list: Int32Array, begin: Int32Array, next: Int32Array): void {
    const { rank, waiting, heap } = this;
    const { n } = this.compiled;
    for (let at = 0; at < n; at++) rank[list[at] as number] = at;
    let size = 0;
    for (let task = 0; task < n; task++) if (waiting[task] === 0) size = this.push(task, size);
    for (let at = 0; at < n; at++) {
      const task = heap[0] as number;
      size = this.pop(size);
      list[at] = task;
      for (let link = begin[task] as number; link < (begin[task + 1] as number); link++) {
        const other = next[link] as number;
        waiting[other] = (waiting[other] as number) - 1;
        if (waiting[other] === 0) size = this.push(other, size);
      }
    }
  }

  private push(task: number, size: number): number {
    const { heap, rank } = this;
    let at = size;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((rank[heap[parent] as number] as number) <= (rank[task] as number)) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = task;
    return size + 1;
  }

  private pop(size: number): number {
    const { heap, rank } = this;
    const left = size - 1;
    const moved = heap[left] as number;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= left) break;
      if (child + 1 < left && (rank[heap[child + 1] as number] as number) < (rank[heap[child] as number] as number))
        child++;
      if ((rank[heap[child] as number] as number) >= (rank[moved] as number)) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = moved;
    return left;
  }
}
