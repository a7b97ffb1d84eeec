import type { OperationOutput } from "@yutu/contract";
import { type OperationState, useOperation } from "@yutu/ui";
import { projects } from "../../contract/index.ts";
import type { ProjectDraft } from "./draft.ts";

export type PlanPreview = OperationOutput<typeof projects.previewPlan>;

/** The plan that the draft would get. */
export function usePlan(draft: ProjectDraft): OperationState<PlanPreview> {
  const { typeKey, anchorDate, totalBudgetMinor, channels } = draft;
  const body = { typeKey, anchorDate, totalBudgetMinor: totalBudgetMinor ?? 0, channels: [...channels] };
  return useOperation(projects.previewPlan, { body }, { enabled: anchorDate !== "", freshMs: 60_000 });
}
