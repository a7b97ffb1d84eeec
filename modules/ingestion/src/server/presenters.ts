import type { z } from "zod";
import type {
  importSchema,
  importTotalsSchema,
  linkSchema,
  quarantineRowSchema,
  sourceSchema,
} from "../contract/schemas.ts";
import { type ImportMove, isMoving, movesOf } from "../domain/import-state.ts";
import type { ImportResult } from "../domain/rows/import-tally.ts";
import type { ImportView } from "./repositories/import-repository.ts";
import type { LinkRow } from "./repositories/link-repository.ts";
import type { QuarantineView } from "./repositories/quarantine-repository.ts";
import type { SourceWithCounts } from "./repositories/source-repository.ts";

/** Rows as they travel. */

export const presentSource = (
  { source, openRows, lastImportAt }: SourceWithCounts,
  seesKey: boolean,
): z.input<typeof sourceSchema> => ({
  id: source.id,
  name: source.name,
  kind: source.kind,
  channel: source.channel,
  writeKey: seesKey ? source.writeKey : null,
  disabled: source.disabledAt !== null,
  createdAt: source.createdAt.toISOString(),
  lastImportAt: lastImportAt?.toISOString() ?? null,
  openRows,
  version: source.version,
});

/** A compressed row of a workbook, for guessing how far reading has come. */
const GUESSED_ROW_BYTES = 60;

/** How much of the running step is done, 0 to 1: by rows once they were counted, else by bytes. */
function shareDone({ row, rowsDone, bytesDone, file }: ImportView): number {
  if (!isMoving(row.state)) return row.state === "failed" ? 0 : 1;
  const rows = row.state === "checking" ? null : (row.checkTotals?.rows ?? null);
  if (rows !== null && rows > 0) return Math.min(1, rowsDone / rows);
  const bytes = file.format === "xlsx" ? rowsDone * GUESSED_ROW_BYTES : bytesDone;
  return Math.min(0.99, bytes / Math.max(1, file.sizeBytes));
}

const presentTotals = (totals: ImportResult): z.input<typeof importTotalsSchema> => ({
  ...totals,
  amounts: [...totals.amounts],
});

export const presentImport = (
  view: ImportView,
  names: ReadonlyMap<string, string>,
  mayImport: boolean,
): z.input<typeof importSchema> => {
  const { row, file } = view;
  const moves: readonly ImportMove[] = mayImport ? movesOf(row.state) : [];
  return {
    id: row.id,
    sourceId: row.sourceId,
    sourceName: view.sourceName,
    fileId: row.fileId,
    fileName: file.name,
    projectId: row.projectId,
    kind: row.kind,
    presetKey: row.presetKey,
    state: row.state,
    layout: row.layout,
    settings: { ...row.settings, fillDown: [...row.settings.fillDown] },
    progress: { rowsDone: view.rowsDone, share: shareDone(view) },
    checked: row.checkTotals && presentTotals(row.checkTotals),
    result: row.totals && presentTotals(row.totals),
    openRows: view.openRows,
    error: row.error,
    createdAt: row.createdAt.toISOString(),
    createdByName: names.get(row.createdBy) ?? "",
    finishedAt: row.finishedAt?.toISOString() ?? null,
    abilities: { moves: [...moves] },
  };
};

export const presentQuarantineRow = (
  view: QuarantineView,
  headings: readonly string[],
): z.input<typeof quarantineRowSchema> => ({
  id: view.row.id,
  sourceId: view.row.sourceId,
  sourceName: view.sourceName,
  importId: view.row.importId,
  fileName: view.fileName,
  rowNumber: view.row.rowNumber,
  headings: [...headings],
  columns: view.settings?.columns ?? {},
  cells: view.row.corrected ?? view.row.cells,
  problems: view.row.problems as z.input<typeof quarantineRowSchema>["problems"],
  state: view.row.state,
  createdAt: view.row.createdAt.toISOString(),
  resolvedAt: view.row.resolvedAt?.toISOString() ?? null,
});

export interface Clicks {
  readonly clicks: number;
  readonly visitors: number;
}

/** @param clicks null while the warehouse cannot answer */
export const presentLink = (row: LinkRow, publicUrl: string, clicks: Clicks | null): z.input<typeof linkSchema> => ({
  id: row.id,
  code: row.code,
  name: row.name,
  shortUrl: `${publicUrl}/l/${row.code}`,
  targetUrl: row.targetUrl,
  taggedUrl: row.taggedUrl,
  projectId: row.projectId,
  campaignKey: row.campaignKey,
  channel: row.channel,
  source: row.utmSource,
  medium: row.utmMedium,
  content: row.utmContent,
  term: row.utmTerm,
  assetVersionId: row.assetVersionId,
  taskId: row.taskId,
  disabled: row.disabledAt !== null,
  createdAt: row.createdAt.toISOString(),
  version: row.version,
  clicks: clicks?.clicks ?? null,
  visitors: clicks?.visitors ?? null,
});
