import type { GoalReview } from "./document.ts";
import type { KpiResult } from "./ledgers.ts";

/** From this share of the way on a KPI counts as nearly reached. */
export const NEAR_FROM = 0.85;

/**
 * Share of the way from the baseline to the target that was gone: (actual − baseline) ÷ (target − baseline). It works
 * for falling targets as well. Where the target is the baseline, holding it is all of the way. Without a baseline the
 * way begins at zero.
 */
export function attainmentOf(kpi: Pick<KpiResult, "baseline" | "target" | "actual" | "direction">): number | null {
  const { target, actual, direction } = kpi;
  if (target === null || actual === null) return null;
  const base = kpi.baseline ?? 0;
  if (target === base) {
    const held = direction === "up" ? actual >= target : actual <= target;
    return held ? 1 : 0;
  }
  return (actual - base) / (target - base);
}

const verdictOf = (attainment: number | null): GoalReview["kpis"][number]["verdict"] => {
  if (attainment === null) return "no_value";
  if (attainment >= 1) return "reached";
  return attainment >= NEAR_FROM ? "near" : "missed";
};

const between0And1 = (x: number): number => Math.min(1, Math.max(0, x));

/** How far each KPI came, and all of them by weight; one that went too far does not make up for another. */
export function reviewGoals(results: readonly KpiResult[]): GoalReview {
  const kpis = results.map((kpi) => {
    const attainment = attainmentOf(kpi);
    return { ...kpi, attainment, verdict: verdictOf(attainment) };
  });
  const counted = kpis.flatMap(({ attainment, weight }) => (attainment === null ? [] : [{ attainment, weight }]));
  const weights = counted.reduce((sum, kpi) => sum + kpi.weight, 0);
  const gone = counted.reduce((sum, kpi) => sum + kpi.weight * between0And1(kpi.attainment), 0);
  return {
    kpis,
    attainment: weights > 0 ? gone / weights : null,
    reached: kpis.filter((kpi) => kpi.verdict === "reached").length,
  };
}
