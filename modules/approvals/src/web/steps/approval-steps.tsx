import { ProblemNotice, Skeleton, useOperation } from "@yutu/ui";
import type { ReactElement } from "react";
import { approvals } from "../../contract/index.ts";
import { ApprovalActions } from "../inbox/approval-actions.tsx";
import { useNow } from "./use-now.ts";
import { VerticalApprovalSteps } from "./vertical-steps.tsx";

/** The steps of one approval with what the person may do about it; for the page of its subject. */
export function ApprovalSteps({ approvalId }: { readonly approvalId: string }): ReactElement {
  const now = useNow();
  const { data, problem, loading, reload } = useOperation(approvals.getApproval, { params: { approvalId } });
  if (problem?.status === 404) return <></>;
  return (
    <>
      <ProblemNotice problem={problem} onRetry={() => void reload()} />
      {loading && <Skeleton rows={3} />}
      {data && <VerticalApprovalSteps approval={data} now={now} />}
      {data && <ApprovalActions approval={data} />}
    </>
  );
}
