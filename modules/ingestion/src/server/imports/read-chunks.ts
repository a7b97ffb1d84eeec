import type { Storage } from "@yutu/storage";
import type { FileLayout } from "../../contract/schemas.ts";
import { Ordinals } from "../../domain/rows/ordinals.ts";
import { factGroup, type ImportedFact, rowParser } from "../../domain/rows/row-parser.ts";
import type { RowOutcome } from "../../domain/rows/row-problem.ts";
import type { RowSettings } from "../../domain/rows/settings.ts";
import { headingsOf } from "../files/describe-file.ts";
import { type StoredFile, tableRows } from "../files/open-table.ts";

/** Rows that are read, and written, together. */
export const CHUNK_ROWS = 2_500;

export interface ReadRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome<ImportedFact>;
  /** The fact's place in its order or day, e.g. `85123A#1`; empty when the row is no fact. */
  readonly lineNo: string;
}

export interface Chunk {
  /** How many rows below the headings come before. */
  readonly rowsBefore: number;
  readonly rows: readonly ReadRow[];
  readonly bytesRead: number;
}

export interface Reading {
  readonly file: StoredFile;
  readonly layout: FileLayout;
  readonly settings: RowSettings;
  /** The instant against which "in the future" is judged; the same on every pass over the file. */
  readonly nowMs: number;
}

/**
 * Reads the rows below the headings in chunks, always the same ones in the same order, so that a pass that was cut short can
 * be repeated and go on where it stopped. Equal lines within an order get ordinals.
 * @param endsAfter after how many rows the next chunk ends, given how many came before it
 * @throws UnreadableTable
 */
export async function* readChunks(
  storage: Storage,
  { file, layout, settings, nowMs }: Reading,
  endsAfter: (rowsBefore: number) => number = (rowsBefore) => rowsBefore + CHUNK_ROWS,
): AsyncGenerator<Chunk> {
  const parse = rowParser(settings, await headingsOf(storage, file, layout), nowMs);
  const ordinals = new Ordinals();
  let rows: ReadRow[] = [];
  let rowsBefore = 0;
  let end = endsAfter(0);
  let bytesRead = 0;
  for await (const batch of tableRows(storage, file, layout)) {
    bytesRead = batch.bytesRead;
    for (const { rowNumber, cells } of batch.rows) {
      if (rowNumber <= layout.headerRow) continue;
      const outcome = parse(cells);
      rows.push({ rowNumber, cells, outcome, lineNo: outcome.kind === "fact" ? lineNoOf(outcome.fact, ordinals) : "" });
      if (rowsBefore + rows.length < end) continue;
      yield { rowsBefore, rows, bytesRead };
      rowsBefore = end;
      end = endsAfter(end);
      rows = [];
    }
  }
  if (rows.length > 0) yield { rowsBefore, rows, bytesRead };
}

function lineNoOf(fact: ImportedFact, ordinals: Ordinals): string {
  return `${fact.lineBase}#${ordinals.next(`${factGroup(fact)}\u0001${fact.lineBase}`)}`;
}
