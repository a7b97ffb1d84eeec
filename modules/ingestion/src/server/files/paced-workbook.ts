import { createInflateRaw, inflateRawSync } from "node:zlib";
import { readXml } from "hucre/xml";
import { UnreadableTable } from "./file-rows.ts";
import { DEFLATED, localHeader, packedContent, STORED, type ZipEntry, zipEntries } from "./zip-directory.ts";

/** What a reader of rows needs besides the sheet. */
const PARTS =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/_rels\/workbook\.xml\.rels|xl\/(?:workbook|sharedStrings|styles)\.xml)$/;
const PIECE_BYTES = 256 * 1024;

/** The workbook is laid out in a way that only a reader of the whole understands. Comes before any row. */
export class UnusualWorkbook extends Error {
  override readonly name = "UnusualWorkbook";
}

/** A workbook as a stream that waits for whoever wants its rows. */
export interface PacedWorkbook {
  readonly stream: ReadableStream<Uint8Array>;
  /** Whether more may be read now. */
  flow(isWanted: boolean): void;
  /** Lets go of everything; the rest is not read. */
  end(): void;
}

/**
 * One sheet of a workbook as a stream: first what explains it, then the sheet itself, unpacked. The reader of rows takes
 * what it is given as fast as it can and keeps the rows until somebody wants them, so nothing is given unless a row is
 * waited for; unpacked, because it takes a megabyte at once, which may be ten megabytes of a packed sheet.
 * @returns null when the workbook is laid out unusually
 */
export function pacedWorkbook(workbook: Uint8Array, sheet: string): PacedWorkbook | null {
  const entries = (zipEntries(workbook) ?? []).filter(({ method }) => method === STORED || method === DEFLATED);
  const target = sheetEntry(workbook, entries, sheet);
  if (target === undefined) return null;
  const parts = entries.filter(({ name }) => PARTS.test(name));
  const pieces = piecesOf(workbook, parts, target);
  let isWanted = false;
  let resume: (() => void) | undefined;
  const stream = new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (!isWanted) {
          await new Promise<void>((resolve) => {
            resume = resolve;
          });
        }
        const next = await pieces.next();
        if (next.done === true) controller.error(new UnusualWorkbook());
        else controller.enqueue(next.value);
      },
    },
    { highWaterMark: 0 },
  );
  const flow = (wanted: boolean): void => {
    isWanted = wanted;
    if (wanted) resume?.();
  };
  return { stream, flow, end: () => void pieces.return() };
}

async function* piecesOf(
  workbook: Uint8Array,
  parts: readonly ZipEntry[],
  target: ZipEntry,
): AsyncGenerator<Uint8Array, void> {
  for (const part of parts) {
    yield localHeader(part);
    yield contentOf(workbook, part);
  }
  yield localHeader({ ...target, method: STORED, packedBytes: target.unpackedBytes });
  let bytes = 0;
  for await (const piece of unpacked(contentOf(workbook, target), target.method)) {
    bytes += piece.length;
    if (bytes > target.unpackedBytes) break;
    yield piece;
  }
  if (bytes !== target.unpackedBytes) throw new UnreadableTable("The workbook is damaged.");
}

function contentOf(workbook: Uint8Array, entry: ZipEntry): Uint8Array {
  const content = packedContent(workbook, entry);
  if (content === null) throw new UnreadableTable("The workbook is cut off.");
  return content;
}

async function* unpacked(content: Uint8Array, method: number): AsyncGenerator<Uint8Array> {
  if (method === STORED) {
    for (let at = 0; at < content.length; at += PIECE_BYTES) yield content.subarray(at, at + PIECE_BYTES);
    return;
  }
  const inflate = createInflateRaw({ chunkSize: PIECE_BYTES });
  inflate.end(content);
  for await (const piece of inflate) yield piece as Buffer;
}

/** Which entry holds a sheet: the book names its relationship, the relationship names the file. */
function sheetEntry(workbook: Uint8Array, entries: readonly ZipEntry[], sheet: string): ZipEntry | undefined {
  const textOf = (name: string): string => {
    const entry = entries.find((each) => each.name === name);
    if (entry === undefined) return "";
    const content = contentOf(workbook, entry);
    const maxOutputLength = Math.max(1, entry.unpackedBytes);
    return new TextDecoder().decode(entry.method === STORED ? content : inflateRawSync(content, { maxOutputLength }));
  };
  const [book, relationships] = [textOf("xl/workbook.xml"), textOf("xl/_rels/workbook.xml.rels")];
  if (book === "" || relationships === "") return undefined;
  const id = readXml(book, { rowTag: "sheet" }).data.find((row) => row["@name"] === sheet)?.["@r:id"];
  const links = readXml(relationships, { rowTag: "Relationship" }).data;
  const target = links.find((row) => row["@Id"] === id)?.["@Target"];
  if (typeof target !== "string") return undefined;
  const name = target.startsWith("/") ? target.slice(1) : `xl/${target}`;
  return entries.find((entry) => entry.name === name && /^xl\/worksheets\/sheet\d+\.xml$/i.test(name));
}
