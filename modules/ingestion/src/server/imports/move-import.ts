import type { BackgroundCall } from "@yutu/application";
import { DatabaseUnavailable } from "@yutu/database";
import { importProgressed } from "../../domain/events.ts";
import { UnreadableTable } from "../files/file-rows.ts";
import { endWriterTurn, findImport, takeWriterTurn, updateImport } from "../repositories/import-repository.ts";
import { checkImport } from "./check-import.ts";
import { moveImportJob } from "./import-job.ts";
import { beginRun, EngineAway, type ImportRun, ImportStopped } from "./import-run.ts";
import { takeBackImport } from "./take-back-import.ts";
import { writeImport } from "./write-import.ts";

const TURN_WAIT_MS = 1_500;

/** Waits for the turn to write by coming again later, so that no worker is blocked meanwhile. */
async function mayWrite({ call, row }: ImportRun): Promise<boolean> {
  return call.withTenant(async (tx) => {
    if (await takeWriterTurn(tx, row.id)) return true;
    await call.services.queue.enqueue(
      tx,
      moveImportJob,
      { importId: row.id },
      { startAfter: new Date(Date.now() + TURN_WAIT_MS) },
    );
    return false;
  });
}

async function step(run: ImportRun): Promise<void> {
  switch (run.row.state) {
    case "checking":
      return checkImport(run);
    case "importing":
      if (await mayWrite(run)) await writeImport(run);
      return;
    case "cancelling":
      if (await mayWrite(run)) await takeBackImport(run, "cancelled");
      return;
    case "undoing":
      if (await mayWrite(run)) await takeBackImport(run, "undone");
      return;
    case "checked":
    case "done":
    case "cancelled":
    case "undone":
    case "failed":
      return;
  }
}

/** Keeps the reason, gives the turn back, and leaves the rest to a person (retry or cancel). */
async function fail(call: BackgroundCall, importId: string, error: unknown): Promise<void> {
  const isFile = error instanceof UnreadableTable;
  if (!isFile) call.services.log.error({ err: error, importId }, "import failed");
  await call.withTenant(async (tx) => {
    const row = await findImport(tx, importId, { lock: true });
    if (!row) return;
    await updateImport(tx, importId, {
      state: "failed",
      failedIn: row.state,
      error: isFile ? error.message : "internal",
    });
    await endWriterTurn(tx, importId);
    await tx.emit(importProgressed, { importId, state: "failed" }, { entity: "import", id: importId });
  });
}

export async function moveImport(call: BackgroundCall, importId: string): Promise<void> {
  const run = await beginRun(call, importId);
  if (run === undefined) return;
  try {
    await step(run);
  } catch (error) {
    if (error instanceof EngineAway || error instanceof DatabaseUnavailable) throw error;
    // Cancelled while it wrote: the same job now takes back what it wrote.
    if (error instanceof ImportStopped) return moveOn(call, importId, run.row.state);
    await fail(call, importId, error);
  }
}

async function moveOn(call: BackgroundCall, importId: string, before: string): Promise<void> {
  const row = await call.withTenant((tx) => findImport(tx, importId));
  if (row !== undefined && row.state !== before) await moveImport(call, importId);
}
