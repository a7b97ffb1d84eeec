import { useMessages } from "@yutu/i18n";
import {
  DataGrid,
  EmptyState,
  MoreButton,
  PageHeader,
  ProblemNotice,
  Skeleton,
  usePagedOperation,
  usePermission,
  usePhone,
  useUrlState,
} from "@yutu/ui";
import { Segmented } from "antd";
import type { ReactElement } from "react";
import { z } from "zod";
import { approvals } from "../../contract/index.ts";
import { approvalTexts } from "../messages.ts";
import type { ApprovalSummary } from "../types.ts";
import { ApprovalCards } from "./approval-cards.tsx";
import { ApprovalPeek } from "./approval-peek.tsx";
import "./inbox.css";
import { useColumns } from "./use-columns.tsx";

const inboxState = z.object({
  box: z.enum(["waiting", "mine", "decided", "all"]).default("waiting"),
  open: z.string().default(""),
});

const keyOf = (approval: ApprovalSummary): string => approval.id;

/** What waits for the person, what they sent, what they have decided. */
export default function Approvals(): ReactElement {
  const t = useMessages(approvalTexts);
  const phone = usePhone();
  const [{ box, open }, setState] = useUrlState(inboxState);
  const seesAll = usePermission("money.view");
  const list = usePagedOperation(approvals.listApprovals, { query: { box } });
  const columns = useColumns();
  const boxes = (["waiting", "mine", "decided", "all"] as const).filter((key) => key !== "all" || seesAll);
  const show = (approval: ApprovalSummary): void => setState({ open: approval.id });
  const at = list.items.findIndex((approval) => approval.id === open);
  return (
    <>
      <PageHeader title={t.title} />
      <div className="ap-boxes">
        <Segmented
          size="small"
          value={box}
          options={boxes.map((value) => ({ value, label: t.box[value] }))}
          onChange={(value) => setState({ box: value, open: "" })}
        />
      </div>
      <ProblemNotice problem={list.problem} onRetry={() => void list.reload()} />
      {list.loading && <Skeleton columns={phone ? ["1fr"] : ["1fr", "110px", "120px", "110px", "150px", "160px"]} />}
      {!list.loading && !list.problem && list.items.length === 0 && <EmptyState text={t.empty[box]} />}
      {list.items.length > 0 && phone && <ApprovalCards items={list.items} onOpen={show} />}
      {phone && <MoreButton list={list} />}
      {list.items.length > 0 && !phone && (
        <DataGrid
          label={t.title}
          rows={list.items}
          keyOf={keyOf}
          columns={columns}
          onOpen={show}
          onEnd={list.loadMore}
          storageKey="yutu.approvals.columns"
          {...(open === "" ? {} : { current: open })}
        />
      )}
      {open !== "" && (
        <ApprovalPeek
          approvalId={open}
          onClose={() => setState({ open: "" })}
          onStep={(by) => setState({ open: list.items[at + by]?.id ?? open })}
        />
      )}
    </>
  );
}
