import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { AvatarStack, figuresColumn, type GridColumn, personColumn, textColumn } from "@yutu/ui";
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
      textColumn({ key: "title", title: t.subject, widthPx: 260, grow: true }, (a) => a.title),
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
      personColumn({ key: "requester", title: t.requester, widthPx: 110 }, (a) => ({
        id: a.requestedBy,
        name: a.requesterName,
      })),
      {
        key: "waiting",
        title: t.waitingFor,
        widthPx: 110,
        cell: (a) => (
          <AvatarStack people={a.waitingFor.map((w) => ({ id: w.memberId, name: w.memberName }))} size={20} />
        ),
        text: (a) => a.waitingFor.map((w) => w.memberName).join(" "),
      },
      figuresColumn({ key: "at", title: t.requestedAt, widthPx: 156 }, (a) => format.dateTime(a.requestedAt)),
    ],
    [t, format, word],
  );
}
