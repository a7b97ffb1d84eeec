import {
  type Actor,
  type Call,
  type Implementation,
  implement,
  implementFile,
  implementLong,
  type LongCall,
  may,
  notFound,
} from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import { listMembersByName } from "@yutu/identity/server";
import { decodeCursor, ok, type Problem, type Result, toPage } from "@yutu/kernel";
import { ingestion } from "../contract/index.ts";
import { createImport } from "./commands/create-import.ts";
import { moveImport } from "./commands/move-import.ts";
import { findRow, headingsOf } from "./files/describe-file.ts";
import { openSample } from "./files/sample-files.ts";
import { storeImportFile } from "./files/store-file.ts";
import { presentImport } from "./presenters.ts";
import { orUnreadable, previewFile, previewRows } from "./queries/preview-file.ts";
import {
  findFile,
  findImport,
  findImportView,
  type ImportFileRow,
  importsOfSameBytes,
  listImportViews,
} from "./repositories/import-repository.ts";

/** Position in a list by instant and id; a cursor that cannot be one begins anew. */
export function positionOf(cursor: string | undefined): readonly [string, string] | undefined {
  const key = cursor === undefined ? undefined : decodeCursor(cursor, 2);
  return key?.ok === true ? [String(key.value[0]), String(key.value[1])] : undefined;
}

async function answer(tx: TenantTx, actor: Actor, importId: string) {
  const view = await findImportView(tx, importId);
  return view ? ok(presentImport(view, await listMembersByName(tx), may(actor, "data.import"))) : notFound("import");
}

async function then({ tx, actor }: Call, done: Result<string, Problem>) {
  return done.ok ? answer(tx, actor, done.value) : done;
}

async function presentFile(call: LongCall, stored: Result<ImportFileRow, Problem>) {
  if (!stored.ok) return stored;
  const { id, name, sizeBytes, sha256, format } = stored.value;
  const before = await call.withTenant((tx) => importsOfSameBytes(tx, sha256));
  const importedBefore = before.map((row) => ({
    importId: row.importId,
    sourceName: row.sourceName,
    finishedAt: row.finishedAt?.toISOString() ?? "",
  }));
  return ok({ id, name, sizeBytes, sha256, format, importedBefore });
}

async function viewRow(call: LongCall, importId: string, rowNumber: number) {
  const found = await call.withTenant(async (tx) => {
    const row = await findImport(tx, importId);
    const file = row && (await findFile(tx, row.fileId));
    return row && file ? { row, file } : undefined;
  });
  if (found === undefined) return notFound("import");
  const { row, file } = found;
  const { storage } = call.services;
  const read = await orUnreadable(async () => ({
    headings: await headingsOf(storage, file, row.layout),
    line: await findRow(storage, file, row.layout, rowNumber),
  }));
  if (!read.ok) return read;
  const { headings, line } = read.value;
  return line === undefined
    ? notFound("row")
    : ok({ fileId: file.id, fileName: file.name, rowNumber, headings, cells: [...line.cells] });
}

const fileOperations: readonly Implementation[] = [
  implementLong(ingestion.uploadImportFile, async (call, { query }) =>
    presentFile(call, await storeImportFile(call, query.name, call.stream)),
  ),
  implementLong(ingestion.takeSampleFile, async (call, { body }) => {
    const { name, content } = openSample(body.sample);
    return presentFile(call, await storeImportFile(call, name, content));
  }),
  implementFile(ingestion.downloadImportFile, async (call, { params }) => {
    const file = await call.withTenant((tx) => findFile(tx, params.fileId));
    if (!file) return notFound("file");
    const content = await call.services.storage.read(file.storageKey);
    return ok({ content, contentType: "application/octet-stream", fileName: file.name, sizeBytes: file.sizeBytes });
  }),
  implementLong(ingestion.previewImportFile, (call, { params, query }) => previewFile(call, params.fileId, query)),
  implementLong(ingestion.previewRows, (call, { params, body }) => previewRows(call, params.fileId, body)),
];

export const importOperations: readonly Implementation[] = [
  ...fileOperations,
  implement(ingestion.createImport, async (call, { body }) => then(call, await createImport(call, body))),
  implement(ingestion.listImports, async ({ tx, actor }, { query }) => {
    const { sourceId, state, limit, cursor } = query;
    const views = await listImportViews(tx, { sourceId, state, after: positionOf(cursor) }, limit);
    const page = toPage(views, limit, ({ row }) => [row.createdAt.toISOString(), row.id]);
    const names = await listMembersByName(tx);
    return ok({
      items: page.items.map((view) => presentImport(view, names, may(actor, "data.import"))),
      nextCursor: page.nextCursor,
    });
  }),
  implement(ingestion.getImport, ({ tx, actor }, { params }) => answer(tx, actor, params.importId)),
  implement(ingestion.commitImport, async (call, { params }) =>
    then(call, await moveImport(call, params.importId, "commit")),
  ),
  implement(ingestion.cancelImport, async (call, { params }) =>
    then(call, await moveImport(call, params.importId, "cancel")),
  ),
  implement(ingestion.undoImport, async (call, { params }) =>
    then(call, await moveImport(call, params.importId, "undo")),
  ),
  implement(ingestion.retryImport, async (call, { params }) =>
    then(call, await moveImport(call, params.importId, "retry")),
  ),
  implementLong(ingestion.viewImportRow, (call, { params }) => viewRow(call, params.importId, params.rowNumber)),
];
