import { type Implementation, implementLong, type LongCall, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result, toPage } from "@yutu/kernel";
import { ingestion } from "../contract/index.ts";
import { ingestionProblems } from "../domain/problems.ts";
import { replayEvent } from "./commands/replay-event.ts";
import { replayFileRow } from "./commands/replay-row.ts";
import { headingsOf } from "./files/describe-file.ts";
import { positionOf } from "./import-operations.ts";
import { presentQuarantineRow } from "./presenters.ts";
import { findFile } from "./repositories/import-repository.ts";
import {
  countByCode,
  findQuarantineView,
  listQuarantineViews,
  type QuarantineView,
  resolveRow,
} from "./repositories/quarantine-repository.ts";

/** Headings of the files the rows are from, each file read once. A file that cannot be read has none. */
async function headingsByFile(
  call: LongCall,
  views: readonly QuarantineView[],
): Promise<ReadonlyMap<string, string[]>> {
  const headings = new Map<string, string[]>();
  for (const { fileId, layout } of views) {
    if (fileId === null || layout === null || headings.has(fileId)) continue;
    const file = await call.withTenant((tx) => findFile(tx, fileId));
    headings.set(fileId, file ? await headingsOf(call.services.storage, file, layout).catch(() => []) : []);
  }
  return headings;
}

async function present(call: LongCall, views: readonly QuarantineView[]) {
  const headings = await headingsByFile(call, views);
  return views.map((view) => presentQuarantineRow(view, headings.get(view.fileId ?? "") ?? []));
}

async function answer(call: LongCall, rowId: string, done: Result<unknown, Problem>) {
  if (!done.ok) return done;
  const view = await call.withTenant((tx) => findQuarantineView(tx, rowId));
  const [row] = view ? await present(call, [view]) : [];
  return row ? ok(row) : notFound("row");
}

async function discard(call: LongCall, rowId: string): Promise<Result<unknown, Problem>> {
  return call.withTenant(async (tx) => {
    if (!(await findQuarantineView(tx, rowId))) return notFound("row");
    const isFirst = await resolveRow(tx, rowId, { state: "discarded", corrected: null, by: call.actor.memberId });
    return isFirst
      ? ok(null)
      : err(problem(ingestionProblems.rowResolved, "The row was replayed or discarded before."));
  });
}

async function replay(call: LongCall, rowId: string, cells: readonly string[]): Promise<Result<unknown, Problem>> {
  const view = await call.withTenant((tx) => findQuarantineView(tx, rowId));
  if (!view) return notFound("row");
  return view.row.importId === null ? replayEvent(call, rowId, cells[0] ?? "") : replayFileRow(call, rowId, cells);
}

export const quarantineOperations: readonly Implementation[] = [
  implementLong(ingestion.listQuarantine, async (call, { query }) => {
    const { limit, cursor, ...rest } = query;
    const filter = { ...rest, after: positionOf(cursor) };
    const { views, codes } = await call.withTenant(async (tx) => ({
      views: await listQuarantineViews(tx, filter, limit),
      codes: await countByCode(tx, filter),
    }));
    const page = toPage(views, limit, ({ row }) => [row.createdAt.toISOString(), row.id]);
    return ok({ items: await present(call, page.items), nextCursor: page.nextCursor, codes });
  }),
  implementLong(ingestion.replayRow, async (call, { params, body }) =>
    answer(call, params.rowId, await replay(call, params.rowId, body.cells)),
  ),
  implementLong(ingestion.discardRow, async (call, { params }) =>
    answer(call, params.rowId, await discard(call, params.rowId)),
  ),
];
