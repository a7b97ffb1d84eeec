/** One row of a table, as text. */
export interface FileRow {
  /** Counted from 1, as spreadsheets do. */
  readonly rowNumber: number;
  readonly cells: readonly string[];
}

/** Rows that were read together, and how many bytes of the stored file have been read so far (0 when that is not known). */
export interface RowBatch {
  readonly rows: readonly FileRow[];
  readonly bytesRead: number;
}

export const BATCH_ROWS = 500;

/** The file cannot be read as the table it should be; `message` says where. */
export class UnreadableTable extends Error {
  override readonly name = "UnreadableTable";
}
