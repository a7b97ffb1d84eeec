import { currencySchema, idSchema, lineSchema } from "@yutu/contract";
import { z } from "zod";
import { IMPORT_MOVES, IMPORT_STATES } from "../domain/import-state.ts";
import { AD_FIELDS, type Field, IMPORT_KINDS, ORDER_FIELDS } from "../domain/mapping/fields.ts";
import { ROW_PROBLEM_CODES, SKIP_REASONS } from "../domain/rows/row-problem.ts";
import { MESSAGE_PROBLEM_CODES } from "../domain/segment/message.ts";
import { TEXT_ENCODINGS } from "../domain/text/detect-encoding.ts";
import { DELIMITERS } from "../domain/text/sniff-delimiter.ts";
import { DATE_ORDERS } from "../domain/values/wall-time.ts";

export const importKindSchema = z.enum(IMPORT_KINDS);
export const importStateSchema = z.enum(IMPORT_STATES);
const FIELDS = [...new Set<Field>([...ORDER_FIELDS, ...AD_FIELDS])] as [Field, ...Field[]];
export const fieldSchema = z.enum(FIELDS);

/** How the table is found in the file. Rows are counted from 1, as spreadsheets do. */
export const layoutSchema = z.discriminatedUnion("format", [
  z.object({
    format: z.literal("csv"),
    encoding: z.enum(TEXT_ENCODINGS),
    delimiter: z.enum(DELIMITERS),
    headerRow: z.int().min(1).max(1000),
  }),
  z.object({ format: z.literal("xlsx"), sheet: z.string().max(200), headerRow: z.int().min(1).max(1000) }),
]);
export type FileLayout = z.infer<typeof layoutSchema>;

const columnSchema = z.int().min(0).max(2_000);
export const rowSettingsSchema = z.object({
  kind: importKindSchema,
  columns: z.partialRecord(fieldSchema, columnSchema),
  timeZone: z.string().min(1).max(60),
  currency: currencySchema,
  dateOrder: z.enum(DATE_ORDERS),
  channel: z.string().min(1).max(30),
  fillDown: z.array(fieldSchema).max(30).default([]),
});

export const sourceSchema = z.object({
  id: idSchema("src"),
  name: z.string(),
  kind: z.enum(["file", "events"]),
  channel: z.string(),
  /** Only for those who manage data; null otherwise. */
  writeKey: z.string().nullable(),
  disabled: z.boolean(),
  createdAt: z.string(),
  lastImportAt: z.string().nullable(),
  openRows: z.int(),
  version: z.int(),
});

export const importFileSchema = z.object({
  id: idSchema("imf"),
  name: z.string(),
  sizeBytes: z.int(),
  sha256: z.string(),
  format: z.enum(["csv", "csv.gz", "xlsx"]),
  /** Imports of a file with the same bytes that count now. */
  importedBefore: z.array(z.object({ importId: z.string(), sourceName: z.string(), finishedAt: z.string() })),
});

export const rowProblemSchema = z.object({ code: z.enum(ROW_PROBLEM_CODES), field: fieldSchema, value: z.string() });

export const importTotalsSchema = z.object({
  rows: z.int(),
  accepted: z.int(),
  quarantined: z.int(),
  skipped: z.record(z.enum(SKIP_REASONS), z.int()),
  problems: z.partialRecord(z.enum(ROW_PROBLEM_CODES), z.int()),
  amounts: z.array(z.object({ currency: z.string(), grossMinor: z.int(), netMinor: z.int() })),
  orders: z.int(),
  firstOn: z.string().nullable(),
  lastOn: z.string().nullable(),
  /** Accepted rows that state a fact which is there already: same place, told again. */
  restated: z.int(),
  /** Rows whose campaign key or link code names nothing in the workspace; they are taken without a project. */
  unresolved: z.int(),
});

export type ImportResult = z.infer<typeof importTotalsSchema>;

export const importSchema = z.object({
  id: idSchema("imp"),
  sourceId: z.string(),
  sourceName: z.string(),
  fileId: z.string(),
  fileName: z.string(),
  projectId: z.string().nullable(),
  kind: importKindSchema,
  presetKey: z.string(),
  state: importStateSchema,
  layout: layoutSchema,
  settings: rowSettingsSchema,
  progress: z.object({ rowsDone: z.int(), share: z.number().min(0).max(1) }),
  checked: importTotalsSchema.nullable(),
  result: importTotalsSchema.nullable(),
  openRows: z.int(),
  error: z.string().nullable(),
  createdAt: z.string(),
  createdByName: z.string(),
  finishedAt: z.string().nullable(),
  abilities: z.object({ moves: z.array(z.enum(IMPORT_MOVES)) }),
});

export const previewRowSchema = z.object({
  rowNumber: z.int(),
  cells: z.array(z.string()),
  outcome: z.enum(["fact", "problems", "skipped"]),
  skipped: z.enum(SKIP_REASONS).nullable(),
  problems: z.array(rowProblemSchema),
});

const messageProblemSchema = z.object({
  code: z.enum([...MESSAGE_PROBLEM_CODES, "refused-by-store"]),
  field: z.literal(""),
  value: z.string(),
});

export const quarantineRowSchema = z.object({
  id: idSchema("qua"),
  sourceId: z.string(),
  sourceName: z.string(),
  importId: z.string().nullable(),
  fileName: z.string().nullable(),
  rowNumber: z.int().nullable(),
  /** Headings of the file, for naming the cells; empty for events. */
  headings: z.array(z.string()),
  columns: z.partialRecord(fieldSchema, columnSchema),
  /** Cells of a row as the file has them, or the text of an event. */
  cells: z.array(z.string()),
  problems: z.array(z.union([rowProblemSchema, messageProblemSchema])),
  state: z.enum(["open", "replayed", "discarded"]),
  createdAt: z.string(),
  resolvedAt: z.string().nullable(),
});

export const linkSchema = z.object({
  id: idSchema("lnk"),
  code: z.string(),
  name: z.string(),
  shortUrl: z.string(),
  targetUrl: z.string(),
  taggedUrl: z.string(),
  projectId: z.string(),
  campaignKey: z.string(),
  channel: z.string(),
  source: z.string(),
  medium: z.string(),
  content: z.string(),
  term: z.string(),
  assetVersionId: z.string().nullable(),
  taskId: z.string().nullable(),
  disabled: z.boolean(),
  createdAt: z.string(),
  version: z.int(),
  /** Null while the warehouse cannot answer. */
  clicks: z.int().nullable(),
  visitors: z.int().nullable(),
});

export const utmValueSchema = z.string().trim().max(100);
export const dictionarySchema = z.object({
  sources: z.array(lineSchema(60)).min(1).max(200),
  mediums: z.array(lineSchema(60)).min(1).max(200),
});
