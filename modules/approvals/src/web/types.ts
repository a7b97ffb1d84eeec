import type { OperationOutput } from "@yutu/contract";
import type { approvals } from "../contract/index.ts";

export type ApprovalSummary = OperationOutput<typeof approvals.listApprovals>["items"][number];
export type Approval = OperationOutput<typeof approvals.getApproval>;
export type ApprovalStep = Approval["steps"][number];
