import { defineOperation, idSchema, pageOf, pageQuerySchema, requestProblems } from "@yutu/contract";
import { z } from "zod";
import { ingestionProblems as problems } from "../domain/problems.ts";
import {
  importFileSchema,
  importKindSchema,
  importSchema,
  importStateSchema,
  layoutSchema,
  previewRowSchema,
  rowSettingsSchema,
} from "./schemas.ts";

const { notFound } = requestProblems;
const ofFile = z.object({ fileId: idSchema("imf") });
const ofImport = z.object({ importId: idSchema("imp") });
const readable = [problems.unreadableFile, problems.oldExcel, problems.noHeader];
const mappable = [problems.mappingIncomplete, problems.unknownTimeZone, problems.unknownChannel];

export const uploadImportFile = defineOperation({
  id: "ingestion.uploadImportFile",
  method: "POST",
  path: "/import-files",
  summary: "Upload a CSV (also gzipped) or XLSX file; the body is its bytes.",
  access: "data.import",
  query: z.object({ name: z.string().min(1).max(400) }),
  bodyKind: "stream",
  output: importFileSchema,
  problems: [problems.fileTooLarge, problems.fileEmpty, problems.oldExcel],
});

export const takeSampleFile = defineOperation({
  id: "ingestion.takeSampleFile",
  method: "POST",
  path: "/import-files/sample",
  summary: "Use one of the sample files that come with the product.",
  access: "data.import",
  body: z.object({ sample: importKindSchema }),
  output: importFileSchema,
});

export const downloadImportFile = defineOperation({
  id: "ingestion.downloadImportFile",
  method: "GET",
  path: "/import-files/:fileId/content",
  summary: "The file as it was uploaded.",
  access: "data.import",
  params: ofFile,
  outputKind: "file",
  output: z.unknown(),
  problems: [notFound],
});

export const previewImportFile = defineOperation({
  id: "ingestion.previewImportFile",
  method: "GET",
  path: "/import-files/:fileId/preview",
  summary:
    "How the file is read: encoding, sheets, headings, first rows, and the mapping that fits or was used before.",
  access: "data.import",
  params: ofFile,
  query: z.object({
    sourceId: idSchema("src").optional(),
    encoding: z.string().max(20).optional(),
    delimiter: z.string().max(1).optional(),
    sheet: z.string().max(200).optional(),
    headerRow: z.coerce.number().int().min(1).max(1000).optional(),
    presetKey: z.string().max(40).optional(),
  }),
  output: z.object({
    layout: layoutSchema,
    sheets: z.array(z.string()),
    headings: z.array(z.string()),
    firstRows: z.array(z.object({ rowNumber: z.int(), cells: z.array(z.string()) })),
    fingerprint: z.string(),
    presetKey: z.string(),
    settings: rowSettingsSchema,
    remembered: z.boolean(),
    /** Days such as 3/4/2026 fit two orders: the person should look. */
    ambiguousDates: z.boolean(),
  }),
  problems: [notFound, ...readable],
});

const reading = { layout: layoutSchema, settings: rowSettingsSchema };

export const previewRows = defineOperation({
  id: "ingestion.previewRows",
  method: "POST",
  path: "/import-files/:fileId/rows",
  summary: "The first rows read with these settings, each with what is wrong with it.",
  access: "data.import",
  params: ofFile,
  body: z.object({ ...reading, limit: z.int().min(1).max(200).default(50) }),
  output: z.object({ rows: z.array(previewRowSchema) }),
  problems: [notFound, ...readable, ...mappable],
});

export const createImport = defineOperation({
  id: "ingestion.createImport",
  method: "POST",
  path: "/imports",
  summary: "Begin an import with a dry run over the whole file; nothing is written yet.",
  access: "data.import",
  body: z.object({
    fileId: idSchema("imf"),
    sourceId: idSchema("src"),
    projectId: idSchema("prj").nullable().default(null),
    presetKey: z.string().max(40),
    ...reading,
  }),
  output: importSchema,
  problems: [notFound, ...mappable, problems.sourceDisabled, problems.sourceKind],
});

export const listImports = defineOperation({
  id: "ingestion.listImports",
  method: "GET",
  path: "/imports",
  summary: "Imports, newest first.",
  access: "data.view",
  query: pageQuerySchema.extend({ sourceId: idSchema("src").optional(), state: importStateSchema.optional() }),
  output: pageOf(importSchema),
});

export const getImport = defineOperation({
  id: "ingestion.getImport",
  method: "GET",
  path: "/imports/:importId",
  summary: "An import with its progress and totals.",
  access: "data.view",
  params: ofImport,
  output: importSchema,
  problems: [notFound],
});

const moving = (verb: "commit" | "cancel" | "undo" | "retry", summary: string) =>
  defineOperation({
    id: `ingestion.${verb}Import`,
    method: "POST",
    path: `/imports/:importId/${verb}`,
    summary,
    access: "data.import",
    params: ofImport,
    output: importSchema,
    problems: [notFound, problems.importNotReady, problems.nothingToImport],
  });

export const commitImport = moving("commit", "Write the rows of a checked import in the background.");
export const cancelImport = moving("cancel", "Stop an import; rows it has written are taken back.");
export const undoImport = moving("undo", "Remove the rows of an import; what they replaced counts again.");
export const retryImport = moving("retry", "Let a failed import go on where it stopped.");

export const viewImportRow = defineOperation({
  id: "ingestion.viewImportRow",
  method: "GET",
  path: "/imports/:importId/rows/:rowNumber",
  summary: "One row of the imported file, for tracing a figure to its origin.",
  access: "data.view",
  params: ofImport.extend({ rowNumber: z.coerce.number().int().min(1) }),
  output: z.object({
    fileId: z.string(),
    fileName: z.string(),
    rowNumber: z.int(),
    headings: z.array(z.string()),
    cells: z.array(z.string()),
  }),
  problems: [notFound, ...readable],
});
