import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { BATCH_ROWS, type FileRow, type RowBatch, UnreadableTable } from "./file-rows.ts";
import { pacedWorkbook, UnusualWorkbook } from "./paced-workbook.ts";
import { zipEntries } from "./zip-directory.ts";

/** Beyond this a workbook is more likely an attack than a report. */
const MOST_UNPACKED_BYTES = 2 * 2 ** 30;
const MOST_ROWS = 1_048_576;

/** A cell as text: instants as the wall time they show, numbers without the noise of binary fractions. */
function textOf(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "string") return value;
  if (typeof value === "number") return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)));
  if (typeof value === "boolean") return value ? "TRUE" : "FALSE";
  if (value instanceof Date)
    return Number.isNaN(value.getTime())
      ? ""
      : value
          .toISOString()
          .replace("T", " ")
          .replace(/(?: 00:00:00)?\.000Z$/, "")
          .replace("Z", "");
  return "";
}

/** Refuses archives that unpack into far more than they should before anything is unpacked. */
function checked(workbook: Uint8Array): Uint8Array {
  const entries = zipEntries(workbook);
  if (entries === null) throw new UnreadableTable("The file is no workbook, or it is cut off.");
  const bytes = entries.reduce((sum, entry) => sum + entry.unpackedBytes, 0);
  if (bytes > MOST_UNPACKED_BYTES) throw new UnreadableTable("The unpacked workbook is too large.");
  return workbook;
}

/** Names of the visible sheets, in order. @throws UnreadableTable */
export async function sheetNames(workbook: Uint8Array): Promise<string[]> {
  const names: string[] = [];
  await readable(() =>
    readXlsx(checked(workbook), {
      sheets: (info) => {
        if (info.hidden !== true && info.veryHidden !== true) names.push(info.name);
        return false;
      },
    }),
  );
  return names;
}

type SheetRow = { readonly index: number; readonly values: readonly unknown[] };

/** The rows of a sheet, read no faster than they are asked for. */
async function* sheetRows(workbook: Uint8Array, sheet: string, maxRows: number): AsyncGenerator<SheetRow, void> {
  const paced = pacedWorkbook(workbook, sheet);
  if (paced === null) return yield* streamXlsxRows(workbook, { sheet, maxRows });
  const rows = streamXlsxRows(paced.stream, { sheet, maxRows });
  try {
    for (;;) {
      paced.flow(true);
      const next = await rows.next();
      paced.flow(false);
      if (next.done === true) return;
      yield next.value;
    }
  } catch (error) {
    if (!(error instanceof UnusualWorkbook)) throw error;
    yield* streamXlsxRows(workbook, { sheet, maxRows });
  } finally {
    paced.end();
    await rows.return(undefined);
  }
}

/** Streams the rows of a sheet. Rows that the workbook leaves out are blank and come as nothing. @throws UnreadableTable */
export async function* xlsxRows(workbook: Uint8Array, sheet: string, maxRows = MOST_ROWS): AsyncGenerator<RowBatch> {
  let rows: FileRow[] = [];
  const stream = sheetRows(checked(workbook), sheet, maxRows);
  try {
    for (;;) {
      const next = await readable(() => stream.next());
      if (next.done === true) break;
      rows.push({ rowNumber: next.value.index + 1, cells: next.value.values.map(textOf) });
      if (rows.length < BATCH_ROWS) continue;
      yield { rows, bytesRead: 0 };
      rows = [];
    }
    if (rows.length > 0) yield { rows, bytesRead: 0 };
  } finally {
    // Whoever wanted only the first rows must not leave a reader behind that goes on to the last.
    await stream.return();
  }
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable(error instanceof Error ? error.message : "The workbook cannot be read.");
  }
}
