import type { Compiled } from "./compile.ts";
import { GeneralPlacement } from "./general-placement.ts";

/**
 * Serial schedule generation (Kelley 1963): takes tasks in the order of a list and gives each its earliest start that
 * keeps links and capacities. All buffers are reused, so decoding allocates nothing.
 * Cost: O(links + Σ slots looked at), a handful of slots per task in practice.
 */
export class SerialDecoder {
  readonly start: Int32Array;
  readonly finish: Int32Array;
  /** Packed free units after the last decode. */
  readonly free: Int32Array;
  private dirtyFrom = 0;
  private dirtyTo: number;
  private readonly general: GeneralPlacement;

  constructor(readonly compiled: Compiled) {
    this.start = new Int32Array(compiled.n);
    this.finish = new Int32Array(compiled.n);
    this.free = compiled.base.slice();
    this.dirtyTo = 0;
    this.general = new GeneralPlacement(compiled, this.start, this.finish, this.free);
  }

  /** Resources chosen for the pooled needs of a task in the last decode. */
  chosen(task: number): readonly number[] {
    return this.general.chosen[task] ?? [];
  }

  /**
   * @param list canonical task numbers, predecessors first.
   * @param origin no task starts before this slot.
   * @returns the largest finish, or −1 when some task finds no place within the horizon.
   */
  decode(list: Int32Array, origin: number): number {
    this.reset();
    const end = this.compiled.plain ? this.decodePlain(list, origin) : this.decodeGeneral(list, origin);
    this.dirtyFrom = end < 0 ? 0 : origin;
    this.dirtyTo = end < 0 ? this.compiled.horizon : end;
    return end;
  }

  private reset(): void {
    const { free } = this;
    const { base, horizon, packing } = this.compiled;
    for (let word = 0; word < packing.words; word++) {
      const to = word * horizon + this.dirtyTo;
      for (let at = word * horizon + this.dirtyFrom; at < to; at++) free[at] = base[at] as number;
    }
  }

  private decodePlain(list: Int32Array, origin: number): number {
    const { start, finish } = this;
    const { n, horizon, duration, release, predBegin, predTask, predOffset, demandBegin } = this.compiled;
    let makespan = origin;
    for (let at = 0; at < n; at++) {
      const task = list[at] as number;
      const length = duration[task] as number;
      let t = release[task] as number;
      if (t < origin) t = origin;
      const lastLink = predBegin[task + 1] as number;
      for (let link = predBegin[task] as number; link < lastLink; link++) {
        const bound = (start[predTask[link] as number] as number) + (predOffset[link] as number);
        if (bound > t) t = bound;
      }
      const first = demandBegin[task] as number;
      const last = demandBegin[task + 1] as number;
      if (last > first) {
        t = last - first === 1 ? this.placeNarrow(first, t, length) : this.placeWide(first, last, t, length);
        if (t < 0) return -1;
      }
      const end = t + length;
      start[task] = t;
      finish[task] = end;
      if (end > makespan) makespan = end;
    }
    return makespan > horizon ? -1 : makespan;
  }

  /** Earliest start from `from` for a task whose demands lie in one word; takes the units. */
  private placeNarrow(at: number, from: number, length: number): number {
    const { free, compiled } = this;
    const base = compiled.demandBase[at] as number;
    const bits = compiled.demandBits[at] as number;
    const guard = compiled.demandGuard[at] as number;
    const limit = base + compiled.horizon;
    let first = base + from;
    // Slots from the one after a conflict up to `floor` were found free before the window moved.
    let floor = first;
    let slot = first + length - 1;
    while (slot >= floor) {
      if (slot >= limit) return -1;
      if ((((free[slot] as number) - bits) & guard) === guard) slot--;
      else {
        floor = first + length;
        first = slot + 1;
        slot += length;
      }
    }
    for (let k = first; k < first + length; k++) free[k] = (free[k] as number) - bits;
    return first - base;
  }

  /** Earliest start from `from` for a task whose demands span several words; takes the units. */
  private placeWide(first: number, last: number, from: number, length: number): number {
    const { free } = this;
    const { horizon, demandBase, demandBits, demandGuard } = this.compiled;
    let t = from;
    if (t + length > horizon) return -1;
    for (let slot = t + length - 1; slot >= t; slot--) {
      for (let at = first; at < last; at++) {
        const guard = demandGuard[at] as number;
        if ((((free[(demandBase[at] as number) + slot] as number) - (demandBits[at] as number)) & guard) === guard)
          continue;
        t = slot + 1;
        slot = t + length;
        if (slot > horizon) return -1;
        break;
      }
    }
    for (let at = first; at < last; at++) {
      const base = demandBase[at] as number;
      const bits = demandBits[at] as number;
      for (let slot = base + t; slot < base + t + length; slot++) free[slot] = (free[slot] as number) - bits;
    }
    return t;
  }

  private decodeGeneral(list: Int32Array, origin: number): number {
    const { n, horizon, pinned } = this.compiled;
    let makespan = origin;
    this.general.placePinned();
    for (let at = 0; at < n; at++) {
      const task = list[at] as number;
      if ((pinned[task] as number) < 0 && !this.general.place(task, origin)) return -1;
      const end = this.finish[task] as number;
      if (end > makespan) makespan = end;
    }
    return makespan > horizon ? -1 : makespan;
  }
}
