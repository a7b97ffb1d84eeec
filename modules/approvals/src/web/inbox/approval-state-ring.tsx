import { useMessages } from "@yutu/i18n";
import { StatusRing, type StatusTone } from "@yutu/ui";
import type { ReactElement } from "react";
import { approvalTexts } from "../messages.ts";
import type { ApprovalSummary } from "../types.ts";

const LOOKS: Readonly<Record<ApprovalSummary["state"], { readonly stage: number; readonly tone: StatusTone }>> = {
  pending: { stage: 0.5, tone: "review" },
  approved: { stage: 1, tone: "done" },
  returned: { stage: 1, tone: "alarm" },
  withdrawn: { stage: 0, tone: "neutral" },
};

export function ApprovalStateRing({ state }: { readonly state: ApprovalSummary["state"] }): ReactElement {
  const t = useMessages(approvalTexts);
  return <StatusRing {...LOOKS[state]} label={t.state[state]} />;
}
