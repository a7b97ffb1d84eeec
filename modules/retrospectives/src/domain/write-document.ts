import { reviewApprovals } from "./approval-review.ts";
import { reviewAssets } from "./asset-review.ts";
import { reviewBudget } from "./budget-review.ts";
import type { ChannelReview, RetrospectiveDocument } from "./document.ts";
import { findingsOf } from "./findings.ts";
import { reviewGoals } from "./goal-review.ts";
import type { ApprovalFacts, AssetFacts, BudgetFacts, KpiResult, PlanFacts } from "./ledgers.ts";
import { reviewSchedule } from "./schedule-review.ts";

export interface Ledgers {
  readonly project: RetrospectiveDocument["project"];
  readonly budget: readonly BudgetFacts[];
  readonly goals: readonly KpiResult[];
  readonly plan: PlanFacts;
  readonly approvals: readonly ApprovalFacts[];
  readonly channels: ChannelReview;
  readonly assets: readonly AssetFacts[];
}

/** The retrospective of a project from its ledgers. The same ledgers give the same document. */
export function writeDocument(ledgers: Ledgers, computedAt: string): RetrospectiveDocument {
  const document = {
    schema: 1,
    computedAt,
    project: ledgers.project,
    budget: reviewBudget(ledgers.budget),
    goals: reviewGoals(ledgers.goals),
    schedule: reviewSchedule(ledgers.plan),
    approvals: reviewApprovals(ledgers.approvals),
    channels: ledgers.channels,
    assets: reviewAssets(ledgers.assets),
  } as const;
  return { ...document, findings: findingsOf(document) };
}
