import { useFormat, useMessages } from "@yutu/i18n";
import { isCurrency } from "@yutu/kernel";
import { Facts, PeekPanel, ProblemNotice, Skeleton, useCommand, useGo, useOperation, usePermission } from "@yutu/ui";
import { type ReactElement, useEffect } from "react";
import { approvals } from "../../contract/index.ts";
import { approvalTexts } from "../messages.ts";
import { useNow } from "../steps/use-now.ts";
import { VerticalApprovalSteps } from "../steps/vertical-steps.tsx";
import type { Approval } from "../types.ts";
import { ApprovalActions } from "./approval-actions.tsx";
import { ApprovalStateRing } from "./approval-state-ring.tsx";
import { subjectPath, useSubjectWord } from "./subject.ts";

interface Props {
  readonly approvalId: string;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
}

/** Notes once that an approver has looked at it. */
function useReadMark(approval: Approval | undefined): void {
  const mayDecide = usePermission("approvals.decide");
  const { run } = useCommand(approvals.openApproval);
  const id = approval?.id;
  const mine = mayDecide && approval?.abilities.decide === true;
  useEffect(() => {
    if (mine && id !== undefined) void run({ params: { approvalId: id } });
  }, [mine, id, run]);
}

function Details({ approval }: { readonly approval: Approval }): ReactElement {
  const t = useMessages(approvalTexts);
  const format = useFormat();
  const word = useSubjectWord();
  const { amountMinor, currency } = approval;
  const amount =
    amountMinor === null || currency === null || !isCurrency(currency)
      ? []
      : [
          {
            key: "amount",
            label: t.amount,
            value: <strong className="yt-figures">{format.money(amountMinor, currency)}</strong>,
          },
        ];
  return (
    <Facts
      items={[
        { key: "state", label: t.status, value: <ApprovalStateRing state={approval.state} /> },
        { key: "kind", label: t.kind, value: word(approval) },
        ...amount,
        { key: "flow", label: t.flow, value: approval.flowName },
      ]}
    />
  );
}

/** One approval beside the list: what it is about, its steps, and the answer. */
export function ApprovalPeek({ approvalId, onClose, onStep }: Props): ReactElement {
  const t = useMessages(approvalTexts);
  const go = useGo();
  const now = useNow();
  const { data, problem, loading, reload } = useOperation(approvals.getApproval, { params: { approvalId } });
  const approval = data?.id === approvalId ? data : undefined;
  useReadMark(approval);
  const path = approval && subjectPath(approval);
  return (
    <PeekPanel
      open
      onClose={onClose}
      code={t.title}
      title={approval?.title ?? ""}
      onStep={onStep}
      {...(path ? { onOpenFull: () => go(path) } : {})}
    >
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={6} />}
      {approval && (
        <div className="ap-peek">
          <Details approval={approval} />
          <ApprovalActions approval={approval} />
          <VerticalApprovalSteps approval={approval} now={now} />
        </div>
      )}
    </PeekPanel>
  );
}
