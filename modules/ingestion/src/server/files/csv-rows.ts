import { type Readable, Transform } from "node:stream";
import { createGunzip } from "node:zlib";
import { CsvError, parse } from "csv-parse";
import type { TextEncoding } from "../../domain/text/detect-encoding.ts";
import type { Delimiter } from "../../domain/text/sniff-delimiter.ts";
import { BATCH_ROWS, type FileRow, type RowBatch, UnreadableTable } from "./file-rows.ts";

export interface CsvOptions {
  readonly encoding: TextEncoding;
  readonly delimiter: Delimiter;
  readonly isGzipped: boolean;
}

const LONGEST_RECORD_BYTES = 4 << 20;
/** A small gzipped file must not unpack without end. */
const MOST_UNPACKED_BYTES = 4 * 2 ** 30;

/** Counts bytes as they pass and stops at a limit. */
function counting(limitBytes: number): { readonly through: Transform; readonly count: () => number } {
  let bytes = 0;
  const through = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      bytes += chunk.length;
      done(bytes > limitBytes ? new UnreadableTable("The unpacked file is too large.") : null, chunk);
    },
  });
  return { through, count: () => bytes };
}

/** Bytes of any encoding to UTF-8; a byte order mark is dropped. */
function toUtf8(encoding: TextEncoding): Transform {
  const decoder = new TextDecoder(encoding);
  return new Transform({
    transform(chunk: Buffer, _encoding, done) {
      done(null, decoder.decode(chunk, { stream: true }));
    },
    flush(done) {
      done(null, decoder.decode());
    },
  });
}

/**
 * Streams the records of a delimited text file. Rows may have different widths; blank lines are rows.
 * @throws UnreadableTable when a quote is never closed or a record is endless
 */
export async function* csvRows(input: Readable, options: CsvOptions): AsyncGenerator<RowBatch> {
  const stored = counting(Number.POSITIVE_INFINITY);
  const steps: NodeJS.ReadWriteStream[] = [stored.through];
  if (options.isGzipped) steps.push(createGunzip(), counting(MOST_UNPACKED_BYTES).through);
  if (options.encoding !== "utf-8") steps.push(toUtf8(options.encoding));
  const parser = parse({
    bom: true,
    delimiter: options.delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: LONGEST_RECORD_BYTES,
  });
  steps.push(parser);
  let last: NodeJS.ReadableStream = input;
  for (const step of steps) {
    last.on("error", (error) => parser.destroy(error));
    last = last.pipe(step);
  }
  try {
    let rows: FileRow[] = [];
    let rowNumber = 0;
    for await (const cells of parser as AsyncIterable<string[]>) {
      rowNumber += 1;
      rows.push({ rowNumber, cells });
      if (rows.length < BATCH_ROWS) continue;
      yield { rows, bytesRead: stored.count() };
      rows = [];
    }
    if (rows.length > 0) yield { rows, bytesRead: stored.count() };
  } catch (error) {
    throw tableError(error);
  } finally {
    input.destroy();
  }
}

function tableError(error: unknown): unknown {
  if (error instanceof CsvError) return new UnreadableTable(error.message);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return code.startsWith("Z_") ? new UnreadableTable("The gzipped file is damaged.") : error;
}
