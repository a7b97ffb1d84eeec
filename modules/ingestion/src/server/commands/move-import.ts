import { type Call, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { importProgressed } from "../../domain/events.ts";
import { type ImportMove, type ImportState, movesOf } from "../../domain/import-state.ts";
import { ingestionProblems } from "../../domain/problems.ts";
import { moveImportJob } from "../imports/import-job.ts";
import { findImport, type ImportRow, saveProgress, updateImport } from "../repositories/import-repository.ts";

type Decision = Result<ImportState, Problem>;

function decide(row: ImportRow, move: ImportMove): Decision {
  if (!movesOf(row.state).includes(move)) {
    return err(
      problem(ingestionProblems.importNotReady, `The import is ${row.state}; this cannot be done now.`, {
        params: { state: row.state },
      }),
    );
  }
  switch (move) {
    case "commit":
      if ((row.checkTotals?.accepted ?? 0) === 0 && (row.checkTotals?.quarantined ?? 0) === 0) {
        return err(problem(ingestionProblems.nothingToImport, "The file has no row below its headings."));
      }
      return ok("importing");
    case "cancel":
      return ok(
        row.state === "importing" || row.failedIn === "importing" || row.failedIn === "cancelling"
          ? "cancelling"
          : "cancelled",
      );
    case "undo":
      return ok("undoing");
    case "retry":
      return ok(row.failedIn ?? "checking");
  }
}

/** Moves an import on; what takes time happens in the background. */
export async function moveImport(
  { tx, services }: Call,
  importId: string,
  move: ImportMove,
): Promise<Result<string, Problem>> {
  const row = await findImport(tx, importId, { lock: true });
  if (!row) return notFound("import");
  const next = decide(row, move);
  if (!next.ok) return next;
  const state = next.value;
  await updateImport(tx, importId, {
    state,
    failedIn: null,
    error: null,
    ...(state === "cancelled" ? { finishedAt: tx.now } : {}),
  });
  if (move === "commit") await saveProgress(tx, importId, { rowsDone: 0, bytesDone: 0, sendingTo: 0, sendingAs: "" });
  await tx.emit(importProgressed, { importId, state }, { entity: "import", id: importId });
  // A running writer notices that it was cancelled and takes back itself; a failed one needs to be called.
  const isCalled = state !== "cancelled" && !(move === "cancel" && row.state === "importing");
  if (isCalled) await services.queue.enqueue(tx, moveImportJob, { importId });
  return ok(importId);
}
