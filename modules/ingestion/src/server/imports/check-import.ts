import { importProgressed } from "../../domain/events.ts";
import { ImportTally } from "../../domain/rows/import-tally.ts";
import { updateImport } from "../repositories/import-repository.ts";
import { FilePlaces } from "./count-restated.ts";
import { type ImportRun, learnMarks, orTryLater, progressKeeper } from "./import-run.ts";
import { readChunks } from "./read-chunks.ts";

/** The dry run: reads the whole file, writes nothing, and says what an import would do. */
export async function checkImport(run: ImportRun): Promise<void> {
  const { call, row, reading } = run;
  const { warehouse, storage } = call.services;
  const tally = new ImportTally();
  const places = new FilePlaces();
  const keepProgress = progressKeeper(run, "checking");
  let unresolved = 0;
  let rowsDone = 0;
  for await (const chunk of readChunks(storage, reading)) {
    for (const { outcome, lineNo } of chunk.rows) {
      tally.add(outcome);
      if (outcome.kind === "fact") places.add(outcome.fact, lineNo);
    }
    rowsDone += chunk.rows.length;
    unresolved += await learnMarks(run, chunk);
    await keepProgress({ rowsDone, bytesDone: chunk.bytesRead });
  }
  const totals = tally.totals();
  const { firstOn, lastOn } = totals;
  const restated =
    firstOn === null || lastOn === null
      ? 0
      : orTryLater(
          await places.countIn(warehouse, { workspaceId: call.workspaceId }, row.kind, row.sourceId, {
            firstOn,
            lastOn,
          }),
        );
  await keepProgress({ rowsDone, bytesDone: row.bytesTotal }, async (tx) => {
    await updateImport(tx, row.id, { checkTotals: { ...totals, restated, unresolved } });
  });
  await call.withTenant(async (tx) => {
    // Only if nobody cancelled in the meantime.
    const changed = await tx.query(
      "UPDATE imports SET state = 'checked', version = version + 1, updated_at = $2 WHERE id = $1 AND state = 'checking' RETURNING 1",
      [row.id, tx.now],
    );
    if (changed.length > 0)
      await tx.emit(importProgressed, { importId: row.id, state: "checked" }, { entity: "import", id: row.id });
  });
}
