import { idSchema } from "@yutu/contract";
import { z } from "zod";

export const approvalStateSchema = z.enum(["pending", "approved", "returned", "withdrawn"]);
export const stepStateSchema = z.enum(["waiting", "active", "approved", "returned", "skipped"]);

export const reasonSchema = z.discriminatedUnion("rule", [
  z.object({ rule: z.enum(["member", "department_head", "project_manager"]) }),
  z.object({ rule: z.literal("role"), role: z.string() }),
  z.object({ rule: z.literal("escalated"), from: z.string() }),
]);

export const stepSchema = z.object({
  id: idSchema("aps"),
  stage: z.int(),
  stageName: z.object({ zh: z.string(), en: z.string() }),
  mode: z.enum(["all", "any", "sequential"]),
  memberId: z.string(),
  memberName: z.string(),
  reason: reasonSchema,
  state: stepStateSchema,
  activatedAt: z.string().nullable(),
  dueAt: z.string().nullable(),
  openedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  comment: z.string().nullable(),
});

export const approvalSummarySchema = z.object({
  id: idSchema("apr"),
  subjectType: z.string(),
  subjectId: z.string(),
  subjectVersion: z.int(),
  projectId: z.string().nullable(),
  title: z.string(),
  /** Null when there is no amount, or when the caller may not see money. */
  amountMinor: z.int().nullable(),
  currency: z.string().nullable(),
  flowName: z.string(),
  state: approvalStateSchema,
  requestedBy: z.string(),
  requesterName: z.string(),
  requestedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** Those whose answer is awaited now. */
  waitingFor: z.array(z.object({ memberId: z.string(), memberName: z.string(), dueAt: z.string().nullable() })),
});

export const approvalSchema = approvalSummarySchema.extend({
  steps: z.array(stepSchema),
  abilities: z.object({ decide: z.boolean(), withdraw: z.boolean(), remind: z.boolean() }),
});
