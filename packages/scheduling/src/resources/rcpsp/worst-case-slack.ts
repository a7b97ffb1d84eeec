import type { Distances } from "./bounds.ts";
import type { Compiled } from "./compile.ts";
import type { ParallelDecoder, PickReady } from "./parallel-decoder.ts";

/** Whether two tasks that fit alone also fit beside each other at slot `at`. */
function compatible(compiled: Compiled, free: Int32Array, at: number, a: number, b: number): boolean {
  const { demandBegin, demandBase, demandBits, demandGuard } = compiled;
  for (let i = demandBegin[a] ?? 0; i < (demandBegin[a + 1] ?? 0); i++) {
    for (let j = demandBegin[b] ?? 0; j < (demandBegin[b + 1] ?? 0); j++) {
      if (demandBase[i] !== demandBase[j]) continue;
      const left = (free[(demandBase[i] ?? 0) + at] ?? 0) - (demandBits[i] ?? 0) - (demandBits[j] ?? 0);
      const guard = (demandGuard[i] ?? 0) & (demandGuard[j] ?? 0);
      if ((left & guard) !== guard) return false;
    }
  }
  return true;
}

/**
 * Worst case slack (Kolisch 1996): take the task that would keep the least slack if the most harmful of its competitors
 * went first. A competitor that leaves room lets the task start at once; one that does not makes it wait until the
 * competitor is finished, or until running work frees enough, whichever is sooner.
 */
export function worstCaseSlack(compiled: Compiled, decoder: ParallelDecoder, { tail, span }: Distances): PickReady {
  const { duration, n } = compiled;
  const nextRelease = (at: number): number => {
    let soonest = Number.MAX_SAFE_INTEGER;
    for (let task = 0; task < n; task++) {
      const end = decoder.finish[task] ?? 0;
      if (decoder.isPlaced(task) && end > at && end < soonest) soonest = end;
    }
    return soonest;
  };
  return (ready, at) => {
    const release = nextRelease(at);
    let best = 0;
    let least = Number.POSITIVE_INFINITY;
    for (const [position, task] of ready.entries()) {
      let latest = at;
      for (const other of ready) {
        if (other === task || compatible(compiled, decoder.free, at, task, other)) continue;
        latest = Math.max(latest, Math.min(at + (duration[other] ?? 0), release));
      }
      const slack = span - (tail[task] ?? 0) - (duration[task] ?? 0) - latest;
      if (slack > least || (slack === least && task > (ready[best] ?? 0))) continue;
      least = slack;
      best = position;
    }
    return best;
  };
}
