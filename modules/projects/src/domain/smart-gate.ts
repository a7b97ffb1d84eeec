import type { CalendarDate } from "@yutu/kernel";
import type { GoalFacts, KpiFacts } from "./goal.ts";

export type SmartField = "goals" | "kpi" | "owner" | "metric" | "source" | "baseline" | "target" | "deadline";
export type SmartCode = "missing" | "unknown" | "not_beyond_baseline" | "before_start" | "no_distance";

/** One thing that keeps a goal in draft. `goal` and `kpi` are positions in what was asked about. */
export interface SmartFault {
  readonly goal: number | null;
  readonly kpi: number | null;
  readonly field: SmartField;
  readonly code: SmartCode;
}

export interface SmartContext {
  readonly startDate: CalendarDate;
  /** Whether the metric catalogue knows the id. */
  readonly knowsMetric: (metricId: string) => boolean;
  /** Whether a metric grows from zero over the project (sales, orders) instead of standing at a level (rates, averages). */
  readonly accumulates: (metricId: string) => boolean;
}

type Found = { readonly field: SmartField; readonly code: SmartCode };
const missing = (field: SmartField): Found => ({ field, code: "missing" });

function sourceFaults(kpi: KpiFacts, context: SmartContext): Found[] {
  if (kpi.source === "manual") return kpi.sourceNote.trim() === "" ? [missing("source")] : [];
  if (kpi.metricId === null) return [missing("metric")];
  return context.knowsMetric(kpi.metricId) ? [] : [{ field: "metric", code: "unknown" }];
}

function targetFaults(kpi: KpiFacts, context: SmartContext): Found[] {
  const { baseline, target, direction } = kpi;
  const absent = [...(baseline === null ? [missing("baseline")] : []), ...(target === null ? [missing("target")] : [])];
  if (baseline === null || target === null) return absent;
  const beyond = direction === "up" ? target > baseline : target < baseline;
  if (!beyond) return [{ field: "target", code: "not_beyond_baseline" }];
  const fromZero = kpi.metricId !== null && context.accumulates(kpi.metricId);
  return fromZero && target === 0 ? [{ field: "target", code: "no_distance" }] : [];
}

function deadlineFaults(kpi: KpiFacts, context: SmartContext): Found[] {
  if (kpi.deadline === null) return [missing("deadline")];
  return kpi.deadline <= context.startDate ? [{ field: "deadline", code: "before_start" }] : [];
}

/**
 * The SMART gate: what each goal still lacks to be checkable. Specific and measurable: a metric with its source;
 * achievable and relevant: a target beyond the baseline in the metric's direction and somebody who answers for it;
 * time-bound: a deadline. A goal without KPIs passes only when goals below it carry them.
 * @returns nothing when the goals may leave draft
 */
export function smartFaults(goals: readonly GoalFacts[], context: SmartContext): SmartFault[] {
  if (goals.length === 0) return [{ goal: null, kpi: null, field: "goals", code: "missing" }];
  const parents = new Set(goals.map((g) => g.parent));
  return goals.flatMap((goal, g): SmartFault[] => {
    if (goal.kpis.length === 0)
      return parents.has(goal.key) ? [] : [{ goal: g, kpi: null, field: "kpi", code: "missing" }];
    return goal.kpis.flatMap((kpi, k) =>
      [
        ...sourceFaults(kpi, context),
        ...targetFaults(kpi, context),
        ...deadlineFaults(kpi, context),
        ...((kpi.ownerId ?? goal.ownerId) === null ? [missing("owner")] : []),
      ].map((fault) => ({ goal: g, kpi: k, ...fault })),
    );
  });
}
