import {
  calendarDateSchema,
  currencySchema,
  defineOperation,
  expectedVersionSchema,
  flagSchema,
  idSchema,
  lineSchema,
  pageOf,
  pageQuerySchema,
  positiveAmountMinorSchema,
  requestProblems,
} from "@yutu/contract";
import { z } from "zod";
import { budgetProblems as problems } from "../domain/problems.ts";
import {
  budgetLineSchema,
  budgetSchema,
  claimBodySchema,
  claimCheckSchema,
  claimSchema,
  claimStatusSchema,
  commitmentSchema,
  entrySchema,
  lineBodySchema,
  rateSchema,
} from "./schemas.ts";

const project = z.object({ projectId: idSchema("prj") });
const lineParams = z.object({ lineId: idSchema("bln") });
const claimParams = z.object({ claimId: idSchema("clm") });
const { notFound, staleVersion } = requestProblems;

export const getBudget = defineOperation({
  id: "budgets.getBudget",
  method: "GET",
  path: "/projects/:projectId/budget",
  summary: "Budget lines of a project with planned, committed, reserved, actual and available money.",
  access: "money.view",
  params: project,
  output: budgetSchema,
  problems: [notFound],
});

export const listLineNames = defineOperation({
  id: "budgets.listLineNames",
  method: "GET",
  path: "/projects/:projectId/budget-line-names",
  summary: "Names of the lines a claim can be made on, without amounts.",
  access: "claims.submit",
  params: project,
  output: z.object({
    currency: z.string(),
    lines: z.array(
      z.object({ id: z.string(), name: z.string(), category: z.string(), channel: z.string().nullable() }),
    ),
  }),
  problems: [notFound],
});

export const listEntries = defineOperation({
  id: "budgets.listEntries",
  method: "GET",
  path: "/budget-lines/:lineId/entries",
  summary: "The movements of a line, newest first.",
  access: "money.view",
  params: lineParams,
  query: z.object({ limit: z.coerce.number().int().min(1).max(500).default(100) }),
  output: z.object({ entries: z.array(entrySchema) }),
  problems: [notFound],
});

export const addLine = defineOperation({
  id: "budgets.addLine",
  method: "POST",
  path: "/projects/:projectId/budget-lines",
  summary: "Add a budget line.",
  access: "budgets.edit",
  params: project,
  body: lineBodySchema,
  output: z.object({ id: z.string() }),
  problems: [notFound, problems.projectClosed],
});

export const updateLine = defineOperation({
  id: "budgets.updateLine",
  method: "PATCH",
  path: "/budget-lines/:lineId",
  summary: "Rename a line, change its rule or its planned money; after approval a change of money is kept as a change.",
  access: "budgets.edit",
  params: lineParams,
  body: lineBodySchema
    .partial()
    .extend({ expectedVersion: expectedVersionSchema, note: z.string().trim().max(200).default("") }),
  output: budgetLineSchema,
  problems: [notFound, staleVersion, problems.belowUse, problems.projectClosed],
});

export const removeLine = defineOperation({
  id: "budgets.removeLine",
  method: "DELETE",
  path: "/budget-lines/:lineId",
  summary: "Remove a line that has never carried money.",
  access: "budgets.edit",
  params: lineParams,
  output: z.object({}),
  problems: [notFound, problems.lineInUse],
});

export const transferMoney = defineOperation({
  id: "budgets.transferMoney",
  method: "POST",
  path: "/projects/:projectId/budget-transfers",
  summary: "Move available money from one line to another; the total stays.",
  access: "budgets.edit",
  params: project,
  body: z.object({
    fromLineId: idSchema("bln"),
    toLineId: idSchema("bln"),
    amountMinor: positiveAmountMinorSchema,
    note: lineSchema(200),
  }),
  output: budgetSchema,
  problems: [notFound, problems.unknownLine, problems.overBudget, problems.projectClosed],
});

export const listClaims = defineOperation({
  id: "budgets.listClaims",
  method: "GET",
  path: "/claims",
  summary: "Expense claims: the caller's own, or all that the caller may see.",
  access: "claims.submit",
  query: pageQuerySchema.extend({
    projectId: z.string().max(40).optional(),
    status: claimStatusSchema.optional(),
    taskId: z.string().max(40).optional(),
    mine: flagSchema.optional(),
  }),
  output: pageOf(claimSchema),
});

export const getClaim = defineOperation({
  id: "budgets.getClaim",
  method: "GET",
  path: "/claims/:claimId",
  summary: "One expense claim.",
  access: "approvals.view",
  params: claimParams,
  output: claimSchema,
  problems: [notFound],
});

export const createClaim = defineOperation({
  id: "budgets.createClaim",
  method: "POST",
  path: "/projects/:projectId/claims",
  summary: "Write an expense claim as a draft.",
  access: "claims.submit",
  params: project,
  body: claimBodySchema,
  output: claimSchema,
  problems: [
    notFound,
    problems.projectClosed,
    problems.splitMismatch,
    problems.unknownLine,
    problems.unknownTask,
    problems.invoiceInvalid,
  ],
});

export const updateClaim = defineOperation({
  id: "budgets.updateClaim",
  method: "PUT",
  path: "/claims/:claimId",
  summary: "Rewrite a draft or a returned claim.",
  access: "claims.submit",
  params: claimParams,
  body: claimBodySchema.extend({ expectedVersion: expectedVersionSchema }),
  output: claimSchema,
  problems: [
    notFound,
    staleVersion,
    problems.wrongStatus,
    problems.notRequester,
    problems.splitMismatch,
    problems.unknownLine,
    problems.unknownTask,
    problems.invoiceInvalid,
  ],
});

export const checkClaim = defineOperation({
  id: "budgets.checkClaim",
  method: "POST",
  path: "/projects/:projectId/claims/check",
  summary: "What a claim would do to its lines and whether its invoice is known; nothing is stored.",
  access: "claims.submit",
  params: project,
  body: z.object({
    claimId: z.string().max(40).default(""),
    invoiceCode: z.string().max(40).default(""),
    invoiceNumber: z.string().max(60).default(""),
    lines: z.array(z.object({ lineId: idSchema("bln"), amountMinor: positiveAmountMinorSchema })).max(50),
  }),
  output: claimCheckSchema,
  problems: [notFound, problems.invoiceInvalid, problems.unknownLine],
});

export const submitClaim = defineOperation({
  id: "budgets.submitClaim",
  method: "POST",
  path: "/claims/:claimId/submit",
  summary: "Send a claim into approval; its money is set aside from this moment.",
  access: "claims.submit",
  params: claimParams,
  output: claimSchema,
  problems: [
    notFound,
    problems.wrongStatus,
    problems.notRequester,
    problems.overBudget,
    problems.justificationRequired,
    problems.duplicateInvoice,
    problems.unknownLine,
    problems.commitmentClosed,
    problems.projectClosed,
  ],
});

export const cancelClaim = defineOperation({
  id: "budgets.cancelClaim",
  method: "POST",
  path: "/claims/:claimId/cancel",
  summary: "Give up a draft or a returned claim.",
  access: "claims.submit",
  params: claimParams,
  output: claimSchema,
  problems: [notFound, problems.wrongStatus, problems.notRequester],
});

export const payClaim = defineOperation({
  id: "budgets.payClaim",
  method: "POST",
  path: "/claims/:claimId/pay",
  summary: "Note that an approved claim has been paid.",
  access: "claims.pay",
  params: claimParams,
  output: claimSchema,
  problems: [notFound, problems.wrongStatus],
});

export const listCommitments = defineOperation({
  id: "budgets.listCommitments",
  method: "GET",
  path: "/projects/:projectId/commitments",
  summary: "Contracts and purchase orders of a project.",
  access: "money.view",
  params: project,
  output: z.object({ commitments: z.array(commitmentSchema) }),
  problems: [notFound],
});

export const addCommitment = defineOperation({
  id: "budgets.addCommitment",
  method: "POST",
  path: "/projects/:projectId/commitments",
  summary: "Record a contract or purchase order; its money is set aside.",
  access: "budgets.edit",
  params: project,
  body: z.object({
    lineId: idSchema("bln"),
    title: lineSchema(120),
    supplier: lineSchema(120),
    contractNumber: z.string().trim().max(60).default(""),
    amountMinor: positiveAmountMinorSchema,
  }),
  output: commitmentSchema,
  problems: [notFound, problems.unknownLine, problems.overBudget, problems.projectClosed],
});

export const closeCommitment = defineOperation({
  id: "budgets.closeCommitment",
  method: "POST",
  path: "/commitments/:commitmentId/close",
  summary: "Close a contract; what was not used becomes available again.",
  access: "budgets.edit",
  params: z.object({ commitmentId: idSchema("cmt") }),
  output: commitmentSchema,
  problems: [notFound, problems.commitmentClosed],
});

export const listRates = defineOperation({
  id: "budgets.listRates",
  method: "GET",
  path: "/exchange-rates",
  summary: "Dated exchange rates: units of the workspace's currency for one unit of another.",
  access: "workspace.view",
  output: z.object({ currency: z.string(), rates: z.array(rateSchema) }),
});

export const setRate = defineOperation({
  id: "budgets.setRate",
  method: "PUT",
  path: "/exchange-rates",
  summary: "Set the rate of a currency from a day on.",
  access: "budgets.edit",
  body: z.object({ currency: currencySchema, validFrom: calendarDateSchema, rate: z.number().positive().max(1e9) }),
  output: z.object({}),
});
