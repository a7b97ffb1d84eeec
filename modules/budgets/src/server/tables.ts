import { editableColumns, instant, tenantColumns } from "@yutu/database";
import { bigint, boolean, date, integer, numeric, pgTable, text } from "drizzle-orm/pg-core";
import type { ClaimStatus } from "../domain/claim.ts";
import type { Enforcement } from "../domain/line.ts";

const minor = () => bigint({ mode: "number" }).notNull();

export const budgetLines = pgTable("budget_lines", {
  ...editableColumns,
  projectId: text().notNull(),
  key: text().notNull(),
  name: text().notNull(),
  category: text().notNull(),
  channel: text(),
  reserve: boolean().notNull().default(false),
  currency: text().notNull(),
  enforcement: text().$type<Enforcement>().notNull().default("approve"),
  warnPermille: integer().notNull().default(900),
  plannedMinor: minor().default(0),
  changedMinor: minor().default(0),
  reservedMinor: minor().default(0),
  committedMinor: minor().default(0),
  actualMinor: minor().default(0),
  position: integer().notNull().default(0),
});

export const budgetEntries = pgTable("budget_entries", {
  ...tenantColumns,
  at: instant().notNull().defaultNow(),
  lineId: text().notNull(),
  kind: text().$type<"planned" | "changed" | "reserved" | "committed" | "actual">().notNull(),
  amountMinor: minor(),
  source: text().notNull(),
  sourceId: text().notNull(),
  note: text().notNull().default(""),
});

export const commitments = pgTable("commitments", {
  ...editableColumns,
  projectId: text().notNull(),
  lineId: text().notNull(),
  title: text().notNull(),
  supplier: text().notNull(),
  contractNumber: text().notNull().default(""),
  amountMinor: minor(),
  consumedMinor: minor().default(0),
  status: text().$type<"open" | "closed">().notNull().default("open"),
  createdBy: text().notNull(),
});

export const claims = pgTable("claims", {
  ...editableColumns,
  projectId: text().notNull(),
  title: text().notNull(),
  requesterId: text().notNull(),
  currency: text().notNull(),
  amountMinor: minor(),
  taxMinor: minor().default(0),
  status: text().$type<ClaimStatus>().notNull(),
  invoiceCode: text().notNull().default(""),
  invoiceNumber: text().notNull().default(""),
  invoiceDate: date({ mode: "string" }),
  seller: text().notNull().default(""),
  justification: text().notNull().default(""),
  exceeds: boolean().notNull().default(false),
  commitmentId: text(),
  taskId: text(),
  approvalId: text(),
  submittedAt: instant(),
  decidedAt: instant(),
  paidAt: instant(),
});

export const claimLines = pgTable("claim_lines", {
  ...tenantColumns,
  claimId: text().notNull(),
  lineId: text().notNull(),
  amountMinor: minor(),
  note: text().notNull().default(""),
  position: integer().notNull().default(0),
});

export const exchangeRates = pgTable("exchange_rates", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  currency: text().notNull(),
  validFrom: date({ mode: "string" }).notNull(),
  rate: numeric({ precision: 18, scale: 8, mode: "number" }).notNull(),
});
