import type { BackgroundCall } from "@yutu/application";
import type { TenantTx } from "@yutu/database";
import type { Problem, Result } from "@yutu/kernel";
import { importProgressed } from "../../domain/events.ts";
import type { ImportState } from "../../domain/import-state.ts";
import {
  findFile,
  findImport,
  findProgress,
  type ImportFileRow,
  type ImportRow,
  type ProgressRow,
  saveProgress,
} from "../repositories/import-repository.ts";
import { Attributor, hasMarks } from "./attribution.ts";
import type { Chunk, Reading } from "./read-chunks.ts";

/** The step was stopped from outside: cancelled, or the process is going down. */
export class ImportStopped extends Error {
  override readonly name = "ImportStopped";
}

/** An engine is away; the job is tried again later and goes on where it stopped. */
export class EngineAway extends Error {
  override readonly name = "EngineAway";
}

/** The value, or the end of this attempt. */
export function orTryLater<T>(result: Result<T, Problem>): T {
  if (result.ok) return result.value;
  throw new EngineAway(result.error.detail);
}

export interface ImportRun {
  readonly call: BackgroundCall;
  readonly row: ImportRow;
  readonly file: ImportFileRow;
  readonly reading: Reading;
  /** How far an earlier attempt came. */
  readonly progress: ProgressRow | undefined;
  readonly attributor: Attributor;
}

/** Loads what a step needs; undefined when the import is gone. */
export async function beginRun(call: BackgroundCall, importId: string): Promise<ImportRun | undefined> {
  return call.withTenant(async (tx) => {
    const row = await findImport(tx, importId);
    const file = row && (await findFile(tx, row.fileId));
    if (!row || !file) return undefined;
    const progress = await findProgress(tx, importId);
    const reading = { file, layout: row.layout, settings: row.settings, nowMs: row.createdAt.getTime() };
    return { call, row, file, reading, progress, attributor: new Attributor() };
  });
}

/** Looks up the projects and links a chunk names, and counts the rows that name nothing we know. */
export async function learnMarks({ call, attributor }: ImportRun, chunk: Chunk): Promise<number> {
  const facts = chunk.rows.flatMap(({ outcome }) =>
    outcome.kind === "fact" && hasMarks(outcome.fact) ? [outcome.fact] : [],
  );
  if (facts.length === 0) return 0;
  await call.withTenant((tx) => attributor.learn(tx, facts));
  return facts.filter((fact) => attributor.find(fact) === null).length;
}

const HINT_EVERY_MS = 700;

/** Notes how far a step is, tells open screens now and then, and stops the step when the import is no longer in its state. */
export function progressKeeper({ call, row }: ImportRun, state: ImportState) {
  let hintedAt = 0;
  return async (
    progress: Parameters<typeof saveProgress>[2],
    also?: (tx: TenantTx) => Promise<void>,
  ): Promise<void> => {
    const isTold = performance.now() - hintedAt > HINT_EVERY_MS;
    if (isTold) hintedAt = performance.now();
    const now = await call.withTenant(async (tx) => {
      await also?.(tx);
      await saveProgress(tx, row.id, progress);
      if (isTold) await tx.emit(importProgressed, { importId: row.id, state }, { entity: "import", id: row.id });
      return (await findImport(tx, row.id))?.state;
    });
    if (now !== state) throw new ImportStopped(`the import is ${now ?? "gone"}`);
    if (call.signal.aborted) throw new EngineAway("the process is going down");
  };
}
