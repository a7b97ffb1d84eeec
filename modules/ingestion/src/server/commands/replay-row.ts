import { type Actor, type LongCall, notFound } from "@yutu/application";
import { err, ok, type Problem, problem, type Result } from "@yutu/kernel";
import { z } from "zod";
import { rowReplayed } from "../../domain/events.ts";
import { ingestionProblems } from "../../domain/problems.ts";
import { factGroup, type ImportedFact, rowParser } from "../../domain/rows/row-parser.ts";
import type { RowProblem } from "../../domain/rows/row-problem.ts";
import { Attributor, hasMarks } from "../imports/attribution.ts";
import { factLines, tableOf } from "../imports/fact-rows.ts";
import { findImport, type ImportRow } from "../repositories/import-repository.ts";
import { findQuarantineView, type QuarantineView, resolveRow } from "../repositories/quarantine-repository.ts";

const place = z.object({ line_no: z.string(), row_number: z.number() });

const PLACES = {
  orders:
    "SELECT line_no, toInt32(row_number) AS row_number FROM {{order_line_versions}} WHERE import_id = {importId:String} AND order_no = {group:String}",
  ads: "SELECT line_no, toInt32(row_number) AS row_number FROM {{ad_fact_versions}} WHERE import_id = {importId:String} AND fact_on = {group:Date}",
} as const;

/** A place among the lines of the same order or day that no other row of the import has; the one it had if it was written before. */
async function placeOf(
  call: LongCall,
  row: ImportRow,
  fact: ImportedFact,
  rowNumber: number,
): Promise<Result<string, Problem>> {
  const taken = await call.services.warehouse.query(call.actor, {
    sql: PLACES[row.kind],
    params: { importId: row.id, group: factGroup(fact) },
    row: place,
  });
  if (!taken.ok) return taken;
  const own = taken.value.find((line) => line.row_number === rowNumber);
  if (own !== undefined) return ok(own.line_no);
  const used = new Set(taken.value.map((line) => line.line_no));
  let ordinal = 1;
  while (used.has(`${fact.lineBase}#${ordinal}`)) ordinal += 1;
  return ok(`${fact.lineBase}#${ordinal}`);
}

const stillWrong = (problems: readonly RowProblem[]): Result<never, Problem> =>
  err(
    problem(ingestionProblems.rowStillWrong, "Correct the marked cells.", {
      errors: problems.map((p) => ({
        pointer: `/body/cells/${p.field}`,
        code: p.code,
        message: `${p.field}: ${p.code}`,
      })),
    }),
  );

/** Reads a corrected row by the rules of its import. */
function readRow(row: ImportRow, cells: readonly string[]): Result<ImportedFact, Problem> {
  const outcome = rowParser(row.settings, [], row.createdAt.getTime())(cells);
  if (outcome.kind === "fact") return ok(outcome.fact);
  return stillWrong(
    outcome.kind === "problems"
      ? outcome.problems
      : [{ code: "required", field: row.kind === "orders" ? "orderNo" : "date", value: "" }],
  );
}

async function writeFact(
  call: LongCall,
  row: ImportRow,
  view: QuarantineView,
  fact: ImportedFact,
): Promise<Result<null, Problem>> {
  const rowNumber = view.row.rowNumber ?? 0;
  const placed = await placeOf(call, row, fact, rowNumber);
  if (!placed.ok) return placed;
  const attributor = new Attributor();
  if (hasMarks(fact)) await call.withTenant((tx) => attributor.learn(tx, [fact]));
  const origin = {
    sourceId: row.sourceId,
    importId: row.id,
    projectId: row.projectId,
    factVersion: row.factVersion,
    fetchedAt: row.createdAt,
  };
  const { warehouse } = call.services;
  const line = factLines(origin)({ fact, rowNumber, lineNo: placed.value, attribution: attributor.find(fact) });
  const written = await warehouse.restate(call.actor, tableOf(row.kind), [line], `${view.row.id}:${line}`);
  if (!written.ok) return written;
  const settled = await warehouse.settleImport(call.actor, tableOf(row.kind), row.id);
  return settled.ok ? ok(null) : settled;
}

const resolved = () => err(problem(ingestionProblems.rowResolved, "The row was replayed or discarded before."));

/** Takes a quarantined row of a file in, with the version of its import, so that what was imported later still wins. */
export async function replayFileRow(
  call: LongCall,
  rowId: string,
  cells: readonly string[],
): Promise<Result<null, Problem>> {
  const loaded = await call.withTenant(async (tx) => {
    const view = await findQuarantineView(tx, rowId);
    const row = view?.row.importId ? await findImport(tx, view.row.importId) : undefined;
    return view && row ? { view, row } : undefined;
  });
  if (loaded === undefined) return notFound("row");
  const { view, row } = loaded;
  if (view.row.state !== "open" || row.state !== "done") return resolved();
  const fact = readRow(row, cells);
  if (!fact.ok) return fact;
  const written = await writeFact(call, row, view, fact.value);
  if (!written.ok) return written;
  return call.withTenant(async (tx) => {
    const isFirst = await resolveRow(tx, rowId, { state: "replayed", corrected: [...cells], by: byOf(call.actor) });
    if (!isFirst) return resolved();
    const { id: importId, sourceId, kind, projectId } = row;
    await tx.emit(
      rowReplayed,
      { importId, sourceId, kind, projectId, quarantineId: rowId },
      { entity: "import", id: importId },
    );
    return ok(null);
  });
}

const byOf = (actor: Actor): string => actor.memberId;
