import { defineModule } from "@yutu/application";
import { operations } from "./operations.ts";

export { approvalLog, isAsked } from "./approval-log.ts";
export { withdrawApproval } from "./commands/decide-approval.ts";
export { type ApprovalRequest, requestApproval } from "./commands/request-approval.ts";
export { findFlow } from "./repository.ts";

export const approvalsModule = defineModule({ name: "approvals", operations });
