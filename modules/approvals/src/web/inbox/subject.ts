import { useMessages } from "@yutu/i18n";
import { approvalTexts } from "../messages.ts";
import type { ApprovalSummary } from "../types.ts";

/** What kind of thing is to be approved; an unknown kind is called by its flow. */
export function useSubjectWord(): (approval: Pick<ApprovalSummary, "subjectType" | "flowName">) => string {
  const words: Partial<Record<string, string>> = useMessages(approvalTexts).subjects;
  return ({ subjectType, flowName }) => words[subjectType] ?? flowName;
}

/** The page of the subject: the project itself, the budget for money, the project for the rest. */
export function subjectPath({
  subjectType,
  projectId,
}: Pick<ApprovalSummary, "subjectType" | "projectId">): string | undefined {
  if (projectId === null) return undefined;
  return subjectType.startsWith("budgets.") ? `/projects/${projectId}/budget` : `/projects/${projectId}`;
}
