import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { AvatarStack, type GridColumn, MemberAvatar } from "@yutu/ui";
import { useMemo } from "react";
import { approvalTexts } from "../messages.ts";
import type { ApprovalSummary } from "../types.ts";
import { ApprovalStateRing } from "./approval-state-ring.tsx";
import { useSubjectWord } from "./subject.ts";

/** Columns of the table of approvals. */
export function useColumns(): GridColumn<ApprovalSummary>[] {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  const word = useSubjectWord();
  return useMemo(
    () => [
      {
        key: "title",
        title: t.subject,
        widthPx: 260,
        grow: true,
        cell: (a) => <span className="yt-ellipsis">{a.title}</span>,
        text: (a) => a.title,
      },
      { key: "kind", title: t.kind, widthPx: 110, cell: (a) => word(a), text: (a) => word(a) },
      {
        key: "amount",
        title: t.amount,
        widthPx: 120,
        align: "end",
        cell: (a) =>
          a.amountMinor !== null && a.currency !== null && isCurrency(a.currency) ? (
            <span className="yt-figures">{format.money(a.amountMinor, a.currency)}</span>
          ) : null,
      },
      { key: "state", title: t.status, widthPx: 110, cell: (a) => <ApprovalStateRing state={a.state} /> },
      {
        key: "requester",
        title: t.requester,
        widthPx: 110,
        cell: (a) => <MemberAvatar person={{ id: a.requestedBy, name: a.requesterName }} named />,
        text: (a) => a.requesterName,
      },
      {
        key: "waiting",
        title: t.waitingFor,
        widthPx: 110,
        cell: (a) => (
          <AvatarStack people={a.waitingFor.map((w) => ({ id: w.memberId, name: w.memberName }))} size={20} />
        ),
        text: (a) => a.waitingFor.map((w) => w.memberName).join(" "),
      },
      {
        key: "at",
        title: t.requestedAt,
        widthPx: 156,
        cell: (a) => <span className="yt-figures">{format.dateTime(a.requestedAt)}</span>,
      },
    ],
    [t, format, word],
  );
}
