import type { TenantTx } from "@yutu/database";
import { importCompleted } from "../../domain/events.ts";
import { headerFingerprint } from "../../domain/mapping/fingerprint.ts";
import { ImportTally, type ImportTotals } from "../../domain/rows/import-tally.ts";
import { headingsOf } from "../files/describe-file.ts";
import { endWriterTurn, takeWriterTurn, updateImport } from "../repositories/import-repository.ts";
import { type NewQuarantineRow, quarantine } from "../repositories/quarantine-repository.ts";
import { rememberMapping } from "../repositories/source-repository.ts";
import { factLines, tableOf } from "./fact-rows.ts";
import { type ImportRun, learnMarks, orTryLater, progressKeeper } from "./import-run.ts";
import { CHUNK_ROWS, type Chunk, readChunks } from "./read-chunks.ts";

/** Rows that go to the warehouse under one token. */
interface Part {
  /** How many rows below the headings have gone when they have. */
  readonly to: number;
  readonly token: string;
}

/**
 * Writes the facts of a file part by part. Rows that an earlier attempt finished are read again but not written; the part it
 * was at is written as it was, so that what arrived of it is not written twice, whatever the size of parts is by now.
 */
export async function writeImport(run: ImportRun, partRows = CHUNK_ROWS): Promise<void> {
  const { call, row, reading, progress } = run;
  const { warehouse, storage } = call.services;
  const done = progress?.rowsDone ?? 0;
  const planned = (from: number): Part => ({ to: from + partRows, token: `${row.id}:${from}-${from + partRows}` });
  const first =
    progress !== undefined && progress.sendingTo > done
      ? { to: progress.sendingTo, token: progress.sendingAs }
      : planned(done);
  const partAt = (from: number): Part => (from === done ? first : planned(from));
  const endsAfter = (from: number): number => (from < done ? Math.min(from + partRows, done) : partAt(from).to);
  const keepProgress = progressKeeper(run, "importing");
  await keepProgress({ rowsDone: done, bytesDone: progress?.bytesDone ?? 0, ...noted(first) });

  const write = async (chunk: Chunk): Promise<void> => {
    const part = partAt(chunk.rowsBefore);
    await writeChunk(run, chunk, part.token);
    const rowsDone = chunk.rowsBefore + chunk.rows.length;
    await keepProgress({ rowsDone, bytesDone: chunk.bytesRead, ...noted(planned(part.to)) }, async (tx) => {
      await quarantine(tx, badRows(run, chunk));
      await takeWriterTurn(tx, row.id);
    });
  };
  const tally = new ImportTally();
  let unresolved = 0;
  let writing = Promise.resolve();
  try {
    for await (const chunk of readChunks(storage, reading, endsAfter)) {
      for (const { outcome } of chunk.rows) tally.add(outcome);
      unresolved += await learnMarks(run, chunk);
      if (chunk.rowsBefore < done) continue;
      // One part is written at a time, while the next is read.
      await writing;
      writing = write(chunk);
      writing.catch(() => undefined);
    }
  } finally {
    await writing;
  }
  orTryLater(await warehouse.settleImport({ workspaceId: call.workspaceId }, tableOf(row.kind), row.id));
  const headings = await headingsOf(storage, reading.file, reading.layout);
  await call.withTenant((tx) => finish(tx, run, tally.totals(), unresolved, headings));
}

const noted = ({ to, token }: Part) => ({ sendingTo: to, sendingAs: token });

/** Rows sent twice under a token are written once. */
async function writeChunk({ call, row, attributor }: ImportRun, chunk: Chunk, token: string): Promise<void> {
  const lineOf = factLines({
    sourceId: row.sourceId,
    importId: row.id,
    projectId: row.projectId,
    factVersion: row.factVersion,
    fetchedAt: row.createdAt,
  });
  const rows = chunk.rows.flatMap(({ outcome, rowNumber, lineNo }) =>
    outcome.kind === "fact"
      ? [lineOf({ fact: outcome.fact, rowNumber, lineNo, attribution: attributor.find(outcome.fact) })]
      : [],
  );
  const tenant = { workspaceId: call.workspaceId };
  orTryLater(await call.services.warehouse.restate(tenant, tableOf(row.kind), rows, token));
}

const badRows = ({ row }: ImportRun, chunk: Chunk): NewQuarantineRow[] =>
  chunk.rows.flatMap(({ outcome, rowNumber, cells }) =>
    outcome.kind === "problems"
      ? [{ sourceId: row.sourceId, importId: row.id, rowNumber, cells, problems: outcome.problems }]
      : [],
  );

async function finish(
  tx: TenantTx,
  { row }: ImportRun,
  totals: ImportTotals,
  unresolved: number,
  headings: readonly string[],
): Promise<void> {
  const { id: importId, sourceId, kind, projectId, settings, presetKey } = row;
  const result = { ...totals, unresolved, restated: row.checkTotals?.restated ?? 0 };
  await updateImport(tx, importId, { state: "done", totals: result, finishedAt: tx.now, error: null });
  await rememberMapping(tx, { sourceId, fingerprint: headerFingerprint(headings), presetKey, settings });
  await endWriterTurn(tx, importId);
  const { accepted, quarantined, firstOn, lastOn } = totals;
  const subject =
    projectId === null ? { entity: "import", id: importId } : { entity: "import", id: importId, projectId };
  await tx.emit(
    importCompleted,
    { importId, sourceId, kind, projectId, accepted, quarantined, firstOn, lastOn },
    subject,
  );
}
