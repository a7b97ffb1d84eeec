import { useMessages } from "@yutu/i18n";
import { StatusRing, type StatusTone } from "@yutu/ui";
import type { ReactElement } from "react";
import { budgetTexts } from "../messages.ts";
import type { ClaimStatus as Status } from "./use-claims.ts";

const LOOK: Readonly<Record<Status, { stage: number; tone: StatusTone }>> = {
  draft: { stage: 0, tone: "neutral" },
  in_review: { stage: 0.5, tone: "review" },
  approved: { stage: 0.8, tone: "active" },
  paid: { stage: 1, tone: "done" },
  returned: { stage: 0.2, tone: "alarm" },
  cancelled: { stage: 0, tone: "neutral" },
};

/** A claim's status as a filling ring and a word. */
export function ClaimStatus({ status }: { readonly status: Status }): ReactElement {
  const t = useMessages(budgetTexts);
  return <StatusRing {...LOOK[status]} label={t.statuses[status]} />;
}
