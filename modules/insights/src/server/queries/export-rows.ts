import { Readable } from "node:stream";
import type { FileAnswer, LongCall } from "@yutu/application";
import { ok, type Problem, type Result } from "@yutu/kernel";
import { CSV_MARK, csvLine } from "../../domain/index.ts";
import { askForRows, type KeyedRow, type RowQuery, type RowQuestion, readRows } from "../rows/read-rows.ts";
import type { FactRow } from "../rows/row-shapes.ts";

const MOST_ROWS = 200_000;
const STEP = 5_000;

/** Columns as the API names them: the file can be imported again without a dictionary. */
const columnsOf = (row: FactRow): string[] => Object.keys(row);
const cellsOf = (row: FactRow): (string | number | null)[] => Object.values(row);

/** Reads page by page, so that neither a file nor its rows are ever in memory as a whole. */
async function* lines(call: LongCall, question: RowQuestion, first: readonly KeyedRow[]): AsyncGenerator<string> {
  let page = first;
  let written = 0;
  const head = page[0];
  yield CSV_MARK + (head ? csvLine(columnsOf(head.row)) : "");
  while (page.length > 0 && written < MOST_ROWS) {
    yield page.map(({ row }) => csvLine(cellsOf(row))).join("");
    written += page.length;
    const last = page.at(-1);
    if (page.length < STEP || !last) return;
    const next = await readRows(call, question, STEP, last.key);
    if (!next.ok) throw new Error(`the export broke off after ${written} rows: ${next.error.detail}`);
    page = next.value;
  }
}

/** The rows behind a figure as a file. */
export async function exportRows(call: LongCall, query: RowQuery): Promise<Result<FileAnswer, Problem>> {
  const question = await askForRows(call, query);
  if (!question.ok) return question;
  const first = await readRows(call, question.value, STEP, undefined);
  if (!first.ok) return first;
  return ok({
    content: Readable.from(lines(call, question.value, first.value)),
    contentType: "text/csv; charset=utf-8",
    fileName: `${query.metricId}-${query.from}-${query.to}.csv`,
  });
}
