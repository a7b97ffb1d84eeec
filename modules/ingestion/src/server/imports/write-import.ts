import type { TenantTx } from "@yutu/database";
import { importCompleted } from "../../domain/events.ts";
import { headerFingerprint } from "../../domain/mapping/fingerprint.ts";
import { ImportTally, type ImportTotals } from "../../domain/rows/import-tally.ts";
import { headingsOf } from "../files/describe-file.ts";
import { endWriterTurn, takeWriterTurn, updateImport } from "../repositories/import-repository.ts";
import { type NewQuarantineRow, quarantine } from "../repositories/quarantine-repository.ts";
import { rememberMapping } from "../repositories/source-repository.ts";
import { factRow, type PlacedFact, tableOf } from "./fact-rows.ts";
import { type ImportRun, learnMarks, orTryLater, progressKeeper } from "./import-run.ts";
import { type Chunk, readChunks } from "./read-chunks.ts";

/** Writes the facts of a file chunk by chunk. Chunks that an earlier attempt finished are read again but not written. */
export async function writeImport(run: ImportRun): Promise<void> {
  const { call, row, reading } = run;
  const { warehouse, storage } = call.services;
  const tally = new ImportTally();
  const keepProgress = progressKeeper(run, "importing");
  let unresolved = 0;
  let rowsDone = 0;
  for await (const chunk of readChunks(storage, reading)) {
    for (const { outcome } of chunk.rows) tally.add(outcome);
    unresolved += await call.withTenant((tx) => learnMarks(tx, run.attributor, chunk));
    rowsDone += chunk.rows.length;
    if (chunk.index < run.chunksDone) continue;
    await writeChunk(run, chunk);
    await keepProgress({ rowsDone, bytesDone: chunk.bytesRead, chunksDone: chunk.index + 1 }, async (tx) => {
      await quarantine(tx, badRows(run, chunk));
      await takeWriterTurn(tx, row.id);
    });
  }
  orTryLater(await warehouse.settleImport({ workspaceId: call.workspaceId }, tableOf(row.kind), row.id));
  const headings = await headingsOf(storage, reading.file, reading.layout);
  await call.withTenant((tx) => finish(tx, run, tally.totals(), unresolved, headings));
}

/** The token names the chunk, so that a chunk sent twice is written once. */
async function writeChunk({ call, row, attributor }: ImportRun, chunk: Chunk): Promise<void> {
  const origin = {
    sourceId: row.sourceId,
    importId: row.id,
    projectId: row.projectId,
    factVersion: row.factVersion,
    fetchedAt: row.createdAt,
  };
  const facts = chunk.rows.flatMap(({ outcome, rowNumber, lineNo }): PlacedFact[] =>
    outcome.kind === "fact"
      ? [{ fact: outcome.fact, rowNumber, lineNo, attribution: attributor.find(outcome.fact) }]
      : [],
  );
  const rows = facts.map((fact) => factRow(origin, fact));
  const tenant = { workspaceId: call.workspaceId };
  orTryLater(await call.services.warehouse.restate(tenant, tableOf(row.kind), rows, `${row.id}:${chunk.index}`));
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
