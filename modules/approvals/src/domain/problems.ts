import { defineProblem } from "@yutu/kernel";

export const approvalProblems = {
  noApprover: defineProblem("approvals/no-approver", 422, "Nobody can be found to approve"),
  alreadyPending: defineProblem("approvals/already-pending", 409, "This is under approval already"),
  notPending: defineProblem("approvals/not-pending", 409, "The approval has ended"),
  notYourTurn: defineProblem("approvals/not-your-turn", 403, "It is not for you to decide now"),
  reasonRequired: defineProblem("approvals/reason-required", 422, "Returning needs a reason"),
  notRequester: defineProblem("approvals/not-requester", 403, "Only the requester may do this"),
  remindedLately: defineProblem("approvals/reminded-lately", 429, "The approvers were reminded a short while ago"),
} as const;
