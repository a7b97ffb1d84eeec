import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import type { Storage } from "@yutu/storage";
import type { FileLayout } from "../../contract/schemas.ts";
import { distinctHeadings, findHeaderRow } from "../../domain/mapping/find-header.ts";
import { cellText } from "../../domain/text/cell-text.ts";
import { detectEncoding, TEXT_ENCODINGS, type TextEncoding } from "../../domain/text/detect-encoding.ts";
import { DELIMITERS, type Delimiter, sniffDelimiter } from "../../domain/text/sniff-delimiter.ts";
import { type FileRow, UnreadableTable } from "./file-rows.ts";
import { readWhole, type StoredFile, tableRows } from "./open-table.ts";
import { sheetNames } from "./xlsx-rows.ts";

const HEAD_BYTES = 256 * 1024;
export const PREVIEW_ROWS = 200;

/** What the person decided about the layout; the rest is found out. */
export interface LayoutWish {
  readonly encoding?: string | undefined;
  readonly delimiter?: string | undefined;
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
}

export interface FileDescription {
  readonly layout: FileLayout;
  readonly sheets: readonly string[];
  /** Empty when no line of headings was found. */
  readonly headings: readonly string[];
  /** The first rows below the headings. */
  readonly rows: readonly FileRow[];
}

async function firstBytes(storage: Storage, file: StoredFile): Promise<Uint8Array> {
  const isGzipped = file.format === "csv.gz";
  const stored = await storage.read(file.storageKey, isGzipped ? undefined : { start: 0, end: HEAD_BYTES - 1 });
  const source: Readable = isGzipped ? stored.pipe(createGunzip()) : stored;
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of source) {
      chunks.push(chunk as Buffer);
      bytes += (chunk as Buffer).length;
      if (bytes >= HEAD_BYTES) break;
    }
  } catch {
    throw new UnreadableTable("The gzipped file is damaged.");
  } finally {
    stored.destroy();
  }
  return Buffer.concat(chunks).subarray(0, HEAD_BYTES);
}

const oneOf = <T extends string>(values: readonly T[], wish: string | undefined): T | undefined =>
  values.find((value) => value === wish);

async function csvLayout(storage: Storage, file: StoredFile, wish: LayoutWish): Promise<FileLayout> {
  const head = await firstBytes(storage, file);
  const encoding: TextEncoding = oneOf(TEXT_ENCODINGS, wish.encoding) ?? detectEncoding(head);
  const text = new TextDecoder(encoding).decode(head);
  const delimiter: Delimiter = oneOf(DELIMITERS, wish.delimiter) ?? sniffDelimiter(text);
  return { format: "csv", encoding, delimiter, headerRow: wish.headerRow ?? 1 };
}

async function firstRows(storage: Storage, file: StoredFile, layout: FileLayout): Promise<FileRow[]> {
  const rows: FileRow[] = [];
  const until = layout.headerRow + PREVIEW_ROWS;
  for await (const batch of tableRows(storage, file, layout)) {
    for (const row of batch.rows)
      if (row.rowNumber <= until) rows.push({ rowNumber: row.rowNumber, cells: row.cells.map(cellText) });
    if ((batch.rows.at(-1)?.rowNumber ?? 0) >= until) break;
  }
  return rows;
}

/**
 * Finds out how a file is to be read: encoding and delimiter or sheet, and the line of headings.
 * @throws UnreadableTable
 */
export async function describeFile(storage: Storage, file: StoredFile, wish: LayoutWish): Promise<FileDescription> {
  const sheets = file.format === "xlsx" ? await sheetNames(await readWhole(storage, file.storageKey)) : [];
  const guesses: FileLayout[] =
    file.format === "xlsx"
      ? (wish.sheet === undefined ? sheets : sheets.filter((name) => name === wish.sheet)).map((sheet) => ({
          format: "xlsx",
          sheet,
          headerRow: wish.headerRow ?? 1,
        }))
      : [await csvLayout(storage, file, wish)];
  let best: FileDescription | undefined;
  // The first sheet with headings: others often hold remarks.
  for (const layout of guesses.slice(0, 5)) {
    const found = await describeTable(storage, file, layout, sheets, wish.headerRow);
    best ??= found;
    if (found.headings.length > 1) return found;
  }
  if (best === undefined) throw new UnreadableTable("There is no such sheet.");
  return best;
}

async function describeTable(
  storage: Storage,
  file: StoredFile,
  layout: FileLayout,
  sheets: readonly string[],
  headerRow: number | undefined,
): Promise<FileDescription> {
  const rows = await firstRows(storage, file, layout);
  const at =
    headerRow === undefined
      ? findHeaderRow(rows.map((row) => row.cells))
      : rows.findIndex((row) => row.rowNumber === headerRow);
  const header = rows[at];
  if (header === undefined) return { layout, sheets, headings: [], rows };
  return {
    layout: { ...layout, headerRow: header.rowNumber },
    sheets,
    headings: distinctHeadings(header.cells),
    rows: rows.slice(at + 1),
  };
}

/** The headings of a file whose layout is known. @throws UnreadableTable */
export async function headingsOf(storage: Storage, file: StoredFile, layout: FileLayout): Promise<string[]> {
  const row = await findRow(storage, file, layout, layout.headerRow);
  return row === undefined ? [] : distinctHeadings(row.cells.map(cellText));
}

/** One row by its number; undefined when the file has no such row. @throws UnreadableTable */
export async function findRow(
  storage: Storage,
  file: StoredFile,
  layout: FileLayout,
  rowNumber: number,
): Promise<FileRow | undefined> {
  for await (const batch of tableRows(storage, file, layout)) {
    const found = batch.rows.find((row) => row.rowNumber === rowNumber);
    if (found !== undefined) return found;
    if ((batch.rows.at(-1)?.rowNumber ?? 0) > rowNumber) return undefined;
  }
  return undefined;
}
