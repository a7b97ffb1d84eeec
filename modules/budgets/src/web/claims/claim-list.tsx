import { useFormat, useMessages } from "@yutu/i18n";
import {
  AmountCell,
  DataGrid,
  EmptyState,
  figuresColumn,
  type GridColumn,
  MobileCard,
  MobileCards,
  MoreButton,
  ProblemNotice,
  Skeleton,
  textColumn,
  usePagedOperation,
  usePhone,
} from "@yutu/ui";
import { Button } from "antd";
import { type ReactElement, useMemo, useState } from "react";
import { budgets } from "../../contract/index.ts";
import { budgetTexts } from "../messages.ts";
import { currencyOf } from "../money.ts";
import { ClaimPeek } from "./claim-peek.tsx";
import { ClaimStatus } from "./claim-status.tsx";
import type { Claim, ClaimStatus as Status } from "./use-claims.ts";

const keyOf = (claim: Claim): string => claim.id;

function useColumns(): GridColumn<Claim>[] {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  return useMemo(
    () => [
      textColumn({ key: "title", title: t.claimTitle, widthPx: 240, grow: true }, (c) => c.title),
      { key: "status", title: t.status, widthPx: 104, cell: (c) => <ClaimStatus status={c.status} /> },
      textColumn({ key: "requester", title: t.requester, widthPx: 100 }, (c) => c.requesterName),
      figuresColumn({ key: "invoice", title: t.invoiceNumber, widthPx: 196 }, (c) => c.invoiceNumber),
      figuresColumn({ key: "date", title: t.date, widthPx: 120 }, (c) => format.day(c.createdAt)),
      {
        key: "amount",
        title: t.amount,
        widthPx: 120,
        align: "end",
        cell: (c) => <AmountCell minor={c.amountMinor} currency={currencyOf(c.currency)} />,
        text: (c) => String(c.amountMinor / 100),
      },
    ],
    [t, format],
  );
}

interface ClaimListProps {
  readonly projectId?: string;
  readonly mine?: boolean;
  readonly status?: Status;
  readonly taskId?: string;
  readonly onNew?: () => void;
  readonly onEdit: (claim: Claim) => void;
}

/** Claims as a table or as cards, with a panel for one of them. */
export function ClaimList({ projectId, mine, status, taskId, onNew, onEdit }: ClaimListProps): ReactElement {
  const t = useMessages(budgetTexts);
  const format = useFormat();
  const phone = usePhone();
  const columns = useColumns();
  const [openId, setOpenId] = useState<string>();
  const query = {
    ...(projectId ? { projectId } : {}),
    ...(mine ? { mine: "true" as const } : {}),
    ...(status ? { status } : {}),
    ...(taskId ? { taskId } : {}),
  };
  const list = usePagedOperation(budgets.listClaims, { query }, { live: ["claim", "approval"] });
  const open = list.items.find((c) => c.id === openId);
  const step = (by: 1 | -1): void => {
    const next = list.items[list.items.findIndex((c) => c.id === openId) + by];
    if (next) setOpenId(next.id);
  };
  if (list.loading)
    return <Skeleton columns={phone ? ["1fr"] : ["1fr", "104px", "100px", "196px", "120px", "120px"]} />;
  return (
    <>
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.items.length === 0 && !list.problem && (
        <EmptyState text={t.noClaims} action={onNew && <Button onClick={onNew}>{t.newClaim}</Button>} />
      )}
      {list.items.length > 0 && phone && (
        <MobileCards label={t.claims}>
          {list.items.map((c) => (
            <MobileCard
              key={c.id}
              title={c.title}
              onOpen={() => setOpenId(c.id)}
              facts={<ClaimStatus status={c.status} />}
              figure={format.money(c.amountMinor, currencyOf(c.currency))}
            />
          ))}
        </MobileCards>
      )}
      {phone && <MoreButton list={list} />}
      {list.items.length > 0 && !phone && (
        <DataGrid
          label={t.claims}
          rows={list.items}
          keyOf={keyOf}
          columns={columns}
          {...(openId ? { current: openId } : {})}
          onOpen={(c) => setOpenId(c.id)}
          onEnd={list.loadMore}
          storageKey="yutu.claims.columns"
          inPage
        />
      )}
      {open && <ClaimPeek claim={open} onClose={() => setOpenId(undefined)} onStep={step} onEdit={onEdit} />}
    </>
  );
}
