import { defineEvent } from "@yutu/contract";
import { z } from "zod";

export const budgetCreated = defineEvent(
  "budgets.budget-created",
  1,
  z.object({ projectId: z.string(), totalMinor: z.int(), currency: z.string() }),
);
export const lineChanged = defineEvent(
  "budgets.line-changed",
  1,
  z.object({ lineId: z.string(), projectId: z.string() }),
);
export const claimSubmitted = defineEvent(
  "budgets.claim-submitted",
  1,
  z.object({ claimId: z.string(), projectId: z.string(), amountMinor: z.int(), exceeds: z.boolean() }),
);
export const claimApproved = defineEvent(
  "budgets.claim-approved",
  1,
  z.object({ claimId: z.string(), projectId: z.string(), amountMinor: z.int() }),
);
export const claimReturned = defineEvent(
  "budgets.claim-returned",
  1,
  z.object({ claimId: z.string(), projectId: z.string(), comment: z.string() }),
);
export const claimChanged = defineEvent(
  "budgets.claim-changed",
  1,
  z.object({ claimId: z.string(), projectId: z.string() }),
);
export const commitmentChanged = defineEvent(
  "budgets.commitment-changed",
  1,
  z.object({ commitmentId: z.string(), projectId: z.string() }),
);
