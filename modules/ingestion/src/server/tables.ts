import { editableColumns, instant, tenantColumns } from "@yutu/database";
import { bigint, integer, jsonb, pgTable, text } from "drizzle-orm/pg-core";
import type { FileLayout } from "../contract/schemas.ts";
import type { ImportState } from "../domain/import-state.ts";
import type { ImportKind } from "../domain/mapping/fields.ts";
import type { ImportResult } from "../domain/rows/import-tally.ts";
import type { RowProblem } from "../domain/rows/row-problem.ts";
import type { RowSettings } from "../domain/rows/settings.ts";

export const sources = pgTable("sources", {
  ...editableColumns,
  name: text().notNull(),
  kind: text().$type<"file" | "events">().notNull(),
  channel: text().notNull(),
  writeKey: text(),
  disabledAt: instant(),
  createdBy: text().notNull(),
});

export const sourceMappings = pgTable("source_mappings", {
  ...editableColumns,
  sourceId: text().notNull(),
  fingerprint: text().notNull(),
  presetKey: text().notNull(),
  settings: jsonb().$type<RowSettings>().notNull(),
});

export const importFiles = pgTable("import_files", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  name: text().notNull(),
  sizeBytes: bigint({ mode: "number" }).notNull(),
  sha256: text().notNull(),
  storageKey: text().notNull(),
  format: text().$type<"csv" | "csv.gz" | "xlsx">().notNull(),
  uploadedBy: text().notNull(),
});

export const imports = pgTable("imports", {
  ...editableColumns,
  sourceId: text().notNull(),
  fileId: text().notNull(),
  projectId: text(),
  kind: text().$type<ImportKind>().notNull(),
  state: text().$type<ImportState>().notNull(),
  failedIn: text().$type<ImportState>(),
  layout: jsonb().$type<FileLayout>().notNull(),
  settings: jsonb().$type<RowSettings>().notNull(),
  presetKey: text().notNull(),
  factVersion: bigint({ mode: "number" }).notNull(),
  undoSequence: bigint({ mode: "number" }),
  bytesTotal: bigint({ mode: "number" }).notNull(),
  checkTotals: jsonb().$type<ImportResult>(),
  totals: jsonb().$type<ImportResult>(),
  error: text(),
  createdBy: text().notNull(),
  finishedAt: instant(),
});

export const importProgress = pgTable("import_progress", {
  ...tenantColumns,
  rowsDone: integer().notNull().default(0),
  bytesDone: bigint({ mode: "number" }).notNull().default(0),
  sendingTo: integer().notNull().default(0),
  sendingAs: text().notNull().default(""),
});

export const importWriters = pgTable("import_writers", {
  ...tenantColumns,
  importId: text().notNull(),
  until: instant().notNull(),
});

/** A row of a file breaks rules of its fields; an event breaks one as a whole. */
export type StoredProblem = RowProblem | { readonly code: string; readonly field: ""; readonly value: string };

export const quarantinedRows = pgTable("quarantined_rows", {
  ...tenantColumns,
  createdAt: instant().notNull().defaultNow(),
  sourceId: text().notNull(),
  importId: text(),
  rowNumber: integer(),
  cells: jsonb().$type<string[]>().notNull(),
  problems: jsonb().$type<StoredProblem[]>().notNull(),
  state: text().$type<"open" | "replayed" | "discarded">().notNull().default("open"),
  corrected: jsonb().$type<string[]>(),
  resolvedBy: text(),
  resolvedAt: instant(),
});

export const trackedLinks = pgTable("tracked_links", {
  ...editableColumns,
  code: text().notNull(),
  name: text().notNull(),
  targetUrl: text().notNull(),
  taggedUrl: text().notNull(),
  projectId: text().notNull(),
  campaignKey: text().notNull(),
  channel: text().notNull(),
  utmSource: text().notNull(),
  utmMedium: text().notNull(),
  utmContent: text().notNull().default(""),
  utmTerm: text().notNull().default(""),
  assetVersionId: text(),
  taskId: text(),
  disabledAt: instant(),
  createdBy: text().notNull(),
});

export const utmDictionaries = pgTable("utm_dictionaries", {
  ...editableColumns,
  sources: text().array().notNull(),
  mediums: text().array().notNull(),
});
