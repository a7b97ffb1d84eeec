import { editableColumns, instant } from "@yutu/database";
import { bigint, boolean, pgSchema, pgTable, text } from "drizzle-orm/pg-core";

const system = pgSchema("system");

export const users = system.table("users", {
  id: text().primaryKey(),
  email: text().notNull(),
  name: text().notNull(),
  passwordHash: text().notNull(),
  totpSecret: text(),
  totpEnabledAt: instant(),
  totpLastStep: bigint({ mode: "number" }),
  locale: text().notNull().default("zh"),
  demo: boolean().notNull().default(false),
  createdAt: instant().notNull().defaultNow(),
});

export const recoveryCodes = system.table("recovery_codes", {
  userId: text().notNull(),
  codeHash: text().notNull(),
  usedAt: instant(),
});

export const sessions = system.table("sessions", {
  id: text().primaryKey(),
  tokenHash: text().notNull(),
  userId: text().notNull(),
  workspaceId: text(),
  totpPending: boolean().notNull().default(false),
  createdAt: instant().notNull().defaultNow(),
  lastSeenAt: instant().notNull().defaultNow(),
  expiresAt: instant().notNull(),
  address: text().notNull(),
  userAgent: text().notNull(),
});

export const failedSignIns = system.table("failed_sign_ins", {
  subject: text().notNull(),
  at: instant().notNull().defaultNow(),
});

export const workspaces = pgTable("workspaces", {
  ...editableColumns,
  name: text().notNull(),
  currency: text().notNull().default("CNY"),
  timeZone: text().notNull().default("Asia/Shanghai"),
  demo: boolean().notNull().default(false),
});

export const departments = pgTable("departments", {
  ...editableColumns,
  name: text().notNull(),
  parentId: text(),
  headMemberId: text(),
});

export const members = pgTable("members", {
  ...editableColumns,
  userId: text().notNull(),
  name: text().notNull(),
  email: text().notNull(),
  role: text().notNull(),
  departmentId: text(),
  status: text().notNull().default("active"),
});

export const invitations = pgTable("invitations", {
  ...editableColumns,
  email: text(),
  role: text().notNull(),
  departmentId: text(),
  tokenHash: text().notNull(),
  invitedBy: text().notNull(),
  expiresAt: instant().notNull(),
  acceptedAt: instant(),
  revokedAt: instant(),
});

export const apiTokens = pgTable("api_tokens", {
  ...editableColumns,
  memberId: text().notNull(),
  name: text().notNull(),
  tokenHash: text().notNull(),
  scopes: text().array().notNull(),
  expiresAt: instant(),
  lastUsedAt: instant(),
  revokedAt: instant(),
});
