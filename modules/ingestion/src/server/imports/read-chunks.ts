import type { Storage } from "@yutu/storage";
import type { FileLayout } from "../../contract/schemas.ts";
import { Ordinals } from "../../domain/rows/ordinals.ts";
import { factGroup, type ImportedFact, rowParser } from "../../domain/rows/row-parser.ts";
import type { RowOutcome } from "../../domain/rows/row-problem.ts";
import type { RowSettings } from "../../domain/rows/settings.ts";
import { headingsOf } from "../files/describe-file.ts";
import { type StoredFile, tableRows } from "../files/open-table.ts";

/** Rows that are written together. Their number must not change while an import is under way: chunks are counted. */
export const CHUNK_ROWS = 5_000;

export interface ReadRow {
  readonly rowNumber: number;
  readonly cells: readonly string[];
  readonly outcome: RowOutcome<ImportedFact>;
  /** The fact's place in its order or day, e.g. `85123A#1`; empty when the row is no fact. */
  readonly lineNo: string;
}

export interface Chunk {
  readonly index: number;
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
 * @throws UnreadableTable
 */
export async function* readChunks(storage: Storage, { file, layout, settings, nowMs }: Reading): AsyncGenerator<Chunk> {
  const parse = rowParser(settings, await headingsOf(storage, file, layout), nowMs);
  const ordinals = new Ordinals();
  let rows: ReadRow[] = [];
  let index = 0;
  let bytesRead = 0;
  for await (const batch of tableRows(storage, file, layout)) {
    bytesRead = batch.bytesRead;
    for (const { rowNumber, cells } of batch.rows) {
      if (rowNumber <= layout.headerRow) continue;
      const outcome = parse(cells);
      rows.push({ rowNumber, cells, outcome, lineNo: outcome.kind === "fact" ? lineNoOf(outcome.fact, ordinals) : "" });
      if (rows.length < CHUNK_ROWS) continue;
      yield { index, rows, bytesRead };
      index += 1;
      rows = [];
    }
  }
  if (rows.length > 0) yield { index, rows, bytesRead };
}

function lineNoOf(fact: ImportedFact, ordinals: Ordinals): string {
  return `${fact.lineBase}#${ordinals.next(`${factGroup(fact)}\u0001${fact.lineBase}`)}`;
}
