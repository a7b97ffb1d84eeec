import type { Distances } from "./bounds.ts";
import type { Compiled } from "./compile.ts";
import { loadShare, totalSuccessors } from "./network-measures.ts";

/**
 * Static priority rules; the task with the smallest value goes first. Survey: Kolisch, "Efficient priority rules for
 * the resource-constrained project scheduling problem", J. of Operations Management 14 (1996).
 */
export type PriorityRule =
  | "LFT"
  | "LST"
  | "MSLK"
  | "EFT"
  | "EST"
  | "MTS"
  | "MIS"
  | "GRPW"
  | "RPW"
  | "WRUP"
  | "GRD"
  | "SPT";

export const PRIORITY_RULES: readonly PriorityRule[] = [
  "LFT",
  "LST",
  "MTS",
  "RPW",
  "GRPW",
  "WRUP",
  "MSLK",
  "EFT",
  "EST",
  "MIS",
  "GRD",
  "SPT",
];

/** Sum of durations over a task and its direct successors (greatest rank positional weight). */
function rankWeight(compiled: Compiled): Float64Array {
  const { n, duration, predBegin, predTask } = compiled;
  const weight = Float64Array.from(duration);
  for (let task = 0; task < n; task++) {
    for (let link = predBegin[task] ?? 0; link < (predBegin[task + 1] ?? 0); link++) {
      const before = predTask[link] ?? 0;
      weight[before] = (weight[before] ?? 0) + (duration[task] ?? 0);
    }
  }
  return weight;
}

function directSuccessors(compiled: Compiled): Float64Array {
  const count = new Float64Array(compiled.n);
  for (const before of compiled.predTask) count[before] = (count[before] ?? 0) + 1;
  return count;
}

/** Values of one rule for every task. O(n²/32) for rules that count all successors, else O(n + links). */
export function priorities(compiled: Compiled, rule: PriorityRule, { head, tail, span }: Distances): Float64Array {
  const { duration } = compiled;
  const of = (value: (task: number) => number): Float64Array => Float64Array.from(duration, (_, task) => value(task));
  const length = (task: number): number => duration[task] ?? 0;
  const latestFinish = (task: number): number => span - (tail[task] ?? 0);
  switch (rule) {
    case "LFT":
      return of(latestFinish);
    case "LST":
      return of((task) => latestFinish(task) - length(task));
    case "MSLK":
      return of((task) => latestFinish(task) - length(task) - (head[task] ?? 0));
    case "EFT":
      return of((task) => (head[task] ?? 0) + length(task));
    case "EST":
      return of((task) => head[task] ?? 0);
    case "SPT":
      return of(length);
    case "MIS": {
      const count = directSuccessors(compiled);
      return of((task) => -(count[task] ?? 0));
    }
    case "GRPW": {
      const weight = rankWeight(compiled);
      return of((task) => -(weight[task] ?? 0));
    }
    case "MTS": {
      const { count } = totalSuccessors(compiled);
      return of((task) => -(count[task] ?? 0));
    }
    case "RPW": {
      const { work } = totalSuccessors(compiled);
      return of((task) => -(work[task] ?? 0) - length(task));
    }
    case "WRUP": {
      const count = directSuccessors(compiled);
      const share = loadShare(compiled);
      return of((task) => -0.7 * (count[task] ?? 0) - 0.3 * (share[task] ?? 0));
    }
    case "GRD": {
      const share = loadShare(compiled);
      return of((task) => -length(task) * (share[task] ?? 0));
    }
  }
}
