import { importUndone } from "../../domain/events.ts";
import { endWriterTurn, nextFactVersion, updateImport } from "../repositories/import-repository.ts";
import { discardRowsOf } from "../repositories/quarantine-repository.ts";
import { tableOf } from "./fact-rows.ts";
import { type ImportRun, orTryLater } from "./import-run.ts";

/** Removes what an import has written; what it replaced counts again. Repeating it changes nothing. */
export async function takeBackImport({ call, row }: ImportRun, end: "cancelled" | "undone"): Promise<void> {
  const tenant = { workspaceId: call.workspaceId };
  const sequence =
    row.undoSequence ??
    (await call.withTenant(async (tx) => {
      const next = await nextFactVersion(tx);
      await updateImport(tx, row.id, { undoSequence: next });
      return next;
    }));
  orTryLater(await call.services.warehouse.undoImport(tenant, tableOf(row.kind), row.id, sequence));
  await call.withTenant(async (tx) => {
    await discardRowsOf(tx, row.id);
    await updateImport(tx, row.id, { state: end, finishedAt: tx.now, error: null });
    await endWriterTurn(tx, row.id);
    const { id: importId, sourceId, kind, projectId } = row;
    await tx.emit(
      importUndone,
      { importId, sourceId, kind, projectId },
      { entity: "import", id: importId, ...(projectId === null ? {} : { projectId }) },
    );
  });
}
