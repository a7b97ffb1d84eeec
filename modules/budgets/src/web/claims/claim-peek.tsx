import { useFormat, useMessages } from "@yutu/i18n";
import { taskCode } from "@yutu/tasks/domain";
import { AppLink, Facts, PeekPanel, toast, useCommand, useGo } from "@yutu/ui";
import { Button } from "antd";
import type { ReactElement } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf } from "../money.ts";
import { ClaimStatus } from "./claim-status.tsx";
import type { Claim } from "./use-claims.ts";

interface ClaimPeekProps {
  readonly claim: Claim;
  readonly onClose: () => void;
  readonly onStep: (step: 1 | -1) => void;
  readonly onEdit: (claim: Claim) => void;
}

/** What may be done with the claim now. */
function Actions({ claim, onEdit }: Pick<ClaimPeekProps, "claim" | "onEdit">): ReactElement {
  const t = useMessages(budgetTexts);
  const params = { claimId: claim.id };
  const submit = useCommand(budgets.submitClaim, { changes: ["approvals"], done: () => toast.done(t.submitted) });
  const pay = useCommand(budgets.payClaim, { done: () => toast.done(t.paid) });
  const cancel = useCommand(budgets.cancelClaim, { done: () => toast.done(t.voided) });
  const { abilities } = claim;
  return (
    <div className="bg-actions">
      {abilities.submit && (
        <Button type="primary" loading={submit.pending} onClick={() => void submit.run({ params })}>
          {t.submit}
        </Button>
      )}
      {abilities.pay && (
        <Button type="primary" loading={pay.pending} onClick={() => void pay.run({ params })}>
          {t.pay}
        </Button>
      )}
      {abilities.edit && <Button onClick={() => onEdit(claim)}>{t.editClaim}</Button>}
      {abilities.cancel && (
        <Button loading={cancel.pending} onClick={() => void cancel.run({ params })}>
          {t.voidClaim}
        </Button>
      )}
    </div>
  );
}

function Receipts({ claim }: { readonly claim: Claim }): ReactElement {
  return (
    <ul className="bg-receipts">
      {claim.receipts.map((file) => (
        <li key={file.fileId}>
          <a href={`/api/v1/files/${file.fileId}?inline=true`} target="_blank" rel="noreferrer">
            {file.name}
          </a>
        </li>
      ))}
    </ul>
  );
}

/** One claim beside the list. */
export function ClaimPeek({ claim, onClose, onStep, onEdit }: ClaimPeekProps): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const go = useGo();
  const currency = currencyOf(claim.currency);
  const facts = [
    { key: "status", label: t.status, value: <ClaimStatus status={claim.status} /> },
    {
      key: "amount",
      label: t.amount,
      value: <strong className="yt-figures">{format.money(claim.amountMinor, currency)}</strong>,
    },
    ...(claim.task
      ? [
          {
            key: "task",
            label: t.task,
            value: (
              <AppLink to={`/tasks/${claim.task.id}`}>
                {taskCode(claim.task.number)} {claim.task.title}
              </AppLink>
            ),
          },
        ]
      : []),
    { key: "tax", label: t.tax, value: format.money(claim.taxMinor, currency) },
    { key: "requester", label: t.requester, value: claim.requesterName },
    {
      key: "invoice",
      label: t.invoiceNumber,
      value: [claim.invoiceCode, claim.invoiceNumber].filter(Boolean).join(" · ") || "–",
    },
    { key: "seller", label: t.seller, value: claim.seller || "–" },
    ...claim.lines.map((l) => ({ key: l.lineId, label: l.lineName, value: format.money(l.amountMinor, currency) })),
    ...(claim.justification ? [{ key: "why", label: t.justification, value: claim.justification }] : []),
    ...(claim.receipts.length > 0 ? [{ key: "receipts", label: t.receipts, value: <Receipts claim={claim} /> }] : []),
    ...(claim.approvalId
      ? [
          {
            key: "approval",
            label: "",
            value: (
              <AppLink to="/approvals" search={{ open: claim.approvalId }}>
                {t.seeApproval}
              </AppLink>
            ),
          },
        ]
      : []),
  ];
  return (
    <PeekPanel
      open
      onClose={onClose}
      onStep={onStep}
      code={claim.exceeds ? t.exceeds : t.claims}
      title={claim.title}
      onOpenFull={() => go(`/projects/${claim.projectId}/budget`)}
    >
      <Facts items={facts} />
      <Actions claim={claim} onEdit={onEdit} />
    </PeekPanel>
  );
}
