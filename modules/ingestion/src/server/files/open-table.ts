import type { Storage } from "@yutu/storage";
import type { FileLayout } from "../../contract/schemas.ts";
import { csvRows } from "./csv-rows.ts";
import type { RowBatch } from "./file-rows.ts";
import { xlsxRows } from "./xlsx-rows.ts";

/** A stored file, as far as reading needs to know it. */
export interface StoredFile {
  readonly storageKey: string;
  readonly sizeBytes: number;
  readonly format: "csv" | "csv.gz" | "xlsx";
}

/** The whole of a stored object in memory; for workbooks, whose size is limited at upload. */
export async function readWhole(storage: Storage, key: string): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of await storage.read(key)) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/** Rows of the file from its first line on. The caller passes over the headings. @throws UnreadableTable */
export async function* tableRows(storage: Storage, file: StoredFile, layout: FileLayout): AsyncGenerator<RowBatch> {
  if (layout.format === "xlsx") {
    yield* xlsxRows(await readWhole(storage, file.storageKey), layout.sheet);
    return;
  }
  const { encoding, delimiter } = layout;
  yield* csvRows(await storage.read(file.storageKey), { encoding, delimiter, isGzipped: file.format === "csv.gz" });
}
