import { amountMinorSchema, calendarDateSchema, idSchema, lineSchema, positiveAmountMinorSchema } from "@yutu/contract";
import { z } from "zod";
import { CLAIM_STATUSES } from "../domain/claim.ts";

export const enforcementSchema = z.enum(["warn", "block", "approve"]);
export const claimStatusSchema = z.enum(CLAIM_STATUSES);

export const lineTotalsSchema = z.object({
  plannedMinor: amountMinorSchema,
  changedMinor: amountMinorSchema,
  reservedMinor: amountMinorSchema,
  committedMinor: amountMinorSchema,
  actualMinor: amountMinorSchema,
  /** planned + changed − committed − actual − reserved */
  availableMinor: amountMinorSchema,
});

export const budgetLineSchema = lineTotalsSchema.extend({
  id: idSchema("bln"),
  key: z.string(),
  name: z.string(),
  category: z.string(),
  channel: z.string().nullable(),
  reserve: z.boolean(),
  enforcement: enforcementSchema,
  warnPermille: z.int(),
  version: z.int(),
});

export const budgetSchema = z.object({
  projectId: z.string(),
  currency: z.string(),
  lines: z.array(budgetLineSchema),
  totals: lineTotalsSchema,
  abilities: z.object({ edit: z.boolean(), submitClaims: z.boolean() }),
});

export const entrySchema = z.object({
  id: z.string(),
  at: z.string(),
  kind: z.enum(["planned", "changed", "reserved", "committed", "actual"]),
  amountMinor: amountMinorSchema,
  source: z.string(),
  sourceId: z.string(),
  note: z.string(),
});

export const lineBodySchema = z.object({
  name: lineSchema(60),
  category: lineSchema(40),
  channel: z.string().max(30).nullable().default(null),
  reserve: z.boolean().default(false),
  plannedMinor: z.int().min(0).max(9e15),
  enforcement: enforcementSchema.default("approve"),
  warnPermille: z.int().min(0).max(1000).default(900),
});

export const claimBodySchema = z.object({
  title: lineSchema(120),
  amountMinor: positiveAmountMinorSchema,
  taxMinor: z.int().min(0).max(9e15).default(0),
  invoiceCode: z.string().trim().max(40).default(""),
  invoiceNumber: z.string().trim().max(60).default(""),
  invoiceDate: calendarDateSchema.nullable().default(null),
  seller: z.string().trim().max(120).default(""),
  justification: z.string().trim().max(2000).default(""),
  commitmentId: z.string().nullable().default(null),
  /** What the money was for; a task of the project. */
  taskId: idSchema("tsk").nullable().default(null),
  receiptFileIds: z.array(idSchema("fil")).max(20).default([]),
  lines: z
    .array(
      z.object({
        lineId: idSchema("bln"),
        amountMinor: positiveAmountMinorSchema,
        note: z.string().trim().max(200).default(""),
      }),
    )
    .min(1)
    .max(50),
});

export const claimSchema = z.object({
  id: idSchema("clm"),
  projectId: z.string(),
  title: z.string(),
  requesterId: z.string(),
  requesterName: z.string(),
  currency: z.string(),
  amountMinor: amountMinorSchema,
  taxMinor: amountMinorSchema,
  status: claimStatusSchema,
  invoiceCode: z.string(),
  invoiceNumber: z.string(),
  invoiceDate: z.string().nullable(),
  seller: z.string(),
  justification: z.string(),
  exceeds: z.boolean(),
  commitmentId: z.string().nullable(),
  task: z.object({ id: z.string(), number: z.int(), title: z.string() }).nullable(),
  approvalId: z.string().nullable(),
  createdAt: z.string(),
  submittedAt: z.string().nullable(),
  decidedAt: z.string().nullable(),
  paidAt: z.string().nullable(),
  lines: z.array(
    z.object({ lineId: z.string(), lineName: z.string(), amountMinor: amountMinorSchema, note: z.string() }),
  ),
  receipts: z.array(z.object({ fileId: z.string(), name: z.string(), contentType: z.string(), sizeBytes: z.number() })),
  version: z.int(),
  abilities: z.object({ edit: z.boolean(), submit: z.boolean(), cancel: z.boolean(), pay: z.boolean() }),
});

/** What a draft would do to its lines, before it is sent. */
export const claimCheckSchema = z.object({
  verdict: z.enum(["fits", "near-limit", "over-warned", "over-needs-approval", "over-blocked"]),
  lines: z.array(
    z.object({
      lineId: z.string(),
      lineName: z.string(),
      verdict: z.enum(["fits", "near-limit", "over-warned", "over-needs-approval", "over-blocked"]),
      overMinor: z.int(),
      /** Null for those who may not see money. */
      availableMinor: amountMinorSchema.nullable(),
    }),
  ),
  duplicateOf: z.object({ claimId: z.string(), title: z.string() }).nullable(),
});

export const commitmentSchema = z.object({
  id: idSchema("cmt"),
  projectId: z.string(),
  lineId: z.string(),
  title: z.string(),
  supplier: z.string(),
  contractNumber: z.string(),
  amountMinor: amountMinorSchema,
  consumedMinor: amountMinorSchema,
  status: z.enum(["open", "closed"]),
  createdAt: z.string(),
  version: z.int(),
});

export const rateSchema = z.object({
  id: idSchema("rat"),
  currency: z.string(),
  validFrom: z.string(),
  rate: z.number(),
});
