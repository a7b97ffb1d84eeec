import { defineEvent } from "@yutu/contract";
import { z } from "zod";

const subject = { approvalId: z.string(), subjectType: z.string(), subjectId: z.string(), subjectVersion: z.number() };

export const approvalRequested = defineEvent(
  "approvals.approval-requested",
  1,
  z.object({ ...subject, title: z.string(), requestedBy: z.string() }),
);

/** People whose turn has come. */
export const approversAsked = defineEvent(
  "approvals.approvers-asked",
  1,
  z.object({ ...subject, title: z.string(), memberIds: z.array(z.string()), reminder: z.boolean() }),
);

/** One person has answered; the whole may still be pending. */
export const stepDecided = defineEvent(
  "approvals.step-decided",
  1,
  z.object({ ...subject, memberId: z.string(), decision: z.enum(["approve", "return"]), comment: z.string() }),
);

/** The end of a round. Modules that own the subject act on this. */
export const approvalFinished = defineEvent(
  "approvals.approval-finished",
  1,
  z.object({
    ...subject,
    title: z.string(),
    outcome: z.enum(["approved", "returned", "withdrawn"]),
    requestedBy: z.string(),
    comment: z.string(),
  }),
);
