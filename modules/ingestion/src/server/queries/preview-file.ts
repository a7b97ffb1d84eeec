import { type LongCall, notFound } from "@yutu/application";
import { workspaceFacts } from "@yutu/identity/server";
import { err, isCurrency, ok, type Problem, problem, type Result } from "@yutu/kernel";
import type { z } from "zod";
import type { previewImportFile } from "../../contract/import-operations.ts";
import type { FileLayout, previewRowSchema } from "../../contract/schemas.ts";
import { headerFingerprint } from "../../domain/mapping/fingerprint.ts";
import { currencyInHeading } from "../../domain/mapping/header-name.ts";
import { PRESETS, type Preset, presetByKey } from "../../domain/mapping/presets.ts";
import { mapColumns, suggestMapping } from "../../domain/mapping/suggest-mapping.ts";
import { ingestionProblems } from "../../domain/problems.ts";
import { rowParser } from "../../domain/rows/row-parser.ts";
import { type RowSettings, settingsOf } from "../../domain/rows/settings.ts";
import { type DateOrder, sniffDateOrder } from "../../domain/values/wall-time.ts";
import { checkSettings } from "../commands/create-import.ts";
import { describeFile, type FileDescription, type LayoutWish } from "../files/describe-file.ts";
import { UnreadableTable } from "../files/file-rows.ts";
import { findFile, type ImportFileRow } from "../repositories/import-repository.ts";
import { findSource, rememberedMapping } from "../repositories/source-repository.ts";

/** A table that cannot be read is the file's fault: a refusal. */
export async function orUnreadable<T>(read: () => Promise<T>): Promise<Result<T, Problem>> {
  try {
    return ok(await read());
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return err(problem(ingestionProblems.unreadableFile, error.message));
  }
}

const ROWS_SHOWN = 20;
const SLASHED = /^\d{1,2}[-/.]\d{1,2}[-/.]\d{4}/;

interface Dates {
  readonly order: DateOrder;
  readonly isAmbiguous: boolean;
}

/** The order of day and month, by the column that dates the rows. */
function dateOrderOf(description: FileDescription, preset: Preset, column: number | undefined): Dates {
  const cells = column === undefined ? [] : description.rows.map((row) => row.cells[column] ?? "");
  const found = sniffDateOrder(cells);
  return { order: found ?? preset.dateOrder, isAmbiguous: found === null && cells.some((cell) => SLASHED.test(cell)) };
}

function suggest(
  description: FileDescription,
  presetKey: string | undefined,
  home: { timeZone: string; currency: string; channel: string | null },
): { preset: Preset; settings: RowSettings; isAmbiguous: boolean } {
  const chosen = presetKey === undefined ? undefined : presetByKey(presetKey);
  const { preset, columns } = chosen
    ? { preset: chosen, columns: mapColumns(description.headings, chosen) }
    : suggestMapping(description.headings, PRESETS);
  const dates = dateOrderOf(description, preset, columns.orderedAt ?? columns.date);
  const named = description.headings.map(currencyInHeading).find((code) => code !== null && isCurrency(code));
  const base = settingsOf(preset, columns);
  const isGeneral = preset.channel === null;
  const currency = named ?? (isGeneral ? home.currency : base.currency);
  return {
    preset,
    isAmbiguous: dates.isAmbiguous,
    settings: {
      ...base,
      dateOrder: dates.order,
      currency: isCurrency(currency) ? currency : base.currency,
      timeZone: isGeneral ? home.timeZone : base.timeZone,
      channel: preset.channel ?? home.channel ?? base.channel,
    },
  };
}

export type Preview = z.input<typeof previewImportFile.output>;

/** How a file is read, and the mapping that fits: the one used before for this layout, else the best preset's. */
export async function previewFile(
  call: LongCall,
  fileId: string,
  query: LayoutWish & { sourceId?: string | undefined; presetKey?: string | undefined },
): Promise<Result<Preview, Problem>> {
  const loaded = await call.withTenant(async (tx) => {
    const file = await findFile(tx, fileId);
    const source = query.sourceId === undefined ? undefined : await findSource(tx, query.sourceId);
    const { timeZone, currency } = await workspaceFacts(tx);
    return { file, source, home: { timeZone, currency, channel: source?.channel ?? null } };
  });
  if (!loaded.file || (query.sourceId !== undefined && !loaded.source))
    return notFound(loaded.file ? "source" : "file");
  const { file, home } = loaded;
  const described = await orUnreadable(() => describeFile(call.services.storage, file, query));
  if (!described.ok) return described;
  const description = described.value;
  if (description.headings.length === 0)
    return err(problem(ingestionProblems.noHeader, "Say in which line the headings stand."));
  const fingerprint = headerFingerprint(description.headings);
  const found = suggest(description, query.presetKey, home);
  const { sourceId } = query;
  const before =
    sourceId === undefined || query.presetKey !== undefined
      ? undefined
      : await call.withTenant((tx) => rememberedMapping(tx, sourceId, fingerprint));
  const settings = before?.settings ?? found.settings;
  return ok({
    layout: description.layout,
    sheets: [...description.sheets],
    headings: [...description.headings],
    firstRows: description.rows
      .slice(0, ROWS_SHOWN)
      .map((row) => ({ rowNumber: row.rowNumber, cells: [...row.cells] })),
    fingerprint,
    presetKey: before?.presetKey ?? found.preset.key,
    settings: { ...settings, fillDown: [...settings.fillDown] },
    remembered: before !== undefined,
    ambiguousDates: before === undefined && found.isAmbiguous,
  });
}

export interface Reading {
  readonly layout: FileLayout;
  readonly settings: RowSettings;
  readonly limit: number;
}

type PreviewRow = z.input<typeof previewRowSchema>;

/** The first rows as these settings read them. */
export async function previewRows(
  call: LongCall,
  fileId: string,
  { layout, settings, limit }: Reading,
): Promise<Result<{ rows: PreviewRow[] }, Problem>> {
  const file: ImportFileRow | undefined = await call.withTenant((tx) => findFile(tx, fileId));
  if (!file) return notFound("file");
  const settled = checkSettings(settings);
  if (!settled.ok) return settled;
  const wish: LayoutWish = layout.format === "xlsx" ? { sheet: layout.sheet, headerRow: layout.headerRow } : layout;
  const described = await orUnreadable(() => describeFile(call.services.storage, file, wish));
  if (!described.ok) return described;
  const parse = rowParser(settings, described.value.headings, call.services.clock.now().getTime());
  const rows = described.value.rows.slice(0, limit).map(({ rowNumber, cells }): PreviewRow => {
    const outcome = parse(cells);
    return {
      rowNumber,
      cells: [...cells],
      outcome: outcome.kind,
      skipped: outcome.kind === "skipped" ? outcome.reason : null,
      problems: outcome.kind === "problems" ? [...outcome.problems] : [],
    };
  });
  return ok({ rows });
}
