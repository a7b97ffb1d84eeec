import { type KpiJudgement, type KpiStatus, statusOfLead } from "./kpi-status.ts";

export interface GoalNode {
  readonly id: string;
  readonly parentId: string | null;
  readonly weight: number;
  readonly kpis: readonly { readonly weight: number; readonly judgement: KpiJudgement }[];
}

/** Progress of a goal from what lies below it. */
export interface RolledUp {
  readonly status: KpiStatus;
  readonly progress: number | null;
  readonly expectedProgress: number | null;
  /** KPIs below that have a value, and that have none and are left out of the figures. */
  readonly counted: number;
  readonly withoutValue: number;
}

interface Part {
  readonly weight: number;
  readonly progress: number;
  readonly expectedProgress: number;
}

const isFinal = (status: KpiStatus): boolean => status === "achieved" || status === "missed";

function statusOf(statuses: readonly KpiStatus[], lead: number | null): KpiStatus {
  const known = statuses.filter((s) => s !== "no_data" && s !== "not_started");
  if (lead === null || known.length === 0) return statuses.includes("no_data") ? "no_data" : "not_started";
  if (known.every(isFinal)) return known.includes("missed") ? "missed" : "achieved";
  return statusOfLead(lead);
}

function combine(parts: readonly Part[]): { progress: number; expectedProgress: number } | null {
  const total = parts.reduce((sum, p) => sum + p.weight, 0);
  if (total <= 0) return null;
  const mean = (of: (p: Part) => number) => parts.reduce((sum, p) => sum + p.weight * of(p), 0) / total;
  return { progress: mean((p) => p.progress), expectedProgress: mean((p) => p.expectedProgress) };
}

/**
 * Progress of each goal: the weighted mean of its KPIs and of the goals below it. What has no value yet is left out of
 * both progress and expectation, and counted in `withoutValue`. A cycle of parents ends where it began.
 */
export function rollUpGoals(goals: readonly GoalNode[]): ReadonlyMap<string, RolledUp> {
  const children = new Map<string, GoalNode[]>();
  for (const goal of goals) {
    if (goal.parentId !== null) children.set(goal.parentId, [...(children.get(goal.parentId) ?? []), goal]);
  }
  const done = new Map<string, RolledUp>();
  const open = new Set<string>();
  const visit = (goal: GoalNode): RolledUp => {
    const known = done.get(goal.id);
    if (known) return known;
    open.add(goal.id);
    const below = (children.get(goal.id) ?? [])
      .filter((c) => !open.has(c.id))
      .map((c) => ({ weight: c.weight, ...visit(c) }));
    const own = goal.kpis.map(({ weight, judgement }) => ({ weight, ...judgement }));
    const parts = [...own, ...below].flatMap((p) =>
      p.progress === null || p.expectedProgress === null
        ? []
        : [{ weight: p.weight, progress: p.progress, expectedProgress: p.expectedProgress }],
    );
    const mean = combine(parts);
    const counted = own.filter((k) => k.progress !== null).length + below.reduce((n, c) => n + c.counted, 0);
    const result: RolledUp = {
      status: statusOf(
        [...own, ...below].map((p) => p.status),
        mean && mean.progress - mean.expectedProgress,
      ),
      progress: mean?.progress ?? null,
      expectedProgress: mean?.expectedProgress ?? null,
      counted,
      withoutValue:
        own.length - own.filter((k) => k.progress !== null).length + below.reduce((n, c) => n + c.withoutValue, 0),
    };
    open.delete(goal.id);
    done.set(goal.id, result);
    return result;
  };
  for (const goal of goals) visit(goal);
  return done;
}
