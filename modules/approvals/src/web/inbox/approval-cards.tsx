import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { MemberAvatar, MobileCard, MobileCards } from "@yutu/ui";
import type { ReactElement } from "react";
import { approvalTexts } from "../messages.ts";
import type { ApprovalSummary } from "../types.ts";
import { ApprovalStateRing } from "./approval-state-ring.tsx";
import { useSubjectWord } from "./subject.ts";

interface Props {
  readonly items: readonly ApprovalSummary[];
  readonly onOpen: (approval: ApprovalSummary) => void;
}

/** The list on phones. */
export function ApprovalCards({ items, onOpen }: Props): ReactElement {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  const word = useSubjectWord();
  return (
    <MobileCards label={t.title}>
      {items.map((approval) => (
        <MobileCard
          key={approval.id}
          title={approval.title}
          mark={<MemberAvatar person={{ id: approval.requestedBy, name: approval.requesterName }} />}
          facts={
            <>
              <ApprovalStateRing state={approval.state} />
              <span>{word(approval)}</span>
            </>
          }
          figure={
            approval.amountMinor !== null && approval.currency !== null && isCurrency(approval.currency)
              ? format.moneyShort(approval.amountMinor, approval.currency)
              : undefined
          }
          onOpen={() => onOpen(approval)}
        />
      ))}
    </MobileCards>
  );
}
