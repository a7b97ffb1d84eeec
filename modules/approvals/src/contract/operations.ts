import { defineOperation, idSchema, pageOf, pageQuerySchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { flowSchema, stageSchema } from "../domain/flow.ts";
import { approvalProblems as problems } from "../domain/problems.ts";
import { approvalSchema, approvalStateSchema, approvalSummarySchema } from "./schemas.ts";

const params = z.object({ approvalId: idSchema("apr") });
const { notFound } = requestProblems;

export const listApprovals = defineOperation({
  id: "approvals.listApprovals",
  method: "GET",
  path: "/approvals",
  summary: "Approvals that wait for the caller, that the caller asked for, or all the caller may see; newest first.",
  access: "approvals.view",
  query: pageQuerySchema.extend({
    box: z.enum(["waiting", "mine", "decided", "all"]).default("waiting"),
    state: approvalStateSchema.optional(),
    subjectType: z.string().max(60).optional(),
    subjectId: z.string().max(60).optional(),
  }),
  output: pageOf(approvalSummarySchema),
});

export const countWaiting = defineOperation({
  id: "approvals.countWaiting",
  method: "GET",
  path: "/approvals/waiting-count",
  summary: "How many approvals wait for the caller.",
  access: "approvals.view",
  output: z.object({ count: z.int(), overdue: z.int() }),
});

export const getApproval = defineOperation({
  id: "approvals.getApproval",
  method: "GET",
  path: "/approvals/:approvalId",
  summary: "One approval with its steps and log.",
  access: "approvals.view",
  params,
  output: approvalSchema,
  problems: [notFound],
});

export const openApproval = defineOperation({
  id: "approvals.openApproval",
  method: "POST",
  path: "/approvals/:approvalId/open",
  summary: "Note that an approver has looked at it (已读).",
  access: "approvals.decide",
  params,
  output: z.object({}),
  problems: [notFound],
});

export const decideApproval = defineOperation({
  id: "approvals.decideApproval",
  method: "POST",
  path: "/approvals/:approvalId/decide",
  summary: "Approve, or return with a reason.",
  access: "approvals.decide",
  params,
  body: z.object({ decision: z.enum(["approve", "return"]), comment: z.string().trim().max(2000).default("") }),
  output: approvalSchema,
  problems: [notFound, problems.notPending, problems.notYourTurn, problems.reasonRequired],
});

export const withdrawApproval = defineOperation({
  id: "approvals.withdrawApproval",
  method: "POST",
  path: "/approvals/:approvalId/withdraw",
  summary: "Take a request back.",
  access: "approvals.view",
  params,
  output: approvalSchema,
  problems: [notFound, problems.notPending, problems.notRequester],
});

export const remindApprovers = defineOperation({
  id: "approvals.remindApprovers",
  method: "POST",
  path: "/approvals/:approvalId/remind",
  summary: "Remind those whose answer is awaited (催一下), at most once an hour.",
  access: "approvals.view",
  params,
  output: z.object({ reminded: z.int() }),
  problems: [notFound, problems.notPending, problems.notRequester, problems.remindedLately],
});

export const listFlows = defineOperation({
  id: "approvals.listFlows",
  method: "GET",
  path: "/approval-flows",
  summary: "The flows of the workspace.",
  access: "approvals.view",
  output: z.object({ flows: z.array(flowSchema.extend({ version: z.int() })) }),
});

export const updateFlow = defineOperation({
  id: "approvals.updateFlow",
  method: "PUT",
  path: "/approval-flows/:key",
  summary: "Change a flow; approvals under way keep the people they were sent to.",
  access: "approvals.manage",
  params: z.object({ key: z.string().min(1).max(60) }),
  body: z.object({ name: z.string().trim().min(1).max(60), stages: z.array(stageSchema).min(1).max(12) }),
  output: z.object({}),
  problems: [notFound],
});
