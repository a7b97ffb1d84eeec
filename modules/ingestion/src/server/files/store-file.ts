import { Readable } from "node:stream";
import type { LongCall } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { ObjectTooLarge, type StoredObject } from "@yutu/storage";
import { ingestionProblems } from "../../domain/problems.ts";
import { looksLikeOldExcel, looksLikeZip } from "../../domain/text/detect-encoding.ts";
import { importFiles } from "../tables.ts";

export type ImportFileRow = typeof importFiles.$inferSelect;

/** Text is streamed; a workbook is held in memory while it is read. */
const MOST_BYTES = { csv: 1 << 30, "csv.gz": 256 << 20, xlsx: 64 << 20 } as const;

/** A name as it is shown: without folders and control characters. It never becomes a path. */
const shownName = (name: string): string => {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  return (
    Array.from(last)
      .filter((char) => char >= " " && char !== "\u007f")
      .join("")
      .slice(0, 200)
      .trim() || "import"
  );
};

async function firstChunk(call: LongCall, key: string): Promise<Uint8Array> {
  for await (const chunk of await call.services.storage.read(key, { start: 0, end: 15 })) return chunk as Buffer;
  return new Uint8Array();
}

const formatOf = (head: Uint8Array): ImportFileRow["format"] =>
  looksLikeZip(head) ? "xlsx" : head[0] === 0x1f && head[1] === 0x8b ? "csv.gz" : "csv";

const tooLarge = (limit: number) =>
  err(
    problem(
      ingestionProblems.fileTooLarge,
      `Such a file may have ${Math.round(limit / (1 << 20))} MB at most. Export it in parts.`,
      { params: { maxBytes: limit } },
    ),
  );

/** Stores bytes as a file to import. Its kind is told by its first bytes, never by its name. */
export async function storeImportFile(
  call: LongCall,
  name: string,
  content: Readable,
): Promise<Result<ImportFileRow, Problem>> {
  const { services, actor } = call;
  const id = services.ids.next("imf");
  const storageKey = `${actor.workspaceId}/${id}`;
  let stored: StoredObject;
  try {
    stored = await services.storage.write(storageKey, content, MOST_BYTES.csv);
  } catch (error) {
    if (error instanceof ObjectTooLarge) return tooLarge(MOST_BYTES.csv);
    throw error;
  }
  const head = await firstChunk(call, storageKey);
  const format = formatOf(head);
  const refusal = refusalOf(head, stored.sizeBytes, format);
  if (refusal !== null) {
    await services.storage.remove(storageKey);
    return refusal;
  }
  const row: ImportFileRow = {
    workspaceId: actor.workspaceId,
    id,
    createdAt: services.clock.now(),
    name: shownName(name),
    sizeBytes: stored.sizeBytes,
    sha256: stored.sha256,
    storageKey,
    format,
    uploadedBy: actor.memberId,
  };
  await call.withTenant((tx) => tx.db.insert(importFiles).values(row));
  return ok(row);
}

function refusalOf(
  head: Uint8Array,
  sizeBytes: number,
  format: ImportFileRow["format"],
): Result<never, Problem> | null {
  if (sizeBytes === 0) return err(problem(ingestionProblems.fileEmpty, "The file has no content; export it again."));
  if (looksLikeOldExcel(head))
    return err(problem(ingestionProblems.oldExcel, "Save the file as .xlsx or CSV and upload that."));
  return sizeBytes > MOST_BYTES[format] ? tooLarge(MOST_BYTES[format]) : null;
}
