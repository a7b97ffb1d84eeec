import { readXlsx, streamXlsxRows } from "hucre/xlsx";
import { BATCH_ROWS, type FileRow, type RowBatch, UnreadableTable } from "./file-rows.ts";
import { unpackedBytes } from "./zip-size.ts";

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

function checked(workbook: Uint8Array): Uint8Array {
  const bytes = unpackedBytes(workbook);
  if (bytes === null) throw new UnreadableTable("The file is no workbook, or it is cut off.");
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

/** Streams the rows of a sheet. Rows that the workbook leaves out are blank and come as nothing. @throws UnreadableTable */
export async function* xlsxRows(workbook: Uint8Array, sheet: string, maxRows = MOST_ROWS): AsyncGenerator<RowBatch> {
  let rows: FileRow[] = [];
  const stream = streamXlsxRows(checked(workbook), { sheet, maxRows });
  for (;;) {
    const next = await readable(() => stream.next());
    if (next.done === true) break;
    rows.push({ rowNumber: next.value.index + 1, cells: next.value.values.map(textOf) });
    if (rows.length < BATCH_ROWS) continue;
    yield { rows, bytesRead: 0 };
    rows = [];
  }
  if (rows.length > 0) yield { rows, bytesRead: 0 };
}

async function readable<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof UnreadableTable) throw error;
    throw new UnreadableTable(error instanceof Error ? error.message : "The workbook cannot be read.");
  }
}
