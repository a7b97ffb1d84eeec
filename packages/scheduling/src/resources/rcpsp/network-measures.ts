import type { Compiled } from "./compile.ts";

/** Number of all direct and indirect successors, and the sum of their durations. */
export interface SuccessorTotals {
  readonly count: Float64Array;
  readonly work: Float64Array;
}

/** Transitive closure by bit sets. O(links · n / 32) time and n² / 8 bytes. */
export function totalSuccessors(compiled: Compiled): SuccessorTotals {
  const { n, duration, predBegin, predTask } = compiled;
  const width = (n + 31) >>> 5;
  const reach = new Int32Array(n * width);
  for (let task = n - 1; task >= 0; task--) {
    for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
      const before = (predTask[link] ?? 0) * width;
      for (let word = 0; word < width; word++) {
        reach[before + word] = (reach[before + word] ?? 0) | (reach[task * width + word] ?? 0);
      }
      reach[before + (task >>> 5)] = (reach[before + (task >>> 5)] ?? 0) | (1 << (task & 31));
    }
  }
  const count = new Float64Array(n);
  const work = new Float64Array(n);
  for (let task = 0; task < n; task++) {
    for (let other = 0; other < n; other++) {
      if (((reach[task * width + (other >>> 5)] ?? 0) & (1 << (other & 31))) === 0) continue;
      count[task] = (count[task] ?? 0) + 1;
      work[task] = (work[task] ?? 0) + (duration[other] ?? 0);
    }
  }
  return { count, work };
}

/** Sum over packed words of the share of capacity that a task asks; a pool counts seats over candidates. */
export function loadShare(compiled: Compiled): Float64Array {
  const { n, packing, horizon, demandBegin, demandBase, demandBits, base, teams } = compiled;
  const share = new Float64Array(n);
  for (let task = 0; task < n; task++) {
    let total = 0;
    for (let at = demandBegin[task] ?? 0; at < (demandBegin[task + 1] ?? 0); at++) {
      const offset = demandBase[at] ?? 0;
      for (const { word, shift, guard } of packing.resources) {
        if (word * horizon !== offset) continue;
        const field = (guard >>> shift) - 1;
        const units = ((demandBits[at] ?? 0) >>> shift) & field;
        const capacity = ((base[offset] ?? 0) >>> shift) & field;
        if (units > 0) total += units / Math.max(1, capacity);
      }
    }
    for (const seat of teams[task] ?? []) total += 1 / Math.max(1, seat.length);
    share[task] = total;
  }
  return share;
}
