import { calendarDateSchema, defineOperation, pageOf, pageQuerySchema } from "@yutu/contract";
import { z } from "zod";
import { governanceProblems as problems } from "../domain/problems.ts";

export const auditEntrySchema = z.object({
  seq: z.number(),
  at: z.string(),
  actorKind: z.string(),
  actorId: z.string().nullable(),
  actorName: z.string().nullable(),
  operation: z.string(),
  requestId: z.string(),
  table: z.string(),
  rowId: z.string(),
  action: z.enum(["insert", "update", "delete"]),
  before: z.record(z.string(), z.unknown()).nullable(),
  after: z.record(z.string(), z.unknown()).nullable(),
  sealed: z.boolean(),
  /** What the records are called whose ids stand in the entry, its own included, as far as the log knows. */
  names: z.record(z.string(), z.string()),
  /** Of the amounts in the entry. */
  currency: z.string(),
});

const filter = z.object({
  actorId: z.string().max(40).optional(),
  table: z.string().max(60).optional(),
  rowId: z.string().max(60).optional(),
  operation: z.string().max(80).optional(),
  from: calendarDateSchema.optional(),
  to: calendarDateSchema.optional(),
});

export const listAudit = defineOperation({
  id: "governance.listAudit",
  method: "GET",
  path: "/audit",
  summary: "Every change in the workspace: who, when, what it was and what it became; newest first.",
  access: "audit.view",
  query: pageQuerySchema.extend(filter.shape),
  output: pageOf(auditEntrySchema),
});

export const exportAudit = defineOperation({
  id: "governance.exportAudit",
  method: "GET",
  path: "/audit/export",
  summary: "The audit log as CSV, oldest first, at most 100,000 rows.",
  access: "audit.view",
  query: filter,
  outputKind: "file",
  output: z.unknown(),
  problems: [problems.tooMuch],
});

export const verifyAudit = defineOperation({
  id: "governance.verifyAudit",
  method: "POST",
  path: "/audit/verify",
  summary: "Recompute the chain of hashes and say whether any sealed entry was changed or removed.",
  access: "audit.view",
  output: z.object({ intact: z.boolean(), sealed: z.int(), unsealed: z.int(), brokenAt: z.number().nullable() }),
});
