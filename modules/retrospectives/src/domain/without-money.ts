import { findMetric, measuresOf } from "@yutu/metrics/domain";
import { reviewBudget } from "./budget-review.ts";
import type { Finding, RetrospectiveDocument } from "./document.ts";
import { reviewGoals } from "./goal-review.ts";

/** Whether a figure tells what media cost. */
function tellsCost(metricId: string): boolean {
  const metric = findMetric(metricId);
  return metric !== undefined && measuresOf(metric).includes("adSpend");
}

const withoutCost = <Value>(figures: Readonly<Record<string, Value>>): Record<string, Value> =>
  Object.fromEntries(Object.entries(figures).filter(([metricId]) => !tellsCost(metricId)));

/** The document for readers who may not see money: no budget, no media cost, nothing that follows from them. */
export function withoutMoney(document: RetrospectiveDocument): RetrospectiveDocument {
  const { channels, goals } = document;
  const hidden = new Set(goals.kpis.flatMap((kpi) => (kpi.metricId && tellsCost(kpi.metricId) ? kpi.kpiId : [])));
  const shows = (each: Finding): boolean =>
    each.section !== "budget" && each.section !== "channels" && !each.evidence.some((proof) => hidden.has(proof.id));
  return {
    ...document,
    budget: reviewBudget([]),
    goals: reviewGoals(goals.kpis.filter((kpi) => !hidden.has(kpi.kpiId))),
    channels: {
      ...channels,
      metricIds: channels.metricIds.filter((id) => !tellsCost(id)),
      totals: withoutCost(channels.totals),
      channels: channels.channels.map((row) => ({ ...row, figures: withoutCost(row.figures) })),
    },
    findings: document.findings.filter(shows),
  };
}
