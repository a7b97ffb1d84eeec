import { editableColumns, instant, tenantColumns } from "@yutu/database";
import { bigint, integer, pgTable, text } from "drizzle-orm/pg-core";
import type { FileKind } from "../domain/file-kind.ts";

export const files = pgTable("files", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  name: text().notNull(),
  sizeBytes: bigint({ mode: "number" }).notNull(),
  sha256: text().notNull(),
  contentType: text().notNull(),
  kind: text().$type<FileKind>().notNull(),
  width: integer(),
  height: integer(),
  storageKey: text().notNull(),
  previewKey: text(),
  uploadedBy: text().notNull(),
});

export const fileAttachments = pgTable("file_attachments", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  fileId: text().notNull(),
  entity: text().notNull(),
  entityId: text().notNull(),
  projectId: text(),
  permission: text().notNull(),
});

export const assets = pgTable("assets", {
  ...editableColumns,
  name: text().notNull(),
  description: text().notNull().default(""),
  kind: text().$type<FileKind>().notNull(),
  projectId: text(),
  channels: text().array().notNull().default([]),
  tags: text().array().notNull().default([]),
  status: text().$type<"draft" | "ready" | "archived">().notNull().default("draft"),
  ownerId: text().notNull(),
  currentVersionId: text().notNull(),
});

export const assetVersions = pgTable("asset_versions", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  assetId: text().notNull(),
  number: integer().notNull(),
  fileId: text().notNull(),
  note: text().notNull().default(""),
  createdBy: text().notNull(),
});

export const assetTasks = pgTable("asset_tasks", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  assetId: text().notNull(),
  taskId: text().notNull(),
});
